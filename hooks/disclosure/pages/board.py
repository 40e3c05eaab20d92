"""The notice for the board of a school or a village, on one sheet of paper."""

from collections.abc import Iterator, Mapping
from functools import partial

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.statement import Tally, grouped
from disclosure.facts.disclosure import Report
from disclosure.pages.blocks import highlights
from disclosure.pages.page import HOME, Page, PageMeta, report_link
from disclosure.register.register import Register
from disclosure.report import addresses

_MOST = 4
"""The most missed standards that have room on the sheet."""
_TYPES = (("large", 11), ("middling", 17), ("small", 21))
"""Size of type by the most content that fits."""


def pages(analysis: Analysis, register: Register) -> Iterator[Page]:
    """A notice for every report."""
    for report in analysis.book.reports:
        meta = PageMeta(
            addresses.board(report.year),
            "张贴页",
            "board",
            f"{report.record.name}：打印张贴的一页，主要的数、没有达到的标准、在哪里看、问谁。",
            (HOME, report_link(report.year)),
            report.year,
            counterpart=lambda other: addresses.board(other.year),
        )
        yield Page(meta, "board.html", partial(_context, report=report, register=register))


def _context(analysis: Analysis, report: Report, register: Register) -> Mapping[str, object]:
    """The areas with one highlight each, missed standards as room allows, and problems."""
    verdicts = analysis.verdicts[report.year]
    tally, missed = Tally.of(verdicts), grouped(verdict for verdict in verdicts if verdict.missed)
    areas = [area for area in report.areas if f"{report.year}/{area.id}.md" in analysis.book.sections]
    admitted = analysis.book.stated(report.year, "问题").values()
    problems = [passage.heading.text for passage in admitted if not passage.first]
    more = len(missed[_MOST:])
    # A missed standard takes as much room as two areas or problems.
    room = len(areas) + 2 * len(missed[:_MOST]) + bool(more) + bool(tally.deferred) + len(problems)
    return {
        "report": report,
        "areas": [(area, next(iter(highlights(analysis, report, area.id, most=1)), None)) for area in areas],
        "missed": missed[:_MOST],
        "more": more,
        "problems": problems,
        "tally": tally,
        "register": register.line.head,
        "type": next((size for size, most in _TYPES if room <= most), "least"),
    }
