"""Quantities as a report prints them: 6100余万元, 4.5%—5%, 三分之一, 1:19, 第2位, 每人每年670元.

A quantity keeps its text, so that ``str`` returns exactly what was printed, and its exact parts. Numbers
never become floats. The grammar is ``_FORMS``: each form has a pattern and a function that reads it.
"""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from disclosure.facts.bounds import AFTER, BEFORE, Bound, Interval, joined
from disclosure.facts.magnitude import (
    MAGNITUDE,
    NUMERAL,
    PREFIXES,
    SCALE,
    Magnitude,
    last_place,
    magnitude,
    one_of,
)
from disclosure.facts.numerals import CHINESE, FRACTIONS, NumeralError, folded, number
from disclosure.language import units

Form = Literal["number", "range", "ratio", "fraction", "rank"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One printed quantity."""

    text: str
    """As the report prints it."""
    form: Form
    parts: tuple[Decimal, ...]
    """Its exact numbers in base units: one, the two ends of a range, the terms of a ratio or fraction."""
    value: Decimal | None
    """The number in base units: 61000000 of 6100余万元.

    ``None`` where there isn't one: a range, or a ratio of three terms. A ratio of two, or a fraction, has its
    quotient, to 28 digits if it has no end.
    """
    bound: Bound
    """How the print bounds the true number."""
    unit: str
    """The unit in the form in which units are compared; empty where the report omits it."""
    core: str
    """The text without the words of the bound: 6100万元."""
    step: Decimal
    """One unit in the last printed place, in base units: 10000 of 6100余万元."""
    half: Decimal
    """How far a number without a bound may be from the true one, by rounding; zero if it is counted."""
    scale: int
    """The power of ten by which the number is scaled: 4 of 6100余万元."""
    scale_words: str
    """The words of the scale: 万."""
    said: Interval
    """The numbers that the words allow, a number without a bound taken to be exact."""

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


class QuantityError(ValueError):
    """Raised for a text that is no quantity; the message says why, in Chinese."""


# The grammar

_NEVER_IN_UNIT = rf"[余多近逾超约几半万亿每第至到]|{one_of(map(re.escape, AFTER))}|之间|不等|分之|{PREFIXES}"
_WORD = rf"(?:(?!{_NEVER_IN_UNIT})[A-Za-z\u4e00-\u9fff㎡²³℃])"
_BASE = rf"(?:(?:[0-9]+|(?=[十百千万亿]))[十百千万亿]*{_WORD}{{0,4}}?|{_WORD}{{1,4}}?)"
"""What a rate counts: 年 of 元/年, 10万 of 21.2/10万."""
_UNIT = (
    rf"(?:[%‰‱]|(?:(?!点){_WORD}{{1,8}}?)?(?:\((?!含){_WORD}{{1,3}}\))?)"
    rf"(?:[/每]{_BASE}(?:[/每·]{_BASE})*)?"
)
_BEFORE = rf"(?P<before>{one_of(BEFORE)})?"
_AFTER = rf"(?P<after>{one_of(map(re.escape, AFTER))})?"
_BOUNDS = {"before", "inside", "midway", "behind", "within", "after"}
"""The groups of the patterns that bound a number."""
_DASH = "(?:[-－–~～〜−]|—{1,2}|至|到)"


class _Reading(NamedTuple):
    """What the words of one form say; ``Quantity`` explains the fields."""

    form: Form
    parts: tuple[Decimal, ...]
    value: Decimal | None
    bound: Bound
    said: Interval
    unit: str = ""
    step: Decimal = Decimal(1)
    half: Decimal = Decimal(0)
    scale: int = 0
    scale_words: str = ""


def _bound(match: re.Match[str], within: str | None = None) -> Bound:
    """The bound that the words around a number make."""
    bound = joined(match["before"], within, match["after"])
    if bound is None:
        raise QuantityError(f"“{match[0]}”里有两个表示概数的词，合不到一起")
    return bound


def _said(bound: Bound, value: Decimal, rise: Decimal | None = None) -> Interval:
    """The numbers that a bound allows; 余 and 多 allow those below ``value`` and ``rise`` together."""
    if bound is Bound.EXACT:
        return Interval(value, value)
    if bound is Bound.ABOVE and rise is not None:
        return Interval(value, value + rise, below=True) if value >= 0 else Interval(value - rise, value)
    return Interval(
        value if bound in {Bound.ABOVE, Bound.AT_LEAST} else None,
        value if bound in {Bound.BELOW, Bound.AT_MOST} else None,
    )


def _unit(printed: str, each: str = "") -> tuple[int, str]:
    """How many of its base unit a printed unit is, and the base unit: one 成 is ten percent."""
    return (10, "%") if printed == "成" else (1, units.alike(printed, each))


def _read_number(match: re.Match[str]) -> _Reading:
    """6100余万元, 近千人, 一年半, 3个多月, 两成多, 每人每年670元."""
    size = magnitude(match["magnitude"] + (match["outer"] or ""))
    behind = match["midway"] or match["behind"]
    within = match["inside"] or (None if behind == "半" else behind)
    bound = _bound(match, within)
    if not re.match(NUMERAL, match["magnitude"]) and bound is Bound.EXACT:
        raise QuantityError(f"“{match[0]}”里“{match['magnitude']}”前面没有数字")
    if match["inside"] and behind:
        raise QuantityError(f"“{match[0]}”里有两个表示概数的词，合不到一起")
    if behind == "半":
        size = Magnitude(size.value + Decimal("0.5"), Decimal("0.5"), size.rise)
    rise = None
    if within and not (match["before"] or match["after"]):
        rise = size.rise if match["inside"] else size.step
    times, unit = _unit((match["classifier"] or "") + match["unit"], match["each"])
    value = size.value * times
    said, step = _said(bound, value, rise and rise * times), size.step * times
    half = Decimal(0) if size.step == 1 and not size.scale and units.counted(unit) else step / 2
    return _Reading("number", (value,), value, bound, said, unit, step, half, size.scale, size.words)


def _read_range(match: re.Match[str]) -> _Reading:
    """4.5%—5%, 3-5个, 8000至1万元: the low end has the unit of the high one, and its scale if that fits."""
    if match["low_unit"] not in {"", match["unit"]}:
        raise QuantityError(f"“{match[0]}”两头的单位不同")
    low, high = magnitude(match["low"]), magnitude(match["high"])
    shared = low.value.scaleb(high.scale)
    start = shared if not low.scale and shared < high.value else low.value
    return _range(match, start, high)


def _read_pair(match: re.Match[str]) -> _Reading:
    """两三个, 七八十人."""
    low, high = (magnitude(match[end] + match["scale"]) for end in ("low", "high"))
    return _range(match, low.value, high)


def _range(match: re.Match[str], low: Decimal, high: Magnitude) -> _Reading:
    bound, (times, unit) = _bound(match), _unit(match["unit"])
    if low >= high.value:
        raise QuantityError(f"“{match[0]}”的前一个数不比后一个小")
    if bound not in {Bound.EXACT, Bound.ABOUT}:
        raise QuantityError(f"“{match[0]}”已经是一段范围，不能再写“{match['before'] or match['after']}”")
    ends = (low * times, high.value * times)
    said = Interval(*ends) if bound is Bound.EXACT else Interval(None, None)
    bound = Bound.RANGE if bound is Bound.EXACT else bound
    step = high.step * times
    return _Reading("range", ends, None, bound, said, unit, step, scale=high.scale, scale_words=high.words)


def _read_ratio(match: re.Match[str]) -> _Reading:
    """1:19, 1.9:35.9:62.2."""
    parts, bound = tuple(map(number, re.split("[:∶比]", match["terms"]))), _bound(match)
    if not all(parts):
        raise QuantityError(f"“{match[0]}”里不能有 0")
    if len(parts) > 2:  # noqa: PLR2004 - three terms are no single number
        return _Reading("ratio", parts, None, bound, Interval(None, None))
    quotient, (one, other) = parts[0] / parts[1], map(_halves, parts)
    half = max(abs(term / base - quotient) for term in one for base in other)
    said = _said(bound, quotient)
    return _Reading("ratio", parts, quotient, bound, said, step=_ten(half or quotient / 1000), half=half)


def _halves(term: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of what a rounded term of a ratio stands for; the 1 of 1:19 is exact."""
    half = Decimal(0) if term == 1 else Decimal(5).scaleb(min(last_place(term), 0) - 1)
    return term - half, term + half


_PER = {100: "%", 1000: "‰", 10**4: "‱", 10**5: "/10万"}


def _read_fraction(match: re.Match[str]) -> _Reading:
    """百分之二十多, 千分之三: a number in the unit of its denominator; 三分之一, 1/3, ⅕, 一半: a share in %."""
    above, below = match["above"], match["below"]
    if match["sign"]:
        above, below = unicodedata.normalize("NFKC", match["sign"]).split("⁄")
    elif match["half"]:
        above, below = "一", "二"
    above = above.replace("百", "一百") if above == "百" else above
    size, base, bound = magnitude(above), magnitude(below).value, _bound(match, match["within"])
    rise = None if match["before"] or match["after"] else size.rise
    if match["words"] and base in _PER:
        said, unit = _said(bound, size.value, rise), _PER[int(base)]
        return _Reading("number", (size.value,), size.value, bound, said, unit, size.step, size.step / 2)
    if not 0 < size.value <= base or match["within"]:
        raise QuantityError(f"“{match[0]}”不是一个分数")
    share, parts = size.value * 100 / base, (size.value, base)
    return _Reading("fraction", parts, share, bound, _said(bound, share), "%", _ten(100 / base), 50 / base)


def _ten(number: Decimal) -> Decimal:
    """The greatest power of ten up to ``number``."""
    return Decimal(1).scaleb(number.adjusted())


def _read_doubling(match: re.Match[str]) -> _Reading:
    """翻番 and 翻一番 are twice the base, 翻两番 four times."""
    value = Decimal(2) ** int(number(match["times"] or "一"))
    bound = _bound(match)
    return _Reading("number", (value,), value, bound, _said(bound, value), "倍", half=Decimal("0.5"))


def _read_rank(match: re.Match[str]) -> _Reading:
    """第2位, 第一; 前10位 is a rank of 10 or better."""
    bound = Bound.AT_MOST if match["order"] == "前" else Bound.EXACT
    rank = number(match["digits"])
    return _Reading("rank", (rank,), rank, bound, _said(bound, rank), "位")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Reading]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"(?P<order>[第前])(?P<digits>[0-9]+|[{CHINESE}]+)[位名]?", _read_rank),
        (rf"{_BEFORE}翻了?(?P<times>[一两二三四五])?番{_AFTER}", _read_doubling),
        (
            rf"{_BEFORE}(?:(?P<half>一半|半数|半)|(?P<sign>[{FRACTIONS}])"
            rf"|(?P<words>(?P<below>{MAGNITUDE})分之(?P<above>{MAGNITUDE}))(?P<within>余|多)?){_AFTER}",
            _read_fraction,
        ),
        (
            rf"{_BEFORE}(?P<above>[0-9]+)/(?P<below>[0-9]+)(?P<half>)(?P<sign>)(?P<words>)(?P<within>)"
            rf"{_AFTER}",
            _read_fraction,
        ),
        (rf"{_BEFORE}(?P<terms>{NUMERAL}(?:[:∶比]{NUMERAL})+){_AFTER}", _read_ratio),
        (
            rf"{_BEFORE}(?P<low>[一二两三四五六七八])(?P<high>[二三四五六七八九])"
            rf"(?P<scale>[十百千]?[万亿]*)(?P<unit>{_UNIT}){_AFTER}",
            _read_pair,
        ),
        (
            rf"{_BEFORE}(?P<low>{MAGNITUDE})(?P<low_unit>{_UNIT}){_DASH}"
            rf"(?P<high>{MAGNITUDE})(?P<unit>{_UNIT})(?:之间|不等)?{_AFTER}",
            _read_range,
        ),
        (
            rf"(?P<each>(?:每{_BASE})*){_BEFORE}"
            rf"(?P<magnitude>{MAGNITUDE})(?:(?P<inside>余|多|来)(?P<outer>{SCALE})?)?"
            rf"(?:(?P<classifier>个)(?P<midway>余|多|半))?(?P<unit>{_UNIT})(?P<behind>余|多|半)?{_AFTER}",
            _read_number,
        ),
    )
)
"""Each form of a printed quantity with the function that reads it; the first that matches counts."""


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
    for pattern, read in _FORMS:
        if match := pattern.fullmatch(plain):
            try:
                found = read(match)
            except NumeralError as error:
                raise QuantityError(str(error)) from None
            return Quantity(text=text, core=_without_bounds(text, match), **found._asdict())
    raise QuantityError(f"“{text}”不是报告里数值的写法")


def _without_bounds(text: str, match: re.Match[str]) -> str:
    """``text`` without the words that bound its number."""
    words = (name for name, word in match.groupdict().items() if name in _BOUNDS and word not in {None, "半"})
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
