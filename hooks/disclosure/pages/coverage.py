"""The coverage of each area (figures, problems, next steps, evaluation points), and the account of numbers.

The account (数字对账) shows what stands behind each number of the official text.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from disclosure.facts.disclosure import Report
from disclosure.facts.records import About
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses
from disclosure.report.book import Book


def _coverage(book: Book, report: Report) -> Iterator[Mapping[str, object]]:
    """The coverage of a report by area; points are evaluation points of its scheme."""
    printed, metrics = book.printed(report.year), book.disclosure.metrics.values()
    for area in report.areas:
        yield {
            "area": area,
            "figures": len({observation.anchor for observation in printed.get(area.id, ())}),
            "problems": _mentions(book, report, area.id, "问题"),
            "plans": _mentions(book, report, area.id, "打算"),
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


def _mentions(book: Book, report: Report, area: str, about: About) -> list[tuple[str, str, str]] | None:
    """Passages that are linked to an area: title, address, the words that link them.

    ``None`` if the report has no such passages at all.
    """
    passages = book.passages(report.year, about)
    if not passages:
        return None
    found = (mention for mention in report.record.mentions if mention.area == area)
    return [
        (passages[one.heading].heading.text, book.passage_address(report.year, one.heading), one.words)
        for one in found
        if one.heading in passages
    ]


def page(book: Book) -> Page:
    """The page of the coverage; it speaks of problems and plans only if some report has them."""
    described = "，".join(("报告各部分的数值", *(_CALLED[about] for about in book.covered)))
    meta = PageMeta(addresses.COVERAGE, "覆盖情况", "coverage", f"{described}。", column="数据发布")
    return Page(meta, "coverage.html", lambda _: {"coverage": partial(_coverage, book)})


_CALLED: Mapping[About, str] = {"问题": "承认的问题", "打算": "下一步打算"}
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
