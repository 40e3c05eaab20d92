"""The figures that a reader should see first: those with a standard beside them, then those that changed."""

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.requirements import Outcome
from disclosure.analysis.statement import FigureStatement
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.pages.blocks import area_rows
from disclosure.render.templates import render


def highlights(analysis: Analysis, report: Report, area: str, *, most: int) -> list[FigureStatement]:
    """Up to ``most`` figures of an area, of each metric the one that ranks first in its latest period."""
    figures = [analysis.figures[observation] for observation in _latest(analysis, report, area)]
    first: dict[str, FigureStatement] = {}
    for figure in sorted(figures, key=_rank):
        first.setdefault(figure.observation.metric, figure)
    return list(first.values())[:most]


def highlights_block(analysis: Analysis, report: Report, area: str, path: str) -> str:
    """The first figures of an area's page, between its title and its words; nothing where it has none."""
    first = highlights(analysis, report, area, most=4)
    return render("blocks/highlights.html", path, analysis=analysis, first=first) if first else ""


def _rank(figure: FigureStatement) -> tuple[bool, ...]:
    """Sorts missed standards first, then other verdicts, then changes; else the order of reading.

    A deferred verdict does not count: the figure's place would give it away.
    """
    outcomes = {verdict.outcome for verdict in figure.verdicts}
    compared = outcomes & {Outcome.MET, Outcome.MISSED}
    return Outcome.MISSED not in outcomes, not compared, figure.observation.change is None


def _latest(analysis: Analysis, report: Report, area: str) -> list[Observation]:
    printed = [observation for _, observation in area_rows(analysis, report, area)]
    latest = {item.metric: item.period for item in sorted(printed, key=lambda item: item.period.order)}
    return [observation for observation in printed if observation.period == latest[observation.metric]]
