"""Checks across files: missing or unused sections, and figures that are not printed anywhere."""

import re
from collections.abc import Collection, Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.charts.choosing import metric_charts
from disclosure.checks.registry import INDEX, READABLE, WORDS, report_check, site_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.facts.period import Basis, Manner
from disclosure.findings import Finding, Where
from disclosure.report.binding import Block, Section
from disclosure.report.book import Book, Occurrence, section_address
from disclosure.text.folding import fold


@site_check
def check_indexes(analysis: Analysis) -> Iterator[Finding]:
    """The first page of the site and of each report must exist."""
    book = analysis.book
    indexes = {"index.md": "缺少首页。"}
    indexes |= {f"{report.year}/index.md": "缺少报告的首页。" for report in book.disclosure.reports}
    for path, message in indexes.items():
        if path not in book.sections:
            name = f"{book.docs}/{path}"
            yield Finding(Where(name), "file-missing", message, about={name}, because={name})


@site_check
def check_charts(analysis: Analysis) -> Iterator[Finding]:
    """Charts of metrics without any numbers to compare."""
    book = analysis.book
    for section in book.sections.values():
        report = (book.disclosure.report(section.year) if section.year else None) or next(
            iter(book.reports), None
        )
        blocks = [bound for bound in section.bound if isinstance(bound, Block) and bound.call.name == "chart"]
        for block in blocks:
            metric = block.call.argument
            if report and not metric_charts(analysis, report, metric):
                yield Finding(
                    block.macro.where,
                    "chart-empty",
                    f"“{book.disclosure.metrics[metric].name}”没有可以比较的数值。",
                    because=subjects.values(metric),
                )


