"""The HTML of charts, and of all charts that belong to a metric or to an area."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.pages.charts.choosing import Choice
from disclosure.pages.rendering import render

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from disclosure.facts.disclosure import Report
    from disclosure.pages.book import Book
    from disclosure.pages.charts.chart import Chart


def metric_charts(book: Book, report: Report, metric: str) -> tuple[Chart, ...]:
    """Every chart of a metric, as it stood when ``report`` was the newest."""
    return tuple(Choice(book.reckoning, book.disclosure.metrics[metric], report).charts())


def area_charts(book: Book, report: Report, area: str, besides: Collection[str] = ()) -> tuple[Chart, ...]:
    """One chart for each metric of an area's section that has categories or several years.

    ``besides`` are metrics whose charts stand on the page already.
    """
    section = book.sections.get(f"{report.year}/{area}.md")
    metrics = dict.fromkeys(figure.observation.metric for figure in section.figures) if section else {}
    choices = (Choice(book.reckoning, book.disclosure.metrics[name], report) for name in metrics)
    made = (choice.main() for choice in choices if choice.metric.id not in besides)
    return tuple(chart for chart in made if chart)


def draw(charts: Iterable[Chart], path: str) -> str:
    """The HTML of charts on the page at ``path``."""
    return "\n".join(render("charts/chart.html", path, chart=chart) for chart in charts)
