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


def check_composition(book: Book, generated: Collection[str]) -> Iterator[Finding]:
    """Pages at a ``generated`` address, missing indexes, unused sections, unplaced figures."""
    for section in book.sections.values():
        if section_address(section) in generated:
            yield Finding(Where(section.markdown.path), "generated-path", "这个地址的页面由程序生成。")
    if "index.md" not in book.sections:
        yield Finding(Where(f"{DOCS}/index.md"), "file-missing", "缺少首页，或首页读不了。")
    for report in book.disclosure.reports:
        index = book.sections.get(f"{report.year}/index.md")
        if index is None:
            path = f"{DOCS}/{report.year}/index.md"
            yield Finding(Where(path), "file-missing", "缺少报告的首页，或它读不了。")
            continue
        own = [section for section in book.sections.values() if section.year == report.year]
        if index.whole:
            yield from _unused(index, book.parts(report.year), own)
        if all(section.whole for section in own) and not book.disclosure.uncertain:
            yield from _unplaced(book, report, own)


def _unused(index: Section, parts: Collection[Section], own: Collection[Section]) -> Iterator[Finding]:
    for section in own:
        if section is not index and section not in parts:
            message = f"{index.markdown.path} 没有编入这一节。"
            yield Finding(Where(section.markdown.path), "unused-section", message)


def _unplaced(book: Book, report: Report, own: Collection[Section]) -> Iterator[Finding]:
    placed = {(figure.observation.anchor, figure.field) for section in own for figure in section.figures}
    for observation in report.observations:
        fields = ("value", "change") if observation.change else ("value",)
        missing = [field for field in fields if (observation.anchor, field) not in placed]
        if missing:
            name = book.disclosure.metrics[observation.metric].name
            message = f"“{name}”的 {' 和 '.join(missing)} 没有出现在 {report.year} 年报告的正文中。"
            yield Finding(observation.where, "unplaced-observation", message)
