"""The synthetic metrics of a focus area, with values in the forms that reports print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.wording import Words, joined, plain

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class Kind:
    """What a metric of each area measures, and how its values are printed; ``#`` stands for a digit."""

    slug: str
    name: str
    measures: str
    unit: str
    value: str
    change: str | None = None
    period: str = "{before}"
    """``{before}`` is the year before the report's."""


KINDS = (
    Kind("renovation-funds", "校舍维修改造投入资金", "money", "元", "##00余万元"),
    Kind("education-budget", "一般公共预算教育经费", "money", "元", "1#####万元", "增长了#.##%"),
    Kind("student-aid", "各类学生资助金额", "money", "元", "#.#亿元"),
    Kind("coverage-rate", "普惠性幼儿园覆盖率", "share", "%", "9#.##%"),
    Kind("sampled-myopia-rate", "抽检学生近视率", "rate", "%", "4#.#%", "下降0.##个百分点"),
    Kind("training", "教师培训参与人次", "count", "人次", "#.#万余人次"),
    Kind("visits", "调研指导次数", "count", "次", "#0余次", period="{before}年以来"),
    Kind("schools-built", "新建学校数量", "count", "所", "#所", period="{year}"),
    Kind("allowance", "乡村教师生活补助标准", "money", "元", "#00元左右"),
    Kind("grounds", "新增运动场地面积", "area", "平方米", "约##000平方米", period="累计"),
    Kind("graduate-teachers", "本科以上教师占比", "share", "%", "8#.#%", "提高0.#个百分点"),
    Kind("drills", "安全应急演练场次", "count", "场次", "##0余场次", period="{before}年以来"),
)
"""The metrics of an area, each with a page of its own; the last is that of every other area."""

TABLE = Kind("per-pupil-spending", "生均公用经费", "money", "元", "1####元")
"""The metric of an area's table."""
CATEGORIES = {"primary": "普通小学", "junior-high": "普通初中", "senior-high": "普通高中"}
METRICS = 100
"""Metric pages of a year: thirteen of every other area, twelve of the rest."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One metric of one area: its definition, its line of values, its clause in the prose."""

    definition: str
    values: str
    clause: Words


def figures(random: Random, area: str, year: int, *, every: bool) -> list[Figure]:
    """The metrics of an area, of ``every`` kind or of all but the last; that of its table last."""
    kinds = KINDS if every else KINDS[:-1]
    return [*(_single(random, kind, area, year) for kind in kinds), _table(random, area, year)]


def table_id(area: str) -> str:
    """The id of the metric that the area's table shows."""
    return f"{TABLE.slug}-{area}"


def _single(random: Random, kind: Kind, area: str, year: int) -> Figure:
    identifier, value = f"{kind.slug}-{area}", _printed(random, kind.value)
    period = kind.period.format(before=year - 1, year=year)
    clause = plain(f"{kind.name}达到") + _macro(identifier, value)
    listed = f"period: {period}, period_basis: 报告期, value: {value}"
    if kind.change:
        change = _printed(random, kind.change)
        clause += plain("，比上年") + _macro(f"{identifier} change", change)
        listed += f", change: {change}"
    return Figure(_definition(kind, identifier), f"{identifier}: {{{listed}}}\n", clause)


def _table(random: Random, area: str, year: int) -> Figure:
    identifier = table_id(area)
    printed = {name: _printed(random, TABLE.value) for name in CATEGORIES}
    stated = [
        plain(CATEGORIES[name]) + _macro(f"{identifier}.{name}", value) for name, value in printed.items()
    ]
    named = "".join(f"    {name}: {label}\n" for name, label in CATEGORIES.items())
    listed = "".join(f"  {name}: {{value: {value}}}\n" for name, value in printed.items())
    return Figure(
        definition=f"{_definition(TABLE, identifier)}  categories:\n{named}",
        values=f"{identifier}:\n  period: {year - 1}\n  period_basis: 报告期\n{listed}",
        clause=plain(f"{TABLE.name}中，") + joined(stated, "，"),
    )


def _macro(call: str, printed: str) -> Words:
    return Words(f"{{{{ {call} }}}}", printed)


def _printed(random: Random, pattern: str) -> str:
    return re.sub("#", lambda _: str(random.randint(1, 9)), pattern)


def _definition(kind: Kind, identifier: str) -> str:
    return f"""\
{identifier}:
  name: {kind.name}
  measures: {kind.measures}
  unit: '{kind.unit}'
  better: neither
  definition: 报告所称“{kind.name}”，统计口径报告未载明，这里的解释是本站写的。
  definition_basis: 本站说明
  aliases: [{kind.name[:4]}, {kind.name[-4:]}]
"""
