"""The list of metrics, and a page for each: values, charts, verdicts, definition, source and citation."""

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.citation import citation
from disclosure.charts.choosing import metric_charts
from disclosure.facts.bounds import BOUND_WORDS
from disclosure.facts.observations import Observation
from disclosure.facts.period import BASIS_EXPLANATIONS
from disclosure.facts.records import DIRECTION_NAMES, MEASURES_NAMES, Metric
from disclosure.pages.page import HOME, Link, Page, PageMeta
from disclosure.render.templates import render_charts
from disclosure.report import addresses

_DESCRIBED = 3
"""The number of figures in a metric's description."""


def pages(analysis: Analysis) -> Iterator[Page]:
    """A page for every metric, and the list of all."""
    crumbs = (HOME, Link("全部指标", addresses.METRICS))
    for metric in analysis.disclosure.metrics.values():
        figures = analysis.book.summary(analysis.disclosure.observations(metric.id)[:_DESCRIBED])
        description = (
            f"{figures}。数值、时期、含义和原文出处。" if figures else f"{metric.name}：已撤下的数值。"
        )
        meta = PageMeta(addresses.metric(metric.id), metric.name, "metric", description, crumbs)
        yield Page(meta, "metric.html", partial(_context, metric=metric))
    description = "报告中的全部数值，按报告的各部分列出，每个数值都有出处。"
    listed = PageMeta(addresses.METRICS, "全部指标", "metrics", description, column="数据发布")
    yield Page(listed, "metrics.html", by_area)


def by_area(analysis: Analysis) -> Mapping[str, object]:
    """All metrics by their current area; areas without a successor come last, then metrics of no area."""
    areas = analysis.disclosure.areas
    grouped: dict[str, list[Metric]] = {name: [] for name in (*areas, "")}
    for metric in analysis.disclosure.metrics.values():
        area = analysis.book.area(metric)
        grouped[area.id if area else ""].append(metric)
    return {"groups": [(areas.get(name), metrics) for name, metrics in grouped.items() if metrics]}


def _context(analysis: Analysis, metric: Metric) -> Mapping[str, object]:
    observations = analysis.disclosure.observations(metric.id)
    charts = [
        chart for newest in analysis.book.reports[:1] for chart in metric_charts(analysis, newest, metric.id)
    ]
    return {
        "metric": metric,
        "charts": Markup(render_charts(charts, addresses.metric(metric.id))),  # noqa: S704 - a template
        "changes": any(analysis.figures[observation].changes for observation in observations),
        "cite": partial(_cite, analysis),
        "bounds": BOUND_WORDS,
        "bases": BASIS_EXPLANATIONS,
        "measures": MEASURES_NAMES[metric.measures],
        "direction": DIRECTION_NAMES[metric.better],
    }


def _cite(analysis: Analysis, observation: Observation) -> str:
    report = analysis.disclosure.report(observation.year)
    address = addresses.value(observation.anchor, observation.year).replace("index.html", "", 1)
    name = analysis.book.label(observation)
    return citation(analysis.disclosure, report, observation, path=address, name=name) if report else ""
