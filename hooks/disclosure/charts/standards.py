"""Which figures can be drawn beside the line of a standard."""

from collections.abc import Collection, Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.verdict_counts import grouped
from disclosure.analysis.verdicts import Outcome, Verdict
from disclosure.charts.bars import judged
from disclosure.charts.chart import Chart
from disclosure.charts.marks import Mark
from disclosure.charts.summaries import Judged, Told
from disclosure.facts.observations import Observation
from disclosure.facts.records import Metric

_COMPARED = frozenset({Outcome.MET, Outcome.MISSED, Outcome.UNDECIDED})


def judged_charts(
    analysis: Analysis, metric: Metric, observations: Collection[Observation]
) -> Iterator[Chart]:
    """A chart for values and one for changes, where a standard asks for a number of that kind."""
    mine = [
        item for item in analysis.verdicts_by_metric.get(metric.id, ()) if item.observation in observations
    ]
    for field in ("value", "change"):
        verdicts = [item for item in mine if item.standard.field == field]
        groups = [
            Judged(tuple(_told(metric, item) for item in group.verdicts), group.first)
            for group in grouped(item for item in verdicts if _comparable(item))
        ]
        if groups:
            held = [
                f"{_told(metric, item).label}：对照结果核实中，没有画。" for item in verdicts if item.deferred
            ]
            yield judged(metric, groups, field=field, notes=held)


def _comparable(verdict: Verdict) -> bool:
    """Whether the figure and what is required are numbers of one kind, and nothing is held back."""
    standard, item = verdict.standard, verdict.observation
    if item is None or verdict.deferred or verdict.outcome not in _COMPARED:
        return False
    if standard.requires is None or standard.limit is None or standard.set_aside:
        return False
    if standard.field == "change" and item.change is None:
        return False
    # A limit of zero is zero in any unit.
    return not standard.limit.value or Mark(item, standard.field).unit in {standard.limit.unit, None}


def _told(metric: Metric, verdict: Verdict) -> Told:
    item = verdict.observation
    if item is None:
        raise TypeError("a verdict that can be drawn has a figure")
    label = metric.categories.get(item.category or "") or Mark(item).period
    return Told(label, Mark(item, verdict.standard.field))
