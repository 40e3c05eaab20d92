"""Finds what a report says in numbers: quantities, periods and changes, each with the form it is worded in.

The patterns find more than the parsers accept: what these refuse is what the evaluation is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.text.numbers import continues, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.text.exemptions import ExemptionRule

_AROUND = 40


@dataclass(frozen=True, slots=True)
class Expression:
    """Some words of a text that say something in numbers."""

    file: str
    text: str
    around: str
    """The words around it, itself between 【 and 】."""
    form: str
    """How it is worded; expressions of one form are counted together."""
    rule: ExemptionRule | None = None
    """The rule by which a number is no figure."""


def found_numbers(file: str, text: str) -> Iterator[Expression]:
    """Every quantity or exempt number of a text, once: both ends of a range are one."""
    reached = 0
    for number in numbers(text):
        if number.start < reached:
            continue
        start, end = (number.start, number.end) if number.rule else _extent(text, number.start, number.end)
        reached = end
        form = f"{number.rule.kind}：{number.rule.reason}" if number.rule else _masked(text[start:end])
        yield Expression(file, text[start:end], _context(text, start, end), form, number.rule)


def found_periods(file: str, text: str) -> Iterator[Expression]:
    """Every expression for a time, but not those of titles in 《》."""
    for match in _PERIOD.finditer(re.sub("《[^《》\n]*》", lambda title: "·" * len(title[0]), text)):
        context = _context(text, *match.span())
        yield Expression(file, match[0], context, _PERIOD_FORMS[int(str(match.lastgroup)[1:])][0])


def found_changes(file: str, text: str) -> Iterator[Expression]:
    """Every change: a word such as 增长, what it is against, and its number; and each number of a list."""
    reached, word = 0, ""
    for number in numbers(text):
        if number.rule or number.start < reached:
            continue
        start, reached = _extent(text, number.start, number.end)
        before = _CHANGING.search(text, max(0, start - _REACH), start)
        listed = word and text[max(0, start - 1) : start] in _COMMAS
        if before:
            word = before["word"] if "分别" in before[0] else ""
            form = f"{before['base'] and '比…'}{before['word']}{before['to']}"
            yield Expression(
                file, text[before.start() : reached], _context(text, before.start(), reached), form
            )
        elif listed:
            yield Expression(file, word + text[start:reached], _context(text, start, reached), "分别…、")
        else:
            word = ""
    for match in re.finditer("(?:与[^，。；]{1,6}|基本)?持平|翻了?[一两三]?番", text):
        yield Expression(file, match[0], _context(text, *match.span()), match[0][-2:])


# Quantities

_UNITS = (
    "元 美元 % ％ ‰ ‱ 个百分点 百分点 倍 成 米 千米 公里 海里 厘米 毫米 平方米 平方公里 亩 公顷 吨 "
    "公斤 斤 立方米 升 千瓦 千瓦时 千伏 瓦 度 吨标准煤 标箱 微克/立方米 毫克/立方米 小时 分钟 秒 天 日 "
    "周 月 年 岁 ℃ 分贝 分 人 人次 场 场次 次 个 项 件 份 所 名 位 户 套 台 间 座 栋 班 篇 门 节 对 支 "
    "家 条 处 部 类 种 辆 张 批 批次 期 届 轮 宗 株 只 头 艘 架 列 枚 块 册 起 例 笔 棵 组 队 团 片 镇 "
    "乡 村 县 区 市 校 学时 课时 个月"
).split()
_BARE = re.compile("[0-9０-９〇○零一二两三四五六七八九十百千万亿余多]$")
"""A quantity that ends without a unit."""
_UNIT = re.compile("|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)))


def _extent(text: str, start: int, end: int) -> tuple[int, int]:
    """The whole quantity around a number: what ``continues`` says, a known unit, and a bound behind it."""
    begin, stop = continues(text, start, end)
    unit = _UNIT.match(text, stop) if _BARE.search(text, begin, stop) else None
    return begin, max(stop, continues(text, begin, unit.end())[1]) if unit else stop


def _masked(text: str) -> str:
    """The form of a quantity: N for Arabic digits, 几 for Chinese ones."""
    arabic = re.sub(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*", "N", text)
    return re.sub("[〇○零一二两三四五六七八九十百千万亿]*[〇○零一二两三四五六七八九十百千]", "几", arabic)


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return f"{before}【{text[start:end]}】{after}".replace("\n", "¶")


# Periods

_YEAR = r"(?:(?<!\d)(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})年"
_FEW = r"(?:(?<!\d)\d{1,2}|[一二两三四五六七八九十]{1,3})年"
_TO = "[-—－–~～至到]"
_MONTH = r"\d{1,2}月(?:份|\d{1,2}日)?"
_PERIOD_FORMS = (
    ("N—N年", rf"(?<!\d)(?:19|20)\d\d年?{_TO}{{1,2}}(?:19|20)\d\d(?:学年|年)"),
    ("截至", rf"(?:截至|截止到?)(?:{_YEAR}(?:{_MONTH})?[末底]?|目前|年底|年末)"),
    ("比…", rf"[比较](?:{_YEAR}|上年|去年|年初|上季度)(?:同期|[末底])?"),
    ("N年以来", rf"自?(?:{_YEAR}(?:{_MONTH})?|今年|去年)以来"),
    ("到N年", rf"[到至]{_YEAR}[末底]?"),
    ("季度、半年、月", rf"(?:{_YEAR}|今年|去年|上年)?(?:第?[一二三四1-4]季度|前三季度|[上下]半年)"),
    ("季度、半年、月", rf"(?:{_YEAR})?\d{{1,2}}(?:{_TO}\d{{1,2}})?月(?!个)(?:份|\d{{1,2}}日)?"),
    ("年末、年底、年初", rf"(?:{_YEAR}|上年|去年|今年|年)[末底初](?![终])"),
    ("N年", rf"{_YEAR}度?(?!级)"),
    ("N五", "“十[一二三四]?五”(?:规划)?(?:时期|期间|以来|[初末])?|(?<!第)十[一二三四]?五(?:规划|时期|期间)"),
    ("上年、去年", "(?:上年|去年)(?:同期)?|前年|明年"),
    ("今年", "今年|本年度?|当年|年内"),
    ("全年", "全年(?!级)"),
    ("年均、每年", "年均|平均每年|每年"),
    ("累计", "累计"),
    ("过去、近N年", rf"(?:过去|最近|近|未来|今后)的?{_FEW}来?|近年来|近几年来?|{_FEW}[来间]"),
    ("连续N年", rf"连续{_FEW}"),
    ("N年（多久）", rf"{_FEW}(?![级前后])"),
    ("年度", "年度"),
    ("目前", "目前|至今|迄今"),
)
_PERIOD = re.compile("|".join(f"(?P<f{place}>{form})" for place, (_, form) in enumerate(_PERIOD_FORMS)))


# Changes

_REACH = 24
_COMMAS = ("、", "，", "和")
_WORDS = (
    "增长 增加 增产 增收 新增 净增 增至 提高 提升 上升 上涨 攀升 回升 扩大 延长 涨幅 增速 增幅 高于 "
    "高出 快于 多于 增 下降 减少 降低 下滑 回落 压减 削减 缩减 缩小 缩短 减产 减收 降至 减至 降幅 低于 "
    "少于 慢于 下跌 压缩 降 减"
).split()
_CHANGING = re.compile(
    r"(?P<base>(?:同比|环比|年均|(?:(?<![占对成配环同等])比(?![例重率值])|较)[^，。；、\d]{0,6}?(?:(?:19|20)\d\d年)?[^，。；、\d]{0,4}?)?)"
    rf"(?:实际|名义|平均|分别|累计|预计)*(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    r"(?P<to>(?:分别|了|至|到|为|达|是)*|(?<=于)[^，。；、\d]{1,8})$"
)
