"""Links between problems, next steps and focus areas must rest on words of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.findings import Finding, nearest
from disclosure.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from disclosure.facts.disclosure import Report


def check_mentions(report: Report, passages: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the links of a report; ``passages`` are its problems and next steps by anchor."""
    for mention in report.record.mentions:
        if mention.heading not in passages:
            message = f"problems.md 和 next-steps.md 里没有编号为“{mention.heading}”的标题。"
            guess = nearest(mention.heading, passages)
            yield Finding(mention.where_is("heading"), "bad-mention", message, guess)
        elif fold(mention.words) not in fold(passages[mention.heading]):
            message = f"“{mention.heading}”那一节里没有“{mention.words}”。"
            yield Finding(mention.where_is("words"), "bad-mention", message)
        if mention.area not in report.scheme.areas:
            message = f"这份报告的评价方案里没有“{mention.area}”这个评价重点。"
            guess = nearest(mention.area, report.scheme.areas)
            yield Finding(mention.where_is("area"), "bad-mention", message, guess)
