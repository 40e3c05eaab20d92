"""Runs every check whose needs could be read; one finding for each cause lists the skipped checks."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from importlib import import_module
from pkgutil import walk_packages

from disclosure import checks
from disclosure.analysis.decisions import decide
from disclosure.checks.figures.reviews import check_reviews
from disclosure.checks.register.chain import check_chain
from disclosure.checks.registry import REPORT_CHECKS, SITE_CHECKS, Doubt
from disclosure.facts.disclosure import Report
from disclosure.findings import Finding, Where, depends, errors, origin
from disclosure.register.register import Register

for _module in walk_packages(checks.__path__, f"{checks.__name__}."):
    import_module(_module.name)  # registers its checks


def run_checks(register: Register, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of all checks; ``found`` are those from reading the files."""
    analysis, causes = register.analysis, [finding for finding in errors(found) if finding.about]
    skipped: dict[tuple[Where, str], list[str]] = {}
    for site_check in SITE_CHECKS:
        yield from site_check(analysis)
    yield from check_chain(register)
    for report in analysis.disclosure.reports:
        doubts = []
        for check in REPORT_CHECKS:
            needs = check.subjects(report)
            cause = next((finding for finding in causes if depends(needs, finding.about)), None)
            if cause:
                skipped.setdefault((origin(cause, causes).where, report.year), []).append(check.title)
                continue
            for result in check.run(register, report):
                if isinstance(result, Doubt):
                    doubts.append(replace(result, finding=_needing(result.finding, needs)))
                else:
                    yield _needing(result, needs)
        yield from unreviewed(doubts, report)
        yield from check_reviews(analysis, report, doubts)
    for cause in causes:
        for year in re.findall(r"data/(\d{4})/report\.yml", " ".join(cause.about)):
            skipped[origin(cause, causes).where, year] = ["数值、正文、台账、意见和更正"]
    for (where, year), titles in skipped.items():
        yield Finding(where, "not-checked", f"因为这里读不了，{year} 年的报告没有检查：{'、'.join(titles)}。")


def _needing(finding: Finding, needs: AbstractSet[str]) -> Finding:
    return replace(finding, because=finding.because | needs)


def unreviewed(doubts: Iterable[Doubt], report: Report) -> Iterator[Finding]:
    """The findings of doubts that have no review, or whose deferral has lapsed."""
    reviews = {(review.code, review.words): review for review in report.record.reviewed}
    below: dict[tuple[str, str], list[Doubt]] = {}
    for doubt in doubts:
        subject, code = doubt.subject, doubt.finding.code
        review = reviews.get((code, subject)) if isinstance(subject, str) else subject.reviewed.get(code)
        decision = decide(review, report.as_of)
        if decision and not decision.lapsed:
            continue
        if doubt.heading is None:
            yield doubt.finding
        else:
            below.setdefault((code, doubt.heading), []).append(doubt)
    for first, *others in below.values():
        listed = "、".join(f"“{doubt.subject}”" for doubt in (first, *others))
        yield Finding(first.finding.where, first.finding.code, f"{first.finding.message}：{listed}。")
