"""What a notice for the board of a school or a village says on one sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.analysis.verdict_counts import VerdictGroup, grouped
from disclosure.analysis.verdicts import Outcome
from disclosure.pages.highlights import Highlight, highlights

if TYPE_CHECKING:
    from disclosure.analysis.analysis import Analysis
    from disclosure.facts.disclosure import Report
    from disclosure.facts.records import Area

_MOST = 4
"""So many missed standards have room on the sheet."""
_TYPES = (("large", 11), ("middling", 17), ("small", 21))
"""How large the type can be up to so much on the sheet."""


@dataclass(frozen=True, slots=True)
class Board:
    """The notice of one report."""

    areas: tuple[tuple[Area, Highlight | None], ...]
    """The areas that the report has a section of, each with its first figure."""
    compared: int
    """How many verdicts say whether a standard is met."""
    missed: tuple[VerdictGroup, ...]
    more: int
    """Missed standards for which there is no room."""
    deferred: int
    """Verdicts that are held back."""
    problems: tuple[str, ...]
    """The headings of the problems that the report admits."""

    @property
    def type(self) -> str:
        """How large the type can be: a missed standard takes as much room as two areas or problems."""
        much = len(self.areas) + 2 * len(self.missed) + bool(self.more) + bool(self.deferred)
        much += len(self.problems)
        return next((size for size, most in _TYPES if much <= most), "least")


def board(analysis: Analysis, report: Report) -> Board:
    """The notice of a report."""
    verdicts = analysis.verdicts[report.year]
    told = [item for item in verdicts if item.observation and not item.deferred]
    missed = grouped(item for item in told if item.outcome is Outcome.MISSED)
    areas = [area for area in report.areas if f"{report.year}/{area.id}.md" in analysis.book.sections]
    admitted = analysis.book.sections.get(f"{report.year}/problems.md")
    first = {area.id: highlights(analysis, report, area.id, most=1) for area in areas}
    return Board(
        areas=tuple((area, next(iter(first[area.id]), None)) for area in areas),
        compared=sum(item.outcome in {Outcome.MISSED, Outcome.MET} for item in told),
        missed=missed[:_MOST],
        more=len(missed[_MOST:]),
        deferred=sum(item.deferred for item in verdicts),
        problems=tuple(heading.text for heading in admitted.headings if heading.level > 1)
        if admitted
        else (),
    )
