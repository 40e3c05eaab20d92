"""Changes that a report leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import observed
from disclosure.analysis.computed_changes import computed_changes
from disclosure.facts.loading import load
from disclosure.facts.records import Review
from project import SITES

if TYPE_CHECKING:
    from disclosure.analysis.statement import ChangeStatement
    from disclosure.facts.observations import Observation

MINIMAL, _ = load(SITES / "minimal")
(REPORT,) = MINIMAL.reports


def _figure(period: str, value: str | None, year: str = "2022", **fields: Any) -> Observation:
    return observed.observation(value, period=period, year=year, **fields)


def _computed(*figures: Observation, **fields: Any) -> list[ChangeStatement]:
    """What the site computes of figures of one metric, in the reports of their years."""
    years = sorted({figure.year for figure in figures}, reverse=True)
    reports = tuple(
        replace(REPORT, year=year, observations=tuple(figure for figure in figures if figure.year == year))
        for year in years
    )
    metrics = {"spending": observed.metric(**fields)}
    disclosure = replace(MINIMAL, metrics=metrics, standards={}, reports=reports)
    return [change for report in reports for change in computed_changes(disclosure, report)]


def _change(former: str, value: str, **fields: Any) -> str | None:
    found = _computed(_figure("2020", former), _figure("2021", value), **fields)
    return found[0].change if found else None


@pytest.mark.parametrize(
    ("former", "value", "change"),
    [
        ("8.64亿元", "8.97亿元", "增加0.33亿元"),
        ("8.97亿元", "8.64亿元", "减少0.33亿元"),
        ("18600元", "2.1万元", "增加0.2万元"),
        ("3260万元", "4100.5万元", "增加840万元"),
        ("2人", "2人", "持平"),
        ("2人", "5人", "增加3人"),
        ("不到30人", "60人", "增加不少于30人"),
        ("2.6万元", "2.7万余元", "增加0.05万元至0.25万元之间"),
        ("20人", "30余人", "增加10人至20人之间"),
        ("40人", "20—30人", "减少10人至20人之间"),
        ("2.6万元", "2.7万元以上", "增加不少于0.05万元"),
        ("三成", "5成", "增加20个百分点"),
        # Some pairs of true values rise, others fall.
        ("720元", "720元", None),
        ("8.6亿元", "8.60亿元", None),
        ("30余人", "40余人", None),
        ("约30人", "60人", None),
        # Nothing can be reckoned from them.
        ("第5位", "第3位", None),
        ("1:15", "1:12", None),
        ("1:2:3", "1:2:4", None),
        # The sign is certain, but it is printed too coarsely.
        ("10万元", "104999元", None),
    ],
)
def test_a_change_is_computed_to_the_coarser_place_where_its_sign_is_certain(
    former: str, value: str, change: str | None
) -> None:
    assert _change(former, value) == change


def test_a_share_changes_by_points_and_an_index_by_its_own_number() -> None:
    assert _change("94.3%", "95.08%", measures="share", unit="%") == "上升0.8个百分点"
    assert _change("0.46", "0.43", measures="index", unit=None) == "下降0.03"


def test_both_values_stand_beside_it_with_the_caveat() -> None:
    (change,) = _computed(_figure("2020", "2人"), _figure("2021", "5人"))

    assert change.sentence == "支出：2021年 5人，2020年 2人，增加3人（本站推算，非统计数据）。"


def test_periods_in_other_words_are_compared_by_their_days() -> None:
    (change,) = _computed(_figure("前年", "2人"), _figure("去年", "5人"))
    (half,) = _computed(_figure("2020年上半年", "2人"), _figure("2021年1-6月", "5人"), _figure("2020", "9人"))

    assert change.sentence.startswith("支出：去年，即2021年 5人，前年，即2020年 2人，增加3人（")
    assert half.change == "增加3人"


@pytest.mark.parametrize(
    "figures",
    [
        (_figure("2020", "2人"), _figure("2021", "5人", change="增加3人")),
        (_figure("2019", "2人"), _figure("2021", "5人")),
        (_figure("2020", None, change="增长3%"), _figure("2021", "5人")),
        (_figure("2020", "2人"), _figure("2021", None, change="增长3%")),
        (_figure("2021年以来", "2人"), _figure("2022年以来", "5人")),
        (_figure("2020", "2人"), _figure("2021年上半年", "5人")),
        (_figure("到2029年", "2人"), _figure("到2030年", "5人")),
        # Restated since: the newer figures of the pair may be defined otherwise than the older.
        (_figure("2020", "2人", "2021"), _figure("2021", "5人"), _figure("2021", "6人", "2023")),
        (_figure("2020", "2人", "2021"), _figure("2020", "3人", "2023"), _figure("2021", "5人")),
    ],
    ids="stated gap no-base no-level no-years part-of-a-year aims superseded base-superseded".split(),
)
def test_no_change_is_computed_where(figures: tuple[Observation, ...]) -> None:
    assert _computed(*figures) == []


def test_an_increase_has_no_change() -> None:
    assert _change("2人", "5人", measures="change") is None


def test_a_pair_that_one_report_restates_together_has_one_definition() -> None:
    figures = (
        *(_figure("2020", "2人", "2022"), _figure("2021", "5人", "2022")),
        *(_figure("2020", "3人", "2023"), _figure("2021", "7人", "2023")),
    )

    assert [change.change for change in _computed(*figures)] == ["增加4人"]


def test_a_change_across_two_reports_is_computed() -> None:
    assert [one.change for one in _computed(_figure("2020", "2人", "2021"), _figure("2021", "5人"))] == [
        "增加3人"
    ]


def test_a_change_that_is_held_back_is_in_no_part_of_its_statement() -> None:
    review = Review(decision="缓公开", reason="核实", office="局", date=date(2022, 10, 31))
    held = replace(_figure("2021", "5人"), reviewed={"implied": review})

    (change,) = _computed(_figure("2020", "2人"), held)

    assert (change.change, change.shown) == ("", False)
    assert "3人" not in change.sentence


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_count_changes_by_the_very_difference(former: int, value: int) -> None:
    found = _change(f"{former}人", f"{value}人")

    word = "增加" if value > former else "减少"
    assert found == ("持平" if value == former else f"{word}{abs(value - former)}人")


@given(st.decimals(1, 10**6, places=2), st.decimals(1, 10**6, places=1))
def test_a_word_is_true_of_every_pair_of_true_values(former: Decimal, value: Decimal) -> None:
    found = _change(f"{former}万元", f"{value}万元")

    if found:
        assert abs(value - former) > Decimal("0.055") or found == "持平"
        assert found.startswith("增加" if value > former else "减少")
