"""Changes that a report does not state, computed from its value and the one of a period earlier."""

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from disclosure.analysis import intervals
from disclosure.analysis.claims import before, between
from disclosure.analysis.decisions import decide
from disclosure.analysis.revisions import superseding
from disclosure.analysis.statement import CAVEAT, ChangeStatement, held_back
from disclosure.facts.bounds import Bound
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.observations import Observation
from disclosure.facts.quantity import Quantity

_COUNTED = frozenset({"count", "money", "area", "duration"})
"""What is measured by an amount, which is 增加; anything else is 上升."""


def computed_changes(disclosure: Disclosure, report: Report) -> Iterator[ChangeStatement]:
    """The changes that follow from a report's figures, where every pair of true values gives one sign."""
    for observation in report.observations:
        former = before(disclosure, observation)
        if former is None or not _open(disclosure, observation, former):
            continue
        change = _change(disclosure, observation, former)
        if change is None:
            continue
        name = label(disclosure, observation)
        decision = decide(observation.reviewed.get("implied"), report.as_of)
        deferred = decision if decision and decision.deferred else None
        values = "，".join(f"{figure.period.shown} {figure.value}" for figure in (observation, former))
        parts = held_back(deferred) if deferred else (f"{name}：{values}，", change, f"（{CAVEAT}）。")
        yield ChangeStatement(
            observation=observation,
            name=name,
            sentence="".join(parts),
            decision=decision,
            former=former,
            change="" if deferred else change,
            parts=parts,
        )


def _open(disclosure: Disclosure, observation: Observation, former: Observation) -> bool:
    """Whether the report leaves the change open, and both values count and have one definition.

    Where another report states one of them differently, the definition may have changed: only values of the
    same report then share one.
    """
    disputed = any(
        str(other.value) != str(figure.value)
        for figure in (observation, former)
        for other in disclosure.by_key[figure.key]
    )
    return (
        observation.change is None
        and disclosure.metrics[observation.metric].measures != "change"
        and superseding(disclosure, observation) is None
        and not (disputed and (observation.year != former.year or superseding(disclosure, former)))
    )


def _change(disclosure: Disclosure, observation: Observation, former: Observation) -> str | None:
    """The change in words, to the coarser place of both values; ``None`` where its sign is not certain."""
    value, base = observation.value, former.value
    if value is None or base is None or not {value.form, base.form} <= {"number", "range"}:
        return None
    apart = value.interval - base.interval
    sign = intervals.sign(apart)
    if not sign:
        return None if sign is None else "持平"
    coarser = max(value, base, key=lambda quantity: quantity.step)
    if {value.bound, base.bound} == {Bound.EXACT}:
        place = Decimal(1).scaleb(coarser.step.adjusted())
        number = abs(value.ends[0] - base.ends[0]).quantize(place, ROUND_HALF_EVEN)
        if not number:
            return None  # one of them is printed too coarsely
        size = _amount(number, coarser)
    else:
        ends = apart if sign > 0 else -apart
        size = between(
            *(None if end is None else _amount(end.normalize(), coarser) for end in (ends.low, ends.high))
        )
    counted = disclosure.metrics[observation.metric].measures in _COUNTED
    rise, fall = ("增加", "减少") if counted else ("上升", "下降")
    return f"{rise if sign > 0 else fall}{size}"


def _amount(number: Decimal, pattern: Quantity) -> str:
    """A number in the scale and the unit of ``pattern``: 0.33亿元."""
    unit = "个百分点" if pattern.unit == "%" else pattern.unit
    return f"{number.scaleb(-pattern.scale):f}{pattern.scale_words}{unit}"
