"""Decisions must be complete, have a subject, and lapse in time."""

from collections.abc import Collection, Iterator
from datetime import date

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.decisions import decide
from disclosure.checks.registry import ALL_DATES, LEDGER, WORDS, Doubt
from disclosure.facts.disclosure import Report
from disclosure.facts.records import Review
from disclosure.findings import Finding, nearest
from disclosure.rules import RULES

_DEFERRABLE = frozenset({"verdict", "implied"})
"""Subjects that may be deferred: statements of the site, but not doubts about the report."""


_STATED = frozenset({"data/metrics/*", "data/standards.yml*", "data/*/values.yml*", "data/*/report.yml"})
"""The subjects that the site's statements about figures depend on."""
_QUOTED = (WORDS, f"{LEDGER}*", "data/{year}/report.yml#*")
"""The subjects that the site's statements about words depend on."""


def check_reviews(analysis: Analysis, report: Report, doubts: Collection[Doubt]) -> Iterator[Finding]:
    """Faults of the decisions of one report.

    A decision can only be called unused where everything that it could be about was read.
    """
    year, verdicts, claims = report.year, analysis.verdicts[report.year], analysis.claims[report.year]
    quoted, doubted = (
        {need.format(year=year) for need in _QUOTED},
        [(doubt.finding.code, doubt.subject) for doubt in doubts],
    )
    computed = analysis.computed_changes[report.year]
    about = {
        *((verdict.observation.reference, "verdict") for verdict in verdicts if verdict.observation),
        *((claim.observation.reference, "implied") for claim in claims if claim.implied),
        *((change.observation.reference, "implied") for change in computed),
        *((subject.reference, code) for code, subject in doubted if not isinstance(subject, str)),
    }
    as_of = report.record.as_of
    if as_of and as_of < report.last_day:
        yield Finding(
            report.record.where_is("as_of"),
            "ledger-order",
            f"as_of 是 {as_of}，这份报告的数据却已写到 {report.last_day}。",
        )
    for observation in report.observations:
        for statement, review in observation.reviewed.items():
            if (observation.reference, statement) not in about:
                known = {name for reference, name in about if reference == observation.reference}
                yield Finding(
                    review.where,
                    "review-unused",
                    f"“{observation.reference}”没有名为“{statement}”的结论、推算或提示。",
                    nearest(statement, known),
                    because=_STATED
                    if statement in _DEFERRABLE
                    else _STATED | quoted
                    if statement in RULES
                    else {f"data/{year}/report.yml", f"data/{year}/values.yml"},
                )
            yield from _complete(review, report.as_of)
            if review.deferred and statement not in _DEFERRABLE:
                yield Finding(
                    review.where_is("decision"),
                    "review-incomplete",
                    f"“{statement}”是提示，只能公开或加注公开，不能缓公开。",
                )
    for text_review in report.record.reviewed:
        words = [words for code, words in doubted if code == text_review.code and isinstance(words, str)]
        if text_review.words not in words:
            yield Finding(
                text_review.where,
                "review-unused",
                f"没有关于“{text_review.words}”的提示 {text_review.code}。",
                nearest(text_review.words, words),
                because=frozenset(quoted),
            )
        yield from _complete(text_review, report.as_of)


def _complete(review: Review, as_of: date) -> Iterator[Finding]:
    if review.date and review.date > as_of:
        yield Finding(
            review.where_is("date"),
            "review-incomplete",
            f"决定的日期 {review.date} 晚于数据核定的日期 {as_of}（report.yml 的 as_of）。",
            because=ALL_DATES,
        )
    if not review.deferred:
        return
    missing = [name for name in ("office", "date") if getattr(review, name) is None]
    if missing:
        yield Finding(review.where, "review-incomplete", f"缓公开缺少 {'、'.join(missing)}。")
    decision = decide(review, as_of)
    if decision and decision.lapsed:
        yield Finding(
            review.where,
            "review-lapsed",
            f"缓公开自 {review.date} 起，到 {decision.until} 为止；数据核定于 {as_of}，已恢复公开。",
        )
