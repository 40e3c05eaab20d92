"""Everything that follows from the facts and the words, worked out once for checks, pages and outputs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from disclosure.analysis import revisions as history
from disclosure.analysis.claims import Agreement, Claim, claims
from disclosure.analysis.decisions import decide
from disclosure.analysis.ledger_status import Progress, progress
from disclosure.analysis.number_account import Account, make_account
from disclosure.analysis.verdicts import Verdict, verdicts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from disclosure.analysis.decisions import Decision
    from disclosure.analysis.revisions import Corrected
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.observations import Observation
    from disclosure.report.book import Book


T = TypeVar("T")


@dataclass(frozen=True)
class Analysis:
    """What follows from the facts of a book and the words of its reports."""

    book: Book

    @property
    def disclosure(self) -> Disclosure:
        """The facts."""
        return self.book.disclosure

    @cached_property
    def verdicts(self) -> Mapping[str, tuple[Verdict, ...]]:
        """Verdicts by year of report."""
        return self._by_year(lambda report: verdicts(self.disclosure, report))

    @cached_property
    def claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims by year of report."""
        return self._by_year(lambda report: claims(self.disclosure, report))

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """The account of numbers by year of report; only of reports whose words could be read."""
        reports = {report.year: report for report in self.disclosure.reports}
        return MappingProxyType(
            {
                year: make_account(words, reports[year].record.exempt)
                for year, words in self.book.words.items()
            }
        )

    @cached_property
    def corrected(self) -> Mapping[str, tuple[Corrected, ...]]:
        """Corrections by metric, newest first."""
        return _grouped((item.metric, item) for item in self.corrections)

    @cached_property
    def corrections(self) -> tuple[Corrected, ...]:
        """All corrections, newest first."""
        return history.corrections(self.disclosure)

    @cached_property
    def verdicts_by_metric(self) -> Mapping[str, tuple[Verdict, ...]]:
        """Verdicts of each metric, newest report first."""
        return _grouped(
            (item.observation.metric, item)
            for report in self.disclosure.reports
            for item in self.verdicts[report.year]
            if item.observation
        )

    @cached_property
    def claims_by_metric(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims of each metric, newest report first."""
        return _grouped(
            (item.observation.metric, item)
            for report in self.disclosure.reports
            for item in self.claims[report.year]
        )

    @cached_property
    def progress(self) -> Mapping[str, tuple[Progress, ...]]:
        """The items of the ledgers by year of report."""
        return self._by_year(lambda report: progress(self.disclosure, report))

    @property
    def ledger(self) -> tuple[Progress, ...]:
        """The items of the newest report's ledger; empty where it has none."""
        return self.progress[self.book.reports[0].year] if self.book.reports else ()

    def shows(self, claim: Claim) -> bool:
        """Whether what a claim implies may be shown: nobody decided otherwise for now."""
        if claim.implied is None or claim.agreement is not Agreement.UNCHECKED:
            return False
        decision = self.decision(claim.observation, "implied")
        return claim.implied.possible and not (decision and decision.deferred)

    def decision(self, observation: Observation, statement: str) -> Decision | None:
        """What was decided on a statement about a figure, as it holds on the report's own date."""
        report = self.disclosure.report(observation.year)
        return decide(observation.reviewed.get(statement), report.as_of) if report else None

    def superseding(self, observation: Observation) -> Observation | None:
        """What a later report says of the same figure and period."""
        return history.superseding(self.disclosure, observation)

    def _by_year(self, make: Callable[[Report], Iterable[T]]) -> Mapping[str, tuple[T, ...]]:
        return MappingProxyType({report.year: tuple(make(report)) for report in self.disclosure.reports})


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    grouped: dict[str, list[T]] = {}
    for key, item in pairs:
        grouped.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(items) for key, items in grouped.items()})
