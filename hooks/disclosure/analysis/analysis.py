"""Everything that follows from the facts and the words, worked out once for checks, pages and outputs."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from disclosure.analysis.claims import Claim, claims
from disclosure.analysis.computed_changes import computed_changes
from disclosure.analysis.decisions import Decision, decide
from disclosure.analysis.ledger_status import Progress, progress
from disclosure.analysis.number_account import Account, make_account
from disclosure.analysis.revisions import Corrected, corrections
from disclosure.analysis.statement import (
    ArithmeticStatement,
    ChangeStatement,
    FigureStatement,
    VerdictStatement,
    arithmetic_statements,
    figure_statements,
    verdict_statements,
)
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
    def figures(self) -> Mapping[Observation, FigureStatement]:
        """The statement about each figure, newest report first."""
        return {
            figure.observation: figure
            for report in self.disclosure.reports
            for figure in figure_statements(
                self.disclosure,
                report,
                self.verdicts[report.year],
                self.computed_changes[report.year],
                self.corrections,
            )
        }

    @cached_property
    def verdicts(self) -> Mapping[str, tuple[VerdictStatement, ...]]:
        """Verdict statements by year of report."""
        return self._by_year(lambda report: verdict_statements(self.disclosure, report))

    @cached_property
    def verdicts_by_metric(self) -> Mapping[str, tuple[VerdictStatement, ...]]:
        """Verdict statements by metric, newest report first."""
        found = (verdict for verdicts in self.verdicts.values() for verdict in verdicts)
        return _grouped((verdict.observation.metric, verdict) for verdict in found if verdict.observation)

    @cached_property
    def arithmetic(self) -> Mapping[str, tuple[ArithmeticStatement, ...]]:
        """Statements about claims and the values that they imply, by year of report."""
        return self._by_year(
            lambda report: arithmetic_statements(self.disclosure, report, self.claims[report.year])
        )

    @cached_property
    def arithmetic_by_metric(self) -> Mapping[str, tuple[ArithmeticStatement, ...]]:
        """Statements about claims by metric, newest report first."""
        found = (result for results in self.arithmetic.values() for result in results)
        return _grouped((result.observation.metric, result) for result in found)

    @cached_property
    def computed_changes(self) -> Mapping[str, tuple[ChangeStatement, ...]]:
        """Changes that the site computes, by year of report."""
        return self._by_year(lambda report: computed_changes(self.disclosure, report))

    @cached_property
    def computed_changes_by_metric(self) -> Mapping[str, tuple[ChangeStatement, ...]]:
        """Changes that the site computes, by metric, newest report first."""
        found = (change for changes in self.computed_changes.values() for change in changes)
        return _grouped((change.observation.metric, change) for change in found)

    @cached_property
    def claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """Claims by year of report, for checks only: they hold what is deferred, too."""
        return self._by_year(lambda report: claims(self.disclosure, report))

    @cached_property
    def accounts(self) -> Mapping[str, Account]:
        """The account of numbers by year of report."""
        words = self.book.words
        return {
            report.year: make_account(words[report.year], report.record.exempt)
            for report in self.disclosure.reports
        }

    @cached_property
    def corrected(self) -> Mapping[str, tuple[Corrected, ...]]:
        """Corrections by metric, newest first."""
        return _grouped((corrected.metric, corrected) for corrected in self.corrections)

    @cached_property
    def corrections(self) -> tuple[Corrected, ...]:
        """All corrections, newest first."""
        return corrections(self.disclosure)

    @cached_property
    def text_decisions(self) -> Mapping[str, tuple[Decision, ...]]:
        """Decisions on warnings about the official text, by year of report."""
        return self._by_year(
            lambda report: filter(None, (decide(review, report.as_of) for review in report.record.reviewed))
        )

    @cached_property
    def progress(self) -> Mapping[str, tuple[Progress, ...]]:
        """The progress of ledger items by year of report."""
        return self._by_year(lambda report: progress(self.disclosure, report))

    @property
    def ledger(self) -> tuple[Progress, ...]:
        """The progress of the newest report's ledger items; empty if it has no ledger."""
        return self.progress[self.book.reports[0].year] if self.book.reports else ()

    def _by_year(self, make: Callable[[Report], Iterable[T]]) -> Mapping[str, tuple[T, ...]]:
        return {report.year: tuple(make(report)) for report in self.disclosure.reports}


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    grouped: dict[str, list[T]] = {}
    for key, value in pairs:
        grouped.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in grouped.items()}
