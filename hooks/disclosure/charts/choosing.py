"""Chooses the charts of a metric: numbers that can be compared are drawn, single ones are not."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.requirements import Outcome
from disclosure.analysis.statement import VerdictStatement, grouped
from disclosure.charts.bars import changing, judged, ranked
from disclosure.charts.chart import Chart, Mark
from disclosure.charts.lines import across
from disclosure.charts.summaries import LabelledMark
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.facts.records import Metric

_FEW = 2


@dataclass(frozen=True)
class Choice:
    """The charts of a metric, from the reports up to one of them."""

    analysis: Analysis
    metric: Metric
    report: Report
    """The newest report used: the page of a year shows what was known then."""

    def charts(self) -> Iterator[Chart]:
        """All charts, the most general first; none where a figure has no place on a scale, such as a rank."""
        if not self._measurable:
            return
        standards = tuple(self._judged())
        marks = [mark for chart in standards for mark in chart.picture.marks]
        shown = {mark.observation for mark in marks if mark.field == "value"}
        yield from self._lines()
        # With lines on one scale, two categories need no chart of their own.
        if len(self._categories) > (_FEW if self._series else 0):
            if not {entry.mark.observation for entry in self._categories} <= shown:
                yield from self._ranked()
        elif not self._series:
            yield from self._reports()
        if all(mark.field == "value" for mark in marks):
            yield from self._changes()
        yield from standards

    def main(self) -> Chart | None:
        """The chart for a page with many metrics: across years, or else categories side by side."""
        return next(self._lines(), None) or next(self._ranked(), None) if self._measurable else None

    @property
    def _measurable(self) -> bool:
        return all(observation.value.measurable for observation in self._all if observation.value)

    @cached_property
    def _stated(self) -> tuple[Observation, ...]:
        """Observations, newest period first; of a fixed period only the latest report's."""
        found: dict[object, Observation] = {}
        for observation in self._all:
            found.setdefault(
                observation.key if observation.period.fixed else (observation.key, observation.year),
                observation,
            )
        categories = ["", *self.metric.categories]
        in_order = sorted(
            found.values(), key=lambda observation: categories.index(observation.category or "")
        )
        return tuple(
            sorted(
                in_order, key=lambda observation: (observation.period.order, observation.year), reverse=True
            )
        )

    @cached_property
    def _all(self) -> tuple[Observation, ...]:
        """All observations of the reports used, newest report first."""
        found = self.analysis.disclosure.observations(self.metric.id)
        return tuple(observation for observation in found if observation.year <= self.report.year)

    # Across years

    @cached_property
    def _series(self) -> dict[str, dict[int, Mark]]:
        """Marks by name of category and by year; empty unless a category has two years of one kind.

        Kinds are years, school years, first halves of years and so on; the most frequent is drawn. It is also
        empty where a value is a range, which is no point on a line.
        """
        valued = [figure for figure in self._stated if figure.value and figure.period.cycle]
        if any(figure.value and figure.value.form == "range" for figure in valued):
            return {}
        cycles = Counter(figure.period.cycle for figure in valued if figure.period.cycle)
        if not cycles:
            return {}
        most = min(cycles, key=lambda cycle: (-cycles[cycle], cycle))
        series: dict[str, dict[int, Mark]] = {}
        for category, name in (self.metric.categories or {"": ""}).items():
            line = {
                observation.period.days.year: Mark(observation)
                for observation in valued
                if (observation.category or "", observation.period.cycle) == (category, most)
            }
            series |= {name: line} if line else {}
        return series if any(len(line) > 1 for line in series.values()) else {}

    def _lines(self) -> Iterator[Chart]:
        if self._series:
            drawn = {mark.observation for marks in self._series.values() for mark in marks.values()}
            yield across(self.metric, self._series, notes=tuple(self._restated(drawn)))

    def _restated(self, drawn: set[Observation]) -> Iterator[str]:
        """Notes that give both numbers where a later report restated one."""
        for observation in self._all:
            now = next(
                (later for later in drawn if later.key == observation.key and later.year > observation.year),
                None,
            )
            if now and observation.value and str(now.value) != str(observation.value):
                label = self.metric.categories.get(observation.category or "", "")
                yield (
                    f"{observation.period.shown}{label}：{observation.year}年报告是{observation.value}，"
                    f"{now.year}年报告改为{now.value}，图中用后者。"
                )

    # Side by side

    @cached_property
    def _beside(self) -> tuple[tuple[str, Observation], ...]:
        """The observations, by category, of the newest period of which the newest report states several."""
        periods = Counter(observation.period.slug for observation in self._newest)
        several = next(
            (observation.period.slug for observation in self._newest if periods[observation.period.slug] > 1),
            None,
        )
        return tuple(
            (self.metric.categories[observation.category], observation)
            for observation in self._newest
            if observation.category and observation.period.slug == several
        )

    @cached_property
    def _categories(self) -> tuple[LabelledMark, ...]:
        """The values of these observations."""
        return tuple(LabelledMark(label, Mark(found)) for label, found in self._beside if found.value)

    @cached_property
    def _newest(self) -> tuple[Observation, ...]:
        """The observations of the latest report that has the metric."""
        years = {observation.year for observation in self._stated}
        return tuple(observation for observation in self._stated if observation.year == max(years))

    def _ranked(self) -> Iterator[Chart]:
        labelled = self._categories
        if len(labelled) > 1:
            yield ranked(
                self.metric,
                labelled,
                kind="categories",
                about=labelled[0].mark.observation.period.label,
                noun="个分类",
            )

    def _reports(self) -> Iterator[Chart]:
        """A chart of values report by report, if the periods are not years."""
        labelled = []
        for observation in reversed(self._stated):
            if observation.value is None:
                continue
            label = self.metric.categories.get(observation.category or "", "")
            source = "" if observation.period.fixed else f"（{observation.year}年报告）"
            labelled.append(LabelledMark(f"{observation.period.label}{label}{source}", Mark(observation)))
        if len(labelled) > 1:
            yield ranked(self.metric, labelled, kind="reports", about="历次报告", noun="个数值")

    # Changes

    def _changes(self) -> Iterator[Chart]:
        found, about, noun = self._beside, "", "个分类"
        if found:
            about = found[0][1].period.label
        elif not self.metric.categories:
            found = tuple((one.period.label, one) for one in reversed(self._stated))
            about, noun = "各时期", "个时期"
        labelled = [LabelledMark(label, Mark(one, "change")) for label, one in found if one.change]
        units = {entry.mark.unit for entry in labelled} - {None}
        if len(labelled) > 1 and len(units) == 1:
            yield changing(self.metric, labelled, about=about, noun=noun)

    # Beside a standard

    def _judged(self) -> Iterator[Chart]:
        """A chart for values and one for changes, where a standard sets a limit for them."""
        verdicts = self.analysis.verdicts_by_metric.get(self.metric.id, ())
        for field in ("value", "change"):
            concerned = [
                verdict
                for verdict in verdicts
                if verdict.observation in self._newest and verdict.standard.field == field
            ]
            groups = [
                (tuple(map(self._compared, group)), group[0])
                for group in grouped(filter(_comparable, concerned))
            ]
            if groups:
                deferred = (verdict for verdict in concerned if verdict.deferred)
                notes = [
                    f"{self._compared(verdict).label}：{verdict.sentence}，没有画。" for verdict in deferred
                ]
                yield judged(self.metric, groups, field=field, notes=notes)

    def _compared(self, verdict: VerdictStatement) -> LabelledMark:
        observation = verdict.observation
        if observation is None:
            raise TypeError("a verdict that can be drawn has a figure")
        label = self.metric.categories.get(observation.category or "") or observation.period.label
        return LabelledMark(label, Mark(observation, verdict.standard.field))


