"""Every number in a text, Arabic or Chinese with a measure word, and which of them are plainly no figures.

Only what is safe is exempt by rule: dates, document numbers, titles in 《》, short sayings in quotation
marks, ordinals, numbers of headings, and words for no number at all (数十). Everything else is a figure
until someone says otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from disclosure.facts.numerals import LARGE, SMALL, whole_number
from disclosure.facts.quantity import AFTER_UNIT, BEFORE_NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.review import ExemptionKind

_CHINESE = "〇零一二两三四五六七八九十百千万亿"
_MEASURES = sorted(
    "个 项 件 份 次 场 所 名 位 人 户 家 条 批 种 类 期 届 轮 包 票 套 台 间 座 栋 幢 班 篇 门 节 课 对 支 "
    "级 处 本 册 张 辆 幅 首 组 队 团 片 镇 乡 村 岁 元 倍 成 米 公里 千米 亩 公顷 吨 公斤 分 分钟 小时 "
    "天 日 周 月 年 季 学时 课时 平方米 平方公里 百分点 厘米 人次 场次 方面 部分 大类 大项 多 余".split(),
    key=len,
    reverse=True,
)
_ARABIC = (
    r"[0-9０-９](?:[0-9０-９.．]|,(?=[0-9]{3}(?![0-9]))|(?<=[０-９])，(?=[０-９]{3}(?![０-９])))*(?<![.．])"
)
_NUMBER = re.compile(
    rf"(?P<arabic>{_ARABIC})"
    rf"|(?P<listed>[一二三四五六七八九十](?=、[一二三四五六七八九十]+(?:{'|'.join(_MEASURES)})))"
    rf"|(?P<chinese>[{_CHINESE}]+)(?P<measure>{'|'.join(_MEASURES)})?"
)
_SEVERAL = re.compile(r"[十百千万亿]")
_YEAR = r"(?:19|20|１９|２０)[0-9０-９]{2}"
_DATE = re.compile(
    rf"{_YEAR}(?=年)|(?<![0-9０-９]){_YEAR}(?=[-—－–~～至到]+{_YEAR})|(?<=[-—－–~～至到]){_YEAR}(?![0-9０-９])"
    r"|(?<=日[至到—－-])[0-9０-９]{1,2}(?=日)|(?<=年)[0-9０-９]{1,2}(?=月)|(?<![0-9０-９])[0-9０-９]{1,2}(?=月(?!个))|(?<=月)[0-9０-９]{1,2}(?=日)"
    r"|[〇零一二三四五六七八九]{4}(?=年)|(?<=年)[一二三四五六七八九十]{1,3}(?=月)"
    r"|(?<=月)[一二三四五六七八九十]{1,3}(?=日)"
)
_RULES: tuple[tuple[ExemptionKind, re.Pattern[str]], ...] = (
    ("文号", re.compile(r"[〔\[［（(](?:19|20)\d\d[〕\]］）)]\s*(?:第)?\d+\s*号")),
    ("名称或引文", re.compile(r"《[^《》\n]*》")),
    ("日期", _DATE),
    ("序数", re.compile(rf"第[0-9０-９{_CHINESE}]+")),
    (
        "结构",
        re.compile(
            r"^[ \t\u3000]*(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、"
            r"|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d))",
            re.MULTILINE,
        ),
    ),
    ("非确数", re.compile(r"[数几][十百千万亿]+|(?<=[上下每同任某另首])一(?=[\u4e00-\u9fff])")),
    ("专名", re.compile(r"九年(?=义务教育|一贯)|(?<=学前)三年(?=[教毛入行])")),
)
_QUOTED = re.compile(r"“[^“”\n]{1,20}”")


@dataclass(frozen=True, slots=True)
class Number:
    """One number in a text."""

    start: int
    end: int
    """Of its digits."""
    text: str
    """Its digits."""
    rule: ExemptionKind | None
    """The rule by which it is no figure."""

    @property
    def value(self) -> Decimal | None:
        """The bare number, or ``None`` where it is none that can be read."""
        if self.text[0] in _CHINESE:
            whole = LARGE.get(self.text) or SMALL.get(self.text) or whole_number(self.text)
            return None if whole is None else Decimal(whole)
        digits = self.text.translate(_HALF_WIDTH).replace(",", "")
        return Decimal(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


_HALF_WIDTH = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_SCALE = r"(?:十|百(?!分)|千(?![米克瓦]))?[万亿]*"
_REST = re.compile(rf"(?:[.．]?[0-9０-９]|,[0-9]{{3}}(?![0-9]))*{_SCALE}[余多]?{_SCALE}(?:[%％‰]|个?百分点)?")
_BEFORE = re.compile(rf"(?:{'|'.join(BEFORE_NUMBER)}|(?<![最附临接靠邻])近)$")
_LEADING = re.compile(r"[0-9０-９.．]|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_AFTER = re.compile(rf"及?(?:{'|'.join(AFTER_UNIT)})")


def numbers(text: str) -> Iterator[Number]:
    """Every number of ``text``, in order."""
    ruled = _Ruled(text)
    for match in _NUMBER.finditer(text):
        kind = next(name for name in ("arabic", "listed", "chinese") if match[name])
        start, end = match.span(kind)
        digits = text[start:end]
        several = len(digits) > 1 and _SEVERAL.search(digits)
        if match["chinese"] and not match["measure"] and not several:
            continue  # 进一步, 统一, 三农: part of a word
        scaling = text[start - 1 : start].isdigit() or match["measure"] not in {"余", "多"}
        if match["chinese"] and not digits.strip("百千万亿") and scaling:
            continue  # 百 of 百分点, 万 of 208万余元: told with its number
        yield Number(start, end, digits, ruled.at(start, end, digits))


def continues(text: str, start: int, end: int) -> tuple[int, int]:
    """How far the quantity in ``text[start:end]`` really goes, on both sides: digits, scale, bound, sign."""
    before = _BEFORE.search(text, max(0, start - 4), start)
    begin = before.start() if before else start
    while begin and text[start].isdigit() and _LEADING.match(text, begin - 1):
        begin -= 1
    stop = end
    if text[end - 1] in f"{_CHINESE}余多" or text[end - 1].isdigit():
        rest = _REST.match(text, end)
        stop = rest.end() if rest else end
    after = _AFTER.match(text, stop)
    return begin, after.end() if after else stop


class _Ruled:
    """The stretches of a text in which numbers are no figures, by rule."""

    def __init__(self, text: str) -> None:
        self.spans = sorted(
            (match.start(), match.end(), kind) for kind, rule in _RULES for match in rule.finditer(text)
        )
        self.quoted = [match.span() for match in _QUOTED.finditer(text)]

    def at(self, start: int, end: int, digits: str) -> ExemptionKind | None:
        place = bisect_right(self.spans, (start, 10**9, ""))
        for begin, stop, kind in reversed(self.spans[:place]):
            if end <= stop:
                return kind
            if start - begin > 200:  # noqa: PLR2004 - no title is so long; keeps the search linear
                break
        small = digits[0] in _CHINESE and not re.search("[百千万亿]", digits)
        index = bisect_right(self.quoted, (start, 10**9)) - 1
        if small and index >= 0 and end <= self.quoted[index][1]:
            return "名称或引文"
        return None
