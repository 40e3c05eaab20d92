"""The scale of a picture: from zero to the largest number, with round ticks."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor

from disclosure.charts.chart import Mark

ROOM = Decimal(8)
"""Percent of the width that an open end takes beyond its number, and that is kept free for it."""
_WHOLE = Decimal(100)
_SCALES = {4: "万", 8: "亿"}


@dataclass(frozen=True, slots=True)
class Tick:
    """A round number on the scale."""

    at: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps numbers to percent of the width, from ``low`` (zero or below) to ``high`` (zero or above)."""

    low: Decimal
    high: Decimal
    unit: str
    power: int
    """The power of ten in which ticks are printed: 4 for 万."""

    @classmethod
    def of(cls, marks: Iterable[Mark], limits: Iterable[Decimal] = ()) -> "Scale":
        """The scale that holds ``marks`` and ``limits``; one for shares over half ends at 100%."""
        found = list(marks)
        ends = [end for mark in found for end in (*mark.ends, mark.said.low, mark.said.high)]
        numbers = [end for end in ends if end is not None] + list(limits)
        low, high = min(Decimal(0), *numbers), max(Decimal(0), *numbers)
        unit = next((mark.unit for mark in found if mark.unit), "")
        if unit == "%" and not low and _WHOLE / 2 <= high <= _WHOLE:
            high = _WHOLE
        if low == high:  # all numbers are zero
            high = Decimal(1)
        return cls(
            low, high, unit, max((mark.magnitude.scale for mark in found if mark.magnitude), default=0)
        )

    def at(self, number: Decimal) -> Decimal:
        """The position of a number, in percent of the width."""
        start = ROOM if self.low else Decimal(0)
        width = _WHOLE - ROOM - start
        place = start + (number - self.low) / (self.high - self.low) * width
        return place.quantize(Decimal("0.01"), ROUND_HALF_UP)

    @property
    def zero(self) -> Decimal:
        """The position of zero."""
        return self.at(Decimal(0))

    @property
    def step(self) -> Decimal:
        """The distance of ticks, 1, 2 or 5 times a power of ten, so that two to five fit."""
        most = (self.high - self.low) / 2
        ten = Decimal(1).scaleb(most.adjusted())
        return next(ten * factor for factor in (5, 2, 1) if ten * factor <= most)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The round numbers within the scale, in ascending order."""
        counts = range(ceil(self.low / self.step), floor(self.high / self.step) + 1)
        numbers = [self.step * count for count in counts]
        return tuple(Tick(self.at(number), self.printed(number)) for number in numbers)

    @property
    def named(self) -> tuple[Tick, ...]:
        """The ticks with printed numbers, so few that they never touch: both ends and zero."""
        ticks = self.ticks
        return tuple(tick for tick in ticks if tick in {ticks[0], ticks[-1]} or tick.at == self.zero)

    def printed(self, number: Decimal) -> str:
        """A round number in the scale (万, 亿) that the report uses."""
        if not number:
            return "0"
        power = max((power for power in _SCALES if power <= self.power), default=0)
        plain = number.scaleb(-power).normalize()
        return f"{plain:f}{_SCALES.get(power, '')}{self.unit}".replace("-", "−")
