"""From one report to the next: where areas and metrics went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.analysis.years import compare
from disclosure.findings import Finding, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.disclosure import Disclosure, Report


def check_discontinued(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """Reasons why a metric is no longer given, where it never was, or still is."""
    comparison = compare(disclosure, report) if report.record.discontinued else None
    gone = comparison.gone if comparison else ()
    for name in report.record.discontinued:
        if name in gone or disclosure.unsure(name):
            continue
        known = name in disclosure.metrics
        message = f"“{name}”不是上一年报过、这一年不再报的指标。" if known else f"没有“{name}”这个指标。"
        guess = nearest(name, gone if known else disclosure.metrics)
        yield Finding(report.record.where_is("discontinued"), "bad-discontinued", message, guess)


def check_succession(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """Areas of a report, and of the one before it, to which nothing in the other corresponds.

    An area may be new, or be given up: it is for the clerk to say whether it was only forgotten.
    """
    former = next(disclosure.before(report.year), None)
    if former is None or former.scheme.id == report.scheme.id:
        return
    for area in report.areas:
        if not area.succeeds and not report.counterparts(area.id, former):
            message = f"“{area.short}”没有写接续 {former.year} 年的哪个评价重点（succeeds）。"
            yield Finding(area.where, "area-unmapped", message)
    known = {name for scheme in disclosure.schemes.values() for name in scheme.areas}
    if any(not known.issuperset(area.succeeds) for area in report.areas):
        return  # which one a misspelt name means can't be said
    for area in former.areas:
        if not former.counterparts(area.id, report):
            message = f"{former.year} 年的“{area.short}”（{area.id}），没有哪个评价重点接续它。"
            yield Finding(report.scheme.where, "area-unmapped", message)
