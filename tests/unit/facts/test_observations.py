"""Observations: the shapes they are written in, and what can be wrong with each."""

from __future__ import annotations

from datetime import date

import pytest

from disclosure.facts.day_words import ReportDates
from disclosure.facts.document import parse
from disclosure.facts.observations import Observation, read_observations
from disclosure.facts.records import Metric

_COMMON = {"name": "甲", "better": "neither", "definition": "乙", "definition_basis": "本站说明"}
METRICS = {
    "aid": Metric.model_validate(_COMMON | {"measures": "money", "unit": "元", "\0id": "aid"}),
    "share": Metric.model_validate(_COMMON | {"measures": "share", "unit": "%", "\0id": "share"}),
    "index": Metric.model_validate(_COMMON | {"measures": "index", "unit": None, "\0id": "index"}),
    "stage": Metric.model_validate(
        _COMMON | {"measures": "money", "unit": "元", "categories": {"a": "甲", "b": "乙"}, "\0id": "stage"}
    ),
}


def _read(text: str) -> tuple[tuple[Observation, ...], list[tuple[int, int, str]]]:
    node, _ = parse(text, "values.yml")
    assert node is not None
    made, findings = read_observations(
        node, year="2022", metrics=METRICS, dates=ReportDates(date(2022, 10, 31))
    )
    return made, [(finding.where.line, finding.where.column, finding.code) for finding in findings]


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        ("aid: {period: 2021, value: 6100余万元}", ["aid@2021"]),
        ("share: [{period: 2021, value: 1%}, {period: 2022, value: 2%}]", ["share@2021", "share@2022"]),
        ("stage:\n  period: 2021\n  a: {value: 1元}\n  b: {value: 2元}", ["stage.a@2021", "stage.b@2021"]),
        (
            "stage:\n  - period: 2021\n    a: {value: 1元}\n  - period: 2022\n    a: {value: 2元}",
            ["stage.a@2021", "stage.a@2022"],
        ),
        (
            "stage:\n  period: 2021\n  a: {value: 1元}\n  b: {value: 2元, period: 2022}",
            ["stage.a@2021", "stage.b@2022"],
        ),
        ("index: {period: 未载明, period_basis: 未载明, value: 0.53}", ["index@unstated"]),
        ("aid: {period: 2021, value: 208万, implied_unit: 元}", ["aid@2021"]),
        ("aid: {period: 去年, period_basis: 相对, value: 1元}", ["aid@2021"]),
        ("aid: {period: 2021, change: 增长3%}", ["aid@2021"]),
        ("aid: {period: 2021, comparison: 高于全市3%}", ["aid@2021"]),
        (
            "stage:\n  period: 2021\n  implied_word: 增长\n  a: {change: 1%}\n  b: {change: 2%}",
            ["stage.a@2021", "stage.b@2021"],
        ),
    ],
)
def test_each_shape_gives_its_observations(text: str, anchors: list[str]) -> None:
    made, findings = _read(text)

    assert findings == []
    assert [item.anchor for item in made] == anchors


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("aidd: {period: 2021, value: 1元}", 1, 1, "unknown-metric"),
        ("Aid: {period: 2021, value: 1元}", 1, 1, "bad-id"),
        ("aid: 3", 1, 6, "wrong-shape"),
        ("aid: {period: 2021}", 1, 6, "missing-field"),
        ("aid: {value: 1元}", 1, 6, "missing-field"),
        ("aid: {period: 2021, value: }", 1, 28, "missing-field"),
        ("aid: {period: 2021, implied_word: 增长}", 1, 6, "missing-field"),
        ("aid: {period: 2021, value: 1元, implied_word: 增长}", 1, 46, "bad-change"),
        ("aid: {period: 2021, change: 1%, implied_word: 变化}", 1, 29, "bad-change"),
        ("aid: {period: 2021, comparison: 高于3%}", 1, 33, "bad-change"),
        ("aid: {period: 2021, comparison: 高于全市3人}", 1, 33, "unit-mismatch"),
        ("aid: {period: 2021, change: 增加3元，增长3人}", 1, 29, "bad-change"),
        ("aid: {period: 2021, change: 增加3人，增长3%}", 1, 29, "unit-mismatch"),
        ("aid: {period: 2021, value: 5元, change: 从3元增至4元}", 1, 40, "bad-change"),
        ("stage: {period: 2021, change: 增长3%}", 1, 23, "unknown-category"),
        ("aid: {period: 2021, value: 1元, chnage: 增长1%}", 1, 32, "unknown-field"),
        ("aid: {period: 2021, value: 若干}", 1, 28, "bad-quantity"),
        ("aid: {period: 2021, value: 1元, change: 变化1%}", 1, 40, "bad-change"),
        ("aid: {period: 2021, value: 1元, change: 增长1}", 1, 40, "unit-mismatch"),
        ("aid: {period: 去年, value: 1元}", 1, 15, "bad-period"),
        ("aid: {period: 2021, period_basis: 相对, value: 1元}", 1, 15, "bad-period"),
        ("aid: {period: 全年, period_basis: 相对, value: 1元}", 1, 15, "bad-period"),
        ("aid: {period: 比2020年, value: 1元}", 1, 15, "bad-period"),
        ("aid: {period: 未载明, value: 1元}", 1, 15, "bad-period"),
        ("aid: {period: 2021, period_basis: 未载明, value: 1元}", 1, 15, "bad-period"),
        ("aid: {period: 2021, value: 1人}", 1, 28, "unit-mismatch"),
        ("aid: {period: 2021, value: 208万}", 1, 28, "unit-mismatch"),
        ("aid: {period: 2021, value: 1元, implied_unit: 元}", 1, 46, "unit-mismatch"),
        ("index: {period: 2021, value: 1元}", 1, 30, "unit-mismatch"),
        ("share: {period: 2021, value: 100.1%}", 1, 30, "share-over-100"),
        (
            "share:\n  - {period: 2021, value: 1%}\n  - {period: 2021, value: 2%}",
            3,
            27,
            "duplicate-observation",
        ),
        (
            "share:\n  - {period: 2021, value: 1%}\n  - {period: 去年, period_basis: 相对, value: 2%}",
            3,
            43,
            "duplicate-observation",
        ),
        ("stage: {period: 2021, value: 1元}", 1, 23, "unknown-category"),
        ("stage:\n  period: 2021\n  c: {value: 1元}", 3, 3, "unknown-category"),
        ("stage:\n  period: 2021\n  a: 1元", 3, 6, "wrong-shape"),
        ("- aid", 1, 1, "wrong-shape"),
    ],
)
def test_each_slip_is_found_at_its_place(text: str, line: int, column: int, code: str) -> None:
    _, findings = _read(text)

    assert findings == [(line, column, code)]


