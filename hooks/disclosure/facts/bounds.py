"""Bounds: the words by which a print bounds the true number, and the numbers that it leaves possible."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Bound(Enum):
    """How a printed number bounds the true one; the value is the attribute ``data-bound`` on pages."""

    EXACT = "exact"
    ABOVE = "above"
    AT_LEAST = "at-least"
    ABOUT = "about"
    BELOW = "below"
    AT_MOST = "at-most"
    RANGE = "range"

    @property
    def opposite(self) -> "Bound":
        """How the negated number is bounded: at least three makes at most minus three."""
        return _OPPOSITES.get(self, self)


_OPPOSITES = {
    Bound.ABOVE: Bound.BELOW,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.BELOW: Bound.ABOVE,
    Bound.AT_MOST: Bound.AT_LEAST,
}


_BEFORE = {
    Bound.ABOUT: "约 大约 大概 约为 大致 接近",
    Bound.ABOVE: "逾 超 超过 超出 高于 多于 大于",
    Bound.AT_LEAST: "上 不下 不下于 不低于 不少于 不小于 至少 最少",
    Bound.BELOW: "近 将近 不到 不足 不满 未满 未到 低于 少于 小于",
    Bound.AT_MOST: "最多 至多 不超过 不超 不高于 不多于 不大于",
}
_AFTER = {
    Bound.ABOUT: "左右 上下",
    Bound.ABOVE: "出头",
    Bound.AT_LEAST: "以上 及以上 (含)以上 以上(含)",
    Bound.AT_MOST: "以下 以内 之内 及以下 (含)以下 以下(含)",
}
THRESHOLDS = "突破 破 过 迈过 跨过 越过 跨越 迈上 跃上 站上 登上 跨上".split()
"""Words for reaching a round number: 突破6000家 is 6000 and more."""


def _by_word(words: dict[Bound, str]) -> dict[str, Bound]:
    return {word: bound for bound, listed in words.items() for word in listed.split()}


BEFORE = _by_word(_BEFORE) | dict.fromkeys(THRESHOLDS, Bound.AT_LEAST)
"""The words before a number."""
WITHIN = {"余": Bound.ABOVE, "多": Bound.ABOVE, "来": Bound.ABOUT}
"""The words behind the digits, the scale or the unit."""
AFTER = _by_word(_AFTER)
"""The words after the unit, brackets of half width."""
BOUND_WORDS = {
    Bound.ABOVE: "多于",
    Bound.AT_LEAST: "不少于",
    Bound.ABOUT: "约为",
    Bound.BELOW: "不到",
    Bound.AT_MOST: "不超过",
}
"""Words for a bound in the site's own sentences."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers that a printed quantity can stand for; ``None`` is an open end."""

    low: Decimal | None
    high: Decimal | None
    below: bool = False
    """Whether the high end itself is left out: 30余 is below 40."""

    def __contains__(self, number: Decimal) -> bool:
        under = self.high is None or number < self.high or (number == self.high and not self.below)
        return under and (self.low is None or self.low <= number)

    def __neg__(self) -> "Interval":
        """The negated numbers, both ends held in."""
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __add__(self, other: "Interval") -> "Interval":
        """All sums of one number from each, both ends held in."""
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __sub__(self, other: "Interval") -> "Interval":
        """All differences of one number from each, both ends held in."""
        return self + -other


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def joined(before: str | None, within: str | None, after: str | None) -> Bound:
    """The bound that the words around one number make together.

    余 or 多 inside is widened by words that allow as much (约50余亩, 超20余项). Words that say different
    things (近30余次) say no more than about how much.
    """
    outer = {BEFORE[before]} if before else set()
    outer |= {AFTER[after]} if after else set()
    if outer == {Bound.ABOVE, Bound.AT_LEAST}:
        outer = {Bound.AT_LEAST}
    if not outer:
        return WITHIN[within] if within else Bound.EXACT
    (bound, *others) = outer
    narrows = within and bound in {Bound.BELOW, Bound.AT_MOST}
    return Bound.ABOUT if others or narrows else bound
