"""The forms in which a report prints a quantity: a pattern for each, and a function that reads its match.

Patterns are matched against text with half-width signs. Their groups ``before``, ``inside``, ``midway``,
``behind`` and ``after`` are the words of a bound.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from disclosure.facts.bounds import AFTER, BEFORE, Bound, Interval, joined
from disclosure.facts.magnitude import (
    MAGNITUDE,
    NUMERAL,
    PREFIXES,
    SCALE,
    SIGN,
    SIGNED,
    Magnitude,
    last_place,
    magnitude,
    one_of,
)
from disclosure.facts.numerals import CHINESE, DIGITS, FRACTIONS, QuantityError, number
from disclosure.language import units

Form = Literal["number", "range", "ratio", "fraction", "rank"]
BOUND_GROUPS = frozenset({"before", "inside", "midway", "behind", "after"})
"""The groups of the patterns that hold words of a bound."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a printed quantity says."""

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
    said: Interval
    """The numbers that the words allow, a number without a bound taken to be exact."""
    unit: str = ""
    """The unit in the form in which units are compared; empty where the report omits it."""
    step: Decimal = Decimal(1)
    """One unit in the last printed place, in base units: 10000 of 6100余万元."""
    half: Decimal = Decimal(0)
    """How far a number without a bound may be from the true one, by rounding; zero if it is counted."""
    scale: int = 0
    """The power of ten by which the number is scaled: 4 of 6100余万元."""
    scale_words: str = ""
    """The words of the scale: 万."""


def _bound(match: re.Match[str], within: str | None = None) -> Bound:
    """The bound that the words around a number make."""
    return joined(match["before"], within, match["after"])


def _outside(match: re.Match[str]) -> bool:
    """Whether a word of a bound stands before or after the number."""
    return bool(match["before"] or match["after"])


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


_TENTHS = {"半": Decimal("0.5")} | {char: Decimal(digit) / 10 for char, digit in DIGITS.items()}
"""What stands behind a unit and adds to it: 一年半, 七成五."""


def _read_number(match: re.Match[str]) -> Reading:
    """6100余万元, 近千人, 一年半, 3个多月, 两成多, 每人每年670元."""
    size = magnitude(match["magnitude"] + (match["outer"] or ""))
    behind = match["midway"] or match["behind"]
    more = _TENTHS.get(behind or "")
    within = match["inside"] or (None if more else behind)
    bound = _bound(match, within)
    if not re.match(f"{SIGN}?{NUMERAL}", match["magnitude"]) and bound is Bound.EXACT:
        raise QuantityError(f"“{match[0]}”里“{match['magnitude']}”前面没有数字")
    if more:
        step = Decimal("0.5") if behind == "半" else Decimal("0.1")
        size = Magnitude(size.value + more, step, step)
    rise = None if _outside(match) else size.rise if match["inside"] else size.step
    times, unit = _unit((match["classifier"] or "") + match["unit"], match["each"])
    value = size.value * times
    said, step = _said(bound, value, rise and rise * times), size.step * times
    half = Decimal(0) if size.step == 1 and not size.scale and units.counted(unit) else step / 2
    return Reading("number", (value,), value, bound, said, unit, step, half, size.scale, size.words)


def _read_range(match: re.Match[str]) -> Reading:
    """4.5%—5%, 3-5个, 8000至1万元: the low end has the unit of the high one, and its scale if that fits."""
    if match["low_unit"] not in {"", match["unit"]}:
        raise QuantityError(f"“{match[0]}”两头的单位不同")
    low, high = magnitude(match["low"]), magnitude(match["high"])
    shared = low.value.scaleb(high.scale)
    start = shared if not low.scale and shared < high.value else low.value
    return _range(match, start, high)


def _read_pair(match: re.Match[str]) -> Reading:
    """两三个, 七八十人."""
    low, high = (magnitude(match[end] + match["scale"]) for end in ("low", "high"))
    return _range(match, low.value, high)


