"""Verdicts: what a standard says to a figure, with every doubt that belongs beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from disclosure.analysis.decisions import Decision, decide
from disclosure.analysis.requirements import Span, meets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.observations import Observation
    from disclosure.facts.standard import Standard


class Outcome(Enum):
    """What comes of comparing; the first that is missed comes first in every list."""

    MISSED = "未达到"
    MET = "达到"
    UNDECIDED = "无法判定"
    DIFFERENT_SCOPE = "口径不一致"
    NOT_APPLICABLE = "不适用"
    NONE_FOUND = "暂未查到可比标准"

    @property
    def rank(self) -> int:
        """Its place in lists."""
        return list(Outcome).index(self)


UNREAD = "依据待核实"
"""Stands beside every verdict whose basis the site knows only at second hand."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One standard applied to one figure."""

    standard: Standard
    observation: Observation | None
    """``None`` where no report gives the figure."""
    outcome: Outcome
    why: str | None
    """The reason of an outcome that is neither met nor missed."""
    decision: Decision | None

    @property
    def deferred(self) -> bool:
        """Whether it is held back for now."""
        return bool(self.decision and self.decision.deferred)

    @property
    def marks(self) -> tuple[str, ...]:
        """The doubts that stand beside it, wherever it is shown."""
        standard = self.standard
        unread = standard.nature and standard.primary_text == "未读"
        return (*(("口径待确认",) if standard.caution else ()), *((UNREAD,) if unread else ()))

    @property
    def sentence(self) -> str:
        """The verdict in full: 未达到优质均衡县评估标准（认定标准，创建中；依据待核实）."""
        standard = self.standard
        if self.outcome is Outcome.NONE_FOUND:
            return str(self.outcome.value)
        nature = "，".join(part for part in (standard.nature, standard.stage) if part)
        beside = "；".join((*((nature,) if nature else ()), *self.marks))
        if self.outcome in {Outcome.MET, Outcome.MISSED}:
            return f"{self.outcome.value}{standard.name}（{beside}）"
        return f"{self.outcome.value}（{standard.name}，{beside}）"

    @property
    def sure(self) -> bool:
        """Whether it may be counted: decided by the numbers, on a basis that was read, not held back."""
        return self.outcome in {Outcome.MET, Outcome.MISSED} and not self.marks and not self.deferred

    @property
    def requirement(self) -> str | None:
        """What is required, in words: 不超过 0.50."""
        return requirement(self.standard)

    @property
    def locked(self) -> str:
        """What ``figures.lock`` keeps of it."""
        return f"{self.requirement or '没有标准值'} → {self.sentence}"


def requirement(standard: Standard) -> str | None:
    """What a standard requires, in words; ``None`` where none was found."""
    limit = standard.limit
    if not standard.requires or limit is None:
        return standard.wording
    if standard.field == "value":
        return f"{standard.requires} {limit}"
    if standard.requires == "大于" and not limit.value:
        return "比上年增长（大于 0）"
    if standard.requires == "不超过" and limit.value < 0:
        return f"下降不少于 {str(limit).lstrip('-−')}"
    return f"增减{standard.requires} {limit}"


def verdicts(disclosure: Disclosure, report: Report) -> Iterator[Verdict]:
    """Every verdict on the figures of a report, in the order of the register and of the figures."""
    for standard in disclosure.standards.values():
        if standard.metric is None:
            yield Verdict(standard, None, *_settled(standard), None)
            continue
        for observation in report.by_metric.get(standard.metric, ()):
            if standard.category in {None, observation.category}:
                yield _verdict(standard, observation, report)


def _verdict(standard: Standard, observation: Observation, report: Report) -> Verdict:
    decision = decide(observation.reviewed.get("verdict"), report.as_of)
    outcome, why = _outcome(standard, observation, report)
    return Verdict(standard, observation, outcome, why, decision)


def _settled(standard: Standard) -> tuple[Outcome, str | None]:
    """The outcome where people, and not the numbers, decide."""
    if standard.set_aside:
        return Outcome(standard.set_aside.verdict), standard.set_aside.reason
    return Outcome.NONE_FOUND, standard.scope


def _outcome(standard: Standard, observation: Observation, report: Report) -> tuple[Outcome, str | None]:
    limit = standard.limit
    if standard.set_aside:
        return _settled(standard)
    if expired := _out_of_time(standard, observation, report):
        return Outcome.NOT_APPLICABLE, expired
    if standard.requires is None or limit is None:
        return (Outcome.UNDECIDED, "标准的要求不是一个数") if standard.wording else _settled(standard)
    change = observation.change
    if standard.field == "value":
        span, unit, said = Span.of(observation.value), observation.unit or "", str(observation.value)
    elif change is None:
        return Outcome.UNDECIDED, "报告没有写增减"
    else:
        unit = change.magnitude.unit if change.magnitude else limit.unit
        span, said = Span.of_change(change), str(change)
    if limit.value and unit != limit.unit:
        return Outcome.UNDECIDED, f"报告写的是“{said}”，标准值是“{limit}”，单位不同"
    met = meets(span, standard.requires, limit.value)
    if met is None:
        return Outcome.UNDECIDED, f"报告写的是概数“{said}”，不能断定"
    return (Outcome.MET if met else Outcome.MISSED), None


def _out_of_time(standard: Standard, observation: Observation, report: Report) -> str | None:
    first, last = observation.period.years(report.year)
    if standard.valid_until and first > int(standard.valid_until):
        return f"标准已过期：它适用到{standard.valid_until}年，这个数值是{_time(observation, report)}的"
    if standard.valid_from and last < int(standard.valid_from):
        return f"标准还没有施行：它从{standard.valid_from}年起适用，这个数值是{_time(observation, report)}的"
    return None


def _time(observation: Observation, report: Report) -> str:
    """The period in a sentence; what has none of its own is taken at the time of the report."""
    has_year = any(char.isdigit() for char in observation.period.text)
    return str(observation.period) if has_year else f"{report.year}年报告"
