"""Which figures a reader sees first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.pages.blocks import highlights
from disclosure.site.site import Site
from project import SITES

if TYPE_CHECKING:
    from disclosure.analysis.analysis import Analysis
    from disclosure.analysis.statement import FigureStatement


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Site(SITES / "demo-county").analysis


def _shown(analysis: Analysis, year: str, area: str, most: int = 4) -> list[FigureStatement]:
    (report,) = (report for report in analysis.book.reports if report.year == year)
    return highlights(analysis, report, area, most=most)


def test_a_missed_standard_comes_first_whatever_the_order_of_reading(analysis: Analysis) -> None:
    shown = _shown(analysis, "2024", "compulsory")

    missed = [any(verdict.missed for verdict in one.verdicts) for one in shown]
    assert [str(one.observation.value) for one in shown[:2]] == ["5个", "0.46"]
    assert missed == [True, True, False, False]


def test_of_a_metric_only_the_latest_period_is_shown(analysis: Analysis) -> None:
    shown = _shown(analysis, "2025", "quality-equity", most=99)

    coverage = [one.observation for one in shown if one.observation.metric == "inclusive-coverage"]
    assert [str(item.value) for item in coverage] == ["92.0%"]


def test_a_figure_that_changed_comes_before_those_that_only_count(analysis: Analysis) -> None:
    changed = [bool(one.observation.change) for one in _shown(analysis, "2024", "investment")]
    mixed = [bool(one.observation.change) for one in _shown(analysis, "2025", "pathways")]

    assert changed == [True, True, True, True]
    assert mixed == [True, False, False]


def test_each_metric_is_shown_once_and_no_more_than_asked_for(analysis: Analysis) -> None:
    areas = analysis.book.reports[0].scheme.areas
    metrics = [[one.observation.metric for one in _shown(analysis, "2025", area, most=3)] for area in areas]

    assert [len(set(shown)) for shown in metrics] == [len(shown) for shown in metrics] == [3] * 5


def test_an_area_without_figures_has_none(analysis: Analysis) -> None:
    assert _shown(analysis, "2025", "nowhere") == []
