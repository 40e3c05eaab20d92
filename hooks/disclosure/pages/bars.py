"""Bars beside the values of a metric: a picture of the table, drawn from zero, open where a value is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from disclosure.facts.quantity import Bound

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from disclosure.facts.observations import Observation
    from disclosure.facts.records import Metric

_FULL = Decimal(90)
"""Percent of the width that the greatest value takes; the rest is for an open end."""
_OPEN = Decimal(8)
"""Percent of the width by which an open end goes beyond its number."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in percent of the width."""

    sure: Decimal
    """As far as the value certainly reaches."""
    open: Decimal
    """As far beyond as it may reach; how far it really does, nobody says."""


def bars(metric: Metric, observations: Sequence[Observation]) -> Mapping[Observation, Bar]:
    """A bar for each value; none where there is nothing to compare, or where values fall below zero."""
    values = [item.value.value for item in observations]
    if len(values) < 2 or min(values) < 0 or not max(values):  # noqa: PLR2004 - one bar compares nothing
        return {}
    whole = Decimal(100) if metric.unit == "%" and max(values) <= Decimal(100) else max(values)
    return {item: _bar(item, whole) for item in observations}


def _bar(item: Observation, whole: Decimal) -> Bar:
    length = _percent(item.value.value / whole * _FULL)
    bound = item.value.bound
    if bound in {Bound.ABOVE, Bound.AT_LEAST}:
        return Bar(length, _OPEN)
    if bound in {Bound.BELOW, Bound.AT_MOST}:
        return Bar(Decimal(0), length)
    if bound is Bound.ABOUT:
        sure = max(Decimal(0), length - _OPEN)
        return Bar(sure, length - sure + _OPEN)
    return Bar(length, Decimal(0))


def _percent(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)
