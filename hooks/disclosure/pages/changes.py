"""What a report says otherwise than the one before."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from disclosure.analysis.years import compare
from disclosure.pages.page import HOME, Page, PageMeta, report_link
from disclosure.report import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from disclosure.analysis.analysis import Analysis
    from disclosure.facts.disclosure import Report


def pages(analysis: Analysis) -> Iterator[Page]:
    """A page for every report but the oldest."""

    def counterpart(other: Report) -> str | None:
        return None if other is analysis.book.reports[-1] else addresses.changes(other.year)

    for report, former in pairwise(analysis.book.reports):
        meta = PageMeta(
            addresses.changes(report.year),
            f"与{former.year}年报告相比",
            "changes",
            f"{report.record.name}新报了哪些数值，不再报哪些，改了哪些。",
            (HOME, report_link(report.year)),
            report.year,
            counterpart=counterpart,
        )
        yield Page(meta, "changes.html", partial(_context, report=report))


def _context(analysis: Analysis, report: Report) -> Mapping[str, object]:
    return {"comparison": compare(analysis.disclosure, report)}
