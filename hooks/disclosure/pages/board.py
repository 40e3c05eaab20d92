"""What a notice for the board of a school or a village says on one sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.pages.highlights import Highlight, highlights
from disclosure.reckoning.tallies import VerdictGroup, grouped
from disclosure.reckoning.verdicts import Outcome

if TYPE_CHECKING:
    from disclosure.facts.disclosure import Report
    from disclosure.facts.records import Area
    from disclosure.pages.book import Book

_MOST = 4
"""So many missed standards have room on the sheet."""
_LARGE, _MIDDLING = 11, 17
"""Up to so much on the sheet the type is large, and from there on middling."""


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

    @property
    def type(self) -> str:
        """How large the type can be: a missed standard takes as much room as two areas."""
        much = len(self.areas) + 2 * len(self.missed) + bool(self.more) + bool(self.deferred)
        return "large" if much <= _LARGE else "middling" if much <= _MIDDLING else "small"


def board(book: Book, report: Report) -> Board:
    """The notice of a report."""
    verdicts = book.reckoning.verdicts[report.year]
    told = [item for item in verdicts if item.observation and not item.deferred]
    missed = grouped(item for item in told if item.outcome is Outcome.MISSED)
    areas = [area for area in report.areas if f"{report.year}/{area.id}.md" in book.sections]
    first = {area.id: highlights(book, report, area.id, most=1) for area in areas}
    return Board(
        areas=tuple((area, next(iter(first[area.id]), None)) for area in areas),
        compared=sum(item.outcome in {Outcome.MISSED, Outcome.MET} for item in told),
        missed=missed[:_MOST],
        more=len(missed[_MOST:]),
        deferred=sum(item.deferred for item in verdicts),
    )
