"""What a report is said not to say must be asked for, and lead to a place that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.facts.not_reported import SEE_LEDGER
from disclosure.findings import Finding, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from disclosure.facts.disclosure import Report


def check_unstated(report: Report, known: Collection[str]) -> Iterator[Finding]:
    """What is wrong with the list of what a report does not say; ``known`` is all that one can be led to.

    A question is asked once: two entries for it would give two answers.
    """
    asked: dict[str, str] = {}
    places = {*known, SEE_LEDGER}
    for item in report.record.unstated:
        if item.see and item.see not in places:
            message = f"没有编号为“{item.see}”的指标、评价重点或标题，也不是 ledger（整改台账）。"
            yield Finding(item.where_is("see"), "bad-unstated", message, nearest(item.see, places))
        for phrase in item.asked:
            if phrase in asked:
                message = f"“{phrase}”已经写在“{asked[phrase]}”那一条里。"
                yield Finding(item.where_is("asked"), "bad-unstated", message)
            asked[phrase] = item.topic
