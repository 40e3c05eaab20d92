"""The entries that can be found: one for each section or thing, with its exact place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.statement import grouped
from disclosure.facts.disclosure import Report
from disclosure.facts.records import About
from disclosure.pages.page import PageMeta
from disclosure.render.sentences import Sentence
from disclosure.report import addresses
from disclosure.report.binding import Section
from disclosure.report.book import section_address
from disclosure.search import asked

_DEEPEST = 2
"""The deepest headings of the site's own pages with an entry: lists below are found by the heading above."""
Sentences = dict[str, tuple[Sentence, ...]]
"""The sentences of every section page, by address."""
PAGES = {
    addresses.METRICS: (),
    addresses.STANDARDS: ("达标情况", "标准"),
    addresses.COVERAGE: ("评价重点", "评价要点"),
    addresses.NUMERALS: (),
    addresses.CORRECTIONS: ("改了什么", "勘误", "改错"),
    addresses.DATA: ("下载", "表格", "开放数据", "CSV", "JSON", "校验码"),
    addresses.LEDGER: ("整改台账", "整改进展", "整改到哪一步"),
    addresses.BODIES: ("部门", "镇街"),
    addresses.OPINIONS: ("群众意见", "意见答复"),
    addresses.OPINION_FORM: ("意见表", "打印"),
    addresses.SITEMAP: ("全部栏目",),
}
"""Generated pages that can be found by name, with other names for them."""
BOARD = tuple(word for word in asked.BOARD.split() if "+" not in word)
"""Other names for the newest report's notice for the board."""
_NAMES: Mapping[About, tuple[str, ...]] = {
    "问题": ("问题", "存在的问题", "短板", "不足", "困难"),
    "打算": ("下一步", "打算", "下一步打算", "下一步工作", "工作计划", "计划", "今后"),
}
"""The readers' names for the part of a report about its problems or its plans."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    kind: str
    """``section problem step correction item opinion standard term page``."""
    title: str
    at: str
    """Address from the site's root, with the fragment where the entry begins."""
    words: tuple[str, ...] = ()
    """Other names for it."""
    lines: tuple[tuple[str, str], ...] = ()
    """Its sentences: fragment (empty if it is that of ``at``) and words."""
    note: str = ""
    """A remark of the site about it."""

    @property
    def page(self) -> str:
        """The address of its page."""
        return self.at.partition("#")[0]

    @property
    def cells(self) -> dict[str, object]:
        """The entry as written into a file, without empty cells."""
        elsewhere = any(anchor and f"{self.page}#{anchor}" != self.at for anchor, _ in self.lines)
        cells = {
            "kind": self.kind,
            "title": self.title,
            "at": self.at,
            "words": list(self.words),
            "lines": [text for _, text in self.lines],
            "anchors": [anchor for anchor, _ in self.lines] if elsewhere else [],
            "note": self.note,
        }
        return {name: cell for name, cell in cells.items() if cell}


def of_report(analysis: Analysis, report: Report, sentences: Sentences) -> Iterator[Entry]:
    """The sections of a report, then the site's additions to it, in reading order."""
    for section in (analysis.book.sections[f"{report.year}/index.md"], *analysis.book.parts(report.year)):
        yield from _section(analysis, section, sentences.get(section_address(section), ()))
    yield from _standards(analysis, report)
    yield from _ledger(analysis, report)
    yield from _corrections(analysis, report)
    yield from _opinions(analysis, report)


def _section(analysis: Analysis, section: Section, sentences: Iterable[Sentence]) -> Iterator[Entry]:
    path = section_address(section)
    passages = analysis.book.passages(section.year or "")
    for heading in section.headings:
        lines, passage = lines_below(heading.anchor, sentences), passages.get(heading.anchor)
        kind = (
            "section" if passage is None or passage.leads else "problem" if "问题" in passage.kind else "step"
        )
        words: tuple[str, ...] = (analysis.book.title(section),) if heading is section.headings[0] else ()
        if passage and passage.first:
            words += tuple(name for about, names in _NAMES.items() if about in passage.kind for name in names)
        if lines or section.name != "index":
            yield Entry(kind, heading.text, f"{path}#{heading.anchor}", words, lines)


