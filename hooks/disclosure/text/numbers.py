"""Finds every number in a text, Arabic or Chinese with a measure word.

A number that no rule of ``exemptions`` exempts counts as a figure unless data say otherwise. The text is
that of ``Words``: without white space within a paragraph, so that no number is split by a line break.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from disclosure.facts.numerals import LARGE, SMALL, whole_number
from disclosure.facts.quantity import AFTER_UNIT, BEFORE_NUMBER
from disclosure.text.exemptions import Exempt, ExemptionRule

_CHINESE = "〇零一二两三四五六七八九十百千万亿廿"
_CAPITAL = "壹贰叁肆伍陆柒捌玖"
_OF_ONE = (
    "个 项 件 份 次 场 所 名 位 人 户 家 条 批 期 届 轮 票 套 台 间 座 栋 幢 班 篇 门 节 课 支 级 处 "
    "本 册 张 辆 幅 首 组 队 团 片 镇 乡 村 岁 元 倍 米 公里 千米 亩 公顷 吨 公斤 分钟 小时 天 周 年 季 "
    "学时 课时 半 平方米 平方公里 百分点 厘米 人次 场次 余 多"
).split()
"""Measure words after which even 一 is a number."""
_MEASURES = [
    *_OF_ONE,
    *"种 类 包 对 成 分 日 月 方面 部分 大类 大项 起 例 宗 笔 株 棵 枚 颗 桶 头 匹".split(),
    *"校 县 区 度 番 层 步 线".split(),
]
"""Measure words after any other Chinese number: 一起, 一度 and 一线 are no numbers."""


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ARABIC = (
    r"[0-9０-９](?:[0-9０-９.．]|,(?=[0-9]{3}(?![0-9]))|(?<=[０-９])，(?=[０-９]{3}(?![０-９])))*(?<![.．])"
)
_NUMBER = re.compile(
    rf"(?P<fraction>[百千万一二三四五六七八九十]+分之[{_CHINESE}点]+)"
    rf"|(?P<arabic>{_ARABIC}|[①-⑳½¼¾⅓⅔]|[{_CAPITAL}](?=[拾佰仟万亿元]))"
    rf"|(?P<listed>[一二三四五六七八九十](?=、[一二三四五六七八九十]+(?:{_any(_MEASURES)})))"
    rf"|(?P<zero>零(?=[辍事投新死伤违容感]))|(?P<half>半(?=数)|(?<=过)半)"
    rf"|(?P<chinese>[{_CHINESE}]+)(?P<measure>{_any(_MEASURES)})?"
)
_KINDS = ("fraction", "arabic", "listed", "zero", "half", "chinese")
_PREFIXED = re.compile(r"百分点|[千万亿](?:米|克|瓦|元)")
"""A scale that is part of a unit."""


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
        if self.text[0] in _CHINESE:
            number = LARGE.get(self.text) or SMALL.get(self.text) or whole_number(self.text)
            return None if number is None else Decimal(number)
        digits = self.text.translate(_HALF_WIDTH).replace(",", "")
        return Decimal(digits) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", digits) else None


_HALF_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")


def numbers(text: str) -> Iterator[Number]:
    """Every number of ``text``, in order."""
    exempt = Exempt(text)
    for match in _NUMBER.finditer(text):
        kind = next(name for name in _KINDS if match[name])
        start, end = match.span(kind)
        digits = text[start:end]
        if kind == "chinese" and not _counts(text, start, digits, match["measure"]):
            continue
        yield Number(start, end, digits, exempt.at(start, end, digits))


def _counts(text: str, start: int, digits: str, measure: str | None) -> bool:
    """Whether Chinese digits are a number here and not a part of a word."""
    if digits == "一":
        return measure in _OF_ONE
    if not digits.strip("百千万亿"):  # 百余处, but not 万 of 208万元, 千 of 千米
        behind_digits = text[start - 1 : start].isdigit()
        return bool(measure) and not behind_digits and not _PREFIXED.match(text, start)
    return bool(measure) or (len(digits) > 1 and bool(re.search("[十百千万亿]", digits)))


_SCALE = r"(?:十|百(?!分)|千(?![米克瓦]))?[万亿]*"
_REST = re.compile(rf"(?:[.．]?[0-9０-９]|,[0-9]{{3}}(?![0-9]))*{_SCALE}[余多]?{_SCALE}(?:[%％‰]|个?百分点)?")
_BEFORE = re.compile(
    rf"(?:{_any(BEFORE_NUMBER)}|(?<![最附临接靠邻])近|(?<![赶反])超|[-−负]|[{_CHINESE}]|上(?=[百千万亿]))$"
)
_LEADING = re.compile(r"[0-9０-９.．]|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_AFTER = re.compile(
    rf"(?:（含）|及)?(?:{_any(list(AFTER_UNIT))}|上下(?!学|班|游|车)|出头|不等)|(?<=[年月天周时])[余多]"
)
_BEHIND_TYPED_UNIT = re.compile(rf"[\u4e00-\u9fff]{{1,3}}?(?:（含）|及)?(?:{_any(list(AFTER_UNIT))})")


def continues(text: str, start: int, end: int) -> tuple[int, int]:
    """The full extent of the quantity of which ``text[start:end]`` is a part: digits, scale, bound, sign."""
    before = _BEFORE.search(text, max(0, start - 4), start)
    begin = before.start() if before else start
    while begin and text[start].isdigit() and _LEADING.match(text, begin - 1):
        begin -= 1
    stop = end
    bare = text[end - 1].isdigit() or text[end - 1] in f"{_CHINESE}余多"
    if bare:
        rest = _REST.match(text, end)
        stop = rest.end() if rest else end
    after = _AFTER.match(text, stop) or (_BEHIND_TYPED_UNIT.match(text, stop) if bare else None)
    return begin, after.end() if after else stop
