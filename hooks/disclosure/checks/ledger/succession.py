"""From one report to the next: where areas and metrics went."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.revisions import compare
from disclosure.checks.registry import report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Report
from disclosure.findings import Finding, nearest


@report_check()
def check_discontinued(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Reasons why a metric is no longer given, where it never was, or still is."""
    disclosure = analysis.disclosure
    comparison = compare(disclosure, report) if report.record.discontinued else None
    gone = comparison.gone if comparison else ()
    for name in report.record.discontinued:
        if name in gone:
            continue
        known = name in disclosure.metrics
        message = f"“{name}”不是上一年报过、这一年不再报的指标。" if known else f"没有“{name}”这个指标。"
        guess = nearest(name, gone if known else disclosure.metrics)
        where, because = (
            report.record.where_is("discontinued"),
            subjects.values(name) | {subjects.METRIC_FILES},
        )
        yield Finding(where, "bad-discontinued", message, guess, because=because)


@report_check()
def check_succession(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Areas of a report, and of the one before it, to which nothing in the other corresponds.

    An area may be new, or be given up: it is for the clerk to say whether it was only forgotten.
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
        return  # which one a misspelt name means can't be said
    for area in former.areas:
        if not former.counterparts(area.id, report):
            yield Finding(
                report.scheme.where,
                "area-unmapped",
                f"{former.year} 年的“{area.short}”（{area.id}），没有哪个评价重点接续它。",
                because=unread,
            )
