"""What became of a published value: corrected, withdrawn, or given anew by a later report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.facts.lock import Locked
from disclosure.facts.period import parse_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.facts.correction import Correction
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.observations import Observation
    from disclosure.facts.period import Period
    from disclosure.reckoning.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with the report that it belongs to."""

    year: str
    correction: Correction

    @property
    def metric(self) -> str:
        """The metric that was corrected."""
        return self.correction.metric

    @property
    def category(self) -> str | None:
        """Its category."""
        return self.correction.figure.partition("@")[0].partition(".")[2] or None

    @property
    def period(self) -> Period | None:
        """Its period; ``None`` where the text names none."""
        return parse_period(self.correction.figure.partition("@")[2])

    @property
    def anchor(self) -> str:
        """The lasting name of the figure, as ``Observation.anchor``."""
        return f"{self.correction.figure.partition('@')[0]}@{self.period.slug if self.period else ''}"

    @property
    def withdrawn(self) -> bool:
        """Whether the figure is no longer published."""
        return self.correction.field == "value" and self.correction.new is None


def corrections(disclosure: Disclosure) -> tuple[Corrected, ...]:
    """All corrections, newest first."""
    found = [Corrected(report.year, item) for report in disclosure.reports for item in report.corrections]
    return tuple(sorted(found, key=lambda item: (item.correction.date, item.year), reverse=True))


def superseding(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """What the newest later report says of the same figure and period; ``None`` where none does."""
    for report in disclosure.reports:
        if report.year <= observation.year:
            return None
        for item in report.by_metric.get(observation.metric, ()):
            if item.key == observation.key:
                return item
    return None


def preceding(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """What the last earlier report said of the same figure and period."""
    earlier = (report for report in disclosure.reports if report.year < observation.year)
    return next(
        (
            item
            for report in earlier
            for item in report.by_metric.get(observation.metric, ())
            if item.key == observation.key
        ),
        None,
    )


def published(report: Report, verdicts: Iterable[Verdict]) -> Iterator[Locked]:
    """All that readers see of a report's figures, as ``figures.lock`` keeps it, each with its place now."""
    for item in report.observations:
        unit = f"（{item.implied_unit}）" if item.implied_unit else ""
        yield Locked(item.reference, "value", f"{item.value}{unit}", item.where)
        if item.change:
            yield Locked(item.reference, "change", str(item.change), item.change_where)
    for verdict in verdicts:
        where = verdict.standard.where_is("value")
        reference = verdict.observation.reference if verdict.observation else "—"
        yield Locked(reference, f"verdict {verdict.standard.id}", verdict.locked, where)


def chain(corrections: Iterable[Correction], key: tuple[str, str]) -> tuple[Correction, ...]:
    """The corrections of one published thing, oldest first."""
    return tuple(sorted((item for item in corrections if item.key == key), key=lambda item: item.date))


def by_figure(disclosure: Disclosure) -> Mapping[str, tuple[Corrected, ...]]:
    """Corrections by metric, newest first."""
    grouped: dict[str, list[Corrected]] = {}
    for item in corrections(disclosure):
        grouped.setdefault(item.metric, []).append(item)
    return {metric: tuple(items) for metric, items in grouped.items()}
