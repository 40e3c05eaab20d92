"""Corrections: what was changed after publication, from what to what, why, and who approved it."""

from typing import Literal

from disclosure.facts.fields import Day, Identifier, Text
from disclosure.facts.figure_name import FigureName, split_name
from disclosure.facts.record import Record

Kind = Literal["更正", "修订"]
"""更正 mends a mistake; 修订 replaces a value that was right when it was published."""


class Correction(Record):
    """Something published that changed, or was withdrawn."""

    figure: Text
    """改的是什么：数值的编号，写法与宏相同，指标.分类@时期；别的照 published.json 里的 id，如 metrics/指标"""
    field: Text = "value"
    """改的是哪一项：value、change、verdict、text，别的照 published.json 里的名称"""
    standard: Identifier | None = None
    """改的是对照结论时，标准的编号"""
    kind: Kind
    """更正（原来错了）或修订（原来不错，后来变了）"""
    old: Text
    """原来公布的写法"""
    new: Text | None
    """现在的写法；撤下不再公布的写 null"""
    reason: Text
    """为什么改"""
    date: Day
    """改的日期"""
    approver: Text
    """批准的单位"""

    @property
    def name(self) -> FigureName:
        """The parts of the figure's name; a definition of a metric has no period."""
        return split_name(self.figure.removeprefix("metrics/"))

    @property
    def key(self) -> tuple[str, str]:
        """What was changed, as ``published.json`` names it: the id and the field."""
        return self.figure, f"verdict {self.standard}" if self.field == "verdict" else self.field
