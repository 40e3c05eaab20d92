"""What readers call a figure, and a relation between figures."""

from typing import Protocol

from disclosure.facts.disclosure import Disclosure
from disclosure.facts.figure_name import split_name
from disclosure.facts.records import Metric
from disclosure.facts.relation import UNSTATED_OPERAND, Relation


class Named(Protocol):
    """Anything that is about one figure."""

    @property
    def metric(self) -> str:
        """The metric's id."""

    @property
    def category(self) -> str | None:
        """The category's id."""


def label(disclosure: Disclosure, item: Named) -> str:
    """A figure's name with its category: 生均一般公共预算教育支出（普通小学）."""
    metric = disclosure.metrics.get(item.metric)
    return metric.label(item.category) if metric else item.metric


_EQUATIONS = {"total": " + ", "difference": " − ", "share": " ÷ ", "per": " ÷ "}


def equation(disclosure: Disclosure, metric: Metric, relation: Relation) -> str:
    """A relation in words: 占比 = 大班额班级 ÷ 全部班级（报告未载明）."""
    names = [_operand(disclosure, operand, relation) for operand in relation.of]
    if relation.kind == "part":
        return f"{metric.name}是“{names[0]}”的一部分"
    return f"{metric.name} = {_EQUATIONS[relation.kind].join(names)}"


def _operand(disclosure: Disclosure, operand: str, relation: Relation) -> str:
    if operand == UNSTATED_OPERAND:
        return f"{relation.unstated}（报告未载明）"
    name = split_name(operand)
    return disclosure.metrics[name.metric].label(name.category)
