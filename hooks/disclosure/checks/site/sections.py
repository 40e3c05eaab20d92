"""Checks of what ``report.yml`` says of the parts of a report (``sections``)."""

import re
from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.checks.registry import INDEX, Doubt, report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Report
from disclosure.facts.records import About
from disclosure.findings import Finding, nearest

_CALLED: dict[About, re.Pattern[str]] = {
    "问题": re.compile(r"(?:存在|面临|主要)的?(?:主要|突出|一些)?(?:问题|困难|不足)|问题(?:和|与|及)不足"),
    "打算": re.compile(r"下一?步|打算|今后"),
}
"""What reports call their part about problems, and that about plans."""


@report_check()
def check_sections(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Parts whose file or heading does not exist, and parts named twice."""
    headings = {
        section.name: [heading.anchor for heading in section.headings]
        for section in analysis.book.own(report.year)
    }
    named = set()
    for record in report.record.sections:
        if not record.where.path:  # a usual name, which no one has written
            continue
        unread = subjects.anchors(f"*/{report.year}/{record.file}.md")
        about, anchors = {subjects.sections(report.year)}, headings.get(record.file)
        if (record.file, record.heading) in named:
            yield Finding(record.where, "listed-twice", "这一部分在 sections 里已经写过一次。")
        elif record.file == "index":
            message = "index.md 里有开头和落款；问题和打算另放一个文件，用 {{ section … }} 编进来。"
            yield Finding(record.where_is("file"), "unknown-section", message, about=about)
        elif anchors is None:
            guess, message = nearest(record.file, headings), f"没有 {record.file}.md 这个正文文件。"
            yield Finding(record.where_is("file"), "unknown-section", message, guess, about, unread)
        elif record.heading and record.heading not in anchors:
            guess = nearest(record.heading, anchors)
            message = f"{record.file}.md 里没有编号为“{record.heading}”的标题。"
            yield Finding(record.where_is("heading"), "unknown-section", message, guess, about, unread)
        named.add((record.file, record.heading))


@report_check("有没有漏写的问题和打算", INDEX)
def check_unnamed(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Headings that are about problems or plans, by their words, in a file that is not named for them."""
    book = analysis.book
    for section in book.composed(report.year):
        for heading in section.headings:
            about = next((about for about, words in _CALLED.items() if words.search(heading.text)), None)
            named = book.passages(report.year, about).values() if about else ()
            if about and not any(passage.section is section for passage in named):
                yield Doubt(
                    Finding(
                        section.markdown.where(heading.offset),
                        "section-unnamed",
                        f"“{heading.text}”像是写{about}的，report.yml 的 sections 里却没有写。",
                        because={subjects.sections(report.year)},
                    ),
                    heading.text,
                )
