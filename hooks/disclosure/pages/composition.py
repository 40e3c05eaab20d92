"""What can be wrong between files: sections that are missing or unused, figures that are nowhere printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.findings import Finding, Where
from disclosure.pages.book import Book, section_address
from disclosure.pages.gathering import DOCS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from disclosure.facts.disclosure import Report
    from disclosure.pages.binding import Section


def check_composition(book: Book, generated: Collection[str], unread: Collection[str]) -> Iterator[Finding]:
    """Pages at an address that is taken, missing indexes, unused sections, unplaced figures.

    ``generated`` are the addresses of generated pages, ``unread`` files that have a finding already.
    """
    yield from _taken(book, generated)
    indexes = {"index.md": "缺少首页。"}
    indexes |= {f"{report.year}/index.md": "缺少报告的首页。" for report in book.disclosure.reports}
    for path, message in indexes.items():
        if path not in book.sections and path not in unread:
            yield Finding(Where(f"{DOCS}/{path}"), "file-missing", message)
    for report in book.reports:
        index = book.sections[f"{report.year}/index.md"]
        own = [section for section in book.sections.values() if section.year == report.year]
        if index.whole:
            yield from _unused(index, book.parts(report.year), own)
        if all(section.whole for section in own) and not unread:
            yield from _unplaced(book, report, own)


def _taken(book: Book, generated: Collection[str]) -> Iterator[Finding]:
    taken: dict[str, str] = dict.fromkeys(generated, "程序生成的页面")
    for path, section in book.sections.items():
        address = section_address(section)
        if address in taken:
            message = f"这个文件的地址（{address}）已归{taken[address]}。"
            yield Finding(Where(section.markdown.path), "generated-path", message)
        taken.setdefault(address, f" {DOCS}/{path} ")


def _unused(index: Section, parts: Collection[Section], own: Collection[Section]) -> Iterator[Finding]:
    for section in own:
        if section is not index and section not in parts:
            message = f"{index.markdown.path} 没有编入这一节。"
            yield Finding(Where(section.markdown.path), "unused-section", message)


def _unplaced(book: Book, report: Report, own: Collection[Section]) -> Iterator[Finding]:
    placed = {(figure.observation.anchor, figure.field) for section in own for figure in section.figures}
    for observation in report.observations:
        if book.disclosure.uncertain & {observation.metric, "*"}:
            continue
        fields = ("value", "change") if observation.change else ("value",)
        missing = [field for field in fields if (observation.anchor, field) not in placed]
        if missing:
            name = book.disclosure.metrics[observation.metric].name
            message = f"“{name}”的 {' 和 '.join(missing)} 没有出现在 {report.year} 年报告的正文中。"
            yield Finding(observation.where, "unplaced-observation", message)
