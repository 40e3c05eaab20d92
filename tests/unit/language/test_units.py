"""Units: measured or counted, and written alike."""

from __future__ import annotations

import pytest

from disclosure.language.units import alike, counted


@pytest.mark.parametrize(
    "unit", ["家", "条", "处", "种", "辆", "枚", "人次", "个月", "台（套）", "年", "岁", "单元"]
)
def test_what_no_measure_measures_is_counted(unit: str) -> None:
    assert counted(unit)


@pytest.mark.parametrize(
    "unit",
    [None, "", "元", "米", "吨", "%", "个百分点", "倍", "亩", "千瓦时", "℃", "小时", "人/千人", "元/人·年"],
)
def test_what_is_measured_a_rate_and_a_bare_number_are_not_counted(unit: str | None) -> None:
    assert not counted(unit)


@pytest.mark.parametrize(
    ("printed", "each", "unit"),
    [
        ("％", "", "%"),
        ("台(套)", "", "台（套）"),
        ("元", "每人每年", "元/人·年"),
        ("元", "每年每人", "元/人·年"),
        ("元/人/年", "", "元/人·年"),
        ("元/年·人", "", "元/人·年"),
        ("元每月", "", "元/月"),
        ("张", "每千人", "张/千人"),
        ("", "每10万人", "/10万人"),
    ],
)
def test_units_that_mean_the_same_are_alike(printed: str, each: str, unit: str) -> None:
    assert alike(printed, each) == unit
