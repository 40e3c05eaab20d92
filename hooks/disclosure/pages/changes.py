"""Differences between a report and the previous one."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.revisions import compare
from disclosure.facts.disclosure import Report
from disclosure.pages.page import HOME, Page, PageMeta, report_link
from disclosure.report import addresses


def pages(analysis: Analysis) -> Iterator[Page]:
    """A page for every report but the oldest."""
    oldest = analysis.book.reports[-1:]
    for report, former in pairwise(analysis.book.reports):
        meta = PageMeta(
            addresses.changes(report.year),
            f"与{former.year}年报告相比",
            "changes",
            f"{report.record.name}新报了哪些数值，不再报哪些，改了哪些。",
            (HOME, report_link(report.year)),
            report.year,
            counterpart=lambda other: None if other in oldest else addresses.changes(other.year),
        )
        yield Page(meta, "changes.html", partial(_context, report=report))


def _context(analysis: Analysis, report: Report) -> Mapping[str, object]:
    return {"comparison": compare(analysis.disclosure, report)}
