"""Finds every number in a text, Arabic or Chinese with a measure word.

A number that no rule of ``exemptions`` exempts counts as a figure unless data say otherwise. The text is
that of ``Words``: without white space within a paragraph, so that no number is split by a line break.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosure.facts.bounds import AFTER, BEFORE, THRESHOLDS
from disclosure.facts.magnitude import ARABIC, MAGNITUDE, SCALE, one_of
from disclosure.facts.numerals import (
    CAPITALS,
    ENCLOSED,
    FRACTIONS,
    LARGE,
    SMALL,
    QuantityError,
    folded,
    number,
)
from disclosure.facts.numerals import CHINESE as _BELOW_TEN_THOUSAND
from disclosure.language.units import CLASSIFIERS, MEASURING, OF_ONE
from disclosure.text.exemptions import Exempt, ExemptionRule

_CHINESE = f"{_BELOW_TEN_THOUSAND}万亿"
_MEASURES = f"{one_of(CLASSIFIERS)}|来(?=[个名人家所次件项年天岁万亿])"
_NUMBER = re.compile(
    rf"(?P<fraction>[0-9十百千万一二三四五六七八九]+分之(?:{ARABIC}|[{_CHINESE}点]+))"
    rf"|(?P<doubling>翻了?[一两二三四五]?番)"
    rf"|(?P<arabic>{ARABIC}|[{ENCLOSED}{FRACTIONS}]|[{CAPITALS}](?=[拾佰仟万亿元]))"
    rf"|(?P<listed>[一二三四五六七八九十](?=、[一二三四五六七八九十]+(?:{_MEASURES})))"
    rf"|(?P<zero>零(?=[辍事投新死伤违容感]))|(?P<half>半(?=数)|(?<=过)半)"
    rf"|(?P<chinese>[{_CHINESE}]+)(?P<measure>{_MEASURES})?"
)
_KINDS = ("fraction", "doubling", "arabic", "listed", "zero", "half", "chinese")
_PREFIXED = re.compile(r"百分点|[千万亿](?:米|克|瓦|元)")
"""A scale that is part of a unit."""
_WORDS = re.compile("十分(?![之钟制位、，。；）])|零部件|四周(?!年|岁)|万一")
"""Words that only look like numbers."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text."""

    start: int
    end: int
    """Start and end are those of the digits."""
    text: str
    """The digits."""
    rule: ExemptionRule | None
    """The rule by which it is no figure."""

    @property
    def value(self) -> Decimal | None:
        """The number without scale or unit, or ``None`` if it can't be computed."""
        digits = folded(self.text)
        alone = LARGE.get(digits) or SMALL.get(digits)
        try:
            return Decimal(alone) if alone else number(digits)
        except QuantityError:
            return None


def numbers(text: str) -> Iterator[Number]:
    """Every number of ``text``, in order."""
    plain = folded(text)
    exempt = Exempt(plain)
    for match in _NUMBER.finditer(plain):
        kind = next(name for name in _KINDS if match[name])
        start, end = match.span(kind)
        if kind == "chinese" and not _counts(plain, start, match[kind], match["measure"]):
            continue
        yield Number(start, end, text[start:end], exempt.at(start, end, match[kind]))


def _counts(text: str, start: int, digits: str, measure: str | None) -> bool:
    """Whether Chinese digits are a number here and not a part of a word."""
    if _WORDS.match(text, start):
        return False
    if digits == "一":
        return measure in OF_ONE
    if digits in {"俩", "仨"}:
        return True
    if not digits.strip("百千万亿"):  # 百余处, but not 万 of 208万元 or 280余万件, 千 of 千米 or 3张/千人
        behind_digits = re.search(rf"(?:[0-9{_CHINESE}][余多来]?|/)$", text[max(0, start - 2) : start])
        return bool(measure) and not behind_digits and not _PREFIXED.match(text, start)
    return bool(measure) or (len(digits) > 1 and bool(re.search("[十百千万亿廿卅卌卄]", digits)))


# The extent of a quantity in prose

