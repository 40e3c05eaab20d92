"""Changes as a report prints them, and comparisons with another place or body.

A change is over time: 比上年增长7.19%, 增加619万元，增长0.31%, 从31.1%降至22.5%, 翻一番, 与上年持平. A
comparison is with something else at one time: 高于全国1.4个百分点. Both give back the very text; the sign is
computed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.facts.bounds import Bound, Interval
from disclosure.facts.day_words import ReportDates
from disclosure.facts.forms import Form
from disclosure.facts.magnitude import SIGN, SIGNED
from disclosure.facts.period import Period, parse_period
from disclosure.facts.quantity import Quantity, QuantityError, parse_quantity

_SIGNS = {
    **dict.fromkeys(
        "增长 增加 增多 增产 增收 多增 净增 新增 上升 上涨 上浮 提高 提升 提速 加快 扩大 延长 攀升 跃升 回升 "
        "增速 增幅 增长率 涨幅 升幅 增 升 涨".split(),
        1,
    ),
    **dict.fromkeys(
        "下降 下跌 下滑 下浮 减少 减产 减收 少增 降低 回落 缩减 缩小 缩短 压减 压缩 削减 精简 收窄 放缓 "
        "负增长 降幅 跌幅 减幅 降 减 跌".split(),
        -1,
    ),
}
"""The words of a change, each with its sign."""
_HIGHER_LOWER = {**dict.fromkeys("多高快", 1), **dict.fromkeys("少低慢", -1)}
"""Words of a difference only behind what it is from: 比上年多3个, 比全国高1.4个百分点."""
_RATES = {
    "增速": "增长",
    "增幅": "增长",
    "增长率": "增长",
    "涨幅": "上涨",
    "升幅": "上升",
    "降幅": "下降",
    "跌幅": "下跌",
    "减幅": "减少",
}
"""The words of a rate, each with its verb. The number of a rise may itself be negative: 增速为-1.2%."""
_TURNED = "调整 变 变化 转变 压 扩 扩展 扩充 提".split()
"""Words that lead from one level to another and by themselves say no direction."""
_VERBS = {1: "上升", 0: "持平", -1: "下降"}
"""The words for changes that are printed without one of their own: 从3个变为5个, 比上年高3个."""
_LAST_YEAR = re.compile("上一?个?学?年|去年")
"""The beginning of bases that are the same time a year earlier: 上年, 上年末, 去年同期."""
ABOUT_LEVEL = "基本持平"
_DOUBLINGS = {"": 1, "一": 1, "1": 1, "两": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}
PER_CENT = {"%": Decimal(1), "‰": Decimal("0.1"), "倍": Decimal(100)}
"""The units of a change that is relative to its base, each in percent."""
_POINTS = "个百分点"
_LEVELS: tuple[Form, ...] = ("number", "range")
"""The forms of levels that have a difference: no rank, no ratio."""
_SIZES: tuple[Form, ...] = (*_LEVELS, "fraction")
"""The forms of the size of a change."""
_ZERO = Decimal(0)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_TIME = (
    r"(?:上一?年度?|去年|前年|上(?:一个?|个)?(?:学年|学期|月|季度|半年|期|周)|上次|年初|期初"
    r"|(?:19|20)\d\d(?:[-—－](?:19|20)\d\d)?(?:年度?|学年)?(?:\d{1,2}月|[一二三四1-4]季度|[上下]半年)?"
    r"|[“‘]?十[一二三四五]?五[”’]?(?:规划|时期)?)(?:同期|同月|期末|年末|年底|末|底|初)?"
)
_BASE = (
    rf"(?:(?:(?:[比较与同和]|相比|相较)(?P<base>{_TIME})(?:相比)?|(?P<usual>同比|环比|年比|年均|月均))，?"
    r"(?:分别|实际|名义|平均|累计|合计|共|均|各|大幅|小幅|略|进一步|继续|再|又|仅|只)*)"
)
_MOVED = re.compile(
    rf"{_BASE}?(?:分别|平均|累计|实际|名义)?(?P<word>{_any([*_SIGNS, *_HIGHER_LOWER])})"
    r"(?:了|为|是|达到|达)?(?P<size>.+)"
)
_LEVEL = re.compile(rf"{_BASE}?(?P<word>(?:基本)?持平)")
_DOUBLED = re.compile(rf"{_BASE}?翻了?(?P<times>[一两三四1-4]?)番")
_FROM_TO = re.compile(
    rf"{_BASE}?[从由](?:(?P<since>{_TIME})的?)?(?P<former>.+?)(?P<word>{_any([*_SIGNS, *_TURNED])})了?"
    rf"[到至为成](?:{_TIME}的?)?(?P<latter>.+)"
)
_REACHED = re.compile(rf"{_BASE}?(?:分别)?(?:{_any([*_SIGNS, *_TURNED])})了?[到至](?P<level>.+)")
_BETWEEN_SIZES = re.compile(rf"[，、]|,(?!\d)|（(?=.*(?:{_any(_SIGNS)}))")
_COMPARED = {
    **dict.fromkeys("高于 高出 超出 快于 优于 好于 多于 大于 领先 领先于".split(), 1),
    **dict.fromkeys("低于 慢于 少于 小于 落后 落后于".split(), -1),
}
"""The words of a comparison, each with its sign."""
_OTHER = r"(?P<other>[^\d，、；：,]{1,20}?)(?<!的)"  # 低于标准的1.6倍 says where a limit is, not how far
_SIZE = r"(?P<size>[约近超逾]?(?:\d|[一两二三四五六七八九十]+(?=[成倍个]|分之)).+)"
_THAN = re.compile(rf"(?P<word>{_any(_COMPARED)}){_OTHER}{_SIZE}")
_BESIDE = re.compile(rf"[比较]{_OTHER}(?P<word>[{''.join(_HIGHER_LOWER)}])[出了]?{_SIZE}")


@dataclass(frozen=True, slots=True)
class Difference:
    """A printed difference in one direction: a change over time, or a comparison with another."""

    text: str
    """The text as the report prints it."""
    word: str
    """The word that says the direction: 增长, also of 增速8%; 低于."""
    sign: int
    """1 for a rise or more than another, -1 for a fall or less, 0 for 持平."""
    magnitude: Quantity | None
    """Its size without the direction; ``None`` for 持平."""

    @property
    def sizes(self) -> tuple[Quantity, ...]:
        """The sizes that it prints; none for 持平."""
        return (self.magnitude,) if self.magnitude else ()

    @property
    def unit(self) -> str | None:
        """The unit of its size; ``None`` for 持平, which has none."""
        return self.magnitude.unit if self.magnitude else None

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The least and the greatest number that it prints, signed: -6 and -5 of 下降5%—6%."""
        low, high = self.magnitude.ends if self.magnitude else (_ZERO, _ZERO)
        return (-high, -low) if self.sign < 0 else (low, high)

    @property
    def value(self) -> Decimal | None:
        """The signed difference: -0.65 of 下降0.65个百分点; ``None`` where its size is a range."""
        low, high = self.ends
        return low if low == high else None

    @property
    def plain(self) -> str:
        """The signed difference in machine-readable form: -0.65, -6..-5."""
        return "..".join(format(end, "f") for end in dict.fromkeys(self.ends))

    @property
    def bound(self) -> Bound:
        """How the signed difference bounds the true one: 下降3%以上 is at most minus three."""
        if self.magnitude is None:
            return Bound.ABOUT if self.word == ABOUT_LEVEL else Bound.EXACT
        return self.magnitude.bound.opposite if self.sign < 0 else self.magnitude.bound

    @property
    def said(self) -> Interval:
        """The signed numbers that the words allow, one without a bound taken to be exact."""
        if self.magnitude is None:
            return Interval(None, None) if self.word == ABOUT_LEVEL else Interval(_ZERO, _ZERO)
        return self._signed(self.magnitude.said)

    @property
    def interval(self) -> Interval:
        """The signed differences that the printed one can stand for."""
        return self.ranging(self.magnitude) if self.magnitude else self.said

    def ranging(self, size: Quantity) -> Interval:
        """The signed differences that one of its sizes can stand for."""
        return self._signed(size.interval)

    def _signed(self, size: Interval) -> Interval:
        """The numbers of a size with the sign; those of a fall turned round."""
        return self._clipped(-size if self.sign < 0 else size)

    def _clipped(self, interval: Interval) -> Interval:
        """The interval without the numbers of the other sign: a rise is never below zero."""
        if self.sign > 0:
            return replace(interval, low=_ZERO if interval.low is None else max(interval.low, _ZERO))
        if self.sign < 0:
            return replace(interval, high=_ZERO if interval.high is None else min(interval.high, _ZERO))
        return interval


