"""Guides: questions about the site itself, each with the page that answers it."""

from collections.abc import Iterable, Iterator, Mapping

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.report import addresses
from disclosure.report.book import section_address
from disclosure.search import asked
from disclosure.search.entries import Sentences, lines_below

Guide = dict[str, object]
_PUBLISHED = "报告承认的问题、措施、牵头单位、期限和进展，列在整改台账里。"
_UNPUBLISHED = {
    "问题与措施对照": "整改台账尚未公布。报告承认的问题和写到的打算，放在“问题与措施对照”页里对着看。",
    "承认的问题": "整改台账尚未公布。报告承认的问题，列在“承认的问题”页里。",
}
"""What stands in for a ledger, by the title of its page."""
_BEGINNING = 3
"""The number of sentences of a section's beginning that make an answer."""


def guides(analysis: Analysis, pages: Iterable[str], sentences: Sentences) -> Iterator[Guide]:
    """The guides to the pages that the site has."""
    known = set(pages)
    for path, words, title, text in asked.PAGES:
        if path in known:
            answer = text or _ledger(analysis)
            answer += contact(analysis) if path == asked.SUPERVISION else ""
            yield _guide(path, words, title, answer)
    sections = _own_sections(analysis, sentences)
    for at, words, marks in asked.SECTIONS:
        title, texts = sections.get(at, ("", []))
        answers = [text for text in texts if any(word in text for word in marks.split("/"))]
        if answers:
            yield _guide(at, words, title, "".join(answers[: 2 if marks else _BEGINNING]))
    for report in analysis.book.reports[:1]:
        yield _guide(
            addresses.report(report.year),
            f"{asked.REPORT} {report.year}年报告",
            report.record.name,
            _dates(report),
        )
        if addresses.board(report.year) in known:
            yield _guide(
                addresses.board_help(report.year),
                asked.BOARD,
                "张贴页",
                "“张贴页”用 A4 纸打印，正好一页，可以张贴。",
            )


def _guide(at: str, words: str, title: str, text: str) -> Guide:
    return {"asked": words.split(), "title": title, "text": text, "at": at}


def _ledger(analysis: Analysis) -> str:
    return (
        _PUBLISHED
        if analysis.ledger
        else _UNPUBLISHED.get(analysis.book.stand_in(analysis.book.reports[0]) or "", "")
    )


def _own_sections(analysis: Analysis, sentences: Sentences) -> Mapping[str, tuple[str, list[str]]]:
    """Heading and sentences of every section of the site's own pages, by address."""
    pages = ((section, section_address(section)) for section in analysis.book.site_sections)
    return {
        f"{path}#{heading.anchor}": (
            heading.text,
            [text for _, text in lines_below(heading.anchor, sentences.get(path, ()))],
        )
        for section, path in pages
        for heading in section.headings
    }


def _dates(report: Report) -> str:
    record = report.record
    written = f"，成文日期{_day(str(record.written))}" if record.written else ""
    published = f"，原文发布日期{_day(record.published)}" if record.published else ""
    return f"{record.issuer}的报告{written}{published}。全文在这一页。"


def _day(written: str) -> str:
    """The date of ``2022-11-03`` or ``2022-11-03 09:30`` in Chinese."""
    year, month, day = written[:10].split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def contact(analysis: Analysis) -> str:
    """The office to ask and how to reach it, where the publisher has configured that."""
    office = analysis.disclosure.publisher.contact
    ways = (("受理科室", office.office), ("电话", office.telephone), ("电子邮箱", office.email))
    known = "，".join(f"{name}{value}" for name, value in ways if value)
    return f"{known}。" if known else "发布单位还没有配置电话和邮箱。"
