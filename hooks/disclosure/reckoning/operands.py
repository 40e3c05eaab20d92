"""The figures that a claim is recomputed from, as far as the reports give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from disclosure.facts.relation import UNSTATED_OPERAND

if TYPE_CHECKING:
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.observations import Observation
    from disclosure.facts.quantity import Interval, Quantity
    from disclosure.facts.records import Metric
    from disclosure.facts.relation import Relation


class Named(Protocol):
    """Anything that is about one figure."""

    @property
    def metric(self) -> str:
        """The metric's id."""

    @property
    def category(self) -> str | None:
        """The category's id."""


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure in a claim."""

    name: str
    observation: Observation | None
    """``None`` where no report gives it."""
    period: str | None = None
    """The period it is wanted for, where that differs from the claim's."""
    unit: str | None = None
    elsewhere: bool = False
    """The report gives it for another period."""

    @property
    def quantity(self) -> Quantity | None:
        """What is printed of it."""
        return self.observation.value if self.observation else None

    @property
    def interval(self) -> Interval | None:
        """What it stands for; ``None`` where no report gives it."""
        return self.observation.value.interval if self.observation else None

    @property
    def printed(self) -> str:
        """As the report prints it, or nothing."""
        return str(self.observation.value) if self.observation else ""


def find_base(disclosure: Disclosure, observation: Observation) -> Operand:
    """The value that a change starts from: the newest that its report or an earlier one gives."""
    return Operand(
        label(disclosure, observation),
        before(disclosure, observation),
        observation.period.previous,
        observation.unit,
    )


def before(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """The same figure a period earlier, as known when the observation was reported."""
    period = observation.period.previous
    if period is None:
        return None
    same = disclosure.by_key.get((observation.metric, observation.category, period), ())
    return next((item for item in same if item.year <= observation.year), None)


def resolves(disclosure: Disclosure, relation: Relation) -> bool:
    """Whether every operand names a figure that could be read; else loading has told it."""
    for operand in relation.of:
        identifier, _, category = operand.partition(".")
        metric = disclosure.metrics.get(identifier)
        if operand != UNSTATED_OPERAND and (metric is None or category not in {"", *metric.categories}):
            return False
    return True


def find_operands(
    disclosure: Disclosure, report: Report, observation: Observation, relation: Relation
) -> tuple[Operand, ...]:
    """The operands of a relation, for the period and (where they have it) the category of ``observation``."""
    return tuple(
        Operand(relation.unstated or "", None, unit=relation.unit)
        if name == UNSTATED_OPERAND
        else _operand(disclosure, report, observation, name)
        for name in relation.of
    )


def _operand(disclosure: Disclosure, report: Report, observation: Observation, name: str) -> Operand:
    identifier, _, named = name.partition(".")
    metric = disclosure.metrics.get(identifier)
    if metric is None:  # told where the relation is declared
        return Operand(name, None)
    category = named or (observation.category if observation.category in metric.categories else None)
    wanted = (identifier, category, observation.period.text)
    found = next((item for item in report.by_metric.get(identifier, ()) if item.key == wanted), None)
    shown = metric.categories.get(category or "")
    shown = f"{metric.name}（{shown}）" if shown else metric.name
    elsewhere = found is None and identifier in report.by_metric
    return Operand(shown, found, unit=metric.unit, elsewhere=elsewhere)


def label(disclosure: Disclosure, item: Named) -> str:
    """A figure's name with its category: 生均一般公共预算教育支出（普通小学）."""
    metric = disclosure.metrics.get(item.metric)
    if metric is None:
        return item.metric
    category = metric.categories.get(item.category or "")
    return f"{metric.name}（{category}）" if category else metric.name


_EQUATIONS = {"total": " + ", "difference": " − ", "share": " ÷ ", "per": " ÷ "}


def equation(disclosure: Disclosure, metric: Metric, relation: Relation) -> str:
    """A relation in words: 占比 = 大班额班级 ÷ 全部班级（报告未载明）."""
    names = [_name(disclosure, operand, relation) for operand in relation.of]
    if relation.kind == "part":
        return f"{metric.name}是“{names[0]}”的一部分"
    return f"{metric.name} = {_EQUATIONS[relation.kind].join(names)}"


def _name(disclosure: Disclosure, operand: str, relation: Relation) -> str:
    if operand == UNSTATED_OPERAND:
        return f"{relation.unstated}（报告未载明）"
    identifier, _, category = operand.partition(".")
    metric = disclosure.metrics[identifier]
    return f"{metric.name}（{metric.categories[category]}）" if category else metric.name
