"""Blocks that the site adds to the words of a section: tables of figures, charts, verdicts, ledger items.

Highlights are the figures that a reader should see first: those with a standard beside them, then those
that changed.
"""

from collections.abc import Collection

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.requirements import Outcome
from disclosure.analysis.statement import FigureStatement
from disclosure.charts.choosing import area_charts, metric_charts
from disclosure.facts.disclosure import Report
from disclosure.facts.figure_name import split_name
from disclosure.facts.observations import Observation
from disclosure.facts.records import Metric
from disclosure.render.templates import render, render_charts
from disclosure.report.binding import Section
from disclosure.text.macros import BlockCall

Rows = list[tuple[Metric, Observation]]


def block(analysis: Analysis, year: str | None, call: BlockCall, path: str) -> str:
    """The HTML of a block macro for the report of ``year``; on the site's own pages for the newest report."""
    report = (analysis.disclosure.report(year) if year else None) or analysis.disclosure.reports[0]
    make = {"figures": figures_block, "table": table_block, "chart": chart_block, "verdicts": verdicts_block}
    return make[call.name](analysis, report, call.argument, path) if call.name in make else ""


def verdicts_block(analysis: Analysis, report: Report, area: str, path: str) -> str:
    """``{{ verdicts area }}``: the verdicts on an area's figures, missed first; nothing without figures."""
    printed = _printed(analysis, report, area)
    if not printed:
        return ""
    items = [
        verdict
        for verdict in analysis.verdicts[report.year]
        if verdict.observation and verdict.observation.anchor in printed
    ]
    return render("blocks/verdicts.html", path, analysis=analysis, items=items, anchor=f"verdicts-{area}")


def ledger_block(analysis: Analysis, report: Report, area: str, path: str) -> str:
    """An area's ledger items with their state; nothing where it has none."""
    items = [progress for progress in analysis.progress[report.year] if progress.item.area == area]
    if not items:
        return ""
    return render(
        "blocks/ledger.html", path, analysis=analysis, items=items, report=report, anchor=f"ledger-{area}"
    )


def problems_block(analysis: Analysis, report: Report, section: Section, path: str) -> str:
    """Links from a section's problems and plans to the ledger items that quote them, or to what stands in."""
    book, name = analysis.book, section.name
    headings = {one.heading.anchor for one in book.passages(report.year).values() if one.section is section}
    if not headings or not book.ledger_title(report):
        return ""
    items = [progress for progress in analysis.progress[report.year] if progress.quotes(headings)]
    return render(
        "blocks/problems.html", path, analysis=analysis, items=items, report=report, anchor=f"ledger-{name}"
    )


def figures_block(analysis: Analysis, report: Report, area: str, path: str) -> str:
    """``{{ figures area }}``: every figure that the area's own section prints; nothing if it has none."""
    rows = area_rows(analysis, report, area)
    if not rows:
        return ""
    return render(
        "blocks/figures.html",
        path,
        analysis=analysis,
        caption=f"{analysis.disclosure.areas[area].short}：本节全部数值",
        rows=rows,
        changes=_changes(analysis, rows),
        one=None,
        anchor=f"figures-{area}",
    )


def table_block(analysis: Analysis, report: Report, identifier: str, path: str) -> str:
    """``{{ table metric }}``: one metric by category or period."""
    metric = analysis.disclosure.metrics[identifier]
    rows = [(metric, observation) for observation in report.by_metric.get(identifier, ())]
    return render(
        "blocks/figures.html",
        path,
        analysis=analysis,
        caption=metric.name,
        rows=rows,
        changes=_changes(analysis, rows),
        one=metric,
        anchor=f"table-{identifier}",
    )


def _changes(analysis: Analysis, rows: Rows) -> bool:
    """Whether a table needs a column of changes."""
    return any(analysis.figures[observation].changes for _, observation in rows)


def chart_block(analysis: Analysis, report: Report, identifier: str, path: str) -> str:
    """``{{ chart metric }}``: every chart of one metric, as of the report."""
    charts = metric_charts(analysis, report, identifier)
    return f'<div class="site-block">\n{render_charts(charts, path)}\n</div>'


def charts_block(
    analysis: Analysis, report: Report, area: str, path: str, *, besides: Collection[str] = frozenset()
) -> str:
    """The charts of an area's figures; ``besides`` are metrics whose charts are already in the section."""
    charts = area_charts(analysis, report, area, besides)
    if not charts:
        return ""
    return render("blocks/charts.html", path, added=render_charts(charts, path), anchor=f"charts-{area}")


def area_rows(analysis: Analysis, report: Report, area: str) -> Rows:
    """The figures of the area's section in reading order, those of one metric together."""
    printed = _printed(analysis, report, area)
    metrics = dict.fromkeys(split_name(anchor).metric for anchor in printed)
    return [
        (analysis.disclosure.metrics[name], observation)
        for name in metrics
        for observation in report.by_metric.get(name, ())
        if observation.anchor in printed
    ]


def _printed(analysis: Analysis, report: Report, area: str) -> dict[str, None]:
    """The figures of an area's section, each once, in the order of reading."""
    section = analysis.book.sections.get(f"{report.year}/{area}.md")
    return dict.fromkeys(figure.observation.anchor for figure in section.figures) if section else {}


def highlights(analysis: Analysis, report: Report, area: str, *, most: int) -> list[FigureStatement]:
    """Up to ``most`` figures of an area: for each metric, the highest-ranking one of its latest period."""
    figures = (analysis.figures[observation] for observation in _latest(analysis, report, area))
    first: dict[str, FigureStatement] = {}
    for figure in sorted(figures, key=_rank):
        first.setdefault(figure.observation.metric, figure)
    return list(first.values())[:most]


def highlights_block(analysis: Analysis, report: Report, area: str, path: str) -> str:
    """The highlights of an area, between its title and its words; nothing if it has none."""
    first = highlights(analysis, report, area, most=4)
    return render("blocks/highlights.html", path, analysis=analysis, first=first) if first else ""


def _rank(figure: FigureStatement) -> tuple[bool, ...]:
    """The sort key: missed standards first, then other verdicts, then changes; else reading order.

    Deferred verdicts don't count, since the figure's position would reveal them.
    """
    outcomes = {verdict.outcome for verdict in figure.verdicts}
    return (
        Outcome.MISSED not in outcomes,
        outcomes.isdisjoint({Outcome.MET, Outcome.MISSED}),
        figure.observation.change is None,
    )


def _latest(analysis: Analysis, report: Report, area: str) -> list[Observation]:
    """The figures of an area for the latest period of their metric."""
    printed = [observation for _, observation in area_rows(analysis, report, area)]
    by_period = sorted(printed, key=lambda observation: observation.period.order)
    latest = {observation.metric: observation.period for observation in by_period}
    return [observation for observation in printed if observation.period == latest[observation.metric]]