_ROUND = rf"(?=[0-9.]*{SCALE}|[1-9][0-9]*0(?![0-9.])|[{_CHINESE}]*[十百千万亿]|半)"
_GUARDED = {
    "近": "(?<![最附临接靠邻])近",
    "超": "(?<![赶反])超",
    "上": "上(?=[百千万亿])",
    "过": f"(?<![通经超不越渡跨迈])过{_ROUND}",
    "破": f"(?<![突打冲侦])破{_ROUND}",
}
"""Words that end another one at times: 最近, 经过."""
_BOUND = "|".join(
    _GUARDED.get(word, word + (_ROUND if word in THRESHOLDS else ""))
    for word in sorted(BEFORE, key=len, reverse=True)
)
_MINUS = r"(?<![0-9%％‰\u4e00-\u9fff])[-−]|(?<=[长降增减到至达是为率幅])[-−]|(?<=[到至达是为])负|零下"
_SCALED = rf"(?:{MAGNITUDE})(?:[余多来](?:{SCALE})?)?(?:[%％‰‱]|个?百分点)?"
_DASH = "(?:[-－–~～〜−]|—{1,2}|(?:至|到))"
_UNIT = "(?:(?![至到])[\u4e00-\u9fff]){0,4}?"
_NOT_FROM = "(?<![从由自])(?<![从由自][0-9]{4}年的)(?<![从由自][上去前]年的)"
"""No word before it that makes two numbers of what looks like a range: 从3个到5个."""
_WHOLE = re.compile(
    rf"(?:{_BOUND}|{_MINUS}|第)?(?:"
    rf"{MAGNITUDE}分之{_SCALED}"
    rf"|[0-9]+/[0-9]+(?![0-9.十百千万亿年月])|(?:{MAGNITUDE})(?:[:：∶]{MAGNITUDE})+"
    rf"|{_NOT_FROM}{_SCALED}(?P<unit>{_UNIT}){_DASH}{_SCALED}(?P=unit)"
    rf"|{_SCALED}(?:/[0-9]*[十百千万亿]+)?)"
)
_AFTER_WORDS = one_of(
    f"{word.replace('(', '[(（]').replace(')', '[)）]')}" for word in AFTER if word != "上下"
)
_KNOWN_UNIT = one_of({*CLASSIFIERS, *MEASURING} - {"余", "多", "半"})
_PER = rf"(?:/[0-9]*[十百千万亿]*(?:{_KNOWN_UNIT})(?:[/·](?:{_KNOWN_UNIT}))*)"
_AFTER = re.compile(
    rf"(?:[（(](?:{_KNOWN_UNIT})[）)])?{_PER}?"
    rf"(?:(?:[（(]含[）)]|及)?(?:{_AFTER_WORDS}|上下(?!学|班|游|车)|不等|之间)"
    rf"|(?<=[年月天周时成倍番])(?:[余多]|半(?![数价]))|(?<=成)[一二三四五六七八九](?!是)"
    rf"|(?<=个)[余多半](?:月|小时|百分点|世纪))?"
)
_BEHIND_TYPED_UNIT = re.compile(
    rf"(?:(?![余多万亿])[\u4e00-\u9fff]){{1,3}}?(?:[（(]含[）)]|及)?(?:{_AFTER_WORDS})"
)
_AROUND = 20
"""Characters before a figure and after it among which are the other parts of its quantity."""


def continues(text: str, start: int, end: int) -> tuple[int, int]:
    """The full extent of the quantity of which ``text[start:end]`` is a part.

    It includes digits, scale, bound and sign, both ends of a range, and all terms of a ratio or fraction.
    """
    first = max(0, start - _AROUND)
    plain = folded(text[first : end + _AROUND])
    begin, stop = start - first, end - first
    for match in _WHOLE.finditer(plain):
        if match.start() < end - first and match.end() > start - first:
            begin, stop = min(begin, match.start()), max(stop, match.end())
    bare = text[end - 1].isdigit() or text[end - 1] in f"{_CHINESE}余多"
    behind = [_AFTER.match(plain, stop), _BEHIND_TYPED_UNIT.match(plain, stop) if bare else None]
    return first + begin, first + max(match.end() for match in behind if match)
