"""Reads the data files: all facts as one ``Disclosure``, all mistakes in them as findings."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from disclosure.facts import subjects
from disclosure.facts.day_words import UNDATED
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.figure_name import split_name
from disclosure.facts.figures_lock import read_lock
from disclosure.facts.files import DataFiles
from disclosure.facts.kinds import READ, REPORT, REPORT_PARTS
from disclosure.facts.observations import Observation, read_observations
from disclosure.facts.published import CHAIN, Line, Published, read_chain, read_published
from disclosure.facts.records import (
    OPENING,
    Areas,
    Body,
    Metric,
    Publisher,
    ReportRecord,
    Scheme,
    Source,
    Standard,
    Term,
)
from disclosure.facts.references import check_references
from disclosure.findings import Finding, Where


def load(root: Path) -> tuple[Disclosure, list[Finding]]:
    """The facts below ``root/data``, and all findings about them.

    What can't be read is missing from the result: with an error nothing may be published, but the prose
    can still be checked against the rest.
    """
    files = DataFiles(root)
    areas = files.one(Areas, "data/areas.yml")
    schemes = areas.schemes if areas else {}
    sources = files.many(Source, "data/sources.yml")
    metrics = _metrics(files, {area for scheme in schemes.values() for area in scheme.areas})
    reports = tuple(_reports(files, schemes, metrics))
    latest = max((report.own_as_of for report in reports), default=None)
    # The official texts, by the id of their document; one that can't be read is left out.
    texts = {name: files.text(f"data/texts/{name}.txt") for name, source in sources.items() if source.text}
    facts = Disclosure(
        publisher=files.one(Publisher, "data/publisher.yml")
        or Publisher(name="（发布单位未填）", place="（地方未填）", site_title="（网站名称未填）"),
        schemes=MappingProxyType(schemes),
        metrics=MappingProxyType(metrics),
        standards=MappingProxyType(files.many(Standard, "data/standards.yml")),
        sources=MappingProxyType(sources),
        texts=MappingProxyType({name: text for name, text in texts.items() if text is not None}),
        bodies=MappingProxyType(files.many(Body, "data/bodies.yml")),
        terms=MappingProxyType(files.many(Term, "data/glossary.yml")),
        reports=tuple(replace(report, site_as_of=latest) for report in reports),
        chain=_chain(files),
    )
    check_references(files, facts)
    _unvalued(files, facts)
    _strays(files, {standard.document for standard in facts.standards.values() if standard.quote})
    return facts, files.findings


def _chain(files: DataFiles) -> tuple[Line, ...] | None:
    if not files.exists(CHAIN):
        return ()
    text = files.text(CHAIN)
    lines = read_chain(text) if text else None
    if isinstance(lines, Finding):
        files.findings.append(lines)
        return None
    return lines


def _metrics(files: DataFiles, areas: Collection[str]) -> dict[str, Metric]:
    """The metrics of all files, each file named like its area, or ``OPENING``."""
    found: dict[str, Metric] = {}
    paths = sorted((files.root / "data" / "metrics").glob("*.yml"))
    if not paths:
        message = "这个目录里没有指标定义文件。"
        files.find(Where("data/metrics"), "file-missing", message, about={subjects.METRIC_FILES})
    for path in paths:
        name, area, message = f"data/metrics/{path.name}", path.stem, f"没有“{path.stem}”这个评价重点。"
        files.expect(
            area,
            {*areas, OPENING},
            Where(name),
            "unknown-area",
            message,
            defined_in="data/areas.yml",
            about={area},
        )
        for identifier, metric in files.many(Metric, name, area="" if area == OPENING else area).items():
            first = found.setdefault(identifier, metric).where
            if first is not metric.where:
                message = f"指标编号 {identifier} 已用于 {first.path} 第 {first.line} 行。"
                # Any unknown id may refer to the metric that was left out.
                files.find(metric.where, "duplicate-id", message, about={subjects.METRIC_FILES})
    return found


def _reports(
    files: DataFiles, schemes: Mapping[str, Scheme], metrics: Mapping[str, Metric]
) -> Iterator[Report]:
    """Every readable report, newest first."""
    paths = sorted((files.root / "data").glob("[0-9][0-9][0-9][0-9]"), reverse=True)
    if not paths:
        files.find(Where("data"), "file-missing", "没有任何年份的报告，应当有 data/2022 这样的目录。")
    for path in paths:
        base = f"data/{path.name}"
        record = files.one(REPORT, f"{base}/report.yml")
        if record and not (record.written or record.published or record.as_of):
            message = "written 和 published 都没有写，就要写 as_of：本站数据核定到哪一天。"
            files.find(record.where, "missing-field", message)
        read = {
            "official": files.text(f"{base}/source.txt") or "",
            "observations": _observations(files, path.name, metrics, record),
            "published": _published(files, base),
            **{name: files.optional(kind, f"{base}/{name}.yml") for name, kind in REPORT_PARTS.items()},
        }
        if record and files.expect(
            record.scheme,
            schemes,
            record.where_is("scheme"),
            "unknown-scheme",
            f"没有“{record.scheme}”这个评价方案。",
            defined_in="data/areas.yml",
            about={f"{base}/report.yml"},
        ):
            yield Report(year=path.name, record=record, scheme=schemes[record.scheme], **read)


def _observations(
    files: DataFiles, year: str, metrics: Mapping[str, Metric], record: ReportRecord | None
) -> tuple[Observation, ...]:
    values = files.node(f"data/{year}/values.yml")
    if values is None:
        return ()
    dates = record.dates if record else UNDATED
    observations, findings = read_observations(values, year=year, metrics=metrics, dates=dates)
    files.lost(findings)
    return observations


def _published(files: DataFiles, base: str) -> Published | None:
    """What was registered, from ``published.json`` or, before its conversion, ``figures.lock``."""
    for name, read in (("published.json", read_published), ("figures.lock", read_lock)):
        if files.exists(f"{base}/{name}"):
            text = files.text(f"{base}/{name}")
            published, findings = read(text, f"{base}/{name}") if text else (None, [])
            files.findings += findings
            return published
    return None


def _unvalued(files: DataFiles, facts: Disclosure) -> None:
    """A metric needs a value in some report, or a correction that withdrew it, since its page must last."""
    valued = {observation.metric for report in facts.reports for observation in report.observations}
    valued |= {correction.name.metric for report in facts.reports for correction in report.corrections}
    # Other findings say that the values of a published metric are gone.
    valued |= {
        split_name(name).metric
        for report in facts.reports
        for name, _ in (report.published.entries if report.published else ())
        if "@" in name
    }
    for metric in facts.metrics.values():
        if metric.id not in valued:
            message = f"“{metric.name}”在所有年份里都没有数值。"
            unread = {*subjects.values(metric.id), "data/*/corrections.yml"}
            files.find(metric.where, "metric-without-value", message, about={metric.id}, because=unread)


def _strays(files: DataFiles, quoted: Collection[str | None]) -> None:
    """Files in ``data/`` that nothing reads, and texts that no standard quotes: mostly misspelt names."""
    directory = files.root / "data"
    for path in sorted(directory.rglob("*")):
        name = path.relative_to(directory).as_posix()
        hidden = any(part.startswith(".") for part in path.relative_to(directory).parts)
        first = name.partition("/")[0]
        if re.match(r"\d{4}.", first) and (directory / first).is_dir():
            if name == first:  # the finding covers all files in it
                files.find(Where(f"data/{name}"), "stray-file", "年份目录只写四位数字，如 2024。")
        elif path.is_file() and not hidden and not any(re.fullmatch(kind, name) for kind in READ):
            files.find(Where(f"data/{name}"), "stray-file", "这个文件没有用处，多半是文件名写错了。")
        elif first == "texts" and path.is_file() and not hidden and path.stem not in quoted:
            message = "没有标准引用这份文件的原话；文件名要与文件的编号相同。"
            because = {"data/standards.yml", "data/standards.yml#*"}
            files.find(Where(f"data/{name}"), "stray-file", message, because=because)
