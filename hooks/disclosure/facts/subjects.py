"""Subjects: the names that one finding gives as its subject and another as its cause.

An id stands for its record and a path for its file; the other names are made here.
"""

METRIC_FILES = "data/metrics/*.yml"
"""The files that define metrics: an unknown id may stand in any of them that can't be read."""


def record(path: str, identifier: str) -> str:
    """One record of a file."""
    return f"{path}#{identifier}"


def words(path: str) -> str:
    """The words of a file with what its macros print; the path alone means that no words can be read."""
    return record(path, "words")


def headings(path: str) -> str:
    """The headings of a file, with their ids."""
    return f"headings of {path}"


def anchors(*paths: str) -> frozenset[str]:
    """What must be readable before a heading may be called missing in these files."""
    return frozenset({*paths, *map(headings, paths)})


def sections(year: str) -> str:
    """What ``report.yml`` says of the parts of a report."""
    return f"sections of {year}"


def printed(metric: str) -> str:
    """What the words of a report print of a metric."""
    return f"printed {metric}"


def term(identifier: str, field: str) -> str:
    """A term of a ledger item: its due date or its acceptance."""
    return f"{field} of {identifier}"


def official(line: str) -> str:
    """The official words that a line produces: a value in the data, or prose; or those of a file."""
    return f"official words of {line}"


def page(address: str) -> frozenset[str]:
    """What must be readable before a page may be called missing."""
    parts = address.split("/")
    return frozenset(
        {
            *parts,
            "data/*/report.yml",
            "data/areas.yml",
            f"*/{address}",
            *(f"data/{part}*" for part in parts if part.isalnum()),
        }
    )


def values(metric: str, year: str = "*") -> frozenset[str]:
    """What must be readable before a metric may be called without a value in one report, or in any."""
    path = f"data/{year}/values.yml"
    return frozenset({metric, path, record(path, metric), f"data/{year}/report.yml"})
