"""Reads the data files: everything they say as one ``Disclosure``, everything wrong with them as findings."""

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from disclosure.facts import subjects
from disclosure.facts.body import Body
from disclosure.facts.chain import CHAIN, Line, read_chain
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.files import DataFiles
from disclosure.facts.kinds import READ
from disclosure.facts.records import Areas, Metric, Publisher, Scheme, Source, Term
from disclosure.facts.references import (
    check_bodies,
    check_body,
    check_ledger_names,
    check_metric,
    check_source,
    check_standard,
    check_succession,
    points_of,
)
from disclosure.facts.reports import read_reports
from disclosure.facts.standard import Standard
from disclosure.facts.validation import place_of
from disclosure.findings import Finding, Where

_NOBODY = Publisher(name="（发布单位未填）", place="（地方未填）", site_title="（网站名称未填）")


def load(root: Path) -> tuple[Disclosure, list[Finding]]:
    """The facts below ``root/data``, and everything that is wrong with them.

    What can't be read is missing from the result; with a finding of severity error nothing may be
    published, but the prose can still be checked against the rest.
    """
    files = DataFiles(root)
    publisher = files.one(Publisher, "data/publisher.yml") or _NOBODY
    areas = files.one(Areas, "data/areas.yml")
    schemes = areas.schemes if areas else {}
    sources = files.many(Source, "data/sources.yml")
    bodies = files.many(Body, "data/bodies.yml")
    check_bodies(files, bodies)
    terms = files.many(Term, "data/glossary.yml")
    for source in sources.values():
        check_body(files, source.body, source.where_is("body"), bodies)
    for name, scheme in schemes.items():
        place = place_of(files.nodes["data/areas.yml"], ("schemes", name, "document"))
        check_source(files, scheme.document, place.where, sources)
    metrics = _metrics(files, schemes, sources)
    texts = _texts(files, sources)
    standards = files.many(Standard, "data/standards.yml")
    for standard in standards.values():
        with files.losing(subjects.record("data/standards.yml", standard.id)):
            check_standard(files, standard, metrics, sources)
    for metric in metrics.values():
        check_body(files, metric.body, metric.where_is("body"), bodies)
    reports = tuple(read_reports(files, schemes, metrics))
    check_succession(files, schemes, reports)
    if reports:
        latest = max(report.own_as_of for report in reports)
        reports = tuple(replace(report, site_as_of=latest) for report in reports)
    for report in reports:
        check_ledger_names(files, report, metrics, sources, bodies)
    _unvalued(files, metrics, reports)
    _strays(files, {standard.document for standard in standards.values() if standard.quote})
    disclosure = Disclosure(
        publisher=publisher,
        schemes=MappingProxyType(schemes),
        metrics=MappingProxyType(metrics),
        standards=MappingProxyType(standards),
        sources=MappingProxyType(sources),
        texts=MappingProxyType(texts),
        bodies=MappingProxyType(bodies),
        terms=MappingProxyType(terms),
        reports=reports,
        chain=_chain(files),
    )
    return disclosure, files.findings


def _texts(files: DataFiles, sources: dict[str, Source]) -> dict[str, str]:
    """The official texts, by the id of their document; one that can't be read is left out."""
    read = {name: files.text(f"data/texts/{name}.txt") for name, source in sources.items() if source.text}
    return {name: text for name, text in read.items() if text is not None}


def _chain(files: DataFiles) -> tuple[Line, ...] | None:
    if not files.exists(CHAIN):
        return ()
    text = files.text(CHAIN)
    lines = read_chain(text) if text else None
    if isinstance(lines, Finding):
        files.findings.append(lines)
        return None
    return lines


def _metrics(files: DataFiles, schemes: dict[str, Scheme], sources: dict[str, Source]) -> dict[str, Metric]:
    areas = {area for scheme in schemes.values() for area in scheme.areas}
    found: dict[str, Metric] = {}
    directory = files.root / "data" / "metrics"
    paths = sorted(directory.glob("*.yml")) if directory.is_dir() else []
    if not paths:
        files.find(
            Where("data/metrics"),
            "file-missing",
            "这个目录里没有指标定义文件。",
            about={subjects.METRIC_FILES},
        )
    for path in paths:
        name, area = f"data/metrics/{path.name}", path.stem
        files.expect(
            area,
            areas,
            Where(name),
            "unknown-area",
            f"没有“{area}”这个评价重点。",
            defined_in="data/areas.yml",
            about={area},
        )
        for identifier, metric in files.many(Metric, name, area=area).items():
            if identifier in found:
                first = found[identifier].where
                message = f"指标编号 {identifier} 已用于 {first.path} 第 {first.line} 行。"
                # Any unknown name may be the one that was meant.
                files.find(metric.where, "duplicate-id", message, about={subjects.METRIC_FILES})
            else:
                found[identifier] = metric
            check_source(files, metric.source, metric.where_is("source"), sources)
    points = points_of(schemes)
    for metric in found.values():
        check_metric(files, metric, found, points)
    return found


def _unvalued(files: DataFiles, metrics: dict[str, Metric], reports: tuple[Report, ...]) -> None:
    """A metric needs a value somewhere, or a correction that withdrew it: its page must last."""
    valued = {item.metric for report in reports for item in report.observations}
    valued |= {item.name.metric for report in reports for item in report.corrections}
    for metric in metrics.values():
        if metric.id not in valued:
            message = f"“{metric.name}”在所有年份里都没有数值。"
            unread = {*subjects.values(metric.id), "data/*/corrections.yml"}
            files.find(metric.where, "metric-without-value", message, about={metric.id}, because=unread)


def _strays(files: DataFiles, quoted: Collection[str | None]) -> None:
    """Files in ``data/`` that nobody reads, and texts that no standard quotes: mostly a slip in a name."""
    directory = files.root / "data"
    for path in sorted(directory.rglob("*")):
        name = path.relative_to(directory).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(directory).parts)
        first = name.partition("/")[0]
        if re.match(r"\d{4}.", first) and (directory / first).is_dir():
            if name == first:  # what stands in it is told with it
                files.find(Where(f"data/{name}"), "stray-file", "年份目录只写四位数字，如 2024。")
        elif path.is_file() and not hidden and not any(re.fullmatch(kind, name) for kind in READ):
            files.find(Where(f"data/{name}"), "stray-file", "这个文件没有用处，多半是文件名写错了。")
        elif first == "texts" and path.is_file() and not hidden and path.stem not in quoted:
            message = "没有标准引用这份文件的原话；文件名要与文件的编号相同。"
            because = {"data/standards.yml", "data/standards.yml#*"}
            files.find(Where(f"data/{name}"), "stray-file", message, because=because)
