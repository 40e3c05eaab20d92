"""Verdicts told together, and counted with the doubtful ones apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.reckoning.verdicts import Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from disclosure.reckoning.decisions import Decision


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """Figures of which one standard says the same."""

    verdicts: tuple[Verdict, ...]

    @property
    def first(self) -> Verdict:
        """The verdict that speaks for all."""
        return self.verdicts[0]

    def anchor(self, year: str) -> str:
        """Its id on the page of standards, in the list of one report."""
        item = self.first.observation
        figure = f"-{item.anchor.replace('@', '-')}" if item else ""
        return f"verdict-{self.first.standard.id}-{year}{figure}"


def grouped(verdicts: Iterable[Verdict]) -> tuple[VerdictGroup, ...]:
    """Verdicts, missed ones first, those that say the same of several figures told once."""
    found: dict[object, list[Verdict]] = {}
    for item in sorted(verdicts, key=lambda item: item.outcome.rank):
        year = item.observation.year if item.observation else None
        key = (item.standard.id, year, item.outcome, item.why, _said(item.decision))
        found.setdefault(key, []).append(item)
    return tuple(VerdictGroup(tuple(items)) for items in found.values())


def _said(decision: Decision | None) -> tuple[object, ...]:
    """What readers see of a decision."""
    if decision is None:
        return ()
    review = decision.review
    return review.decision, review.reason, review.office, review.date, decision.lapsed


@dataclass(frozen=True, slots=True)
class Tally:
    """Verdicts counted, doubtful ones apart."""

    all: int
    met: int
    missed: int
    """Only of those that are sure."""
    deferred: int
    doubtful_misses: int
    """Missed, but on a basis that was not read or with a doubt beside it."""

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Tally:
        """The counts of ``verdicts``."""
        items = list(verdicts)
        sure = [item.outcome for item in items if item.sure]
        deferred = sum(item.deferred for item in items)
        missed = sum(item.outcome is Outcome.MISSED and not item.deferred for item in items)
        met, surely = sure.count(Outcome.MET), sure.count(Outcome.MISSED)
        return cls(len(items), met, surely, deferred, missed - surely)