def test_a_whole_hundred_is_a_share() -> None:
    assert _read("share: {period: 2021, value: 100%}")[1] == []


def test_a_slip_is_about_the_values_of_its_metric_or_of_the_one_that_was_meant() -> None:
    node, _ = parse("share: {period: 2021, value: x}\naidd: {period: 2021, value: 1元}", "values.yml")
    assert node is not None

    _, findings = read_observations(node, year="2022", metrics=METRICS)

    assert [item.about for item in findings] == [{"values.yml#share"}, {"values.yml#aid"}]


def test_a_date_that_is_missing_may_stand_in_a_report_that_can_not_be_read() -> None:
    node, _ = parse("aid: {period: 全年, period_basis: 相对, value: 1元}", "data/2022/values.yml")
    assert node is not None

    _, (finding,) = read_observations(node, year="2022", metrics=METRICS)

    assert finding.because == {"data/2022/report.yml"}


def test_figures_of_the_same_days_have_one_key_and_keep_their_words() -> None:
    relative, year = (
        _read("aid: {period: 去年, period_basis: 相对, value: 1元}")[0],
        _read("aid: {period: 2021, value: 1元}")[0],
    )

    assert relative[0].key == year[0].key
    assert [one.reference for one in (*relative, *year)] == ["aid@去年", "aid@2021"]


def test_a_change_from_one_level_to_another_states_the_value() -> None:
    ((figure,), _) = _read("share: {period: 2021, change: 从31.1%降至22.5%}")

    assert str(figure.value) == "22.5%"
    assert list(figure.stated) == ["change"]


def test_readers_see_the_change_of_a_figure_without_a_value() -> None:
    ((figure,), _) = _read("aid: {period: 2021, change: 增长3%, comparison: 高于全市1个百分点}")

    assert (str(figure.shown), figure.unit, list(figure.stated)) == ("增长3%", "%", ["change", "comparison"])
