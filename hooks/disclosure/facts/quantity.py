"""Quantities as a report prints them: number, scale, bound, unit.

A quantity keeps every part of its printed form, so that ``str`` returns exactly what was printed, and its
exact decimal value. It never becomes a float.
"""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from disclosure.facts.numerals import LARGE, SMALL, whole_number
from disclosure.findings import first_fault


class Bound(Enum):
    """How a printed number bounds the true one; the value is the attribute ``data-bound`` on pages."""

    EXACT = "exact"
    ABOVE = "above"
    AT_LEAST = "at-least"
    ABOUT = "about"
    BELOW = "below"
    AT_MOST = "at-most"


_BEFORE = {
    "约": Bound.ABOUT,
    "大约": Bound.ABOUT,
    "近": Bound.BELOW,
    "将近": Bound.BELOW,
    "不到": Bound.BELOW,
    "不足": Bound.BELOW,
    "不满": Bound.BELOW,
    "逾": Bound.ABOVE,
    "超": Bound.ABOVE,
    "超过": Bound.ABOVE,
    "上": Bound.AT_LEAST,
    "接近": Bound.ABOUT,
    "大概": Bound.ABOUT,
    "低于": Bound.BELOW,
    "少于": Bound.BELOW,
    "高于": Bound.ABOVE,
    "多于": Bound.ABOVE,
    "不下": Bound.AT_LEAST,
    "不低于": Bound.AT_LEAST,
    "不少于": Bound.AT_LEAST,
    "至少": Bound.AT_LEAST,
    "最多": Bound.AT_MOST,
    "不超过": Bound.AT_MOST,
    "不高于": Bound.AT_MOST,
}
_WITHIN = {"余": Bound.ABOVE, "多": Bound.ABOVE}
_AFTER = {
    "左右": Bound.ABOUT,
    "上下": Bound.ABOUT,
    "以上": Bound.AT_LEAST,
    "以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
}
_BOUNDS = _BEFORE | _WITHIN | _AFTER
BEFORE_NUMBER = sorted((word for word in _BEFORE if len(word) > 1 or word in "约逾"), key=len, reverse=True)
"""Words that are always bounds right before a number; 近 and 上 may end another word."""
AFTER_UNIT = tuple(word for word in _AFTER if word != "上下")
"""Words that are always bounds right after a unit; 上下 may begin 上下学."""
BOUND_WORDS = {
    Bound.ABOVE: "多于",
    Bound.AT_LEAST: "不少于",
    Bound.ABOUT: "约为",
    Bound.BELOW: "不到",
    Bound.AT_MOST: "不超过",
}
"""Words for a bound in the site's own sentences."""

