"""Facts as a whole: all errors of all files at once, each at its own place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.facts.loading import load
from disclosure.findings import independent
from project import SITES, make

if TYPE_CHECKING:
    from pathlib import Path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), "utf-8")


def _found(root: Path) -> set[tuple[str, int, str]]:
    _, findings = load(root)
    return {(finding.where.path, finding.where.line, finding.code) for finding in independent(findings)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make(tmp_path / "project")


def test_all_errors_of_all_files_are_found_in_one_run(root: Path) -> None:
    data = root / "data"
    _edit(data / "publisher.yml", "place:", "plcae:")
    _edit(data / "sources.yml", "title:", "titel:")
    _edit(data / "metrics" / "funding.yml", "measures: money", "measures: mony")
    _edit(data / "2022" / "report.yml", "written: 2022-10-31", "written: 2022-13-31")
    _edit(data / "2022" / "values.yml", "value: 96%", "value: 96人")
    _edit(data / "2022" / "values.yml", "value: 30余次", "value: 三十几次")

    codes = sorted(code for _, _, code in _found(root))

    assert codes == [
        "bad-date",
        "bad-quantity",
        "unit-mismatch",
        "unknown-field",
        "unknown-field",
        "wrong-value",
    ]


def test_findings_guess_what_was_meant(root: Path) -> None:
    _edit(root / "data" / "2022" / "values.yml", "education-budget:", "education-budge:")
    _edit(root / "data" / "publisher.yml", "place:", "plcae:")

    _, findings = load(root)

    assert {"place"} <= {finding.guess for finding in findings}
    assert [finding.guess for finding in findings if finding.code == "unknown-metric"] == ["education-budget"]


def test_facts_never_change(root: Path) -> None:
    disclosure, _ = load(root)
    metric = disclosure.metrics["education-budget"]

    with pytest.raises(Exception, match="frozen"):
        metric.name = "别的"
    with pytest.raises(TypeError):
        disclosure.metrics["other"] = metric  # type: ignore[index]


@pytest.mark.parametrize(
    ("dates", "last_day", "as_of"),
    [
        ("written: 2022-10-31\npublished: 2022-11-01\n", "2022-11-01", "2022-11-01"),
        ("published: 2022-11-01\nas_of: 2022-11-05\n", "2022-11-01", "2022-11-05"),
        ("as_of: 2022-11-05\n", "2022-11-05", "2022-11-05"),
    ],
)
def test_a_report_is_dated_by_what_it_has(root: Path, dates: str, last_day: str, as_of: str) -> None:
    _edit(root / "data" / "2022" / "report.yml", "written: 2022-10-31\npublished: 2022-11-01\n", dates)

    (report,) = load(root)[0].reports

    assert (str(report.last_day), str(report.as_of)) == (last_day, as_of)


def test_a_metric_shows_the_values_of_all_years_newest_period_first() -> None:
    disclosure, _ = load(SITES / "demo-county")
    periods = {
        metric: [item.period.order for item in disclosure.observations(metric)]
        for metric in disclosure.metrics
    }

    assert max(map(len, periods.values())) > 3
    assert {metric for metric, orders in periods.items() if orders != sorted(orders, reverse=True)} == set()
