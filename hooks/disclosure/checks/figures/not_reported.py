"""Checks what a report lists as not reported or no longer reported."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.revisions import compare
from disclosure.checks.opinions.opinions import depends_on, known
from disclosure.checks.registry import report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Report
from disclosure.facts.records import SEE_LEDGER
from disclosure.findings import Finding, nearest


@report_check()
def check_unstated(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Faults in the list of questions that the report does not answer.

    Each question may occur once, since two entries would give two answers.
    """
    asked: dict[str, str] = {}
    ledger = [SEE_LEDGER] if analysis.book.ledger_title(report) else []
    places = {*known(analysis.book, report), *report.by_metric, *ledger}
    for item in report.record.unstated:
        if item.see and item.see not in places:
            yield Finding(
                item.where_is("see"),
                "bad-unstated",
                f"没有编号为“{item.see}”的指标、评价重点或标题，也不是 ledger（整改台账）。",
                nearest(item.see, places),
                because=depends_on(item.see, report),
            )
        for phrase in item.asked:
            if phrase in asked:
                yield Finding(
                    item.where_is("asked"), "bad-unstated", f"“{phrase}”已经写在“{asked[phrase]}”那一条里。"
                )
            asked[phrase] = item.topic


@report_check()
def check_discontinued(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Entries of ``discontinued`` for metrics that were never reported, or still are."""
    disclosure = analysis.disclosure
    comparison = compare(disclosure, report) if report.record.discontinued else None
    gone = comparison.gone if comparison else ()
    for name in (name for name in report.record.discontinued if name not in gone):
        known = name in disclosure.metrics
        yield Finding(
            report.record.where_is("discontinued"),
            "bad-discontinued",
            f"“{name}”不是上一年报过、这一年不再报的指标。" if known else f"没有“{name}”这个指标。",
            nearest(name, gone if known else disclosure.metrics),
            because=subjects.values(name) | {subjects.METRIC_FILES},
        )
