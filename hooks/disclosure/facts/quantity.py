"""Quantities as a report prints them: 6100余万元, 4.5%—5%, 三分之一, 1:19, 第2位, 每人每年670元.

A quantity keeps its text, so that ``str`` returns exactly what was printed, and its exact parts. Numbers
never become floats. ``forms`` holds the grammar.
"""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass, fields
from decimal import Decimal
from re import Match

from disclosure.facts.bounds import AFTER, BEFORE, WITHIN, Bound, Interval
from disclosure.facts.forms import BOUND_GROUPS, FORMS, Reading
from disclosure.facts.numerals import QuantityError, folded

__all__ = ["Quantity", "QuantityError", "parse_quantity", "quantity_in"]

_BOUNDS = {*BEFORE, *WITHIN, *AFTER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Reading):
    """One printed quantity, and what it says."""

    text: str
    """As the report prints it."""
    core: str
    """The text without the words of the bound: 6100万元."""

    def __str__(self) -> str:
        return self.text

    @property
    def number(self) -> Decimal | None:
        """The value without its scale: 6100 of 6100余万元."""
        return None if self.value is None else self.value.scaleb(-self.scale)

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that it prints; both are the value where there is one."""
        numbers = self.parts if self.value is None else (self.value,)
        return min(numbers), max(numbers)

    @property
    def interval(self) -> Interval:
        """The numbers that the quantity can stand for in arithmetic.

        One without a bound is rounded: a plain number to its last printed place, unless it is counted; each
        term of a ratio but a 1; and a fraction to one of its parts: 三分之一 is nearer to a third than to two
        thirds or to nothing. A rank is no amount, so that nothing can be reckoned from it.
        """
        if self.form == "rank":
            return Interval(None, None)
        if self.bound is not Bound.EXACT or self.value is None:
            return self.said
        return Interval(self.value - self.half, self.value + self.half)

    @property
    def measurable(self) -> bool:
        """Whether it is a point or a stretch on a scale: no rank, and no ratio of three terms."""
        return self.form == "range" or (self.form != "rank" and self.value is not None)

    @property
    def plain(self) -> str:
        """Its machine-readable form, without exponent or separator: 61000000, 4.5..5, 1.9:35.9:62.2."""
        if self.value is not None:
            return format(self.value, "f")
        return (".." if self.form == "range" else ":").join(format(part, "f") for part in self.parts)


def parse_quantity(text: str) -> Quantity:
    """The quantity that ``text`` prints.

    Raises ``QuantityError`` with a reason in Chinese if it prints none, or one with too many digits to be
    exact.
    """
    if not text.strip():
        raise QuantityError("没有写数值")
    if text != text.strip():
        raise QuantityError("数值前后有多余的空格")
    plain = _half_width(folded(text))
    for pattern, read in FORMS:
        if match := pattern.fullmatch(plain):
            found = read(match)
            said = {part.name: getattr(found, part.name) for part in fields(found)}
            return Quantity(text=text, core=_without_bounds(text, match), **said)
    raise QuantityError(f"“{text}”不是报告里数值的写法")


def _without_bounds(text: str, match: Match[str]) -> str:
    """``text`` without the words that bound its number."""
    words = (name for name, word in match.groupdict().items() if name in BOUND_GROUPS and word in _BOUNDS)
    for start, end in sorted(map(match.span, words), reverse=True):
        text = text[:start] + text[end:]
    return text


def _half_width(text: str) -> str:
    """``text`` with full-width signs and letters made half-width, its length unchanged."""
    return "".join(unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char for char in text)


def quantity_in(text: str | None) -> Quantity | None:
    """The quantity that ``text`` prints, or ``None`` if it prints none."""
    with suppress(QuantityError):
        return parse_quantity(text or "")
    return None
