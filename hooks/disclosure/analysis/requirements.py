"""Comparison of a printed number with the limit of a standard or an acceptance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from disclosure.facts.bounds import Bound
from disclosure.facts.change import Change
from disclosure.facts.quantity import Quantity


class Outcome(Enum):
    """Result of a comparison with a limit, in the order of every list: missed first."""

    MISSED = "未达到"
    MET = "达到"
    UNDECIDED = "无法判定"
    DIFFERENT_SCOPE = "口径不一致"
    NOT_APPLICABLE = "不适用"
    NONE_FOUND = "暂未查到可比标准"

    @classmethod
    def of(cls, met: bool | None) -> Outcome:  # noqa: FBT001 - three answers, not an option
        """Missed or met; undecided for ``None``, where only some of the possible numbers meet the limit."""
        return cls.UNDECIDED if met is None else cls.MET if met else cls.MISSED


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers that a printed quantity may stand for when it is compared with a limit.

    Unlike an interval, it takes a plain number to be exact: 80% meets a limit of 80%.
    """

    low: Decimal | None
    high: Decimal | None
    open: bool = False
    """Whether the ends that it has are excluded: 80余 is more than 80, and less than 90."""

    @classmethod
    def of(cls, quantity: Quantity, sign: int = 1) -> Span:
        """The span of a printed quantity; with a ``sign`` of -1, that of a decrease by it."""
        said = -quantity.said if sign < 0 else quantity.said
        return cls(said.low, said.high, quantity.bound in {Bound.ABOVE, Bound.BELOW})

    @classmethod
    def of_change(cls, change: Change, unit: str = "") -> Span:
        """The span of a signed change, of its size in ``unit`` if it prints one."""
        size = change.sized(unit)
        if size:
            return cls.of(size, change.sign)
        level = None if change.bound is Bound.ABOUT else Decimal(0)
        return cls(level, level)


def meets(span: Span, requires: str, limit: Decimal | None) -> bool | None:
    """Whether every number of ``span`` meets the limit; ``None`` if only some do, or without a limit.

    ``requires`` is the Chinese operator: 不低于, 大于 and so on.
    """
    if limit is None:
        return None
    at_least = span.low is not None and span.low >= limit
    at_most = span.high is not None and span.high <= limit
    above = at_least and (span.low != limit or span.open)
    below = at_most and (span.high != limit or span.open)
    surely, surely_not = {
        "等于": (span.low == span.high == limit, above or below),
        "不超过": (at_most, above),
        "小于": (below, at_least),
        "不低于": (at_least, below),
        "大于": (above, at_most),
    }[requires]
    return True if surely else False if surely_not else None
