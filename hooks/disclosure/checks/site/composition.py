"""What can be wrong between files: sections that are missing or unused, figures that are nowhere printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from disclosure.charts.choosing import metric_charts
from disclosure.facts.disclosure import PROBLEM_SECTIONS
from disclosure.facts.period import Basis
from disclosure.findings import Finding, Where
from disclosure.report.binding import Block
from disclosure.report.book import Book, section_address
from disclosure.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from disclosure.analysis.analysis import Analysis
    from disclosure.facts.disclosure import Report
    from disclosure.facts.observations import Observation
    from disclosure.report.binding import Section
    from disclosure.report.book import Occurrence


def check_composition(
    analysis: Analysis, generated: Collection[str], unread: Collection[str]
) -> Iterator[Finding]:
    """Pages at an address that is taken, missing indexes, unused sections, unplaced figures.

    ``generated`` are the addresses of generated pages, ``unread`` files that have a finding already.
    """
    book = analysis.book
    yield from _taken(book, generated)
    yield from _undrawn(analysis)
    indexes = {"index.md": "缺少首页。"}
    indexes |= {f"{report.year}/index.md": "缺少报告的首页。" for report in book.disclosure.reports}
    for path, message in indexes.items():
        if path not in book.sections and path not in unread:
            yield Finding(Where(f"{book.docs}/{path}"), "file-missing", message)
    for report in book.reports:
        index = book.sections[f"{report.year}/index.md"]
        own = [section for section in book.sections.values() if section.year == report.year]
        if index.complete:
            yield from _unused(index, book.parts(report.year), own)
        yield from _titles(book, report)
        yield from _named_twice(book, report)
        if all(section.complete for section in own) and not unread:
            yield from _unplaced(analysis, report, own)
            yield from _periods(book, report)


def _undrawn(analysis: Analysis) -> Iterator[Finding]:
    """A chart of what nothing can be compared with."""
    book = analysis.book
    for section in book.sections.values():
        report = (book.disclosure.report(section.year) if section.year else None) or next(
            iter(book.reports), None
        )
        for item in section.bound:
            if report is None or not isinstance(item, Block) or item.call.name != "chart":
                continue
            metric = item.call.argument
            if not book.disclosure.uncertain & {metric, "*"} and not metric_charts(analysis, report, metric):
                message = f"“{book.disclosure.metrics[metric].name}”没有可以比较的数值。"
                yield Finding(item.macro.where, "chart-empty", message)


def _titles(book: Book, report: Report) -> Iterator[Finding]:
    """Titles that are written in the data too must be those of the official text."""
    index = book.sections[f"{report.year}/index.md"]
    titles = [(index, report.record.title, report.record.where_is("title"))]
    for area in report.areas:
        section = book.sections.get(f"{report.year}/{area.id}.md")
        if section:
            titles.append((section, area.title, Where("data/areas.yml")))
    for section, title, where in titles:
        heading = section.headings[0].text if section.headings else ""
        if heading and fold(title) != fold(_ORDINAL.sub("", heading).rstrip("。")):
            yield Finding(where, "title-differs", f"写的是“{title}”，正文的标题是“{heading}”。")


def _named_twice(book: Book, report: Report) -> Iterator[Finding]:
    """Items of the ledger under an id that an opinion could mean something else by."""
    own = (section for section in book.sections.values() if section.year == report.year)
    taken = {heading.anchor: "标题" for section in own for heading in section.headings}
    taken |= dict.fromkeys(PROBLEM_SECTIONS, "标题")
    taken |= dict.fromkeys(report.scheme.areas, "评价重点") | dict.fromkeys(book.disclosure.metrics, "指标")
    for item in report.ledger.items.values() if report.ledger else ():
        if kind := taken.get(item.id):
            yield Finding(item.where, "duplicate-id", f"“{item.id}”已经是{kind}的编号。")


_ORDINAL = re.compile(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)")


def _periods(book: Book, report: Report) -> Iterator[Finding]:
    """A period that is said to stand in the sentence, or before it, must stand there."""
    for observation in report.observations:
        places = [
            place
            for place in book.occurrences.get(observation.metric, ())
            if place.figure.observation is observation
        ]
        if places and not any(_stated(observation, place) for place in places):
            where = "这句话里" if observation.basis is Basis.STATED else "本节前文里"
            message = f"依据写的是“{observation.basis.value}”，{where}却没有“{observation.period}”。"
            yield Finding(observation.where, "period-not-stated", message)


_TO_DATE = re.compile("截至|截止|目前|现有|至今")


def _stated(observation: Observation, place: Occurrence) -> bool:
    if observation.basis is Basis.STATED:
        words = place.clause[1]
    elif observation.basis is Basis.CARRIED:
        words = place.section.markdown.raw[: place.figure.macro.start]
    else:
        return True
    if observation.period.slug == "to-date":
        return bool(_TO_DATE.search(words))
    return observation.period.text.removesuffix("学年") in words


def _taken(book: Book, generated: Collection[str]) -> Iterator[Finding]:
    taken: dict[str, str] = dict.fromkeys(generated, "程序生成的页面")
    for path, section in book.sections.items():
        address = section_address(section)
        if address in taken:
            message = f"这个文件的地址（{address}）已归{taken[address]}。"
            yield Finding(Where(section.markdown.path), "generated-path", message)
        taken.setdefault(address, f" {book.docs}/{path} ")


def _unused(index: Section, parts: Collection[Section], own: Collection[Section]) -> Iterator[Finding]:
    for section in own:
        if section is not index and section not in parts:
            message = f"{index.markdown.path} 没有编入这一节。"
            yield Finding(Where(section.markdown.path), "unused-section", message)


def _unplaced(analysis: Analysis, report: Report, own: Collection[Section]) -> Iterator[Finding]:
    book = analysis.book
    account = analysis.accounts.get(report.year)
    typed = {numeral.number.value for numeral in account.open} if account else set()  # told there
    placed = {(figure.observation.anchor, figure.field) for section in own for figure in section.figures}
    for observation in report.observations:
        if book.disclosure.uncertain & {observation.metric, "*"}:
            continue
        fields = ("value", "change") if observation.change else ("value",)
        missing = [field for field in fields if (observation.anchor, field) not in placed]
        if missing and not (missing == ["value"] and observation.value.number in typed):
            name = book.disclosure.metrics[observation.metric].name
            message = f"“{name}”的 {' 和 '.join(missing)} 没有出现在 {report.year} 年报告的正文中。"
            yield Finding(observation.where, "unplaced-observation", message)
