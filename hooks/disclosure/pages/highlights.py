"""The figures that a reader should see first: those with a standard beside them, then those that changed."""

from dataclasses import dataclass

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.verdicts import Outcome, Verdict
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.facts.period import Period
from disclosure.facts.records import Metric
from disclosure.pages.blocks import area_rows
from disclosure.render.templates import render


@dataclass(frozen=True, slots=True)
class Highlight:
    """One figure of an area with its verdicts."""

    metric: Metric
    observation: Observation
    verdicts: tuple[Verdict, ...]
    """Met or missed; other outcomes are left out."""

    @property
    def missed(self) -> tuple[Verdict, ...]:
        """The missed ones."""
        return tuple(verdict for verdict in self.verdicts if verdict.outcome is Outcome.MISSED)

    @property
    def rank(self) -> tuple[bool, ...]:
        """Sorts missed standards first, then other verdicts, then changes; else the order of reading.

        A deferred verdict does not count: the figure's place would give it away.
        """
        told = [verdict for verdict in self.verdicts if not verdict.deferred]
        missed = any(verdict.outcome is Outcome.MISSED for verdict in told)
        return (not missed, not told, self.observation.change is None)


def highlights(analysis: Analysis, report: Report, area: str, *, most: int) -> list[Highlight]:
    """Up to ``most`` figures of an area, of each metric the one that ranks first in its latest period."""
    compared: dict[str, list[Verdict]] = {}
    for verdict in analysis.verdicts[report.year]:
        if verdict.observation and verdict.outcome in {Outcome.MET, Outcome.MISSED}:
            compared.setdefault(verdict.observation.anchor, []).append(verdict)
    first: dict[str, Highlight] = {}
    for metric, observation in _latest(analysis, report, area):
        one = Highlight(metric, observation, tuple(compared.get(observation.anchor, ())))
        if metric.id not in first or one.rank < first[metric.id].rank:
            first[metric.id] = one
    return sorted(first.values(), key=lambda highlight: highlight.rank)[:most]


def highlights_block(analysis: Analysis, report: Report, area: str, path: str) -> str:
    """The first figures of an area's page, between its title and its words; nothing where it has none."""
    first = highlights(analysis, report, area, most=4)
    return render("blocks/highlights.html", path, analysis=analysis, first=first) if first else ""


def _latest(analysis: Analysis, report: Report, area: str) -> list[tuple[Metric, Observation]]:
    rows = area_rows(analysis, report, area)
    latest: dict[str, Period] = {}
    for metric, observation in rows:
        latest[metric.id] = max(
            latest.get(metric.id, observation.period), observation.period, key=lambda period: period.order
        )
    return [(metric, observation) for metric, observation in rows if observation.period == latest[metric.id]]
