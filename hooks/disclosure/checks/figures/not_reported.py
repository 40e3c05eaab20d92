"""What a report is said not to say must be asked for, and lead to a place that there is."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.checks.opinions.opinions import depends_on, known
from disclosure.checks.registry import report_check
from disclosure.facts.disclosure import Report
from disclosure.facts.records import SEE_LEDGER
from disclosure.findings import Finding, nearest


@report_check()
def check_unstated(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """What is wrong with the list of what a report does not say.

    A question is asked once: two entries for it would give two answers.
    """
    asked: dict[str, str] = {}
    places = {*known(analysis.book, report), *report.by_metric, SEE_LEDGER}
    for item in report.record.unstated:
        if item.see and item.see not in places:
            message = f"没有编号为“{item.see}”的指标、评价重点或标题，也不是 ledger（整改台账）。"
            because = depends_on(item.see, report)
            yield Finding(
                item.where_is("see"), "bad-unstated", message, nearest(item.see, places), because=because
            )
        for phrase in item.asked:
            if phrase in asked:
                yield Finding(
                    item.where_is("asked"), "bad-unstated", f"“{phrase}”已经写在“{asked[phrase]}”那一条里。"
                )
            asked[phrase] = item.topic