def _range(match: re.Match[str], low: Decimal, high: Magnitude) -> Reading:
    bound, (times, unit) = _bound(match), _unit(match["unit"])
    if low >= high.value:
        raise QuantityError(f"“{match[0]}”的前一个数不比后一个小")
    if bound not in {Bound.EXACT, Bound.ABOUT}:
        raise QuantityError(f"“{match[0]}”已经是一段范围，不能再写“{match['before'] or match['after']}”")
    ends = (low * times, high.value * times)
    said = Interval(*ends) if bound is Bound.EXACT else Interval(None, None)
    bound = Bound.RANGE if bound is Bound.EXACT else bound
    step = high.step * times
    return Reading("range", ends, None, bound, said, unit, step, scale=high.scale, scale_words=high.words)


def _read_ratio(match: re.Match[str]) -> Reading:
    """1:19, 1.9:35.9:62.2."""
    parts, bound = tuple(map(number, re.split("[:∶比]", match["terms"]))), _bound(match)
    if not all(parts):
        raise QuantityError(f"“{match[0]}”里不能有 0")
    if len(parts) > 2:  # noqa: PLR2004 - three terms are no single number
        return Reading("ratio", parts, None, bound, Interval(None, None))
    quotient, (one, other) = parts[0] / parts[1], map(_halves, parts)
    half = max(abs(term / base - quotient) for term in one for base in other)
    said = _said(bound, quotient)
    return Reading("ratio", parts, quotient, bound, said, step=_ten(half or quotient / 1000), half=half)


def _halves(term: Decimal) -> tuple[Decimal, Decimal]:
    """The ends of what a rounded term of a ratio stands for; the 1 of 1:19 is exact."""
    half = Decimal(0) if term == 1 else Decimal(5).scaleb(min(last_place(term), 0) - 1)
    return term - half, term + half


_PER = {100: "%", 1000: "‰", 10**4: "‱", 10**5: "/10万"}
"""The units of fractions with these denominators."""


def _read_share(match: re.Match[str]) -> Reading:
    """百分之二十多, 千分之三: a number in the unit of its denominator; 三分之一: a share in percent."""
    above = magnitude("一百" if match["above"] == "百" else match["above"])
    below, bound = magnitude(match["below"]).value, _bound(match, match["inside"])
    if below not in _PER:
        return _fraction(match, above.value, below)
    said, unit = _said(bound, above.value, None if _outside(match) else above.rise), _PER[int(below)]
    return Reading("number", (above.value,), above.value, bound, said, unit, above.step, above.step / 2)


def _read_fraction(match: re.Match[str]) -> Reading:
    """1/3."""
    return _fraction(match, number(match["above"]), number(match["below"]))


def _read_fraction_sign(match: re.Match[str]) -> Reading:
    """⅓."""
    above, below = unicodedata.normalize("NFKC", match["sign"]).split("⁄")
    return _fraction(match, number(above), number(below))


def _read_half(match: re.Match[str]) -> Reading:
    """一半, 过半."""
    return _fraction(match, Decimal(1), Decimal(2))


def _fraction(match: re.Match[str], above: Decimal, below: Decimal) -> Reading:
    """A share in percent, rounded to one of its parts: 三分之一 is nearer to a third than to two or none."""
    if not 0 < above <= below:
        raise QuantityError(f"“{match[0]}”不是一个分数")
    share, bound = above * 100 / below, _bound(match)
    return Reading(
        "fraction", (above, below), share, bound, _said(bound, share), "%", _ten(100 / below), 50 / below
    )


def _ten(number: Decimal) -> Decimal:
    """The greatest power of ten up to ``number``."""
    return Decimal(1).scaleb(number.adjusted())


def _read_doubling(match: re.Match[str]) -> Reading:
    """翻番 and 翻一番 are twice the base, 翻两番 four times."""
    value = Decimal(2) ** int(number(match["times"] or "一"))
    bound = _bound(match, match["behind"])
    return Reading("number", (value,), value, bound, _said(bound, value), "倍", half=Decimal("0.5"))