def lines_below(heading: str, sentences: Iterable[Sentence]) -> tuple[tuple[str, str], ...]:
    """The sentences below the heading with this id: the id and the words of each."""
    return tuple((sentence.anchor, sentence.text) for sentence in sentences if sentence.heading == heading)


def _standards(analysis: Analysis, report: Report) -> Iterator[Entry]:
    groups = grouped(analysis.verdicts[report.year])
    for standard in analysis.disclosure.standards.values():
        lines = tuple(
            (group[0].anchor(report.year), f"{verdict.name}：{verdict.explained}。")
            for group in groups
            if group[0].standard is standard
            for verdict in group
        )
        if lines:
            source = analysis.disclosure.sources.get(standard.document or "")
            words = (standard.subject, *((source.title, source.number) if source else ()))
            at = addresses.standard(standard.id)
            yield Entry("standard", standard.name, at, tuple(filter(None, words)), lines)


def _ledger(analysis: Analysis, report: Report) -> Iterator[Entry]:
    for progress in analysis.progress[report.year]:
        item = progress.item
        owner = analysis.disclosure.bodies.get(item.owner or "")
        due = f"期限{item.due}" if item.due else "期限未公布"
        if item.due_changes:
            due += f"（原定{item.due_changes[0][1].old}）"
        state = f"{item.state}；牵头单位{owner.name if owner else '未公布'}；{due}。"
        former = (f"以前写：{wording.text}。" for wording in item.wordings[:-1])
        texts = (*(measure.text for measure in item.measures), state, *former)
        at = f"{addresses.ledger(report.year)}#item-{item.id}"
        yield Entry("item", item.words, at, ("整改台账", "整改"), tuple(("", text) for text in texts))


def _corrections(analysis: Analysis, report: Report) -> Iterator[Entry]:
    for place, corrected in enumerate(analysis.corrections):
        if corrected.year == report.year:
            change = corrected.correction
            words = f"{change.date}，原公布{change.old}，现为{change.new or '已撤下'}。"
            at = f"{addresses.CORRECTIONS}#correction-{len(analysis.corrections) - place}"
            title = f"{change.kind}：{analysis.book.label(corrected)}"
            yield Entry("correction", title, at, (), (("", words),))


def _opinions(analysis: Analysis, report: Report) -> Iterator[Entry]:
    for place, (year, opinion) in enumerate(analysis.book.opinions):
        if year == report.year:
            at = f"{addresses.OPINIONS}#opinion-{len(analysis.book.opinions) - place}"
            title = f"关于{analysis.book.about(year, opinion.about).title}"
            lines = (("", opinion.summary), ("", opinion.handling))
            yield Entry("opinion", title, at, ("群众意见", "意见和答复"), lines)


def of_site(analysis: Analysis, metas: Iterable[PageMeta], sentences: Sentences) -> Iterator[Entry]:
    """Entries of no particular year: terms, the site's own pages, and generated pages by name."""
    for term in analysis.disclosure.terms.values():
        at = f"{addresses.SEARCH}#term-{term.id}"
        yield Entry("term", term.term, at, term.synonyms, (("", term.explanation),))
    for section in analysis.book.site_sections:
        path = section_address(section)
        for heading in section.headings:
            lines = lines_below(heading.anchor, sentences.get(path, ()))
            first = heading is section.headings[0]
            if first or (lines and heading.level <= _DEEPEST):
                words = () if first else (analysis.book.title(section),)
                yield Entry("page", heading.text, f"{path}#{heading.anchor}", words, lines)
    for meta in metas:
        if meta.path in PAGES:
            yield Entry("page", meta.title, meta.path, PAGES[meta.path], (("", meta.description),))
        elif meta.kind == "board" and meta.year == analysis.book.reports[0].year:
            yield Entry("page", meta.title, addresses.board_help(meta.year), BOARD, (("", meta.description),))
