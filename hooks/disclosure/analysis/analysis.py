"""Everything that follows from the facts and the words, worked out once for checks, pages and outputs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from disclosure.analysis import revisions as history
from disclosure.analysis.claims import Claim, claims
from disclosure.analysis.decisions import Decision, decide
from disclosure.analysis.ledger_status import Progress, progress
from disclosure.analysis.number_account import Account, make_account
from disclosure.analysis.revisions import Corrected
from disclosure.analysis.statement import (
    ArithmeticStatement,
    FigureStatement,
    Statement,
    VerdictStatement,
    arithmetic_statements,
    figure_statements,
    verdict_statements,
)
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.observations import Observation
from disclosure.report.book import Book

T = TypeVar("T")
S = TypeVar("S", bound="Statement")


@dataclass(frozen=True)
class Analysis:
    """What follows from the facts of a book and the words of its reports."""

    book: Book

    @property
    def disclosure(self) -> Disclosure:
        """The facts."""
        return self.book.disclosure

    @cached_property
    def figures(self) -> Mapping[Observation, FigureStatement]:
        """What may be said of each figure, reports newest first."""
        return MappingProxyType(
            {
                item.observation: item
                for report in self.disclosure.reports
                for item in figure_statements(
                    self.disclosure, report, self.verdicts[report.year], self.corrections
                )
            }
        )

    @cached_property
    def verdicts(self) -> Mapping[str, tuple[VerdictStatement, ...]]:
        """What may be said of the verdicts, by year of report."""
        return self._by_year(lambda report: verdict_statements(self.disclosure, report))

    @cached_property
    def verdicts_by_metric(self) -> Mapping[str, tuple[VerdictStatement, ...]]:
        """The same by metric, newest report first."""
        return _by_metric(self.verdicts)

    @cached_property
    def arithmetic(self) -> Mapping[str, tuple[ArithmeticStatement, ...]]:
        """What may be said of the claims and of the values that they imply, by year of report."""
        return self._by_year(
            lambda report: arithmetic_statements(self.disclosure, report, self.claims[report.year])
        )

    @cached_property
    def arithmetic_by_metric(self) -> Mapping[str, tuple[ArithmeticStatement, ...]]:
        """The same by metric, newest report first."""
        return _by_metric(self.arithmetic)

    @cached_property
    def claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims by year of report, for checks: they are not all for readers."""
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
    def text_decisions(self) -> Mapping[str, tuple[Decision, ...]]:
        """What was decided on notices about words of the official text, by year of report."""
        return self._by_year(
            lambda report: filter(None, (decide(item, report.as_of) for item in report.record.reviewed))
        )

    @cached_property
    def progress(self) -> Mapping[str, tuple[Progress, ...]]:
        """The items of the ledgers by year of report."""
        return self._by_year(lambda report: progress(self.disclosure, report))

    @property
    def ledger(self) -> tuple[Progress, ...]:
        """The items of the newest report's ledger; empty where it has none."""
        return self.progress[self.book.reports[0].year] if self.book.reports else ()

    def _by_year(self, make: Callable[[Report], Iterable[T]]) -> Mapping[str, tuple[T, ...]]:
        return MappingProxyType({report.year: tuple(make(report)) for report in self.disclosure.reports})


def _by_metric(by_year: Mapping[str, tuple[S, ...]]) -> Mapping[str, tuple[S, ...]]:
    items = (item for found in by_year.values() for item in found)
    return _grouped((item.observation.metric, item) for item in items if item.observation)


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    grouped: dict[str, list[T]] = {}
    for key, item in pairs:
        grouped.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(items) for key, items in grouped.items()})
