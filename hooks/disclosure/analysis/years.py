"""What one report says otherwise than the one before: new, gone and restated figures, the ledger's items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from disclosure.analysis.revisions import Restated, restatements
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.ledger import AcceptanceChange, DueChange, Ledger, LedgerItem, Measure
from disclosure.facts.records import Area
from disclosure.text.folding import fold


@dataclass(frozen=True, slots=True)
class Comparison:
    """A report beside the one before it."""

    former: Report
    report: Report
    fresh: tuple[str, ...]
    """Metrics that only the later report gives, in the order of its figures."""
    gone: tuple[str, ...]
    """Metrics that only the former report gives."""
    kept: tuple[str, ...]
    """Metrics that both give."""
    restated: tuple[Restated, ...]
    """Values, and not changes, given anew."""
    lineages: tuple[Lineage, ...]
    """What each area goes on from, in the report's order; empty under one scheme."""
    ledger: LedgerChange | None
    """What became of the ledger; ``None`` while the later report has none."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """An area of a new scheme with what it goes on from; a new one goes on from nothing."""

    area: Area
    former: tuple[Area, ...]
    """Areas of the report before."""
    older: tuple[Area, ...]
    """Areas of schemes that were given up before that report."""


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """A ledger beside the one before it; items in the order of the later one."""

    fresh: tuple[LedgerItem, ...]
    carried: tuple[LedgerItem, ...]
    """Still open."""
    closed: tuple[LedgerItem, ...]
    """Open in the former ledger, and no longer."""
    amended: tuple[Amended, ...]
    """With another due date, acceptance, owner or other measures than at first, or put into new words."""


@dataclass(frozen=True, slots=True)
class Amended:
    """An item of which a ledger does not say what it, or the one before it, said first."""

    former: LedgerItem | None
    """The item in the ledger before; ``None`` where it is new and was changed within the year."""
    item: LedgerItem

    @property
    def due_changes(self) -> tuple[tuple[date, DueChange], ...]:
        """How the due date moved since."""
        return self.item.due_changes[len(self.former.due_changes) if self.former else 0 :]

    @property
    def acceptance_changes(self) -> tuple[tuple[date, AcceptanceChange], ...]:
        """How what shows that it is solved became another since."""
        return self.item.acceptance_changes[len(self.former.acceptance_changes) if self.former else 0 :]

    @property
    def former_words(self) -> str:
        """What the problem was called before."""
        return self.item.sayings[len(self.former.reworded) if self.former else 0].text

    @property
    def reworded(self) -> bool:
        """Whether its words are new."""
        return len(self.item.reworded) > (len(self.former.reworded) if self.former else 0)

    @property
    def former_owner(self) -> str | None:
        """The body that led before, where another one leads now or none is named."""
        owner = self.former.owner if self.former else None
        return owner if owner != self.item.owner else None

    @property
    def dropped_measures(self) -> tuple[Measure, ...]:
        """What was to be done, and is no longer said to be."""
        now = {fold(measure.text) for measure in self.item.measures}
        former = self.former.measures if self.former else ()
        return tuple(measure for measure in former if fold(measure.text) not in now)

    @property
    def notes(self) -> tuple[str, ...]:
        """What was said since."""
        steps = self.item.history[len(self.former.history) if self.former else 0 :]
        return tuple(step.note for step in steps if step.note)

    def __bool__(self) -> bool:
        changes = (self.due_changes, self.acceptance_changes, self.dropped_measures)
        return any(changes) or self.reworded or self.former_owner is not None


def compare(disclosure: Disclosure, report: Report) -> Comparison | None:
    """The report beside the last one before it; ``None`` for the first."""
    former = next(disclosure.before(report.year), None)
    if former is None:
        return None
    return Comparison(
        former,
        report,
        fresh=tuple(name for name in report.by_metric if name not in former.by_metric),
        gone=tuple(name for name in former.by_metric if name not in report.by_metric),
        kept=tuple(name for name in report.by_metric if name in former.by_metric),
        restated=tuple(one for one in restatements(disclosure, report) if one.field == "value"),
        lineages=tuple(_lineages(disclosure, former, report)),
        ledger=_ledger(former.ledger, report.ledger) if report.ledger else None,
    )


def _lineages(disclosure: Disclosure, former: Report, report: Report) -> Iterator[Lineage]:
    for area in report.areas if report.scheme.id != former.scheme.id else ():
        older = [name for name in area.succeeds if name not in former.scheme.areas]
        yield Lineage(
            area,
            report.counterparts(area.id, former),
            tuple(_area(disclosure, former, name) for name in older if name in disclosure.areas),
        )


def _area(disclosure: Disclosure, former: Report, name: str) -> Area:
    """An area as the last report before ``former`` has it that knows it."""
    earlier = (other.scheme.areas for other in disclosure.before(former.year))
    return next((areas[name] for areas in earlier if name in areas), disclosure.areas[name])


def _ledger(former: Ledger | None, now: Ledger) -> LedgerChange:
    known = former.items if former else {}
    items = now.items.values()
    return LedgerChange(
        fresh=tuple(item for item in items if item.id not in known),
        carried=tuple(item for item in items if item.id in known and item.open),
        closed=tuple(item for item in items if item.id in known and known[item.id].open and not item.open),
        amended=tuple(filter(None, (Amended(known.get(item.id), item) for item in items))),
    )
