"""What people decided about the site's own statements and about the numbers that are no figures."""

from typing import Literal

from disclosure.facts.fields import Day, Identifier, Text
from disclosure.facts.record import Record


class Review(Record):
    """A decision on one statement that the site adds: a verdict, an implied value, a notice."""

    decision: Literal["公开", "加注公开", "缓公开"] = "加注公开"
    """公开、加注公开或缓公开"""
    reason: Text
    """理由，读者看得到"""
    office: Text | None = None
    """作出决定的单位"""
    date: Day | None = None
    """作出决定的日期"""

    @property
    def deferred(self) -> bool:
        """Whether the statement is held back for a time."""
        return self.decision == "缓公开"

    @property
    def signed(self) -> str:
        """The reason, with who decided and when as far as that is known."""
        office = "，".join(str(part) for part in (self.office, self.date) if part)
        return f"{self.reason}（{office}）" if office else self.reason


Reviewed = dict[Identifier, Review]
"""Decisions by what they are about: ``verdict``, ``implied``, or the code of a finding."""

ExemptionKind = Literal[
    "日期", "文号", "名称或引文", "序数", "专名", "结构", "口径", "非确数", "不能录入", "已撤下"
]
"""Why a number in official prose is no figure."""


class Exemption(Record):
    """Words of the official text whose numbers are no figures, and why."""

    words: Text
    """原文里的一段话，只包含这个数字和它前后几个字"""
    kind: ExemptionKind
    """属于哪一类"""
    reason: Text
    """为什么不是统计数字"""


class Mention(Record):
    """A problem or a next step that speaks of a focus area, by words of its own."""

    heading: Identifier
    """标题的编号，在 problems.md 或 next-steps.md 里"""
    area: Identifier
    """评价重点的编号"""
    words: Text
    """原文里据以对应的话"""


class TextReview(Review):
    """A decision on a notice about words of the official text."""

    code: Identifier
    """提示代码"""
    words: Text
    """提示里的那个词"""
