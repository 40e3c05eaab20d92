"""All facts of the data files, as one immutable ``Disclosure``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Protocol

from disclosure.facts.figure_name import split_name
from disclosure.facts.ledger import Ledger
from disclosure.facts.observations import Observation
from disclosure.facts.opinions import Opinion, Opinions, Withdrawal
from disclosure.facts.published import Line, Published
from disclosure.facts.records import (
    UNSTATED_OPERAND,
    Area,
    Body,
    Correction,
    Metric,
    Publisher,
    Relation,
    ReportRecord,
    Scheme,
    Source,
    Standard,
    Term,
)

PROBLEM_SECTIONS = ("problems", "next-steps")
"""The sections of a report that speak of problems and of what comes next."""
Key = tuple[str, str | None, str]
"""Metric, category and period."""


@dataclass(frozen=True)
class Report:
    """One yearly report: what is known of it, its figures, and its official text."""

    year: str
    record: ReportRecord
    scheme: Scheme
    observations: tuple[Observation, ...]
    official: str
    """The official text, as stored in ``source.txt``."""
    corrections: tuple[Correction, ...] = ()
    """What was changed after publication, in the order of the file."""
    published: Published | None = None
    """What was registered as published; ``None`` while nothing is."""
    ledger: Ledger | None = None
    """The rectification ledger; ``None`` while none is published."""
    opinions: Opinions | None = None
    """Opinions of the public, whether published or not."""
    site_as_of: date | None = None
    """The latest date of all reports' data; ``None`` for a report alone."""

    @property
    def ledger_path(self) -> str:
        """Where its ledger stands, or would."""
        return f"data/{self.year}/ledger.yml"

    @property
    def public_opinions(self) -> tuple[Opinion, ...]:
        """The opinions that readers see."""
        return self.opinions.items if self.opinions and self.opinions.publish == "公开" else ()

    @property
    def withdrawn_opinions(self) -> tuple[Withdrawal, ...]:
        """What readers see of opinions that were published once."""
        return self.opinions.withdrawn if self.opinions and self.opinions.publish == "公开" else ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """The focus areas, in the report's order."""
        return tuple(self.scheme.areas.values())

    def counterparts(self, area: str, other: Report) -> tuple[Area, ...]:
        """The areas of another report that an area of this one corresponds to, as the schemes say."""
        there, here = other.scheme.areas, self.scheme.areas.get(area)
        names = [area, *(other.id for other in there.values() if area in other.succeeds)]
        names += here.succeeds if here else ()
        return tuple(there[name] for name in dict.fromkeys(names) if name in there)

    @property
    def last_day(self) -> date:
        """The last day that its own data name, apart from ``as_of``."""
        days = [self.record.written, *(correction.date for correction in self.corrections)]
        if self.record.published:
            days.append(date.fromisoformat(self.record.published[:10]))
        return max(days)

    @property
    def own_as_of(self) -> date:
        """The day up to which its data were reviewed: ``as_of``, or the last day that they name."""
        return max(self.record.as_of or self.last_day, self.last_day)

    @property
    def as_of(self) -> date:
        """The date of all data of the site, so that no report is judged on an older date than another."""
        return self.site_as_of or self.own_as_of

    @cached_property
    def by_metric(self) -> Mapping[str, tuple[Observation, ...]]:
        """Observations of each metric, categories in the order of the file and periods in order."""
        grouped: dict[str, list[Observation]] = {}
        for observation in self.observations:
            grouped.setdefault(observation.metric, []).append(observation)
        return MappingProxyType({metric: tuple(found) for metric, found in grouped.items()})


@dataclass(frozen=True)
class Disclosure:
    """All facts of a site."""

    publisher: Publisher
    schemes: Mapping[str, Scheme]
    metrics: Mapping[str, Metric]
    standards: Mapping[str, Standard]
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    """The official texts that standards quote, by the id of their document."""
    bodies: Mapping[str, Body]
    terms: Mapping[str, Term]
    reports: tuple[Report, ...]
    """Newest first."""
    chain: tuple[Line, ...] | None = ()
    """The registrations, oldest first; ``None`` where a line was edited."""

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """The areas of all schemes, those of the newest report first."""
        schemes = [report.scheme for report in self.reports] + list(self.schemes.values())
        found: dict[str, Area] = {}
        for scheme in schemes:
            for name, area in scheme.areas.items():
                found.setdefault(name, area)
        return MappingProxyType(found)

    @cached_property
    def by_key(self) -> Mapping[Key, tuple[Observation, ...]]:
        """What the reports say of one metric, category and period: the newest report first."""
        grouped: dict[Key, list[Observation]] = {}
        for report in self.reports:
            for observation in report.observations:
                grouped.setdefault(observation.key, []).append(observation)
        return MappingProxyType({key: tuple(found) for key, found in grouped.items()})

    @cached_property
    def references(self) -> frozenset[str]:
        """The names of all figures of all reports, as evidence names them."""
        return frozenset(figure.reference for report in self.reports for figure in report.observations)

    def report(self, year: str) -> Report | None:
        """The report of a year, if there is one."""
        return next((report for report in self.reports if report.year == year), None)

    def before(self, year: str) -> Iterator[Report]:
        """The reports before that of a year, newest first."""
        return (report for report in self.reports if report.year < year)

    def observations(self, metric: str) -> tuple[Observation, ...]:
        """What all reports say of a metric: newest period first, then newest report, then category order."""
        found = [figure for report in self.reports for figure in report.by_metric.get(metric, ())]
        return tuple(sorted(found, key=lambda figure: (figure.period.order, figure.year), reverse=True))


class Named(Protocol):
    """Anything that is about one figure."""

    @property
    def metric(self) -> str:
        """The metric's id."""

    @property
    def category(self) -> str | None:
        """The category's id."""


def label(disclosure: Disclosure, figure: Named) -> str:
    """A figure's name with its category: 生均一般公共预算教育支出（普通小学）."""
    metric = disclosure.metrics.get(figure.metric)
    return metric.label(figure.category) if metric else figure.metric


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