@report_check()
def check_titles(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Every section needs a title, and titles in the data must equal those of the official text."""
    titles = {
        "index": (report.record.title, report.record.where_is("title")),
        **{area.id: (area.numbered(area.title), area.where_is("title")) for area in report.areas},
    }
    for section in analysis.book.own(report.year):
        title, where = titles.get(section.name, ("", Where("")))
        heading = section.headings[0].text if section.headings else ""
        if heading and (not title or _bare(title) == _bare(heading)):
            continue
        if unmarked := _unmarked(section, _bare(title)):
            yield unmarked
        elif heading:
            yield Finding(where, "title-differs", f"写的是“{title}”，正文的标题是“{heading}”。")


def _bare(title: str) -> str:
    return fold(title).rstrip("。")


def _unmarked(section: Section, title: str) -> Finding | None:
    """The finding about a paragraph that is the section's title, and not marked as such.

    Without any heading it is the first paragraph, with others the one that equals ``title``.
    """
    markdown = section.markdown
    paragraphs = re.compile(r"\S(?:.|\n(?!\s*\n))*").finditer(markdown.raw, markdown.body_start)
    for paragraph in paragraphs:
        if not section.headings or _bare(paragraph[0]) == title:
            message = (
                "这一行是标题，前面却没有 #。" if section.headings else "这个文件没有标题，第一行应当是标题。"
            )
            return Finding(
                markdown.where(paragraph.start()),
                "heading-unmarked",
                message,
                because={subjects.headings(markdown.path)},
            )
    return None


@report_check()
def check_item_ids(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Ledger items whose id already means something else, so that an opinion's subject is ambiguous."""
    book = analysis.book
    taken = {
        **{heading.anchor: "标题" for section in book.own(report.year) for heading in section.headings},
        **dict.fromkeys((section.name for section in book.own(report.year)), "分节文件"),
        **dict.fromkeys(report.scheme.areas, "评价重点"),
        **dict.fromkeys(book.disclosure.metrics, "指标"),
    }
    for item in report.ledger.items.values() if report.ledger else ():
        if kind := taken.get(item.id):
            yield Finding(item.where, "duplicate-id", f"“{item.id}”已经是{kind}的编号。")


_WHERE = {
    Basis.STATED: "这句话里",
    Basis.CARRIED: "本节前文和上面的标题里",
    Basis.RELATIVE: "这句话、本节前文和上面的标题里",
}
"""Where the period must stand; with any other basis it need not stand anywhere."""


@report_check("时期的依据", READABLE)
def check_periods(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """A period must be named where its basis says: 明示 in the sentence, 承前 and 相对 also before it."""
    book = analysis.book
    for observation in report.observations:
        places = [
            place
            for place in book.occurrences.get(observation.metric, ())
            if place.figure.observation is observation
        ]
        where = _WHERE.get(observation.basis)
        if where and places and not any(_stated(book, observation, place) for place in places):
            yield Finding(
                observation.where,
                "period-not-stated",
                f"依据写的是“{observation.basis.value}”，{where}却没有“{observation.period}”。",
                because={subjects.printed(observation.metric)},
            )


@report_check("分别增减的词", READABLE)
def check_implied_words(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """The word that a change leaves out must stand before it in its clause."""
    for places in analysis.book.occurrences.values():
        for place in places:
            change = place.figure.observation.change
            if place.section.year != report.year or place.figure.field != "change" or not change:
                continue
            if change.implied_word not in place.quotation.before:
                yield Finding(
                    place.figure.where,
                    "bad-change",
                    f"implied_word 写的是“{change.implied_word}”，这句话里“{change.text}”的前面却没有。",
                    because={subjects.printed(place.figure.observation.metric)},
                )


def _stated(book: Book, observation: Observation, place: Occurrence) -> bool:
    markdown, (_, clause) = place.section.markdown, place.clause
    before = "".join(
        (*book.above(place.section), markdown.raw[markdown.body_start : place.figure.macro.start])
    )
    words = {Basis.STATED: clause, Basis.CARRIED: before}.get(observation.basis, before + clause)
    if observation.period.manner is Manner.TO_DATE:
        return bool(re.search("截至|截止|目前|现有|至今|迄今", words))
    text = observation.period.text.removesuffix("学年")
    return text in words or fold(text) in fold(words)


def check_addresses(book: Book, generated: Collection[str]) -> Iterator[Finding]:
    """Markdown files whose address is taken by another file or by one of the ``generated`` pages."""
    taken: dict[str, str] = dict.fromkeys(generated, "程序生成的页面")
    for path, section in book.sections.items():
        address = section_address(section)
        if address in taken:
            yield Finding(
                Where(section.markdown.path),
                "generated-path",
                f"这个文件的地址（{address}）已归{taken[address]}。",
            )
        taken.setdefault(address, f" {book.docs}/{path} ")


@report_check("有没有漏编的章节", INDEX)
def check_unused_sections(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Sections that the report's index does not compose."""
    composed = analysis.book.composed(report.year)
    for section in analysis.book.own(report.year) if composed else ():
        if section not in composed:
            yield Finding(
                Where(section.markdown.path),
                "unused-section",
                f"{composed[0].markdown.path} 没有编入这一节。",
                about={subjects.official(f"data/{report.year}/source.txt")},
            )


@report_check("数值有没有都出现在正文里", WORDS)
def check_unplaced(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Values, changes and comparisons that the report's text does not print."""
    book, account = analysis.book, analysis.accounts[report.year]
    open_numbers = {numeral.number.value for numeral in account.open} - {None}  # these have findings
    sections = book.own(report.year)
    placed = {(figure.observation.anchor, figure.field) for part in sections for figure in part.figures}
    for observation in report.observations:
        missing = [field for field in observation.stated if (observation.anchor, field) not in placed]
        value = observation.value
        if missing and not (missing == ["value"] and value and value.number in open_numbers):
            name = book.disclosure.metrics[observation.metric].name
            yield Finding(
                observation.where,
                "unplaced-observation",
                f"“{name}”的 {' 和 '.join(missing)} 没有出现在 {report.year} 年报告的正文中。",
            )


@report_check()
def check_succession(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Areas of a report and of the previous one without a counterpart in the other.

    An area may be new or given up; the clerk has to confirm that it was not forgotten.
    """
    disclosure, unread = analysis.disclosure, frozenset({"data/*/report.yml"})
    former = next(disclosure.before(report.year), None)
    if former is None or former.scheme.id == report.scheme.id:
        return
    for area in report.areas:
        if not area.succeeds and not report.counterparts(area.id, former):
            yield Finding(
                area.where,
                "area-unmapped",
                f"“{area.short}”没有写接续 {former.year} 年的哪个评价重点（succeeds）。",
                because=unread,
            )
    known = {name for scheme in disclosure.schemes.values() for name in scheme.areas}
    if any(not known.issuperset(area.succeeds) for area in report.areas):
        return  # a misspelt name may refer to any of them
    for area in former.areas:
        if not former.counterparts(area.id, report):
            yield Finding(
                report.scheme.where,
                "area-unmapped",
                f"{former.year} 年的“{area.short}”（{area.id}），没有哪个评价重点接续它。",
                because=unread,
            )
