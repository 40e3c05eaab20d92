"""The demonstration county builds, and between its three years shows everything that a site can hold."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import pytest

from disclosure.analysis.claims import Agreement, before
from disclosure.analysis.requirements import Outcome
from disclosure.facts.bounds import Bound
from disclosure.facts.ledger import STATES
from disclosure.facts.period import Basis
from disclosure.facts.records import KIND_NAMES, MEASURES_NAMES, UNSTATED_OPERAND
from disclosure.findings import errors
from disclosure.site.site import Site
from project import make

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import County
    from disclosure.facts.observations import Observation

YEARS = ("2025", "2024", "2023")
MEANT = {"review-lapsed", "ledger-overdue", "ledger-stale"}
"""The notices that the county is meant to have."""
RESTATED = "inclusive-coverage"


def test_the_site_is_built_without_an_error(county: County) -> None:
    assert county.made.returncode == 0, county.made.stdout + county.made.stderr
    assert (county.site / "index.html").is_file()


def test_nothing_is_noticed_but_what_is_meant(county: County) -> None:
    assert {item.code for item in county.loaded.findings} == MEANT


def test_there_are_three_years_and_sixty_metrics(county: County) -> None:
    assert tuple(report.year for report in county.facts.reports) == YEARS
    assert len(county.facts.metrics) == 60


def test_about_twenty_metrics_run_through_all_three_reports(county: County) -> None:
    reports = county.facts.reports

    through = [name for name in county.facts.metrics if all(name in report.by_metric for report in reports)]

    assert len(through) >= 20


def test_the_scheme_changes_and_each_new_area_says_what_it_continues(county: County) -> None:
    old, new = (county.facts.schemes[name].areas for name in ("demo-2023", "demo-2025"))

    assert [report.scheme.id for report in county.facts.reports] == ["demo-2025", "demo-2023", "demo-2023"]
    assert (len(old), len(new)) == (8, 5)
    assert sum(len(area.points) for area in new.values()) == 11
    assert sorted(former for area in new.values() for former in area.succeeds) == sorted(old)


@pytest.mark.parametrize("year", YEARS[:2])
def test_a_ledger_shows_every_state_and_source(county: County, year: str) -> None:
    items = _ledger(county, year)

    assert {item.state for item in items} == set(STATES)
    assert 8 <= len(items) <= 13


def test_problems_come_from_every_source(county: County) -> None:
    sources = {item.source for year in YEARS[:2] for item in _ledger(county, year)}

    assert sources == {"自查", "督导意见书", "群众意见"}


def test_the_first_year_has_matches_in_place_of_a_ledger(county: County) -> None:
    report = county.facts.report("2023")

    assert report is not None
    assert report.ledger is None
    assert report.record.matches
    assert {item.says for item in report.record.unmatched} == {"问题", "原因", "打算"}


def test_every_verdict_is_given(county: County) -> None:
    verdicts = [item for year in YEARS for item in county.loaded.analysis.verdicts[year]]

    assert {item.outcome for item in verdicts} == {*Outcome, None}
    assert sum(item.missed for item in verdicts) >= 2
    assert {item.standard.primary_text for item in verdicts} == {"已读", "未读"}
    assert any(item.deferred for item in verdicts)
    assert any(item.decision and item.decision.lapsed for item in verdicts)


def test_texts_of_both_kinds_were_read_and_only_a_mirror_is_named(county: County) -> None:
    sources = {
        one.document: county.facts.sources[one.document]
        for one in county.facts.standards.values()
        if one.quote
    }
    words = (county.site / "standards/index.html").read_text("utf-8")

    assert {source.text.kind for source in sources.values()} == {"发文单位网站", "全文镜像"}
    for source in sources.values():
        assert (f"据全文镜像（{source.text.origin}）" in words) == (source.text.kind == "全文镜像")


def test_quantities_of_every_bound_and_kind_are_printed(county: County) -> None:
    observations = _observations(county)
    values = " ".join(str(item.value) for item in observations)
    changes = {item.change.magnitude.unit for item in observations if item.change and item.change.magnitude}

    assert {item.value.bound for item in observations} == set(Bound) - {Bound.RANGE}
    assert {metric.measures for metric in county.facts.metrics.values()} == set(MEASURES_NAMES)
    assert all(part in values for part in "万 亿 余 约 左右 以上 近 不低于 % 平方米 三年 １２项".split())
    assert any(str(item.value) == "0个" for item in observations)
    assert any(item.unit is None for item in observations)
    assert any(item.implied_unit for item in observations)
    assert {"%", "个百分点"} <= changes


def test_periods_of_every_kind_and_basis_are_read(county: County) -> None:
    observations = _observations(county)
    slugs = {item.period.slug for item in observations}

    # Its reports name every year; a relative period is in tests/site/test_periods.py.
    assert {item.basis for item in observations} == set(Basis) - {Basis.RELATIVE}
    assert {"2024", "since-2024", "to-date", "cumulative", "2024-2025", "unstated"} <= slugs


def test_relations_of_every_kind_are_recomputed(county: County) -> None:
    relations = [item for metric in county.facts.metrics.values() for item in metric.relations]
    claims = [item for year in YEARS for item in county.loaded.analysis.claims[year]]
    agreeing = {item.relation.kind for item in claims if item.relation and item.agreement is Agreement.AGREES}

    assert agreeing == set(KIND_NAMES)
    assert sum(UNSTATED_OPERAND in item.of for item in relations) == 1


def test_changes_across_years_follow_from_both_values(county: County) -> None:
    wrong = []
    for item in _observations(county):
        former = before(county.facts, item)
        if former and former.value.bound is item.value.bound is Bound.EXACT and item.change:
            exact = _change(item, former)
            if exact != item.change.value:
                wrong.append(f"{item.reference}: {item.change}, not {exact}")

    assert not wrong


def test_published_values_are_corrected_withdrawn_and_restated(county: County) -> None:
    kinds = {
        report.year: [(item.kind, item.new is None) for item in report.corrections]
        for report in county.facts.reports
    }
    restated = {item.year: str(item.value) for item in county.facts.by_key[RESTATED, None, "2023"]}

    assert kinds == {"2025": [("修订", False)], "2024": [("更正", False)], "2023": [("更正", True)]}
    assert restated == {"2025": "90.7%", "2024": "90.5%"}
    assert (county.site / "metrics/youth-centre-visits/index.html").is_file()


@pytest.mark.parametrize("year", YEARS)
def test_no_correction_can_be_spared(tmp_path: Path, year: str) -> None:
    root = make(tmp_path, "demo-county")
    (root / "data" / year / "corrections.yml").unlink()

    assert errors(Site(root).findings)


def _ledger(county: County, year: str):
    report = county.facts.report(year)
    assert report is not None
    assert report.ledger is not None
    return tuple(report.ledger.items.values())


def _observations(county: County) -> list[Observation]:
    return [item for report in county.facts.reports for item in report.observations]


def _change(item: Observation, former: Observation) -> Decimal:
    """The change from one printed value to the next, rounded half up to the place that the report prints."""
    now, then, stated = item.value.value, former.value.value, item.change.magnitude
    if stated is None:
        return now - then
    change = (now / then - 1) * 100 if stated.unit == "%" else now - then
    return change.quantize(stated.step, ROUND_HALF_UP)
