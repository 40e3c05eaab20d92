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
    About,
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

Key = tuple[str, str | None, str]
"""Metric, category and the slug of the period."""


@dataclass(frozen=True)
class Report:
    """One yearly report: its record, its figures and its official text."""

    year: str
    record: ReportRecord
    scheme: Scheme
    observations: tuple[Observation, ...]
    official: str
    """The official text, as stored in ``source.txt``."""
    corrections: tuple[Correction, ...] = ()
    """Changes after publication, in the order of the file."""
    published: Published | None = None
    """What was registered as published; ``None`` if nothing was."""
    ledger: Ledger | None = None
    """The rectification ledger; ``None`` while none is published."""
    opinions: Opinions | None = None
    """Opinions of the public, whether published or not."""
    site_as_of: date | None = None
    """The latest ``own_as_of`` of all reports; ``None`` for a report on its own."""

    @property
    def ledger_path(self) -> str:
        """The path of its ledger file, whether it exists or not."""
        return f"data/{self.year}/ledger.yml"

    @property
    def public_opinions(self) -> tuple[Opinion, ...]:
        """The opinions that readers see."""
        return self.opinions.items if self.opinions and self.opinions.publish == "公开" else ()

    @property
    def withdrawn_opinions(self) -> tuple[Withdrawal, ...]:
        """Withdrawn opinions, as readers see them."""
        return self.opinions.withdrawn if self.opinions and self.opinions.publish == "公开" else ()

    @property
    def areas(self) -> tuple[Area, ...]:
        """The focus areas, in the report's order."""
        return tuple(self.scheme.areas.values())

    def files(self, about: About | None = None) -> tuple[str, ...]:
        """The files with its passages about problems, plans, or either, without suffix."""
        found = (section.file for section in self.record.sections if (about or "") in section.kind)
        return tuple(dict.fromkeys(found))

    def counterparts(self, area: str, other: Report) -> tuple[Area, ...]:
        """The areas of another report that correspond to an area of this one by the schemes' ``succeeds``."""
        there, here = other.scheme.areas, self.scheme.areas.get(area)
        names = [area, *(other.id for other in there.values() if area in other.succeeds)]
        names += here.succeeds if here else ()
        return tuple(there[name] for name in dict.fromkeys(names) if name in there)

    @property
    def last_day(self) -> date:
        """The latest date in its own data, ``as_of`` left out unless there is no other."""
        record = self.record
        published = date.fromisoformat(record.published[:10]) if record.published else None
        days = (record.written, published, *(correction.date for correction in self.corrections))
        return max(filter(None, days), default=record.as_of or date.min)

    @property
    def own_as_of(self) -> date:
        """The date of its data: ``as_of``, or the latest date in them if that is later."""
        return max(self.record.as_of or self.last_day, self.last_day)

    @property
    def as_of(self) -> date:
        """The date of all data of the site, so that no report is judged by an older date than another."""
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
    """The official texts that standards quote, by id of the document."""
    bodies: Mapping[str, Body]
    terms: Mapping[str, Term]
    reports: tuple[Report, ...]
    """Newest first."""
    chain: tuple[Line, ...] | None = ()
    """The registrations, oldest first; ``None`` where a line was edited."""

    @property
    def areas_called(self) -> str:
        """What the newest report's scheme calls its areas."""
        return next((report.scheme.areas_called for report in self.reports), "")

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
        """The observations of one metric, category and period, newest report first."""
        grouped: dict[Key, list[Observation]] = {}
        for report in self.reports:
            for observation in report.observations:
                grouped.setdefault(observation.key, []).append(observation)
        return MappingProxyType({key: tuple(found) for key, found in grouped.items()})

    @cached_property
    def references(self) -> frozenset[str]:
        """The references of all figures of all reports."""
        return frozenset(figure.reference for report in self.reports for figure in report.observations)

    def report(self, year: str) -> Report | None:
        """The report of a year, if there is one."""
        return next((report for report in self.reports if report.year == year), None)

    def before(self, year: str) -> Iterator[Report]:
        """The reports before that of a year, newest first."""
        return (report for report in self.reports if report.year < year)

    def observations(self, metric: str) -> tuple[Observation, ...]:
        """A metric's observations: newest period first, then newest report, then by category."""
        found = [figure for report in self.reports for figure in report.by_metric.get(metric, ())]
        return tuple(sorted(found, key=lambda figure: (figure.period.order, figure.year), reverse=True))


class Named(Protocol):
    """Anything with the metric and category of one figure."""

    @property
    def metric(self) -> str:
        """The metric's id."""

    @property
    def category(self) -> str | None:
        """The category's id."""


def label(disclosure: Disclosure, figure: Named) -> str:
    """A figure's name with its category: 每千人口床位数（县级）."""
    metric = disclosure.metrics.get(figure.metric)
    return metric.label(figure.category) if metric else figure.metric


_EQUATIONS = {"total": " + ", "difference": " − ", "share": " ÷ ", "per": " ÷ "}


def equation(disclosure: Disclosure, metric: Metric, relation: Relation) -> str:
    """A relation as an equation: 占比 = 大班额班级 ÷ 全部班级（报告未载明）."""
    names = [_operand(disclosure, operand, relation) for operand in relation.of]
    if relation.kind == "part":
        return f"{metric.name}是“{names[0]}”的一部分"
    return f"{metric.name} = {_EQUATIONS[relation.kind].join(names)}"


def _operand(disclosure: Disclosure, operand: str, relation: Relation) -> str:
    if operand == UNSTATED_OPERAND:
        return f"{relation.unstated}（报告未载明）"
    name = split_name(operand)
    return disclosure.metrics[name.metric].label(name.category)
