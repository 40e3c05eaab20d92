"""Which figures a reader sees first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.pages.highlights import highlights
from disclosure.site.site import Site
from project import REPOSITORY

if TYPE_CHECKING:
    from disclosure.analysis.analysis import Analysis


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return Site(REPOSITORY).analysis


def _shown(analysis: Analysis, area: str, most: int = 4) -> list[str]:
    return [one.name for one in highlights(analysis, analysis.book.reports[0], area, most=most)]


def test_a_missed_standard_comes_first_whatever_the_order_of_reading(analysis: Analysis) -> None:
    first = highlights(analysis, analysis.book.reports[0], "equity", most=4)[0]

    assert str(first.observation.value) == "0.53"
    assert [verdict.missed for verdict in first.verdicts] == [True]


def test_of_a_metric_only_the_latest_period_is_shown(analysis: Analysis) -> None:
    shown = highlights(analysis, analysis.book.reports[0], "equity", most=4)

    metric = "inclusive-kindergarten-coverage"
    coverage = [one.observation for one in shown if one.observation.metric == metric]
    assert [str(item.value) for item in coverage] == ["95.08%"]


def test_a_figure_that_changed_comes_before_those_that_only_count(analysis: Analysis) -> None:
    assert _shown(analysis, "development")[0] == "抽检学生近视率"


def test_each_metric_is_shown_once_and_no_more_than_asked_for(analysis: Analysis) -> None:
    for area in analysis.book.reports[0].scheme.areas:
        shown = highlights(analysis, analysis.book.reports[0], area, most=3)

        assert len({one.observation.metric for one in shown}) == len(shown) <= 3


def test_an_area_without_figures_has_none(analysis: Analysis) -> None:
    assert highlights(analysis, analysis.book.reports[0], "nowhere", most=3) == []
