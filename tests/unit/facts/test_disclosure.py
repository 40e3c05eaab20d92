"""Facts as a whole: all errors of all files at once, each at its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.facts.loading import load
from project import apply, make

if TYPE_CHECKING:
    from pathlib import Path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")


def _found(root: Path) -> set[tuple[str, int, str]]:
    _, findings = load(root)
    return {(finding.where.path, finding.where.line, finding.code) for finding in findings}


def test_all_errors_of_all_files_are_found_in_one_run(real: Path) -> None:
    data = real / "data"
    _edit(data / "publisher.yml", "place:", "plcae:")
    _edit(data / "sources.yml", "title:", "titel:")
    _edit(data / "metrics" / "funding.yml", "measures: money", "measures: mony")
    _edit(data / "2022" / "report.yml", "written: 2022-11-02", "written: 2022-13-02")
    _edit(data / "2022" / "values.yml", "value: 6100余万元", "value: 6100余万人")
    _edit(data / "2022" / "values.yml", "value: 30余次", "value: 三十几次")

    codes = sorted(code for _, _, code in _found(real))

    assert codes == [
        "bad-date",
        "bad-quantity",
        "unit-mismatch",
        "unknown-field",
        "unknown-field",
        "wrong-value",
    ]


def test_findings_guess_what_was_meant(real: Path) -> None:
    _edit(real / "data" / "2022" / "values.yml", "student-aid-amount:", "student-aid:")
    _edit(real / "data" / "publisher.yml", "place:", "plcae:")

    _, findings = load(real)

    assert {"place"} <= {finding.guess for finding in findings}
    assert [finding.guess for finding in findings if finding.code == "unknown-metric"] == [
        "student-aid-amount"
    ]


def test_facts_never_change(real: Path) -> None:
    disclosure, _ = load(real)
    metric = disclosure.metrics["education-budget"]

    with pytest.raises(Exception, match="frozen"):
        metric.name = "别的"
    with pytest.raises(TypeError):
        disclosure.metrics["other"] = metric  # type: ignore[index]


def test_a_metric_shows_the_values_of_all_years_newest_period_first(tmp_path: Path) -> None:
    root = make(tmp_path / "project")
    apply(root, [{"file": "data/publisher.yml", "append": ""}])
    disclosure, findings = load(root)

    assert [finding for finding in findings if finding.severity.name == "ERROR"] == []
    for metric in disclosure.metrics:
        orders = [item.period.order for item in disclosure.observations(metric)]
        assert orders == sorted(orders, reverse=True)
