"""The list of all metrics, by area."""

from collections.abc import Mapping

from disclosure.analysis.analysis import Analysis
from disclosure.facts.records import Metric
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses


def by_area(analysis: Analysis) -> Mapping[str, object]:
    """Every metric in the area where it belongs today; areas that went on in none come last."""
    areas = analysis.disclosure.areas
    grouped: dict[str, list[Metric]] = {name: [] for name in areas}
    for metric in analysis.disclosure.metrics.values():
        grouped[analysis.book.area(metric).id].append(metric)
    return {"groups": [(areas[name], metrics) for name, metrics in grouped.items() if metrics]}


PAGE = Page(
    PageMeta(
        addresses.METRICS,
        "全部指标",
        "metrics",
        "报告中的全部数值，按评价重点列出，每个数值都有出处。",
        column="数据发布",
    ),
    "metrics.html",
    by_area,
)
