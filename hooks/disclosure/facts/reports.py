"""Reads the files of one year: what is known of the report, its values, its words, what became of them."""

import re
from collections.abc import Iterator, Mapping

from disclosure.facts.disclosure import Report
from disclosure.facts.figures_lock import read_lock
from disclosure.facts.files import DataFiles
from disclosure.facts.kinds import REPORT, REPORT_PARTS
from disclosure.facts.observations import Observation, read_observations
from disclosure.facts.published import Published, read_published
from disclosure.facts.records import Metric, Scheme
from disclosure.findings import Where


def read_reports(
    files: DataFiles, schemes: Mapping[str, Scheme], metrics: Mapping[str, Metric]
) -> Iterator[Report]:
    """Every readable report, newest first."""
    directory = files.root / "data"
    years = sorted(path.name for path in directory.glob("*") if re.fullmatch(r"\d{4}", path.name))
    if not years:
        files.find(Where("data"), "file-missing", "没有任何年份的报告，应当有 data/2022 这样的目录。")
    for year in reversed(years):
        report = _report(files, year, schemes, metrics)
        if report:
            yield report


def _report(
    files: DataFiles, year: str, schemes: Mapping[str, Scheme], metrics: Mapping[str, Metric]
) -> Report | None:
    base = f"data/{year}"
    about = files.one(REPORT, f"{base}/report.yml")
    official = files.text(f"{base}/source.txt") or ""
    observations = _observations(files, year, metrics)
    published = _published(files, base)
    parts = {name: files.optional(kind, f"{base}/{name}.yml") for name, kind in REPORT_PARTS.items()}
    if about is None or not files.expect(
        about.scheme,
        schemes,
        about.where_is("scheme"),
        "unknown-scheme",
        f"没有“{about.scheme}”这个评价方案。",
        defined_in="data/areas.yml",
        about={f"{base}/report.yml"},
    ):
        return None
    return Report(
        year=year,
        record=about,
        scheme=schemes[about.scheme],
        observations=observations,
        official=official,
        published=published,
        **parts,
    )


def _observations(files: DataFiles, year: str, metrics: Mapping[str, Metric]) -> tuple[Observation, ...]:
    values = files.node(f"data/{year}/values.yml")
    if values is None:
        return ()
    observations, findings = read_observations(values, year=year, metrics=metrics)
    files.lost(findings)
    return observations


def _published(files: DataFiles, base: str) -> Published | None:
    """What was published; while that was never registered anew, what a ``figures.lock`` says."""
    for name, read in (("published.json", read_published), ("figures.lock", read_lock)):
        if files.exists(f"{base}/{name}"):
            text = files.text(f"{base}/{name}")
            published, findings = read(text, f"{base}/{name}") if text else (None, [])
            files.findings += findings
            return published
    return None
