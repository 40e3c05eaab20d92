"""What findings are about, and depend on: the names that both ends must write alike.

An id stands for its record and a path for its file; the rest is here.
"""

METRIC_FILES = "data/metrics/*.yml"
"""The files that define metrics: an unknown id may stand in any of them that can't be read."""


def record(path: str, identifier: str) -> str:
    """One record of a file."""
    return f"{path}#{identifier}"


def words(path: str) -> str:
    """All words of a file, with what its macros print; the path alone stands for words that can't be read."""
    return record(path, "words")


def headings(path: str) -> str:
    """The headings of a file, with their ids."""
    return f"headings of {path}"


def anchors(*paths: str) -> frozenset[str]:
    """All that must be known to say that there is no such heading in some files."""
    return frozenset({*paths, *map(headings, paths)})


def printed(metric: str) -> str:
    """What the words print of a metric."""
    return f"printed {metric}"


def term(identifier: str, field: str) -> str:
    """A term of a problem of the ledger: when it is due, or how its solution is accepted."""
    return f"{field} of {identifier}"


def official(line: str) -> str:
    """The official words that come from a line: a value there, or the prose."""
    return f"official words of {line}"


def page(address: str) -> frozenset[str]:
    """All that must be known to say that there is no page at an address."""
    parts = address.split("/")
    reports = "data/*/report.yml", "data/areas.yml"
    return frozenset(
        {*parts, *reports, f"*/{address}", *(f"data/{part}*" for part in parts if part.isalnum())}
    )


def values(metric: str, year: str = "*") -> frozenset[str]:
    """All that must be known to say that a metric has no such value in the report of a year, or in any."""
    path = f"data/{year}/values.yml"
    return frozenset({metric, path, record(path, metric), f"data/{year}/report.yml"})