@dataclass(frozen=True, slots=True)
class Comparison(Difference):
    """A figure beside another of the same time: 高于全国1.4个百分点."""

    other: str
    """The place or body that it is compared with."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Change(Difference):
    """A printed change over time."""

    base: str = ""
    """The time that it is relative to: the 上年 of 比上年, or 同比; empty where none is printed with it."""
    beside: Quantity | None = None
    """A second size of the same change: the 0.31% of 增加619万元，增长0.31%."""
    implied_word: str = ""
    """Its word where the report prints one for several: the 增长 of 6.7% in 分别增长4.6%、6.7%."""
    levels: tuple[Quantity, Quantity] | None = None
    """Both levels of a change from one to the other; its size is computed from them."""

    def __str__(self) -> str:
        """As printed, with the word that the report prints only once."""
        return f"{self.implied_word}{self.text}"

    @property
    def sizes(self) -> tuple[Quantity, ...]:
        """The sizes that it prints: two where it is given both in its unit and in percent, none for 持平."""
        return tuple(size for size in (self.magnitude, self.beside) if size)

    @property
    def interval(self) -> Interval:
        """The signed changes that the printed one can stand for; from level to level, all between both."""
        if self.levels:
            former, latter = (level.interval for level in self.levels)
            return self._clipped(latter - former)
        return self.ranging(self.magnitude) if self.magnitude else self.said

    def sized(self, unit: str) -> Quantity | None:
        """Its size in ``unit``, if one is printed; else the first."""
        return next((size for size in self.sizes if size.unit == unit), self.magnitude)

    def base_period(self, period: Period, dates: ReportDates) -> Period | None:
        """The period that a change for ``period`` is relative to; ``None`` where none can be named: 环比.

        上年 is a year before ``period`` itself; words for another time count from its days, too, or where
        these are no one year or part of it, from those that the report is of.
        """
        if self.base in {"", "同比", "年比"} or (period.previous and _LAST_YEAR.match(self.base)):
            return period.previous
        covers = period.days if period.cycle and all(period.days.ends) else dates.covers
        base = parse_period(f"比{self.base}", dates._replace(covers=covers))
        return parse_period(str(base.days)) if base else None


def parse_change(text: str, implied_word: str | None = None) -> Change:
    """The change that ``text`` prints; the later ones of 分别增长4.6%、6.7% have an ``implied_word``.

    Raises ``QuantityError`` as ``parse_quantity`` does.
    """
    if implied_word:
        if implied_word not in _SIGNS:
            raise QuantityError(f"“{implied_word}”不是增减的词")
        return replace(_moved(f"{implied_word}{text}"), text=text, implied_word=implied_word)
    if match := _LEVEL.fullmatch(text):
        return Change(text, match["word"], 0, None, _base(match))
    if match := _DOUBLED.fullmatch(text):
        size = parse_quantity(f"{2 ** _DOUBLINGS[match['times']] - 1}倍")
        return Change(text, "翻番", 1, size, _base(match))
    if match := _FROM_TO.fullmatch(text):
        return _from_to(match)
    return _moved(text)


def parse_comparison(text: str) -> Comparison:
    """The comparison that ``text`` prints. Raises ``QuantityError`` as ``parse_quantity`` does."""
    match = _THAN.fullmatch(text) or _BESIDE.fullmatch(text)
    if match is None or re.fullmatch(_TIME, match["other"]):
        raise QuantityError(f"“{text}”不是比较的写法，应当像 高于全国1.4个百分点")
    word = match["word"]
    sign = (_COMPARED | _HIGHER_LOWER)[word]
    return Comparison(text, word, sign, _in_form(match["size"], _SIZES), match["other"])


def _base(match: re.Match[str]) -> str:
    return match["base"] or match["usual"] or ""


def _moved(text: str) -> Change:
    """A change of one size, or of two that are joined by a comma."""
    one, *rest = _BETWEEN_SIZES.split(text, maxsplit=1)
    change = _once(one)
    if not rest:
        return change
    beside = _once(rest[0].removesuffix("）") if "（" in text else rest[0])
    units = [size.unit in PER_CENT for size in (*change.sizes, *beside.sizes)]
    if change.sign != beside.sign or sorted(units) != [False, True]:
        raise QuantityError(f"“{text}”应当是同一个增减：一个是多少，一个是百分之几，方向相同")
    return replace(change, text=text, beside=beside.magnitude)


def _once(text: str) -> Change:
    match = _MOVED.fullmatch(text)
    if match is None or (match["word"] in _HIGHER_LOWER and not _base(match)):
        raise QuantityError(f"“{text}”不是增减的写法，应当像 增长7.19%")
    if reached := _REACHED.fullmatch(text):
        raise QuantityError(f"“{text}”写的是到了多少，不是增减：value 写 {reached['level']}")
    word, size = match["word"], match["size"]
    magnitude, sign = _in_form(size, _SIZES), (_SIGNS | _HIGHER_LOWER)[word]
    if magnitude.ends[0] < 0:
        if word not in _RATES or sign < 0 or magnitude.value is None:
            raise QuantityError(f"“{text}”里词语和负号重复")
        magnitude, sign, word = parse_quantity(re.sub(f"{SIGN}|－", "", size)), -sign, _VERBS[-sign]
    called = _RATES.get(word) or (word if word in _SIGNS else _VERBS[sign])
    return Change(text, called, sign, magnitude, _base(match))


def _from_to(match: re.Match[str]) -> Change:
    """A change from a level to a level, of a size that is computed from both."""
    text, word = match[0], match["word"]
    former, latter = (_in_form(match[level], _LEVELS) for level in ("former", "latter"))
    if not former.unit:  # 从3.1增加到4.5万人
        scale, unit = "" if former.scale else latter.scale_words, re.sub(SIGNED, "", latter.core, count=1)
        former = parse_quantity(f"{match['former']}{scale}{unit}")
    if former.unit != latter.unit:
        raise QuantityError(f"“{text}”里两个数的单位不同")
    apart = (latter.ends[0] - former.ends[1], latter.ends[1] - former.ends[0])
    sign = (apart[0] > 0) - (apart[1] < 0)
    if not sign and any(apart):
        raise QuantityError(f"“{text}”里两段范围有重合，看不出升降")
    if sign != _SIGNS.get(word, sign):
        raise QuantityError(f"“{text}”里的“{word}”与两个数的大小不符")
    unit = _POINTS if latter.unit == "%" else latter.unit
    about = "" if {former.bound, latter.bound} <= {Bound.EXACT, Bound.RANGE} else "约"
    place = Decimal(1).scaleb(min(former.step, latter.step).adjusted())
    sizes = sorted({abs(end).quantize(place).scaleb(-latter.scale) for end in apart})
    words = f"{about}{'—'.join(f'{size:f}' for size in sizes)}{latter.scale_words}{unit}"
    size = parse_quantity(words) if sign else None
    called = word if word in _SIGNS else _VERBS[sign]
    return Change(text, called, sign, size, match["since"] or _base(match), levels=(former, latter))


def _in_form(text: str, forms: tuple[Form, ...]) -> Quantity:
    """The quantity that ``text`` prints, in one of ``forms``. Raises ``QuantityError``."""
    quantity = parse_quantity(text)
    if quantity.form not in forms:
        raise QuantityError(f"“{text}”这样写的数算不出增减")
    return quantity
