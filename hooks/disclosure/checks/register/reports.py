"""A report that was published stays: the registers of the others remember it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.disclosure import Disclosure, Report


def check_remembered(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """Reports that the register of this one knows and that are gone, told once for all registers."""
    for entry in report.lock.entries if report.lock else ():
        year = entry.figure
        if entry.kind != "report" or disclosure.report(year) or disclosure.unsure(year):
            continue
        if not any(remembers(other, year) for other in disclosure.reports if other.year > report.year):
            message = f"《{entry.printed}》已经公布，现在 data/{year} 没有了。"
            yield Finding(entry.where, "report-vanished", message)


def remembers(report: Report, year: str) -> bool:
    """Whether the register of a report says that that of another year was published."""
    entries = report.lock.entries if report.lock else ()
    return any(entry.key == (year, "report") for entry in entries)
