"""Progress of ledger items on the ledger's own date: overdue, stale, accepted, carried over."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from disclosure.analysis.requirements import Outcome, Span, meets
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.ledger import DONE, STATES, Acceptance, Ledger, LedgerItem, Measure, Problem
from disclosure.facts.observations import Observation
from disclosure.facts.period import Manner


@dataclass(frozen=True)
class Progress:
    """The progress of one ledger item on the ledger's date."""

    item: LedgerItem
    ledger: Ledger
    report: Report
    accepted_by: Observation | None
    """The figure that its acceptance names; ``None`` if no report gives it."""

    @property
    def overdue(self) -> bool:
        """Whether it is past its due date without being done: a flag, not a state.

        A permanent task (长期坚持) needs no due date; if it has one, that holds until it is openly withdrawn.
        """
        due = self.item.due
        return due is not None and due < self.ledger.as_of and self.item.state not in DONE

    @property
    def days_overdue(self) -> int:
        """Days since the due date; zero unless it is overdue."""
        return (self.ledger.as_of - self.item.due).days if self.item.due and self.overdue else 0

    @property
    def days_still(self) -> int:
        """Days since its last entry; zero once it is closed."""
        return (self.ledger.as_of - self.item.history[-1].date).days if self.item.open else 0

    @property
    def stale(self) -> bool:
        """Whether nothing was entered for longer than the ledger allows."""
        return self.days_still > self.ledger.stale_after

    @property
    def outcome(self) -> Outcome:
        """Whether the figure meets the acceptance; undecided without a figure or a limit."""
        wanted, figure = self.item.acceptance, self.accepted_by
        if figure and figure.value and wanted and wanted.requires and wanted.limit:
            return Outcome.of(meets(Span.of(figure.value), wanted.requires, wanted.limit.value))
        return Outcome.UNDECIDED

    @property
    def step(self) -> int:
        """The index of its state, from zero to five."""
        return STATES.index(self.item.state)

    def quotes(self, headings: Collection[str]) -> bool:
        """Whether it quotes its own report below one of ``headings``."""
        parts: tuple[Problem | Measure, ...] = (*self.item.wordings, *self.item.measures)
        return any(part.heading in headings and part.quotes(self.report.year) for part in parts)

    @property
    def carried_from(self) -> str | None:
        """The year of the report that named the problem, where it was an earlier one."""
        problem = self.item.problem
        return None if problem.quotes(self.report.year) else problem.report


def progress(disclosure: Disclosure, report: Report) -> Iterator[Progress]:
    """The items of a report's ledger, in its order."""
    if ledger := report.ledger:
        for item in ledger.items.values():
            yield Progress(item, ledger, report, _figure(disclosure, report, item.acceptance))


def _figure(disclosure: Disclosure, report: Report, acceptance: Acceptance | None) -> Observation | None:
    """The newest value of the acceptance's metric that this report or an earlier one gives; no aim."""
    if acceptance is None or acceptance.metric is None:
        return None
    figures = disclosure.observations(acceptance.metric)
    return next(
        (
            figure
            for figure in figures
            if figure.value
            and figure.category == acceptance.category
            and figure.year <= report.year
            and figure.period.manner is not Manner.AIM
        ),
        None,
    )


def vanished(disclosure: Disclosure, report: Report) -> Iterator[tuple[str, LedgerItem]]:
    """Open items of the previous ledger that this report's lacks, each with the previous ledger's year."""
    former = next((other for other in disclosure.before(report.year) if other.ledger), None)
    if former is None or former.ledger is None:
        return
    known: Mapping[str, LedgerItem] = report.ledger.items if report.ledger else {}
    for name, item in former.ledger.items.items():
        if item.open and name not in known:
            yield former.year, item
