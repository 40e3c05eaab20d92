"""The ledger of each year in several views and as a table; without a ledger, problems and plans.

The newest ledger is also at ``/ledger/``; ``/ledger/<year>/`` stays when a newer one comes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.clause_matches import rows
from disclosure.analysis.ledger_status import Progress
from disclosure.facts.disclosure import Report
from disclosure.facts.ledger import STATES
from disclosure.pages.page import HOME, Link, Page, PageMeta
from disclosure.report import addresses
from disclosure.report.book import Book
from disclosure.report.passages import Passage

Groups = list[tuple[str, list[Progress]]]
"""Ledger items grouped by label."""


def pages(analysis: Analysis) -> Iterator[Page]:
    """The ledger of every report and its table, or the page that stands in for it, if there is one."""
    book = analysis.book
    for report in filter(book.ledger_title, book.reports):
        if report is book.reports[0]:
            yield from _pages(book, report, (addresses.LEDGER, addresses.LEDGER_TABLE), (HOME,))
        paths = addresses.ledger(report.year), addresses.ledger_table(report.year)
        yield from _pages(book, report, paths, _crumbs(book))


def _crumbs(book: Book) -> tuple[Link, ...]:
    """The crumbs of an earlier ledger: home, and the newest ledger or what stands in for it, if any."""
    newest = book.ledger_title(book.reports[0])
    return (HOME, *([Link("整改台账", addresses.LEDGER)] if newest else ()))


def _pages(book: Book, report: Report, paths: tuple[str, str], crumbs: tuple[Link, ...]) -> Iterator[Page]:
    path, table = paths
    described = "报告承认的问题" if book.stand_in(report) == "承认的问题" else "报告承认的问题，措施，进展"
    meta = PageMeta(
        path,
        book.ledger_title(report) or "",
        "ledger",
        f"{report.record.name}：{described}。",
        crumbs,
        report.year,
        "信息公开目录",
        lambda other: addresses.ledger(other.year) if book.ledger_title(other) else None,
    )
    if report.ledger is None:
        yield Page(meta, "matches.html", partial(_matches, report=report))
        return
    yield Page(meta, "ledger.html", partial(_views, report=report, table=table))
    sheet = PageMeta(
        table,
        f"整改台账（{report.year}年，表格）",
        "sheet",
        "整改台账，供打印。",
        (*_crumbs(book), Link(report.ledger.title, addresses.ledger(report.year))),
        report.year,
        "信息公开目录",
        lambda other: addresses.ledger_table(other.year) if other.ledger else meta.counterpart(other),
    )
    yield Page(sheet, "ledger-table.html", lambda _: {"report": report})


def _views(analysis: Analysis, report: Report, table: str) -> Mapping[str, object]:
    found, bodies = analysis.progress[report.year], analysis.disclosure.bodies.values()
    owners = [*((body.id, body.name) for body in bodies), (None, "牵头单位未公布")]
    by_id = sorted(found, key=lambda progress: progress.item.id)
    days = sorted({progress.item.due for progress in found}, key=lambda due: (due is None, str(due)))
    due = [(day, str(day or "期限未公布")) for day in days]
    return {
        "report": report,
        "table": table,
        "states": STATES,
        "views": [
            ("按牵头单位", "by-owner", _grouped(found, owners, lambda progress: progress.item.owner)),
            ("按状态", "by-state", by_state(found)),
            ("按期限", "by-due", _grouped(by_id, due, lambda progress: progress.item.due)),
        ],
    }


def by_state(found: Sequence[Progress]) -> Groups:
    """Ledger items by state, in the order of states."""
    return _grouped(found, zip(STATES, STATES, strict=True), lambda progress: progress.item.state)


def _grouped(
    found: Sequence[Progress], labels: Iterable[tuple[object, str]], key: Callable[[Progress], object]
) -> Groups:
    """Ledger items grouped by key, labelled in the order of ``labels``; empty groups are omitted."""
    groups = [(label, [progress for progress in found if key(progress) == value]) for value, label in labels]
    return [(label, members) for label, members in groups if members]


def _matches(analysis: Analysis, report: Report) -> Mapping[str, object]:
    """The passages of a report by kind, those about problems first, each with its clauses."""
    stated = analysis.book.stated(report.year).values()
    kinds = [
        (kind, [_answer(analysis.book, report, one) for one in stated if one.kind == kind]) for kind in _KINDS
    ]
    return {
        "report": report,
        "kinds": [(kind, answers) for kind, answers in kinds if answers],
        "planned": bool(analysis.book.passages(report.year, "打算")),
        "passages": analysis.book.passages(report.year),
    }


_KINDS = ("问题", "问题和打算", "打算")


def _answer(book: Book, report: Report, passage: Passage) -> Mapping[str, object]:
    anchor = passage.heading.anchor
    return {
        "heading": passage.heading,
        "target": book.passage_address(report.year, anchor),
        "rows": rows(report, anchor, passage.text),
    }