def _comparable(verdict: VerdictStatement) -> bool:
    """Whether the figure and the limit are numbers of one kind, and the outcome is not deferred."""
    standard, observation, limit = verdict.standard, verdict.observation, verdict.standard.limit
    if (
        observation is None
        or limit is None
        or verdict.outcome not in {Outcome.MET, Outcome.MISSED, Outcome.UNDECIDED}
        or standard.requires is None
        or standard.set_aside
        or not observation.of(standard.field)
    ):
        return False
    # A limit of zero is zero in any unit.
    return not limit.value or Mark(observation, standard.field).unit in {limit.unit, None}


def metric_charts(analysis: Analysis, report: Report, metric: str) -> tuple[Chart, ...]:
    """All charts of a metric as they were when ``report`` was the newest."""
    return tuple(Choice(analysis, analysis.disclosure.metrics[metric], report).charts())


def area_charts(
    analysis: Analysis, report: Report, area: str, besides: Collection[str] = ()
) -> tuple[Chart, ...]:
    """One chart for each metric of an area's section that has categories or several years.

    ``besides`` are metrics whose charts are already on the page.
    """
    section = analysis.book.sections.get(f"{report.year}/{area}.md")
    metrics = dict.fromkeys(figure.observation.metric for figure in section.figures) if section else {}
    choices = (Choice(analysis, analysis.disclosure.metrics[name], report) for name in metrics)
    charts = (choice.main() for choice in choices if choice.metric.id not in besides)
    return tuple(chart for chart in charts if chart)
