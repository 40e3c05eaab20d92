"""Line charts across years: a panel for each category, one scale, no line over a missing year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from disclosure.charts import summaries
from disclosure.charts.chart import Chart, Mark, Table
from disclosure.charts.scale import Scale
from disclosure.charts.summaries import Course, LabelledMark
from disclosure.facts.days import Days
from disclosure.facts.records import Metric

_NARROW = 270
"""Width of a panel on the smallest phone, in CSS pixels."""
_TYPE = 16
"""Width of a Chinese character in a panel, in CSS pixels; any other takes six tenths of that."""
_WIDE = 0x2E80
"""The first code point of characters as wide as they are high."""
_FLOOR = Decimal(96)
"""The position of zero, in percent of the height from above."""
_ROOM = Decimal(14)
"""Percent of the height that an end without a limit is drawn beyond its number."""


@dataclass(frozen=True, slots=True)
class Point:
    """A number on a line; its position is in percent of width and height."""

    mark: Mark
    x: Decimal
    y: Decimal
    top: Decimal
    bottom: Decimal
    """From top to bottom are the numbers that the print allows; an end without a limit is ``_ROOM`` away."""

    @property
    def sure(self) -> bool:
        """Whether the print allows this number only."""
        return self.top == self.bottom


@dataclass(frozen=True, slots=True)
class Place:
    """A period on the time axis, whether or not a report gives its number."""

    period: str
    x: Decimal
    point: Point | None
    named: bool
    """Whether its label is printed; where there are many periods, only the first and the last are."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One line in a frame of its own."""

    label: str
    places: tuple[Place, ...]

    @property
    def points(self) -> tuple[Point, ...]:
        """The numbers that exist, in order of time."""
        return tuple(place.point for place in self.places if place.point)

    @property
    def strokes(self) -> tuple[tuple[Point, Point], ...]:
        """Line segments between consecutive periods, none across a period without a number."""
        ends = zip(self.places, self.places[1:], strict=False)
        return tuple((one.point, other.point) for one, other in ends if one.point and other.point)


@dataclass(frozen=True, slots=True)
class Lines:
    """A line for each category in its own panel, all on one scale and one time axis."""

    template = "charts/lines.html"
    scale: Scale
    panels: tuple[Panel, ...]

    @property
    def open_ends(self) -> str:
        """How a number is drawn that the print leaves open."""
        unlimited = any(None in (mark.said.low, mark.said.high) for mark in self.marks)
        return f"空心的点和虚线{'（没有写到多少为止的，虚线一样长，只为画图）' if unlimited else ''}"

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The numbers that the picture shows."""
        return tuple(point.mark for panel in self.panels for point in panel.points)

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width of the page."""
        return len(self.panels) > 1

    @property
    def axis(self) -> str:
        """A sentence that explains the scale."""
        ticks = "、".join(tick.text for tick in self.scale.ticks)
        return f"纵轴从 0 画起，横线是 {ticks}{'；各小图的刻度相同' if self.wide else ''}。"


@dataclass(frozen=True, slots=True)
class Years:
    """The time axis: every year from the first to the last, whether or not a report covers it."""

    span: range
    days: Days
    """What is drawn of the first year: all of it, a school year, its end."""

    def __getitem__(self, year: int) -> str:
        """The label of a year."""
        return str(self.days.moved(year - self.span[0]))

    def at(self, year: int) -> Decimal:
        """The position of a year in percent of the width: the middle of its own part."""
        place = Decimal(2 * (year - self.span[0]) + 1) / (2 * len(self.span)) * 100
        return place.quantize(Decimal("0.01"), ROUND_HALF_UP)

    def named(self, marks: Iterable[Mark]) -> frozenset[int]:
        """The years with a printed label: all if they fit on a phone, else the first and the last."""
        labels = (*(mark.printed for mark in marks), "2000年")
        widest = max(
            sum(_TYPE if ord(char) >= _WIDE else _TYPE * 6 // 10 for char in text) for text in labels
        )
        fit = (widest + _TYPE // 2) * len(self.span) <= _NARROW
        return frozenset(self.span if fit else (self.span[0], self.span[-1]))


def across(metric: Metric, series: Mapping[str, Mapping[int, Mark]], *, notes: Sequence[str] = ()) -> Chart:
    """The values of every category by year; ``series`` is by the categories' names, then by year."""
    marks = [mark for line in series.values() for mark in line.values()]
    stated = {year: mark.observation.period.days for line in series.values() for year, mark in line.items()}
    years = Years(range(min(stated), max(stated) + 1), stated[min(stated)])
    scale, named = Scale.of(marks), years.named(marks)
    panels = tuple(
        Panel(label, tuple(_place(line.get(year), year, years, scale, named=named) for year in years.span))
        for label, line in series.items()
    )
    lines = [
        Course(label, *(LabelledMark(years[year], line[year]) for year in (min(line), max(line))))
        for label, line in series.items()
    ]
    gaps = [years[year] for year in years.span if year not in stated]
    return Chart(
        id=f"chart-{metric.id}-years",
        title=f"{metric.name}（{years[min(stated)]}到{years[max(stated)]}）",
        summary=summaries.courses(lines, gaps, "个分类"),
        picture=Lines(scale, panels),
        table=Table(
            ("时期", *(label or "数值" for label in series)),
            tuple((years[year], *(line.get(year) for line in series.values())) for year in years.span),
        ),
        notes=tuple(notes),
    )


def _place(mark: Mark | None, year: int, years: Years, scale: Scale, *, named: frozenset[int]) -> Place:
    x = years.at(year)
    return Place(years[year], x, _point(mark, x, scale) if mark else None, named=year in named)


def _point(mark: Mark, x: Decimal, scale: Scale) -> Point:
    y = _FLOOR - scale.at(mark.number)
    low, high = mark.said.low, mark.said.high
    top = y - _ROOM if high is None else _FLOOR - scale.at(high)
    bottom = y + _ROOM if low is None else _FLOOR - scale.at(low)
    return Point(mark, x, y, top, bottom)
