"""Verdicts told together, and counted with the doubtful ones apart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.analysis.verdicts import Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from disclosure.analysis.decisions import Decision


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
    doubtful_hits: int
    """Met, with such a doubt."""

    @property
    def misses(self) -> int:
        """All that are missed and told."""
        return self.missed + self.doubtful_misses

    @property
    def hits(self) -> int:
        """All that are met and told."""
        return self.met + self.doubtful_hits

    @property
    def open(self) -> int:
        """Those that nobody can decide, or that have nothing to be compared with."""
        return self.all - self.misses - self.hits - self.deferred

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Tally:
        """The counts of ``verdicts``."""
        items = list(verdicts)
        told = [item for item in items if not item.deferred]
        sure = Counter(item.outcome for item in told if item.sure)
        doubtful = Counter(item.outcome for item in told if not item.sure)
        return cls(
            all=len(items),
            met=sure[Outcome.MET],
            missed=sure[Outcome.MISSED],
            deferred=len(items) - len(told),
            doubtful_misses=doubtful[Outcome.MISSED],
            doubtful_hits=doubtful[Outcome.MET],
        )
