"""The ledger of each year in several views and as a table; without a ledger, problems and next steps.

The newest ledger is also at ``/ledger/``; ``/ledger/<year>/`` stays when a newer one comes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.clause_matches import rows
from disclosure.analysis.ledger_status import Progress
from disclosure.facts.disclosure import PROBLEM_SECTIONS, Report
from disclosure.facts.ledger import STATES
from disclosure.pages.page import HOME, Link, Page, PageMeta
from disclosure.report import addresses
from disclosure.report.book import Book
from disclosure.text.markdown import Heading

Groups = list[tuple[str, list[Progress]]]
"""Ledger items grouped by label."""
_CRUMBS = (HOME, Link("整改台账", addresses.LEDGER))


def pages(analysis: Analysis) -> Iterator[Page]:
    """The ledger of every report and its table, or the page that stands in for it."""
    for report in analysis.book.reports:
        year = report.year
        if report is analysis.book.reports[0]:
            yield from _pages(report, addresses.LEDGER, addresses.LEDGER_TABLE, (HOME,))
        yield from _pages(report, addresses.ledger(year), addresses.ledger_table(year), _CRUMBS)


def _pages(report: Report, path: str, table: str, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    meta = PageMeta(
        path,
        report.ledger.title if report.ledger else "问题与措施对照（整改台账尚未公布）",
        "ledger",
        f"{report.record.name}：报告承认的问题，措施，进展。",
        crumbs,
        report.year,
        "信息公开目录",
        lambda other: addresses.ledger(other.year),
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
        (*_CRUMBS, Link(report.ledger.title, addresses.ledger(report.year))),
        report.year,
        "信息公开目录",
        lambda other: (addresses.ledger_table if other.ledger else addresses.ledger)(other.year),
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
    problems, next_steps = (list(_answers(analysis.book, report, name)) for name in PROBLEM_SECTIONS)
    headings = {name: section_headings(analysis.book, report, name) for name in PROBLEM_SECTIONS}
    return {"report": report, "problems": problems, "next_steps": next_steps, "headings": headings}


def _answers(book: Book, report: Report, name: str) -> Iterator[Mapping[str, object]]:
    """The problems of a report, each with the next steps that answer it, or the reverse."""
    passages = book.passages.get(report.year, {}).get(name, {})
    for anchor, heading in section_headings(book, report, name).items():
        yield {
            "heading": heading,
            "target": f"{addresses.section(report.year, name)}#{anchor}",
            "rows": rows(report, name, anchor, passages.get(anchor, "")),
        }


def section_headings(book: Book, report: Report, name: str) -> Mapping[str, Heading]:
    """The headings of problems or next steps by anchor; a section with a single heading gives its title."""
    section = book.sections.get(f"{report.year}/{name}.md")
    found = section.headings if section else ()
    return {heading.anchor: heading for heading in found if heading.level > 1 or len(found) == 1}
