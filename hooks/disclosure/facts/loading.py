"""Reads the data files: everything they say as one ``Disclosure``, everything wrong with them as findings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from disclosure.facts import document
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.observations import Observation, read_observations
from disclosure.facts.reading import read_text
from disclosure.facts.records import Areas, Metric, Publisher, Record, ReportRecord, Scheme, Source, Term
from disclosure.facts.validation import place_of, record, records
from disclosure.findings import Finding, Where, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from disclosure.facts.document import Node

R = TypeVar("R", bound=Record)


def load(root: Path) -> tuple[Disclosure, list[Finding]]:
    """The facts below ``root/data``, and everything that is wrong with them.

    What can't be read is missing from the result; with a finding of severity error nothing may be
    published, but the prose can still be checked against the rest.
    """
    return _Loader(root).load()


_NOBODY = Publisher(name="（发布单位未填）", place="（地方未填）", site_title="（网站名称未填）")


@dataclass
class _Loader:
    """Gathers findings and uncertain names while it reads file after file."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    uncertain: set[str] = field(default_factory=set)
    nodes: dict[str, Node] = field(default_factory=dict)

    def load(self) -> tuple[Disclosure, list[Finding]]:
        publisher = self.one(Publisher, "data/publisher.yml") or _NOBODY
        areas = self.one(Areas, "data/areas.yml")
        schemes = areas.schemes if areas else {}
        if areas is None:
            self.uncertain.add("*")
        sources = self.many(Source, "data/sources.yml")
        terms = self.many(Term, "data/glossary.yml")
        for name, scheme in schemes.items():
            place = place_of(self.nodes["data/areas.yml"], ("schemes", name, "document"))
            self.cite(scheme.document, place.where, sources)
        metrics = self.metrics(schemes, sources)
        reports = tuple(self.reports(schemes, metrics))
        self.unvalued(metrics, reports)
        self.strays()
        disclosure = Disclosure(
            publisher=publisher,
            schemes=MappingProxyType(schemes),
            metrics=MappingProxyType(metrics),
            sources=MappingProxyType(sources),
            terms=MappingProxyType(terms),
            reports=reports,
            uncertain=frozenset(self.uncertain),
        )
        return disclosure, self.findings

    def find(self, where: Where, code: str, message: str, guess: str | None = None) -> None:
        self.findings.append(Finding(where, code, message, guess))

    def node(self, path: str) -> Node | None:
        text = read_text(self.root, path)
        if isinstance(text, Finding):
            self.findings.append(text)
            return None
        node, findings = document.parse(text, path)
        self.findings += findings
        if node is None and not findings:
            self.find(Where(path), "file-empty", "文件里只有注释，没有内容。")
        if node is not None:
            self.nodes[path] = node
        return node

    def one(self, model: type[R], path: str) -> R | None:
        node = self.node(path)
        made = record(model, node) if node is not None else []
        if isinstance(made, list):
            self.findings += made
            return None
        return made

    def many(self, model: type[R], path: str, **known: object) -> dict[str, R]:
        node = self.node(path)
        if node is None:
            self.uncertain.add("*")
            return {}
        found = {}
        for key, made in records(model, node, **known):
            if isinstance(made, list):
                self.findings += made
                self.uncertain |= {key.text, *(finding.guess or "" for finding in made)}
            else:
                found[key.text] = made
        return found

    def metrics(self, schemes: dict[str, Scheme], sources: dict[str, Source]) -> dict[str, Metric]:
        areas = {area for scheme in schemes.values() for area in scheme.areas}
        found: dict[str, Metric] = {}
        directory = self.root / "data" / "metrics"
        paths = sorted(directory.glob("*.yml")) if directory.is_dir() else []
        if not paths:
            self.find(Where("data/metrics"), "file-missing", "这个目录里没有指标定义文件。")
            self.uncertain.add("*")
        for path in paths:
            name, area = f"data/metrics/{path.name}", path.stem
            if area not in areas and "*" not in self.uncertain:
                self.find(Where(name), "unknown-area", f"没有“{area}”这个评价重点。", nearest(area, areas))
                self.uncertain.add(area)
            for identifier, metric in self.many(Metric, name, area=area).items():
                if identifier in found:
                    first = found[identifier].where
                    self.find(
                        metric.where,
                        "duplicate-id",
                        f"指标编号 {identifier} 已用于 {first.path} 第 {first.line} 行。",
                    )
                    self.uncertain.add("*")  # any unknown name may be the one that was meant
                else:
                    found[identifier] = metric
                self.cite(metric.source, metric.where_is("source"), sources)
        return found

    def reports(self, schemes: dict[str, Scheme], metrics: dict[str, Metric]) -> list[Report]:
        directory = self.root / "data"
        years = sorted(path.name for path in directory.glob("*") if re.fullmatch(r"\d{4}", path.name))
        if not years:
            self.find(Where("data"), "file-missing", "没有任何年份的报告，应当有 data/2022 这样的目录。")
        made = [self.report(year, schemes, metrics) for year in reversed(years)]
        return [report for report in made if report]

    def report(self, year: str, schemes: dict[str, Scheme], metrics: dict[str, Metric]) -> Report | None:
        base = f"data/{year}"
        about = self.one(ReportRecord, f"{base}/report.yml")
        official = read_text(self.root, f"{base}/source.txt")
        values = self.node(f"{base}/values.yml")
        observations: tuple[Observation, ...] = ()
        if values is None:
            self.uncertain.add("*")
        else:
            observations, findings, doubtful = read_observations(
                values, year=year, metrics=metrics, uncertain=self.uncertain
            )
            self.findings += findings
            self.uncertain |= doubtful - {""}
        if isinstance(official, Finding):
            self.findings.append(official)
            official = ""
        if about is None:
            self.uncertain.add("*")
            return None
        scheme = schemes.get(about.scheme)
        if scheme is None:
            if "*" not in self.uncertain:
                guess = nearest(about.scheme, schemes)
                self.find(
                    about.where_is("scheme"), "unknown-scheme", f"没有“{about.scheme}”这个评价方案。", guess
                )
            self.uncertain.add("*")
            return None
        return Report(year, about, scheme, observations, official)

    def cite(self, source: str | None, where: Where, sources: dict[str, Source]) -> None:
        if source and source not in sources and not self.uncertain & {source, "*"}:
            self.find(where, "unknown-source", f"没有“{source}”这份文件。", nearest(source, sources))

    def unvalued(self, metrics: dict[str, Metric], reports: tuple[Report, ...]) -> None:
        valued = {item.metric for report in reports for item in report.observations}
        for metric in metrics.values():
            if metric.id not in valued and not self.uncertain & {metric.id, "*"}:
                self.find(metric.where, "metric-without-value", f"“{metric.name}”在所有年份里都没有数值。")
                self.uncertain.add(metric.id)

    def strays(self) -> None:
        """Files in ``data/`` that nobody reads: mostly a slip in a name."""
        directory = self.root / "data"
        for path in sorted(directory.rglob("*")):
            name = path.relative_to(directory).as_posix()
            hidden = any(part.startswith(".") for part in path.relative_to(directory).parts)
            first = name.partition("/")[0]
            if re.match(r"\d{4}.", first) and (directory / first).is_dir():
                if name == first:  # what stands in it is told with it
                    self.find(Where(f"data/{name}"), "stray-file", "年份目录只写四位数字，如 2024。")
            elif path.is_file() and not hidden and not any(re.fullmatch(kind, name) for kind in _READ):
                self.find(Where(f"data/{name}"), "stray-file", "这个文件没有用处，多半是文件名写错了。")


_READ = (
    r"README\.md",
    r"(publisher|areas|sources|glossary)\.yml",
    r"metrics/[^/]+\.yml",
    r"schema/[^/]+\.json",
    r"\d{4}/(report\.yml|values\.yml|source\.txt)",
)
"""The files that ``data/`` may hold."""
