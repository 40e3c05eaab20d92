"""What residents type, and what must come of it: the rows of ``tests/county/search/queries.tsv``."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, fields
from pathlib import Path

TABLE = Path(__file__).parents[1] / "county" / "search" / "queries.tsv"
ABSENT, QUESTION = "absent", "question"
TUNE, TEST = "tune", "test"
UNSTATED = "报告未载明"
"""What an answer says where the report does not say it."""


@dataclass(frozen=True, slots=True)
class Query:
    """One row; README.md explains the columns and the small language of the last three."""

    id: str
    """The stratum and a running number: ``question-list-04``."""
    split: str
    """``test`` where the number is divisible by three, else ``tune``."""
    kind: str
    """The class: ``term``, ``typo``, ``absent`` …"""
    text: str
    """What is typed, white space and all."""
    expect: str
    """What the landing section must say; empty where nothing should be found, or nothing fits."""
    answer: str
    """What the instant answer must say; empty where none is due."""
    never: str
    """What an instant answer must not say."""

    @property
    def stratum(self) -> str:
        """The class, and for questions what they ask for: ``question-list``."""
        return self.id.rpartition("-")[0]

    @property
    def number(self) -> int:
        """The running number within the stratum."""
        return int(self.id.rpartition("-")[2])


def sampled(queries: list[Query], others: int | None = None) -> list[Query]:
    """All that is kept for the test, and so many of the others: of each stratum its share, evenly spread.

    Without a number twice as many as are kept; where nothing is kept for the test, all of them.
    """
    strata: defaultdict[str, list[Query]] = defaultdict(list)
    for query in queries:
        if query.split != TEST:
            strata[query.stratum].append(query)
    total = sum(map(len, strata.values()))
    wanted = others or 2 * (len(queries) - total)
    if not 0 < wanted < total:
        return queries
    chosen = {query.id for rows in strata.values() for query in _spread(rows, wanted / total)}
    return [query for query in queries if query.split == TEST or query.id in chosen]


def _spread(rows: list[Query], share: float) -> list[Query]:
    """The ``share`` of the rows, at least one, at even distances."""
    count = max(1, round(share * len(rows)))
    return [rows[index * len(rows) // count] for index in range(count)]


def read(path: Path = TABLE) -> list[Query]:
    """All rows, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        width = len(fields(Query))
        return [Query(*row, *[""] * (width - len(row))) for row in rows]
