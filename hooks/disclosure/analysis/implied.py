"""Implied values: what a report does not state, but what its other figures leave no choice about."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, localcontext

from disclosure.facts.quantity import COUNTING_UNITS, Interval, Quantity

_PRECISION = 60
_WHOLE = Decimal(100)
CAVEAT = "本站推算，非统计数据"
"""Stands beside every implied value."""


@dataclass(frozen=True, slots=True)
class Implied:
    """The interval in which an unreported figure must lie."""

    name: str
    period: str | None
    """The period it is of; ``None`` where it is the claim's own, or the report does not say."""
    interval: Interval
    pattern: Quantity
    """A printed quantity of the same kind, whose scale and decimals the site uses to print this one."""
    unit: str | None
    reason: str
    """The printed figures that it follows from."""

    @property
    def counted(self) -> bool:
        """Whether only whole numbers are possible."""
        return self.unit in COUNTING_UNITS

    @property
    def step(self) -> Decimal:
        """One unit in the last place that is printed."""
        if self.counted:
            return Decimal(1)
        decimals = self.pattern.decimals if self.unit == self.pattern.unit else 0
        return Decimal(1).scaleb(self.pattern.scale - decimals)

    @property
    def low(self) -> Decimal | None:
        """The least number, as printed, that fits."""
        low, high = self.interval.low, self.interval.high
        if low is not None and low < 0 <= (high or 0):
            return Decimal(0)  # nothing of this kind is less than nothing
        return None if low is None else self._rounded(low - self._slack, ROUND_CEILING)

    @property
    def high(self) -> Decimal | None:
        """The greatest number, as printed, that fits."""
        high = self.interval.high
        return None if high is None else self._rounded(high + self._slack, ROUND_FLOOR)

    @property
    def absurd(self) -> bool:
        """Whether no such thing can be: less than nothing, or more than the whole in percent."""
        below = self.interval.high is not None and self.interval.high < 0
        above = self.unit == "%" and self.interval.low is not None and self.interval.low > _WHOLE
        return below or above

    @property
    def possible(self) -> bool:
        """Whether any number fits: no whole number of classes makes some rates true."""
        return self.low is None or self.high is None or self.low <= self.high

    @property
    def shown(self) -> str:
        """In words: 13843元至13845元之间."""
        low, high = (None if end is None else self._printed(end) for end in (self.low, self.high))
        if low is None or high is None:
            return f"不少于{low}" if low else f"不超过{high}" if high else "任何数"
        return low if low == high else f"{low}至{high}之间"

    @property
    def _slack(self) -> Decimal:
        """A printed number stands for half a step to both sides, a count for itself alone."""
        return Decimal(0) if self.counted else self.step / 2

    def _rounded(self, number: Decimal, rounding: str) -> Decimal:
        with localcontext(prec=_PRECISION):
            return (number / self.step).quantize(Decimal(1), rounding) * self.step

    def _printed(self, number: Decimal) -> str:
        unit = self.unit or ""
        if self.counted:
            return f"{number:f}{unit}"
        scaled = number.scaleb(-self.pattern.scale)
        exponent = self.step.scaleb(-self.pattern.scale)
        shown = scaled.quantize(exponent, ROUND_HALF_EVEN)
        return f"{shown:f}{self.pattern.inner_scale}{self.pattern.outer_scale}{unit}"
