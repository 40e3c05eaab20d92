"""What a chart is made of: a title, a sentence, a picture, and the table that the picture shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from decimal import Decimal

    from disclosure.charts.marks import Mark
    from disclosure.charts.scale import Scale


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a bar goes, in percent of the width."""

    start: Decimal
    length: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its words."""

    label: str
    mark: Mark
    sure: Extent | None
    """As far as the number certainly reaches."""
    open: Extent | None
    """As far beyond as it may reach; how far it really does, nobody says."""
    limit: Decimal | None = None
    """Where the standard's line stands."""
    note: str = ""
    """What stands beside the number: a change, or what the standard requires."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale, from zero."""

    scale: Scale
    bars: tuple[Bar, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the picture shows."""
        return tuple(bar.mark for bar in self.bars)


@dataclass(frozen=True, slots=True)
class Point:
    """A number of a line, in percent of width and height."""

    mark: Mark
    x: Decimal
    y: Decimal
    up: bool
    """Whether the true number may lie above."""
    down: bool
    """Whether it may lie below."""


@dataclass(frozen=True, slots=True)
class Place:
    """A period on the axis of time, whether or not a report gives its number."""

    period: str
    x: Decimal
    point: Point | None
    named: bool
    """Whether its words are printed; where periods are many, only those of both ends are."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One line in a frame of its own."""

    label: str
    places: tuple[Place, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """The numbers that there are, in order of time."""
        return tuple(place.point for place in self.places if place.point)

    @property
    def strokes(self) -> tuple[tuple[Point, Point], ...]:
        """Between neighbours in time, and never across a period without a number."""
        ends = zip(self.places, self.places[1:], strict=False)
        return tuple((one.point, other.point) for one, other in ends if one.point and other.point)


@dataclass(frozen=True, slots=True)
class Lines:
    """A line a category, each in a panel of its own, all on one scale and one axis of time."""

    scale: Scale
    panels: tuple[Panel, ...]

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What the picture shows."""
        return tuple(point.mark for panel in self.panels for point in panel.points)


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture in words; the first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | Mark | None, ...], ...]
    """Words, numbers, and ``None`` where the report states nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture with everything that it may not be without."""

    id: str
    title: str
    summary: str
    """What the picture shows, in one sentence made from the same numbers."""
    picture: Bars | Lines
    table: Table
    notes: tuple[str, ...] = ()
    """What a reader must know to read the picture rightly."""

    def __post_init__(self) -> None:
        if not (self.title.strip() and self.summary.strip()):
            raise ValueError("a chart has a title and a summary")

    @property
    def kind(self) -> str:
        """Its template."""
        return "bars" if isinstance(self.picture, Bars) else "lines"

    @property
    def open(self) -> bool:
        """Whether anything in it has an open end."""
        return any(mark.bound.value != "exact" for mark in self.picture.marks)

    @property
    def sentence(self) -> Markup:
        """The summary, in which a number and its unit never part at the end of a line."""
        printed = sorted({mark.printed for mark in self.picture.marks}, key=lambda text: (-len(text), text))
        if not printed:
            return escape(self.summary)
        parts = re.split(f"({'|'.join(map(re.escape, printed))})", self.summary)
        whole = Markup('<span class="whole">{}</span>')
        return Markup("").join(whole.format(part) if index % 2 else part for index, part in enumerate(parts))
