"""Claims: what a report says of a figure and other figures can confirm, recomputed as intervals.

A claim agrees, contradicts, or can't be checked because an operand is not reported; the value that this
operand must then have is an implied value. A printed number stands for half a unit in its last place to both
sides, a bounded one only for its bound.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, localcontext
from enum import Enum

from disclosure.analysis import intervals
from disclosure.facts.bounds import Bound, Interval
from disclosure.facts.change import PER_CENT, Change
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.figure_name import split_name
from disclosure.facts.observations import Observation
from disclosure.facts.period import Period
from disclosure.facts.quantity import Quantity
from disclosure.facts.records import KIND_NAMES, UNSTATED_OPERAND, Relation
from disclosure.language import units

HUNDRED = intervals.exactly(100)
_PRECISION = 60
_WHOLE = Decimal(100)


class Agreement(Enum):
    """Result of recomputing a claim."""

    AGREES = "一致"
    UNCHECKED = "无法核对"
    CONTRADICTS = "不一致"


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that a claim is recomputed from."""

    name: str
    observation: Observation | None
    """``None`` where no report gives it."""
    period: Period | None = None
    """The period for which it is needed, if that is not the claim's."""
    unit: str | None = None
    elsewhere: bool = False
    """The report gives the metric, but for another period or category."""

    @property
    def interval(self) -> Interval | None:
        """The numbers that it may stand for; ``None`` where no report gives it."""
        value = self.observation and self.observation.value
        return value.interval if value else None

    @property
    def printed(self) -> str:
        """As the report prints it, or nothing."""
        return str((self.observation and self.observation.value) or "")

    @property
    def given(self) -> str:
        """Period, name and number: 2020年床位数 1403张."""
        return f"{self.period or ''}{self.name} {self.printed}"


def between(low: str | None, high: str | None) -> str:
    """The numbers from ``low`` to ``high`` in words, an open end as ``None``: 10个至20个之间."""
    if low is None or high is None:
        return f"不少于{low}" if low else f"不超过{high}" if high else "任何数"
    return low if low == high else f"{low}至{high}之间"


@dataclass(frozen=True, slots=True)
class Implied:
    """The interval in which an unreported figure must lie."""

    name: str
    period: Period | None
    """Its period; ``None`` if that is the claim's own or the report does not say."""
    interval: Interval
    pattern: Quantity
    """A printed quantity of the same kind, whose scale and decimals the site uses to print this one."""
    unit: str | None
    reason: str
    """The printed figures that it follows from."""

    @property
    def counted(self) -> bool:
        """Whether only whole numbers are possible."""
        return units.counted(self.unit)

    @property
    def step(self) -> Decimal:
        """One unit in the last place that is printed."""
        if self.counted:
            return Decimal(1)
        return self.pattern.step if self.unit == self.pattern.unit else Decimal(1).scaleb(self.pattern.scale)

    @property
    def low(self) -> Decimal | None:
        """The smallest number, rounded as it is printed, that fits."""
        low, high = self.interval.low, self.interval.high
        if low is not None and low < 0 <= (high or 0):
            return Decimal(0)  # no figure of this kind is negative
        return None if low is None else self._rounded(low - self._slack, ROUND_CEILING)

    @property
    def high(self) -> Decimal | None:
        """The largest number, rounded as it is printed, that fits."""
        high = self.interval.high
        return None if high is None else self._rounded(high + self._slack, ROUND_FLOOR)

    @property
    def absurd(self) -> bool:
        """Whether every number of the interval is impossible: below zero, or above 100%."""
        below = self.interval.high is not None and self.interval.high < 0
        above = self.unit == "%" and self.interval.low is not None and self.interval.low > _WHOLE
        return below or above

    @property
    def possible(self) -> bool:
        """False where no whole number can produce the printed rate."""
        return self.low is None or self.high is None or self.low <= self.high

    @property
    def shown(self) -> str:
        """In words: 13843元至13845元之间."""
        low, high = (None if end is None else self._printed(end) for end in (self.low, self.high))
        return between(low, high)

    @property
    def _slack(self) -> Decimal:
        """How far rounding may have moved the printed number: half a step, or nothing for a count."""
        return Decimal(0) if self.counted else self.step / 2

    def _rounded(self, number: Decimal, rounding: str) -> Decimal:
        with localcontext(prec=_PRECISION):
            return (number / self.step).quantize(Decimal(1), rounding) * self.step

    def _printed(self, number: Decimal) -> str:
        unit = self.unit or ""
        if self.counted:
            return f"{number:f}{unit}"
        scaled = number.scaleb(-self.pattern.scale)
        exponent = self.step.scaleb(-self.pattern.scale)
        shown = scaled.quantize(exponent, ROUND_HALF_EVEN)
        return f"{shown:f}{self.pattern.scale_words}{unit}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One number of a report that can be recomputed from other figures."""

    observation: Observation
    relation: Relation | None
    """``None`` for a stated change."""
    stated: Quantity | None
    """The printed number; ``None`` for 持平."""
    span: Interval
    """The numbers that it stands for, signed."""
    operands: tuple[Operand, ...]
    computed: Interval | None
    """The result of the operands; ``None`` where one of them is not reported."""
    implied: Implied | None
    """The value that the missing operand must have."""

    @property
    def field(self) -> str:
        """``value`` or ``change``."""
        return "value" if self.relation else "change"

    @property
    def name(self) -> str:
        """The kind of claim in Chinese: 增减, or that of the relation."""
        return KIND_NAMES[self.relation.kind] if self.relation else "增减"

    @property
    def absurd(self) -> bool:
        """Whether the implied value is impossible."""
        return bool(self.implied and self.implied.absurd)

    @property
    def recomputed(self) -> str:
        """The computed result in the form of the printed number; empty where nothing was computed."""
        if self.computed is None or self.stated is None:
            return ""
        return Implied("", None, self.computed, self.stated, self.stated.unit, "").shown

    @property
    def agreement(self) -> Agreement:
        """The result of recomputing the claim."""
        if self.absurd:
            return Agreement.CONTRADICTS
        if self.computed is None or self.computed == intervals.EVERYTHING:
            return Agreement.UNCHECKED
        part = self.relation and self.relation.kind == "part"  # a part may be anything up to the total
        allowed = Interval(None, self.computed.high) if part else self.computed
        return Agreement.AGREES if intervals.meet(self.span, allowed) else Agreement.CONTRADICTS


