"""Links between problems, next steps and focus areas must rest on words of the report."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.checks.registry import report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import PROBLEM_SECTIONS, Report
from disclosure.findings import Finding, nearest
from disclosure.report.source_text import HOLE
from disclosure.text.folding import fold


@report_check()
def check_mentions(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """What is wrong with the links of a report."""
    sections = analysis.book.passages[report.year].values()
    passages = {anchor: text for section in sections for anchor, text in section.items()}
    unread = subjects.anchors(*(f"*/{report.year}/{name}.md" for name in PROBLEM_SECTIONS))
    for mention in report.record.mentions:
        if mention.heading not in passages:
            message = f"problems.md 和 next-steps.md 里没有编号为“{mention.heading}”的标题。"
            guess = nearest(mention.heading, passages)
            yield Finding(mention.where_is("heading"), "bad-mention", message, guess, because=unread)
        elif not any(part in fold(passages[mention.heading]) for part in (fold(mention.words), HOLE)):
            yield Finding(
                mention.where_is("words"),
                "bad-mention",
                f"“{mention.heading}”那一节里没有“{mention.words}”。",
            )
        if mention.area not in report.scheme.areas:
            message = f"这份报告的评价方案里没有“{mention.area}”这个评价重点。"
            guess = nearest(mention.area, report.scheme.areas)
            yield Finding(mention.where_is("area"), "bad-mention", message, guess)
