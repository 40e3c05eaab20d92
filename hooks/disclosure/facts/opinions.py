"""Public supervision: the notice of a report, and opinions with their handling."""

from typing import Literal

from disclosure.facts.fields import Day, Email, Identifier, Postcode, Telephone, Text
from disclosure.facts.record import Record


class Extension(Record):
    """A notice (公示) whose closing date was extended."""

    old: Day
    """原来公示到哪一天"""
    new: Day
    """延长到哪一天"""
    date: Day
    """决定延长的日期"""
    reason: Text
    """为什么延长"""


class Notice(Record):
    """The notice that opens a report to the public's opinions."""

    opens: Day
    """公示开始的日期"""
    closes: Day
    """公示结束的日期"""
    office: Text
    """受理意见的科室"""
    address: Text | None = None
    """地址"""
    telephone: Telephone | None = None
    """电话"""
    email: Email | None = None
    """电子邮箱"""
    postcode: Postcode | None = None
    """邮政编码"""
    issuer: Text
    """公示的单位"""
    date: Day
    """公示的落款日期"""
    extended: tuple[Extension, ...] = ()
    """公示以后延长过的，一次一条，旧的在前；closes 不改"""

    @property
    def until(self) -> Day:
        """The last day for opinions, all extensions included."""
        return self.extended[-1].new if self.extended else self.closes


class Opinion(Record):
    """One opinion and how it was handled, without anything that identifies its author."""

    about: Text
    """说的是什么：数值的编号、正文标题的编号，或台账里问题的编号"""
    received: Day
    """收到的日期"""
    summary: Text
    """意见的摘要，不写姓名、电话、住址"""
    handling: Text
    """怎样办理的"""
    office: Text
    """办理的单位"""
    answered: Day
    """答复的日期"""
    consent: Literal["已同意公开", "未同意公开"]
    """提意见的人是否同意公开"""


class Withdrawal(Record):
    """The record of a withdrawn opinion: its words are deleted because consent was withdrawn."""

    about: Text
    """原来说的是什么，编号照旧"""
    received: Day
    """原来收到的日期"""
    date: Day
    """撤下的日期"""
    reason: Text
    """为什么撤下，不写是谁提的"""


class Opinions(Record):
    """The contents of ``opinions.yml``."""

    publish: Literal["公开", "不公开"] = "不公开"
    """是否在网站上公开；不写就是不公开"""
    items: tuple[Opinion, ...] = ()
    """各条意见"""
    withdrawn: tuple[Withdrawal, ...] = ()
    """公开过、后来撤下的意见：文字删去，编号和日期留着"""


class Match(Record):
    """A problem and the plan that answers it, each with the words that show it."""

    problem: Identifier
    """问题标题的编号"""
    problem_words: Text
    """问题里据以对应的话"""
    next_step: Identifier
    """打算标题的编号"""
    next_step_words: Text
    """打算里据以对应的话"""


Says = Literal["问题", "原因", "打算", "情况"]
"""What words about problems or plans state; 情况 is what was done, or the situation."""


class Unmatched(Record):
    """Words about a problem or a plan without a counterpart."""

    heading: Identifier
    """问题或打算的标题编号"""
    words: Text
    """没有对应的话"""
    says: Says
    """这句话说的是问题、原因、打算，还是已有的情况"""
