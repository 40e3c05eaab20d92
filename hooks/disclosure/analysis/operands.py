"""The figures that a claim is recomputed from, as far as the reports give them."""

from dataclasses import dataclass

from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.figure_name import split_name
from disclosure.facts.observations import Observation
from disclosure.facts.quantity import Interval, Quantity
from disclosure.facts.records import UNSTATED_OPERAND, Relation


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
        name = split_name(operand)
        metric = disclosure.metrics.get(name.metric)
        known = metric is not None and name.category in {None, *metric.categories}
        if operand != UNSTATED_OPERAND and not known:
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
    identifier, named, _ = split_name(name)
    metric = disclosure.metrics.get(identifier)
    if metric is None:  # told where the relation is declared
        return Operand(name, None)
    category = named or (observation.category if observation.category in metric.categories else None)
    wanted = (identifier, category, observation.period.text)
    found = next((item for item in report.by_metric.get(identifier, ()) if item.key == wanted), None)
    elsewhere = found is None and identifier in report.by_metric
    return Operand(metric.label(category), found, unit=metric.unit, elsewhere=elsewhere)