def claims(disclosure: Disclosure, report: Report) -> Iterator[Claim]:
    """Every claim of a report, in the order of its figures: its change first, then declared relations."""
    for observation in report.observations:
        if observation.value is None:  # nothing can be recomputed
            continue
        if observation.change:
            yield from _changes(disclosure, report, observation, observation.change, observation.value)
        metric = disclosure.metrics.get(observation.metric)
        for relation in metric.relations if metric else ():
            if not relation.fault and _resolves(disclosure, relation):
                yield _relation(disclosure, report, observation, observation.value, relation)


def before(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """The same figure with its value a period earlier, as known when the observation was reported."""
    return _known(disclosure, observation, observation.period.previous)


def _known(disclosure: Disclosure, observation: Observation, period: Period | None) -> Observation | None:
    """The same figure with its value of another period, as known when the observation was reported."""
    key = observation.metric, observation.category, period.slug if period else ""
    found = disclosure.by_key.get(key, ())
    return next((one for one in found if one.year <= observation.year and one.value), None)


def _changes(
    disclosure: Disclosure, report: Report, observation: Observation, change: Change, value: Quantity
) -> Iterator[Claim]:
    """A stated change, recomputed from its base; the relative one of two sizes, from the other."""
    name = label(disclosure, observation)
    period = change.base_period(observation.period, report.record.dates)
    former = _known(disclosure, observation, period)
    # Of 环比 and 年均 the base is no period; a change from one level to another itself says the former one.
    if (period or not change.base) and (former or not change.levels):
        base = Operand(name, former, period, observation.unit)
        yield _change(base, observation, change, value)
    if change.beside:
        yield _relative(Operand(name, observation), observation, change, value)


def _change(base: Operand, observation: Observation, change: Change, value: Quantity) -> Claim:
    """A stated change, recomputed from the newest value of its base."""
    stated = next((size for size in change.sizes if size.unit not in PER_CENT), change.magnitude)
    size = change.ranging(stated) if stated and change.beside else change.interval
    relative, computed, implied = stated and PER_CENT.get(stated.unit), None, None
    if stated and not relative and not _same_kind(stated.unit, observation.unit):
        pass  # 百分点 of a sum of money: nothing follows, and percent-or-point has a finding
    elif base.interval is None:
        level = value.interval - size
        if relative:
            times = intervals.multiply(size, intervals.exactly(relative / _WHOLE))
            level = intervals.divide(value.interval, intervals.exactly(1) + times)
        if level != intervals.EVERYTHING and change.bound is not Bound.ABOUT:
            reason = f"{value}、{change}"
            implied = Implied(base.name, base.period, level, value, observation.unit, reason)
    elif relative:
        ratio = intervals.divide(value.interval, base.interval)
        computed = _grown(ratio - intervals.exactly(1), relative)
    else:
        computed = value.interval - base.interval
    return Claim(observation, None, stated, size, (base,), computed, implied)


def _relative(level: Operand, observation: Observation, change: Change, value: Quantity) -> Claim:
    """The relative size of a change, recomputed from the other one and the value: both have one base."""
    relative, absolute = sorted(change.sizes, key=lambda size: size.unit not in PER_CENT)
    apart, computed = change.ranging(absolute), None
    if _same_kind(absolute.unit, observation.unit):
        ratio = intervals.divide(apart, value.interval - apart)
        computed = _grown(ratio, PER_CENT[relative.unit])
    return Claim(observation, None, relative, change.ranging(relative), (level,), computed, None)


def _grown(times: Interval, per_cent: Decimal) -> Interval:
    """A growth by so many times its base, in a unit of so many per cent."""
    return intervals.multiply(times, intervals.exactly(_WHOLE / per_cent))


def _same_kind(change: str, value: str | None) -> bool:
    return change == value or (value == "%" and change.endswith("百分点"))


def _resolves(disclosure: Disclosure, relation: Relation) -> bool:
    """Whether every operand names a figure that could be read; loading reports any other."""
    names = (split_name(name) for name in relation.of if name != UNSTATED_OPERAND)
    metrics = disclosure.metrics
    return all(
        name.metric in metrics and name.category in {None, *metrics[name.metric].categories} for name in names
    )


def _operand(disclosure: Disclosure, report: Report, observation: Observation, name: str) -> Operand:
    """The operand for the observation's period and, if the operand's metric has it, its category."""
    identifier, named, _ = split_name(name)
    metric, given = disclosure.metrics[identifier], report.by_metric.get(identifier, ())
    category = named or (observation.category if observation.category in metric.categories else None)
    wanted = (identifier, category, observation.period.slug)
    found = next((observation for observation in given if observation.key == wanted), None)
    return Operand(metric.label(category), found, unit=metric.unit, elsewhere=found is None and bool(given))


def _relation(
    disclosure: Disclosure, report: Report, observation: Observation, value: Quantity, relation: Relation
) -> Claim:
    operands = tuple(
        Operand(relation.unstated or "", None, unit=relation.unit)
        if name == UNSTATED_OPERAND
        else _operand(disclosure, report, observation, name)
        for name in relation.of
    )
    missing = [place for place, operand in enumerate(operands) if operand.interval is None]
    known = [operand.interval for operand in operands if operand.interval is not None]
    computed, implied = None, None
    if not missing:
        computed = _computed(relation.kind, known)
    elif len(missing) == 1 and not operands[missing[0]].elsewhere and relation.kind != "part":
        level, operand = _solved(relation.kind, value.interval, known, missing[0]), operands[missing[0]]
        if level != intervals.EVERYTHING:
            reason = "、".join(f"{operand.name}{operand.printed}" for operand in operands if operand.printed)
            others = (one.observation.value for one in operands if one.observation and one.observation.value)
            pattern, reason = next(others, value), f"{reason}、{value}"
            implied = Implied(operand.name, None, level, pattern, operand.unit, reason)
    return Claim(observation, relation, value, value.interval, operands, computed, implied)


def _computed(kind: str, known: list[Interval]) -> Interval:
    if kind == "total":
        return intervals.total(known)
    if kind == "part":
        return known[0]
    if kind == "difference":
        return known[0] - known[1]
    quotient = intervals.divide(known[0], known[1])
    return intervals.multiply(quotient, HUNDRED) if kind == "share" else quotient


def _solved(kind: str, value: Interval, known: list[Interval], missing: int) -> Interval:
    """The value that the operand at ``missing`` must have, given the result and the other operands."""
    if kind == "total":
        return value - intervals.total(known)
    if kind == "difference":
        return value + known[0] if missing == 0 else known[0] - value
    quotient = intervals.divide(value, HUNDRED) if kind == "share" else value
    return intervals.multiply(quotient, known[0]) if missing == 0 else intervals.divide(known[0], quotient)
