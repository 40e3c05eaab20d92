"""Magnitudes: numbers with their scale, of which every form of quantity is made: 8.2万, 1亿2千万."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from disclosure.facts.numerals import CAPITALS, CHINESE, DIGITS, ENCLOSED, QuantityError, number


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


ARABIC = r"[0-9](?:[0-9.]|,(?=[0-9]{3}(?![0-9])))*(?<!\.)"
NUMERAL = (
    rf"(?:{ARABIC}|[{ENCLOSED}]|半"
    rf"|(?![百千])[{CHINESE}{CAPITALS}]+(?:点[〇零一二三四五六七八九]+)?)"
)
PREFIXES = "百(?!分点)|千(?![米克瓦升卡赫焦伏字])"
"""百 and 千 as scales, and not as a part of a unit: 3千米, 2个百分点."""
SCALE = rf"(?:(?:十(?=[万亿])|{PREFIXES})[万亿]*|万亿?|亿)"
MAGNITUDE = rf"(?:{NUMERAL}(?:{SCALE}{NUMERAL})*{SCALE}?|{SCALE})"
"""A number with its scale, several that are joined (1亿2千万), or a scale alone (近千人)."""
SIGN = "(?:[-−负]|零下)"
SIGNED = rf"{SIGN}?{MAGNITUDE}"

_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
_GROUP = re.compile(rf"(?P<number>{NUMERAL})(?P<scale>{SCALE})?|(?P<alone>{SCALE})")


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number with its scale."""

    value: Decimal
    """The number in base units."""
    step: Decimal
    """One unit in its last place: 1000 of 8.2万."""
    rise: Decimal
    """One unit in the place of its last digit that is not zero: 1000 of 2000."""
    scale: int = 0
    """The power of ten of its largest scale: 4 of 8.2万."""
    words: str = ""
    """The words of that scale."""


def magnitude(text: str) -> Magnitude:
    """The magnitude that ``text``, which ``SIGNED`` matches, writes. Raises ``QuantityError``."""
    written = list(_GROUP.finditer(re.sub(SIGN, "", text)))
    groups = [_scaled(group) for group in written]
    falling = all(0 < later.value < Decimal(1).scaleb(group.scale) for group, later in pairwise(groups))
    if not falling or (len(groups) > 1 and written[-1][0] in DIGITS):  # 一万二 is 12,000 or 10,002
        raise QuantityError(f"“{text}”不是一个完整的数字")
    first, last = groups[0], groups[-1]
    total = sum((group.value for group in groups), Decimal(0))
    signed = -total if re.match(SIGN, text) else total
    return Magnitude(signed, last.step, last.rise, first.scale, first.words)


def _scaled(match: re.Match[str]) -> Magnitude:
    """One number with its scale, or a scale alone."""
    digits, words = match["number"] or "一", match["scale"] or match["alone"] or ""
    scale = sum(_POWERS[char] for char in words)
    if digits == "半":
        return Magnitude(*(Decimal("0.5").scaleb(scale),) * 3, scale, words)
    bare = number(digits)
    step, rise = (Decimal(1).scaleb(scale + last_place(one)) for one in (bare, bare.normalize()))
    return Magnitude(bare.scaleb(scale), step, rise, scale, words)


def last_place(number: Decimal) -> int:
    """The power of ten of the last digit of a number: -1 of 8.2."""
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
