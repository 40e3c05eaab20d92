"""Claims: what a report says of one figure by way of others, recomputed as intervals.

A claim agrees, contradicts, or can't be checked because an operand is not reported; what the operand must
then be is an implied value. A printed number stands for half a unit in its last place, a bounded one only
for its bound.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from disclosure.analysis import intervals
from disclosure.analysis.implied import Implied
from disclosure.analysis.operands import Operand, find_base, find_operands, resolves
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.observations import Observation
from disclosure.facts.quantity import Interval, Quantity
from disclosure.facts.records import KIND_NAMES, UNSTATED_OPERAND, Relation

HUNDRED = intervals.exactly(100)


class Agreement(Enum):
    """What comes of recomputing a claim."""

    AGREES = "一致"
    UNCHECKED = "无法核对"
    CONTRADICTS = "不一致"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a report that follows from other figures."""

    observation: Observation
    relation: Relation | None
    """``None`` for a stated change."""
    stated: Quantity | None
    """The printed number; ``None`` for 持平."""
    span: Interval
    """What it stands for, signed."""
    operands: tuple[Operand, ...]
    computed: Interval | None
    """What the operands give; ``None`` where one of them is not reported."""
    implied: Implied | None
    """What the missing operand must be."""

    @property
    def field(self) -> str:
        """``value`` or ``change``."""
        return "value" if self.relation else "change"

    @property
    def name(self) -> str:
        """What is claimed, in a few words."""
        return KIND_NAMES[self.relation.kind] if self.relation else "增减"

    @property
    def absurd(self) -> bool:
        """Whether what it implies can't be: less than nothing, or more than the whole of a rate."""
        return bool(self.implied and self.implied.absurd)

    @property
    def recomputed(self) -> str:
        """What the operands give, in the manner of the printed number; empty where nothing was computed."""
        if self.computed is None or self.stated is None:
            return ""
        return Implied("", None, self.computed, self.stated, self.stated.unit, "").shown

    @property
    def agreement(self) -> Agreement:
        """What came of it."""
        if self.absurd:
            return Agreement.CONTRADICTS
        if self.computed is None or self.computed == intervals.EVERYTHING:
            return Agreement.UNCHECKED
        return Agreement.AGREES if self._fits(self.computed) else Agreement.CONTRADICTS

    def _fits(self, computed: Interval) -> bool:
        if self.relation and self.relation.kind == "part":
            return computed.high is None or self.span.low is None or self.span.low <= computed.high
        return intervals.meet(self.span, computed)


def claims(disclosure: Disclosure, report: Report) -> Iterator[Claim]:
    """Every claim of a report, in the order of its figures: its change first, then declared relations."""
    for observation in report.observations:
        if observation.change:
            yield _change(disclosure, observation)
        metric = disclosure.metrics.get(observation.metric)
        for relation in metric.relations if metric else ():
            if not relation.fault and resolves(disclosure, relation):
                yield _relation(disclosure, report, observation, relation)


def _change(disclosure: Disclosure, observation: Observation) -> Claim:
    change = observation.change
    if change is None:
        raise ValueError("only an observation with a change makes this claim")
    base = find_base(disclosure, observation)
    relative = bool(change.magnitude and change.magnitude.unit == "%")
    value, size = observation.value.interval, change.interval
    computed, implied = None, None
    if change.magnitude and not relative and not _same_kind(change.magnitude.unit, observation.unit):
        pass  # points of a sum of money: nothing follows from them, and percent-or-point has told it
    elif base.interval is None:
        share = intervals.add(intervals.exactly(1), intervals.divide(size, HUNDRED))
        level = intervals.divide(value, share) if relative else intervals.subtract(value, size)
        reason = f"{observation.value}、{change}"
        if level != intervals.EVERYTHING:
            implied = Implied(base.name, base.period, level, observation.value, observation.unit, reason)
    elif relative:
        ratio = intervals.divide(value, base.interval)
        computed = intervals.multiply(intervals.subtract(ratio, intervals.exactly(1)), HUNDRED)
    else:
        computed = intervals.subtract(value, base.interval)
    return Claim(observation, None, change.magnitude, size, (base,), computed, implied)


def _same_kind(change: str, value: str | None) -> bool:
    return change == value or (value == "%" and change.endswith("百分点"))


def _relation(disclosure: Disclosure, report: Report, observation: Observation, relation: Relation) -> Claim:
    operands = find_operands(disclosure, report, observation, relation)
    known = [operand.interval for operand in operands if operand.interval is not None]
    value = observation.value.interval
    computed, implied = None, None
    if len(known) == len(operands):
        computed = _computed(relation.kind, known)
    elif _one_missing(operands) and relation.kind != "part":
        missing = next(index for index, operand in enumerate(operands) if operand.interval is None)
        level = _solved(relation.kind, value, known, missing)
        if level != intervals.EVERYTHING:
            reason = "、".join(f"{item.name}{item.printed}" for item in operands if item.printed)
            pattern = next((item.quantity for item in operands if item.quantity), observation.value)
            unit = relation.unit if relation.of[missing] == UNSTATED_OPERAND else operands[missing].unit
            implied = Implied(
                operands[missing].name, None, level, pattern, unit, f"{reason}、{observation.value}"
            )
    return Claim(observation, relation, observation.value, value, operands, computed, implied)


def _one_missing(operands: tuple[Operand, ...]) -> bool:
    """Whether exactly one is not reported, and not for another period either: then it can be implied."""
    missing = [operand for operand in operands if operand.interval is None]
    return len(missing) == 1 and not missing[0].elsewhere


def _computed(kind: str, known: list[Interval]) -> Interval:
    if kind == "total":
        return intervals.total(known)
    if kind == "part":
        return known[0]
    if kind == "difference":
        return intervals.subtract(known[0], known[1])
    quotient = intervals.divide(known[0], known[1])
    return intervals.multiply(quotient, HUNDRED) if kind == "share" else quotient


def _solved(kind: str, value: Interval, known: list[Interval], missing: int) -> Interval:
    """What the operand at ``missing`` must be, from the value and the others."""
    if kind == "total":
        return intervals.subtract(value, intervals.total(known))
    if kind == "difference":
        return intervals.add(value, known[0]) if missing == 0 else intervals.subtract(known[0], value)
    quotient = intervals.divide(value, HUNDRED) if kind == "share" else value
    return intervals.multiply(quotient, known[0]) if missing == 0 else intervals.divide(known[0], quotient)
