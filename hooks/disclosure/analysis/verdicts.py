"""Verdicts: the comparison of figures with standards, deferred ones included.

Only ``analysis/statement.py``, which withholds deferred outcomes, may call ``judge``. The register and
its checks may read how verdicts are worded.
"""

from collections.abc import Iterator

from disclosure.analysis.requirements import Outcome, Span, meets
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.observations import Observation
from disclosure.facts.period import Manner
from disclosure.facts.quantity import Quantity
from disclosure.facts.records import Standard

HELD_BACK = "对照结果核实中"
"""The words in place of an outcome that is held back."""


def compared(disclosure: Disclosure, report: Report) -> Iterator[tuple[Standard, Observation | None]]:
    """Every standard with each figure of a report that it applies to, in the order of both.

    The figure is ``None`` for a standard without a metric.
    """
    for standard in disclosure.standards.values():
        figures = report.by_metric.get(standard.metric, ()) if standard.metric else (None,)
        for observation in figures:
            if observation is None or standard.category in {None, observation.category}:
                yield standard, observation


def marks(standard: Standard) -> tuple[str, ...]:
    """The reservations beside every verdict of a standard, wherever it is shown."""
    return (
        *(("口径待确认",) if standard.caution else ()),
        *(("依据待核实",) if standard.nature and standard.primary_text == "未读" else ()),
    )


def wording(standard: Standard, outcome: Outcome | None) -> str:
    """A verdict in full: 未达到卫生县标准（认定标准，申报中；依据待核实）; ``None`` is deferred."""
    if outcome is Outcome.NONE_FOUND:
        return str(outcome.value)
    nature = "，".join(part for part in (standard.nature, standard.stage) if part)
    beside = "；".join((*((nature,) if nature else ()), *marks(standard)))
    if outcome in {Outcome.MET, Outcome.MISSED}:
        return f"{outcome.value}{standard.name}（{beside}）"
    return f"{outcome.value if outcome else HELD_BACK}（{standard.name}{beside and f'，{beside}'}）"


def registered(standard: Standard, outcome: Outcome | None) -> str:
    """The form of a verdict in ``published.json``; a deferred one (``None``) is without its outcome."""
    return f"{standard.requirement or '没有标准值'} → {wording(standard, outcome)}"


def judge(standard: Standard, observation: Observation | None, report: Report) -> tuple[Outcome, str | None]:
    """The outcome, and the reason if it is neither met nor missed."""
    limit = standard.limit
    if standard.set_aside or observation is None:
        return _settled(standard)
    if observation.period.manner is Manner.AIM:
        return Outcome.NOT_APPLICABLE, f"这个数值是{observation.period.shown}要达到的，不是已经达到的"
    if expired := _out_of_time(standard, observation, report):
        return Outcome.NOT_APPLICABLE, expired
    if standard.requires is None or limit is None:
        return (Outcome.UNDECIDED, "标准的要求不是一个数") if standard.wording else _settled(standard)
    value, change = observation.value, observation.change
    if standard.field == "value":
        if value is None:
            return Outcome.UNDECIDED, "报告没有写数值"
        quantity: Quantity | None = value
        span, unit, printed = Span.of(value), observation.unit or "", str(value)
    elif change is None:
        return Outcome.UNDECIDED, "报告没有写增减"
    else:
        quantity = change.sized(limit.unit)
        span, printed = Span.of_change(change, limit.unit), str(change)
        unit = quantity.unit if quantity else limit.unit
    if limit.value and unit != limit.unit:
        return Outcome.UNDECIDED, f"报告写的是“{printed}”，标准值是“{limit}”，单位不同"
    outcome = Outcome.of(meets(span, standard.requires, limit.value))
    why = f"报告写的是{_vague(quantity)}“{printed}”，不能断定" if outcome is Outcome.UNDECIDED else None
    return outcome, why


def _vague(quantity: Quantity | None) -> str:
    """What a print is that no limit can be compared with, in Chinese."""
    if quantity is None or quantity.value is not None:
        return "概数"
    return "一段范围" if quantity.form == "range" else "三项以上的比"


def _settled(standard: Standard) -> tuple[Outcome, str | None]:
    """The outcome as people decided it, where numbers can't."""
    if standard.set_aside:
        return Outcome(standard.set_aside.verdict), standard.set_aside.reason
    return Outcome.NONE_FOUND, standard.scope


def _out_of_time(standard: Standard, observation: Observation, report: Report) -> str | None:
    period = observation.period
    first, last = period.years(report.year)
    # A period without a year counts as the year of the report.
    time = period.shown if period.days.year else f"{report.year}年报告"
    if standard.valid_until and first > int(standard.valid_until):
        return f"标准已过期：它适用到{standard.valid_until}年，这个数值是{time}的"
    if standard.valid_from and last < int(standard.valid_from):
        return f"标准还没有施行：它从{standard.valid_from}年起适用，这个数值是{time}的"
    return None
