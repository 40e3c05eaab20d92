"""All checks of what follows from the facts, report by report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.checks.doubts import unreviewed
from disclosure.checks.figures.arithmetic import check_claims
from disclosure.checks.figures.not_reported import check_unstated
from disclosure.checks.figures.open_numbers import check_numerals
from disclosure.checks.figures.plausibility import check_neighbours
from disclosure.checks.figures.reviews import check_reviews
from disclosure.checks.figures.similar_terms import check_terms
from disclosure.checks.ledger.clause_matches import check_matches, unsaid
from disclosure.checks.ledger.completeness import check_ledger
from disclosure.checks.ledger.mentions import check_mentions
from disclosure.checks.ledger.quotations import Passages, unquoted
from disclosure.checks.ledger.succession import check_discontinued, check_succession
from disclosure.checks.opinions.offices import check_offices
from disclosure.checks.opinions.opinions import check_notice, check_opinions
from disclosure.checks.register.corrections import check_corrections
from disclosure.checks.register.ledger import check_published_ledger
from disclosure.checks.register.opinions import check_published_opinions
from disclosure.facts.disclosure import PROBLEM_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from disclosure.facts.disclosure import Report
    from disclosure.facts.observations import Observation
    from disclosure.findings import Finding, Where
    from disclosure.register.register import Register


def _known(report: Report, spoken: Mapping[str, str]) -> set[str]:
    """What an opinion may be about; a metric alone does not say which of its figures."""
    ledger = report.ledger.items if report.ledger else {}
    figures = {item.reference for item in report.observations}
    return figures | {*spoken, *report.scheme.areas, *PROBLEM_SECTIONS, *ledger}


Reading = dict[str, tuple["Observation", ...]]
"""The figures whose values each section prints, in the order of reading."""


def check_reckoning(
    register: Register,
    report: Report,
    reading: Reading,
    passages: Passages,
    headings: Mapping[str, Mapping[str, Where]],
) -> Iterator[Finding]:
    """Everything wrong with the numbers, claims, decisions, corrections and the ledger of one report.

    ``passages`` are the problems and next steps of all reports by year, section and anchor; ``headings``
    the places of those of this one, by section and anchor.
    """
    analysis = register.analysis
    disclosure, claims = analysis.disclosure, analysis.claims[report.year]
    words = analysis.book.words.get(report.year)
    misquoted = False
    doubts = [*check_claims(disclosure, claims), *check_neighbours(disclosure, report, claims, reading)]
    if words is not None:
        own, problems = passages.get(report.year, {}), headings.get(PROBLEM_SECTIONS[0], {})
        doubts += check_terms(words)
        doubts += unquoted(report, own, problems, words.get(PROBLEM_SECTIONS[0]))
        if not disclosure.unsure(report.ledger_path):  # else there may be a ledger
            doubts += unsaid(report, own, headings, words)
        yield from check_numerals(report, analysis.accounts[report.year])
        spoken = {anchor: text for part in own.values() for anchor, text in part.items()}
        yield from check_mentions(report, spoken)
        yield from check_matches(report, own)
        ledger = list(check_ledger(disclosure, report, passages, problems))
        misquoted = any(finding.code == "bad-passage" for finding in ledger)
        yield from ledger
        yield from check_opinions(disclosure, report, _known(report, spoken))
        yield from check_unstated(report, _known(report, spoken) | set(report.by_metric))
        yield from check_notice(report)
    yield from check_offices(report)
    yield from check_published_ledger(register, report)
    yield from check_published_opinions(register, report)
    yield from check_succession(disclosure, report)
    yield from check_discontinued(disclosure, report)
    yield from unreviewed(doubts, report)
    if not disclosure.uncertain:  # else what a review is about might only be missing
        untold = {"ledger-unquoted"} if misquoted else set()
        yield from check_reviews(report, analysis.verdicts[report.year], claims, doubts, untold)
    # Else a value or a correction that could not be read would look withdrawn.
    if not disclosure.unsure(f"data/{report.year}/corrections.yml"):
        yield from check_corrections(register, report)
