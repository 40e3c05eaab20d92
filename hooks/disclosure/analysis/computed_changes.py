"""Changes that a report does not state, computed from its value and the one of a period earlier."""

from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal

from disclosure.analysis import intervals
from disclosure.analysis.claims import before
from disclosure.analysis.decisions import decide
from disclosure.analysis.revisions import superseding
from disclosure.analysis.statement import CAVEAT, ChangeStatement, held_back
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.observations import Observation
from disclosure.facts.quantity import Bound, Interval, Quantity

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
        values = "，".join(f"{figure.period} {figure.value}" for figure in (observation, former))
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
    if value is None or base is None:
        return None
    apart = intervals.subtract(value.interval, base.interval)
    sign = intervals.sign(apart)
    if not sign:
        return None if sign is None else "持平"
    coarser = max(value, base, key=_place)
    size = apart if sign > 0 else intervals.negate(apart)
    if value.bound is base.bound is Bound.EXACT:
        number = abs(value.value - base.value).quantize(Decimal(1).scaleb(_place(coarser)), ROUND_HALF_EVEN)
        if not number:
            return None  # one of them is printed too coarsely
        size = intervals.exactly(number)
    counted = disclosure.metrics[observation.metric].measures in _COUNTED
    rise, fall = ("增加", "减少") if counted else ("上升", "下降")
    return f"{rise if sign > 0 else fall}{_printed(size, coarser)}"


def _place(quantity: Quantity) -> int:
    """The power of ten of the last digit that it prints."""
    return quantity.scale - quantity.decimals


def _printed(size: Interval, pattern: Quantity) -> str:
    """The size of a change, in the scale and the unit of ``pattern``: 0.33亿元, 10个至20个之间."""
    unit = "个百分点" if pattern.unit == "%" else pattern.unit
    low, high = (
        None
        if end is None
        else f"{end.scaleb(-pattern.scale):f}{pattern.inner_scale}{pattern.outer_scale}{unit}"
        for end in (size.low, size.high)
    )
    if low is None or high is None:
        return f"不少于{low}" if low else f"不超过{high}"
    return low if low == high else f"{low}至{high}之间"