def _read_rank(match: re.Match[str]) -> Reading:
    """第2位, 第一; 前10位 is a rank of 10 or better."""
    bound = Bound.AT_MOST if match["order"] == "前" else Bound.EXACT
    rank = number(match["digits"])
    return Reading("rank", (rank,), rank, bound, _said(bound, rank), "位")


# The patterns

_NEVER_IN_UNIT = rf"[余多近逾超约几半万亿每第至到]|{one_of(map(re.escape, AFTER))}|之间|不等|分之|{PREFIXES}"
_WORD = rf"(?:(?!{_NEVER_IN_UNIT})[A-Za-z\u4e00-\u9fff㎡²³℃])"
_BASE = rf"半?[0-9]*(?:[十百千万亿]+{_WORD}{{0,4}}?|{_WORD}{{1,4}}?)"
"""What a rate is for each of: 人 of 每人, 10万 of 21.2/10万."""
_UNIT = (
    rf"(?:[%‰‱]|(?:(?!点){_WORD}{{1,8}}?)?(?:\((?!含){_WORD}{{1,3}}\))?)"
    rf"(?:[/每]{_BASE}(?:[/每·]{_BASE})*)?"
)
"""家, %, 台（套）, 元/人·年; or nothing."""
_BEFORE = rf"(?P<before>{one_of(BEFORE)})?"
_AFTER = rf"(?P<after>{one_of(map(re.escape, AFTER))})?"
_DASH = "(?:[-–~〜−]|—{1,2}|至|到)"

FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading]], ...] = tuple(
    (re.compile(pattern, re.VERBOSE), read)
    for read, pattern in (
        (_read_rank, rf"(?P<order>[第前]) (?P<digits>[0-9]+|[{CHINESE}]+) [位名]?"),
        (_read_doubling, rf"{_BEFORE} 翻了? (?P<times>[一两二三四五])? 番 (?P<behind>多)? {_AFTER}"),
        (_read_half, rf"{_BEFORE} (?:一半|半数|半) {_AFTER}"),
        (_read_fraction, rf"{_BEFORE} (?P<above>[0-9]+) / (?P<below>[0-9]+) {_AFTER}"),
        (_read_fraction_sign, rf"{_BEFORE} (?P<sign>[{FRACTIONS}]) {_AFTER}"),
        (
            _read_share,
            rf"{_BEFORE} (?P<below>{MAGNITUDE}) 分之 (?P<above>{MAGNITUDE}) (?P<inside>余|多)? {_AFTER}",
        ),
        (_read_ratio, rf"{_BEFORE} (?P<terms>{NUMERAL} (?:[:∶比]{NUMERAL})+) {_AFTER}"),
        (
            _read_pair,
            rf"""{_BEFORE} (?P<low>[一二两三四五六七八]) (?P<high>[二三四五六七八九])
            (?P<scale>[十百千]?[万亿]*) (?P<unit>{_UNIT}) {_AFTER}""",
        ),
        (
            _read_range,
            rf"""{_BEFORE} (?P<low>{SIGNED}) (?P<low_unit>{_UNIT}) {_DASH}
            (?P<high>{SIGNED}) (?P<unit>{_UNIT}) (?:之间|不等)? {_AFTER}""",
        ),
        (
            _read_number,
            rf"""(?P<each>(?:每{_BASE})*) {_BEFORE}
            (?P<magnitude>{SIGNED}) (?: (?P<inside>余|多|来) (?P<outer>{SCALE})? )?
            (?: (?P<classifier>个) (?P<midway>余|多|半) )?
            (?P<unit>{_UNIT}) (?P<behind>余|多|半|(?<=成)[一二三四五六七八九])? {_AFTER}""",
        ),
    )
)
"""The first form that matches the whole text counts."""
