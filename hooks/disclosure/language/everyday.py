"""What residents say, and what reports of this kind call it: the lines of ``sayings.txt``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SAYINGS = Path(__file__).with_name("sayings.txt")
SAME, AKIN = " = ", " ~ "
"""Between the report's words and what is said for them: for the same thing, or for what has to do with it."""


def groups() -> list[list[str]]:
    """The lines of the table, group by group."""
    told = SAYINGS.read_text("utf-8").split("\n\n")
    return [[line for line in group.splitlines() if not line.startswith("#")] for group in told[1:]]


def everyday(contains: Iterable[str], site: str) -> Iterator[str]:
    """Lines of the table with what the site says of them: ``教师=老师 先生``, ``近视~眼镜``.

    ``contains`` are more lines; ``site`` is all text of the site: what does not stand in it is no help to
    anybody. Each everyday word is in the line of those words for which it stands, in the order of
    preference, once for either mark.
    """
    lines = [*(line for group in groups() for line in group), *contains]
    for mark in (SAME, AKIN):
        found: dict[str, dict[str, None]] = {}
        for line in lines:
            proper, marked, spoken = line.partition(mark)
            ours = [word for word in proper.split() if word in site] if marked else []
            for word in spoken.split() if ours else ():
                found.setdefault(word, {}).update(dict.fromkeys(ours))
        told: dict[tuple[str, ...], list[str]] = {}
        for word in sorted(found):
            told.setdefault(tuple(found[word]), []).append(word)
        for ours_words in sorted(told):
            yield f"{' '.join(ours_words)}{mark.strip()}{' '.join(told[ours_words])}"