_SCALES = {"": 0, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
_MOST_DIGITS = 15
"""Longer numbers are typing errors, and arithmetic with them would no longer be exact."""

COUNTING_UNITS = frozenset(
    "人 人次 次 场 场次 个 项 件 份 所 名 位 户 套 台 间 座 栋 班 篇 门 节 对 支 年 月 天".split()
)
"""Units of things that are counted one by one: a plain number of them is exact, not rounded."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers that a printed quantity can stand for; ``None`` is an open end."""

    low: Decimal | None
    high: Decimal | None

    def __contains__(self, number: Decimal) -> bool:
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One printed quantity in its parts; ``str`` joins them again."""

    number: Decimal
    """The number without its scale: 6100 of 6100余万元."""
    before: str
    """A bound before the number: 约, 近, 不低于."""
    digits: str
    """The number as printed, full-width or Chinese digits and separators included."""
    inner_scale: str
    """A scale before 余 or 多: the 万 of 8.2万余人次."""
    within: str
    """余 or 多."""
    outer_scale: str
    """A scale after them: the 万 of 6100余万元."""
    printed_unit: str
    """The unit as printed; empty where the report omits it."""
    after: str
    """A bound after the unit: 左右, 以上."""

    def __str__(self) -> str:
        number = f"{self.before}{self.digits}{self.inner_scale}{self.within}{self.outer_scale}"
        return f"{number}{self.printed_unit}{self.after}"

    @property
    def unit(self) -> str:
        """The unit, with a half-width percent sign."""
        return self.printed_unit.replace("％", "%")

    @property
    def scale(self) -> int:
        """The power of ten by which the number is scaled: 4 for 万."""
        return _SCALES[self.inner_scale] + _SCALES[self.outer_scale]

    @property
    def value(self) -> Decimal:
        """The exact number in base units: 61000000 of 6100余万元."""
        return self.number.scaleb(self.scale)

    @property
    def decimals(self) -> int:
        """The number of printed decimals."""
        exponent = self.number.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    @property
    def bound(self) -> Bound:
        """How the number bounds the true one."""
        return _BOUNDS.get(self.before or self.within or self.after, Bound.EXACT)

    @property
    def interval(self) -> Interval:
        """The numbers that the printed quantity can stand for, in base units.

        A bound leaves one end open; 约 and 左右 leave both open, since the report does not say how far.
        Otherwise a plain count is exact, and any other number is rounded to its last printed digit.
        """
        value, bound = self.value, self.bound
        if bound is Bound.EXACT:
            half = Decimal(0) if self.counted else Decimal(5).scaleb(self.scale - self.decimals - 1)
            return Interval(value - half, value + half)
        return Interval(
            value if bound in {Bound.ABOVE, Bound.AT_LEAST} else None,
            value if bound in {Bound.BELOW, Bound.AT_MOST} else None,
        )

    @property
    def counted(self) -> bool:
        """Whether this is a plain whole number of things counted one by one."""
        return not self.scale and not self.decimals and self.unit in COUNTING_UNITS

    @property
    def plain(self) -> str:
        """The value in machine-readable form: no exponent, no separator."""
        return format(self.value, "f")


class QuantityError(ValueError):
    """Raised for a text that is no quantity; the message says why, in Chinese."""


def _alternatives(words: dict[str, Bound]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_QUANTITY = re.compile(
    rf"(?P<before>{_alternatives(_BEFORE)})?"
    r"(?P<digits>[-−]?[0-9][0-9,.]*"
    r"|[百千万亿](?=[余多])|(?<=[近上])[百千万亿]"  # 百余次, 近千人: a bare 百 means 100 only with a bound
    r"|[〇零一二两三四五六七八九十百千万亿]*[〇零一二两三四五六七八九十百千])"
    r"(?P<inner>(?:十万|百万|千万|万亿|百(?!分)|千(?![米克瓦])|万|亿)?)"
    rf"(?P<within>{_alternatives(_WITHIN)})?"
    r"(?P<outer>(?:十万|百万|千万|百(?!分)|千(?![米克瓦])|万|亿)?)"
    r"(?P<unit>[^\s\d]{0,8}?)"
    rf"(?P<after>{_alternatives(_AFTER)})?"
)
_UNIT = re.compile(r"[%‰]|[A-Za-z\u4e00-\u9fff²³㎡/]+")
_NOT_IN_UNIT = re.compile(
    r"^点|[余多近逾超约几]|左右|上下|以上|以下|以内|分之|百(?!分点)|千(?![米克瓦])|[万亿]"
)


def _folded(text: str) -> str:
    """``text`` with full-width digits, signs and letters made half-width, its length unchanged."""
    folded = "".join(unicodedata.normalize("NFKC", char) if "！" <= char <= "～" else char for char in text)
    return folded if len(folded) == len(text) else text


def parse_quantity(text: str) -> Quantity:
    """The quantity that ``text`` prints.

    Raises ``QuantityError`` with a reason in Chinese if it prints none, or one with too many digits to be
    exact.
    """
    if not text.strip():
        raise QuantityError("没有写数值")
    if text != text.strip():
        raise QuantityError("数值前后有多余的空格")
    match = _QUANTITY.fullmatch(_folded(text))
    if match is None:
        raise QuantityError(f"“{text}”不是报告里数值的写法")
    bounds, unit = [match[name] for name in ("before", "within", "after") if match[name]], match["unit"]
    faults = {
        f"“{text}”里“{match['digits']}”前面没有数字": (
            match["digits"] in {*"百千万亿"} and not (match["before"] or match["within"])
        ),
        f"“{text}”里有两个表示概数的词": len(bounds) > 1,
        f"“{text}”里万、亿等连写了两次": match["inner"] and match["outer"] and not match["within"],
        f"“{text}”里的单位“{unit}”不是单位的写法": (
            unit and (not _UNIT.fullmatch(unit) or _NOT_IN_UNIT.search(unit))
        ),
    }
    if fault := first_fault(faults):
        raise QuantityError(fault)
    # The groups of the pattern are the other fields of a quantity, in order.
    printed = (text[slice(*match.span(name))] for name in match.re.groupindex)
    return Quantity(_number(match["digits"]), *printed)


def quantity_in(text: str | None) -> Quantity | None:
    """The quantity that ``text`` prints, or ``None`` if it prints none."""
    with suppress(QuantityError):
        return parse_quantity(text or "")
    return None


def _number(digits: str) -> Decimal:
    if not digits.isascii() and digits[0] not in "-−":
        whole = LARGE.get(digits) or SMALL.get(digits) or whole_number(digits)
        if whole is None:
            raise QuantityError(f"“{digits}”不是一个完整的中文数字")
        return Decimal(whole)
    if not re.fullmatch(r"[-−]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?", digits):
        raise QuantityError(f"“{digits}”不是一个数字（小数点只能有一个，逗号每三位一个）")
    bare = digits.replace(",", "").replace("−", "-")
    if sum(char.isdigit() for char in bare) > _MOST_DIGITS:
        raise QuantityError(f"数字超过 {_MOST_DIGITS} 位，多半是录错了")
    return Decimal(bare)
