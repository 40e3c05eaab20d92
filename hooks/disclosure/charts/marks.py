"""A mark: one printed number of one observation, as a picture and its table show it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from disclosure.facts.observations import Observation
from disclosure.facts.quantity import Bound, Change, Interval, Quantity

_OPPOSITE = {
    Bound.ABOVE: Bound.BELOW,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.BELOW: Bound.ABOVE,
    Bound.AT_MOST: Bound.AT_LEAST,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The value of an observation, or its change."""

    observation: Observation
    field: Literal["value", "change"] = "value"

    @property
    def printed(self) -> str:
        """As the report prints it."""
        return str(self.change or self.observation.value)

    @property
    def number(self) -> Decimal:
        """In base units; a fall is below zero."""
        return self.change.value if self.change else self.observation.value.value

    @property
    def plain(self) -> str:
        """The number as machines read it."""
        return self.change.plain if self.change else self.observation.value.plain

    @property
    def bound(self) -> Bound:
        """How the print bounds the true number: 下降3%以上 is at most minus three."""
        magnitude = self.magnitude
        if magnitude is None:
            return Bound.EXACT
        fall = self.change is not None and self.change.sign < 0
        return _OPPOSITE.get(magnitude.bound, magnitude.bound) if fall else magnitude.bound

    @property
    def interval(self) -> Interval:
        """The true numbers that the print can stand for."""
        return self.change.interval if self.change else self.observation.value.interval

    @property
    def unit(self) -> str | None:
        """The unit, printed or implied; ``None`` for 持平, which has none."""
        if self.change:
            return self.change.magnitude.unit if self.change.magnitude else None
        return self.observation.unit or ""

    @property
    def scale(self) -> int:
        """The power of ten that the print counts: 4 for 万."""
        return self.magnitude.scale if self.magnitude else 0

    @property
    def magnitude(self) -> Quantity | None:
        """What is printed, without the word of a change; ``None`` for 持平."""
        return self.change.magnitude if self.change else self.observation.value

    @property
    def change(self) -> Change | None:
        """The change, where that is what is shown."""
        return self.observation.change if self.field == "change" else None

    @property
    def period(self) -> str:
        """The period as titles and labels name it."""
        return self.observation.period.label

    @property
    def alike(self) -> tuple[Decimal, Bound, Interval]:
        """What is the same of marks that print the same number."""
        return self.number, self.bound, self.interval


def surely_up_to(one: Mark, other: Mark) -> bool:
    """Whether no true number of ``one`` can be above one of ``other``, taking equal prints as equal."""
    if one.bound is Bound.EXACT and one.alike == other.alike:
        return True
    low, high = other.interval.low, one.interval.high
    return low is not None and high is not None and high <= low
