"""A report beside the one before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis.revisions import compare, corrections
from disclosure.facts.ledger import Measure, Step
from disclosure.facts.loading import load
from disclosure.facts.period import parse_period
from disclosure.facts.quantity import parse_quantity
from disclosure.facts.records import Area, Correction, Scheme
from project import SITES

if TYPE_CHECKING:
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.observations import Observation

MINIMAL, _ = load(SITES / "minimal")
(REPORT,) = MINIMAL.reports
DEMO, _ = load(SITES / "demo-county")
metrics = st.lists(st.sampled_from("abcdef"), max_size=8)


def _observation(metric: str, period: str = "2021", value: str = "9项", *, year: str) -> Observation:
    return replace(
        REPORT.observations[0],
        year=year,
        metric=metric,
        category=None,
        period=parse_period(period) or pytest.fail(period),
        value=parse_quantity(value),
        change=None,
    )


def _disclosure(**figures: list[str]) -> Disclosure:
    """Reports, the newest first, of figures written ``metric [period [value]]``: ``y2022=[...]``."""
    reports = tuple(
        replace(
            REPORT,
            year=name[1:],
            observations=tuple(_observation(*line.split(), year=name[1:]) for line in lines),
        )
        for name, lines in figures.items()
    )
    return replace(MINIMAL, reports=reports)


# What is new, gone, kept


def test_the_first_report_is_compared_with_nothing() -> None:
    disclosure = _disclosure(y2023=["a"], y2022=["a"])

    assert compare(disclosure, disclosure.reports[1]) is None


def test_a_report_is_compared_with_the_last_one_before_it() -> None:
    disclosure = _disclosure(y2024=["a", "c"], y2022=["b", "c"], y2020=["a"])

    comparison = compare(disclosure, disclosure.reports[0])

    assert comparison is not None
    assert comparison.former.year == "2022"
    assert (comparison.fresh, comparison.gone, comparison.kept) == (("a",), ("b",), ("c",))


@given(now=metrics, former=metrics, oldest=metrics)
def test_every_metric_is_new_or_gone_or_kept(now: list[str], former: list[str], oldest: list[str]) -> None:
    disclosure = _disclosure(y2024=now, y2023=former, y2022=oldest)

    comparison = compare(disclosure, disclosure.reports[0])

    assert comparison is not None
    fresh, gone, kept = comparison.fresh, comparison.gone, comparison.kept
    everything = [*fresh, *gone, *kept]
    assert len(everything) == len(set(everything))
    assert {*fresh, *kept} == set(now)
    assert {*gone, *kept} == set(former)


@given(now=metrics, former=metrics)
def test_what_is_new_one_way_is_gone_the_other(now: list[str], former: list[str]) -> None:
    forth = _disclosure(y2024=now, y2023=former)
    back = _disclosure(y2024=former, y2023=now)

    one, other = compare(forth, forth.reports[0]), compare(back, back.reports[0])

    assert one is not None
    assert other is not None
    assert (set(one.fresh), set(one.gone)) == (set(other.gone), set(other.fresh))
    assert set(one.kept) == set(other.kept)


# What is restated


@pytest.mark.parametrize(
    ("now", "former", "restated"),
    [
        ("a 2021 9项", "a 2021 9项", []),
        ("a 2021 8项", "a 2021 9项", [("9项", "8项")]),
        ("a 2022 8项", "a 2021 9项", []),
        ("a 2021 8余项", "a 2021 8项", [("8项", "8余项")]),
        ("b 2021 8项", "a 2021 9项", []),
        ("a 2021年度 8项", "a 2021 9项", [("9项", "8项")]),
        ("a 2021年1-9月 8项", "a 2021年前三季度 9项", [("9项", "8项")]),
        ("a 截至2021年底 8项", "a 2021年底 9项", []),
        ("a 2021年以来 8项", "a 2021年以来 9项", []),  # until another day
        ("a 截至目前 8项", "a 截至目前 9项", []),
        ("a 未载明 8项", "a 未载明 9项", []),
        ("a 累计 8项", "a 累计 9项", []),
    ],
)
def test_only_a_value_for_the_same_time_is_restated(
    now: str, former: str, restated: list[tuple[str, str]]
) -> None:
    disclosure = _disclosure(y2023=[now], y2022=[former])

    comparison = compare(disclosure, disclosure.reports[0])

    assert comparison is not None
    assert [(str(item.former.value), str(item.now.value)) for item in comparison.restated] == restated


def test_a_withdrawn_figure_keeps_the_address_that_its_report_gave_it() -> None:
    correction = Correction(
        figure="a@去年",
        kind="更正",
        old="9项",
        new=None,
        reason="抄错",
        date=date(2022, 12, 1),
        approver="县",
    )
    disclosure = replace(MINIMAL, reports=(replace(REPORT, corrections=(correction,)),))

    (corrected,) = corrections(disclosure)

    assert corrected.anchor == "a@2021"
    assert corrected.period is not None
    assert corrected.period.shown == "去年，即2021年"


def test_a_restated_value_comes_with_the_last_reason_given() -> None:
    disclosure = _disclosure(y2023=["a 2021 8项"], y2022=["a 2021 9项"])
    reasons = [("9项", "7项", "抄错"), ("7项", "8项", "核实")]
    corrections = tuple(
        Correction(
            figure="a@2021", kind="修订", old=old, new=new, reason=why, date=date(2023, 1, 1), approver="县"
        )
        for old, new, why in reasons
    )
    report = replace(disclosure.reports[0], corrections=corrections)

    comparison = compare(replace(disclosure, reports=(report, disclosure.reports[1])), report)

    assert comparison is not None
    assert [item.correction and item.correction.reason for item in comparison.restated] == ["核实"]


# Areas of two schemes


def _report(year: str, areas: dict[str, list[str]]) -> Report:
    """A report of a scheme with areas that succeed others."""
    made = {
        name: Area(number="（一）", title=name, short=name, **({"succeeds": tuple(before)} if before else {}))
        for name, before in areas.items()
    }
    return replace(REPORT, year=year, scheme=Scheme(name=year, document="x", areas=made))


def _led(area: str, here: Report, there: Report) -> set[str]:
    return {item.id for item in here.counterparts(area, there)}


@pytest.mark.parametrize(
    ("now", "former", "pairs"),
    [
        ({"x": []}, {"x": []}, {("x", "x")}),
        ({"x": []}, {"a": []}, set()),
        ({"x": ["a"]}, {"a": []}, {("x", "a")}),
        ({"x": ["a", "b"]}, {"a": [], "b": []}, {("x", "a"), ("x", "b")}),
        ({"x": ["a"], "y": ["a"]}, {"a": []}, {("x", "a"), ("y", "a")}),
        # an area that keeps its id and takes in another, or gives part of itself away
        ({"x": ["x", "b"]}, {"x": [], "b": []}, {("x", "x"), ("x", "b")}),
        ({"x": [], "y": ["x"]}, {"x": []}, {("x", "x"), ("y", "x")}),
    ],
)
def test_areas_correspond_as_their_schemes_say(
    now: dict[str, list[str]], former: dict[str, list[str]], pairs: set[tuple[str, str]]
) -> None:
    newer, older = _report("2023", now), _report("2022", former)

    assert {(area, other) for area in now for other in _led(area, newer, older)} == pairs
    assert {(area, other) for other in former for area in _led(other, older, newer)} == pairs


area_ids = st.sampled_from("abcde")


@given(
    now=st.dictionaries(area_ids, st.lists(area_ids, max_size=3, unique=True), min_size=1),
    former=st.sets(area_ids, min_size=1),
)
def test_counterparts_are_mutual(now: dict[str, list[str]], former: set[str]) -> None:
    newer, older = _report("2023", now), _report("2022", {name: [] for name in sorted(former)})

    forth = {(area, other) for area in now for other in _led(area, newer, older)}
    back = {(area, other) for other in former for area in _led(other, older, newer)}

    assert forth == back


def test_every_area_of_the_demonstration_county_leads_to_the_other_scheme_and_back() -> None:
    newest, *_, oldest = DEMO.reports
    there_and_back = 0

    for here, there in ((newest, oldest), (oldest, newest)):
        for area in here.scheme.areas:
            led = _led(area, here, there)
            assert led
            assert all(area in _led(other, there, here) for other in led)
            there_and_back += len(led)
    assert there_and_back == 2 * len(oldest.scheme.areas)


def test_a_measure_that_is_dropped_and_an_owner_that_is_another_are_told_with_what_was_said_since() -> None:
    report, former = DEMO.reports[:2]
    item = former.ledger.items["counselling-hours"]
    step = Step(date=date(2025, 10, 30), state="推进中", note="改由医院派人坐诊。")
    changed = {
        "measures": (Measure(text="医院派人坐诊"),),
        "owner": "health-commission",
        "history": (*item.history, step),
    }
    ledger = report.ledger.model_copy(update={"items": {item.id: item.model_copy(update=changed)}})
    disclosure = replace(DEMO, reports=(replace(report, ledger=ledger), *DEMO.reports[1:]))

    (one,) = compare(disclosure, disclosure.reports[0]).ledger.amended

    assert one.former_owner == item.owner
    assert one.dropped_measures == item.measures
    assert one.notes == ("改由医院派人坐诊。",)
