"""Arithmetic on the intervals that printed numbers stand for. An open end stays open."""

from collections.abc import Callable, Iterable
from decimal import Decimal, localcontext
from functools import reduce
from operator import add

from disclosure.facts.bounds import Interval

EVERYTHING = Interval(None, None)
_INFINITE = Decimal("Infinity")
_PRECISION = 50
"""Digits of a quotient: far beyond the 15 that a printed number may have."""


def total(intervals: Iterable[Interval]) -> Interval:
    """The interval of all sums of one number from each of ``intervals``."""
    return reduce(add, intervals, exactly(0))


def multiply(one: Interval, other: Interval) -> Interval:
    """The interval of all products of one number from each."""
    return _corners(one, other, lambda a, b: Decimal(0) if not a or not b else a * b)


def divide(one: Interval, other: Interval) -> Interval:
    """The interval of all quotients of one number from each; ``EVERYTHING`` if the divisor may be zero."""
    if Decimal(0) in other:
        return EVERYTHING
    return _corners(one, other, lambda a, b: Decimal(0) if b.is_infinite() else a / b)


def exactly(number: int | Decimal) -> Interval:
    """The interval that contains only ``number``."""
    return Interval(Decimal(number), Decimal(number))


def meet(one: Interval, other: Interval) -> bool:
    """Whether the intervals have a number in common."""
    return max(_low(one), _low(other)) <= min(_high(one), _high(other))


def gap(one: Interval, other: Interval) -> Decimal:
    """The distance between the intervals; zero if they overlap."""
    return max(_low(one) - _high(other), _low(other) - _high(one), Decimal(0))


def sign(interval: Interval) -> int | None:
    """1 if all its numbers are above zero, -1 if all are below, 0 for zero itself, else ``None``."""
    if _low(interval) > 0:
        return 1
    if _high(interval) < 0:
        return -1
    return 0 if _low(interval) == _high(interval) == 0 else None


def _corners(one: Interval, other: Interval, combine: Callable[[Decimal, Decimal], Decimal]) -> Interval:
    with localcontext(prec=_PRECISION):
        found = [combine(a, b) for a in (_low(one), _high(one)) for b in (_low(other), _high(other))]
    return _closed(min(found), max(found))


def _low(interval: Interval) -> Decimal:
    return -_INFINITE if interval.low is None else interval.low


def _high(interval: Interval) -> Decimal:
    return _INFINITE if interval.high is None else interval.high


def _closed(low: Decimal, high: Decimal) -> Interval:
    return Interval(None if low.is_infinite() else low, None if high.is_infinite() else high)
