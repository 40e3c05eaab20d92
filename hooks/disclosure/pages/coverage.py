"""The coverage of each area (figures, problems, next steps, evaluation points), and the account of numbers.

The account (数字对账) shows what stands behind each number of the official text.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from disclosure.facts.disclosure import PROBLEM_SECTIONS, Report
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses
from disclosure.report.book import Book


def _coverage(book: Book, report: Report) -> Iterator[Mapping[str, object]]:
    """The coverage of a report by area; points are evaluation points of its scheme."""
    printed, metrics = book.printed(report.year), book.disclosure.metrics.values()
    for area in report.areas:
        problems, next_steps = (list(_passages(book, report, area.id, name)) for name in PROBLEM_SECTIONS)
        yield {
            "area": area,
            "figures": len({observation.anchor for observation in printed.get(area.id, ())}),
            "problems": problems,
            "next_steps": next_steps,
            "points": [
                (
                    text,
                    [
                        metric
                        for metric in metrics
                        if point in metric.points and metric.id in report.by_metric
                    ],
                )
                for point, text in area.points.items()
            ],
        }


def _passages(book: Book, report: Report, area: str, name: str) -> Iterator[tuple[str, str, str]]:
    """Problems or next steps that are linked to an area: title, address, the words that link them."""
    section = book.sections.get(f"{report.year}/{name}.md")
    headings = {heading.anchor: heading.text for heading in section.headings} if section else {}
    for mention in report.record.mentions:
        if mention.area == area and mention.heading in headings:
            address = addresses.section(report.year, name)
            yield headings[mention.heading], f"{address}#{mention.heading}", mention.words


PAGE = Page(
    PageMeta(
        addresses.COVERAGE,
        "覆盖情况",
        "coverage",
        "报告各部分的数值，承认的问题，下一步打算。",
        column="数据发布",
    ),
    "coverage.html",
    lambda analysis: {"coverage": partial(_coverage, analysis.book)},
)
NUMERALS = Page(
    PageMeta(
        addresses.NUMERALS,
        "数字对账",
        "coverage",
        "报告正文里的每一个数字和它的着落。",
        column="数据发布",
    ),
    "numerals.html",
)
