"""The parts of a chart: printed numbers, title, summary, picture, and the picture's table."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol

from markupsafe import Markup, escape

from disclosure.facts.bounds import Bound, Interval
from disclosure.facts.change import Change
from disclosure.facts.observations import Observation
from disclosure.facts.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Mark:
    """The value of an observation, or its change."""

    observation: Observation
    field: Literal["value", "change"] = "value"

    @property
    def printed(self) -> str:
        """The text that the report prints."""
        return str(self._stated)

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that it prints, in base units; a decrease is below zero."""
        return self._stated.ends

    @property
    def number(self) -> Decimal:
        """The number in base units; of a range the greater end."""
        return self.ends[1]

    @property
    def rising(self) -> bool:
        """Whether its bar goes to the right: what it prints is, in the middle, not below zero."""
        return sum(self.ends) >= 0

    @property
    def said(self) -> Interval:
        """The numbers that the print allows, one without a bound taken to be exact."""
        return self._stated.said

    @property
    def plain(self) -> str:
        """The number in machine-readable form."""
        return self._stated.plain

    @property
    def bound(self) -> Bound:
        """How the printed number bounds the true one: 下降3%以上 is at most minus three."""
        return self._stated.bound

    @property
    def interval(self) -> Interval:
        """The true numbers that the printed one can stand for."""
        return self._stated.interval

    @property
    def unit(self) -> str | None:
        """The unit, printed or implied; ``None`` for 持平, which has none."""
        return self.change.unit if self.change else self.observation.unit or ""

    @property
    def magnitude(self) -> Quantity | None:
        """The printed quantity without the word of a change; ``None`` for 持平."""
        return self.change.magnitude if self.change else self.observation.value

    @property
    def _stated(self) -> Quantity | Change:
        stated = self.change or self.observation.value
        if stated is None:
            raise TypeError("a mark shows what its observation states")
        return stated

    @property
    def change(self) -> Change | None:
        """The change, if this mark shows it; else ``None``."""
        return self.observation.change if self.field == "change" else None

    @property
    def stated_change(self) -> "Mark | None":
        """The change that the report states beside the value; ``None`` where it states none."""
        return Mark(self.observation, "change") if self.observation.change else None

    @property
    def alike(self) -> tuple[object, Bound, Interval]:
        """A key that is equal for marks that print the same number."""
        return self.ends, self.bound, self.interval


class Picture(Protocol):
    """The drawing of a chart: a form such as bars or lines, with its own template."""

    @property
    def template(self) -> str:
        """The template that draws it."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The numbers that it shows."""

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width of the page."""

    @property
    def axis(self) -> str:
        """A sentence that explains its scale."""

    @property
    def open_ends(self) -> str:
        """How it draws a number that the print leaves open, in Chinese."""


@dataclass(frozen=True, slots=True)
class Table:
    """The table of a picture's numbers; the first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | Mark | None, ...], ...]
    """Texts, numbers, and ``None`` where the report states nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture with the title, summary and table without which it may not appear."""

    id: str
    title: str
    summary: str
    """The content of the picture in one sentence, made from the same numbers."""
    picture: Picture
    table: Table
    notes: tuple[str, ...] = ()
    """What a reader must know to read the picture correctly."""

    def __post_init__(self) -> None:
        if not (self.title.strip() and self.summary.strip()):
            raise ValueError("a chart has a title and a summary")

    @property
    def open(self) -> bool:
        """Whether any number in it has an open end."""
        return any(mark.bound.value != "exact" for mark in self.picture.marks)

    @property
    def sentence(self) -> Markup:
        """The summary as HTML that never breaks a line between a number and its unit."""
        printed = sorted({mark.printed for mark in self.picture.marks}, key=lambda text: (-len(text), text))
        if not printed:
            return escape(self.summary)
        parts = re.split(f"({'|'.join(map(re.escape, printed))})", self.summary)
        unbroken = Markup('<span class="whole">{}</span>')
        return Markup("").join(
            unbroken.format(part) if index % 2 else part for index, part in enumerate(parts)
        )
