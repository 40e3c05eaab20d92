"""Scales: from zero, with round ticks, whatever the numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.charts.chart import Mark
from disclosure.charts.scale import Scale
from observed import observation, told

NUMBERS = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)


def _scale(*printed: str) -> Scale:
    return Scale.of(told("甲", text).mark for text in printed)


@pytest.mark.parametrize(
    ("printed", "ticks"),
    [
        (["15353元", "4610元"], ["0", "5000元", "10000元", "15000元"]),
        (["143311万元", "9万元"], ["0", "50000万元", "100000万元"]),
        (["9.21亿元"], ["0", "2亿元", "4亿元", "6亿元", "8亿元"]),
        (["0.53", "0.47"], ["0", "0.2", "0.4"]),
        (["94.3%"], ["0", "50%", "100%"]),
        (["4.6%"], ["0", "2%", "4%"]),
        (["120%"], ["0", "50%", "100%"]),
        (["增长7.19%", "下降3%"], ["0", "5%"]),
        (["增加90人", "减少420人"], ["−400人", "−200人", "0"]),
        (["下降0.8个百分点", "持平"], ["−0.8个百分点", "−0.6个百分点", "−0.4个百分点", "−0.2个百分点", "0"]),
    ],
)
def test_ticks_are_round_and_begin_at_zero(printed: list[str], ticks: list[str]) -> None:
    assert [tick.text for tick in _scale(*printed).ticks] == ticks


def test_nothing_but_zeros_has_a_scale_too() -> None:
    scale = _scale("0个")

    assert (scale.zero, scale.ticks[0].text) == (Decimal(0), "0")


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_every_number_is_as_far_from_zero_as_it_is_large(numbers: list[Decimal]) -> None:
    marks = [Mark(observation(f"{number:f}元")) for number in numbers]
    scale = Scale.of(marks)
    width = scale.at(scale.high) - scale.at(scale.low)

    shares = {number: number / (scale.high - scale.low) * width for number in numbers}
    places = {number: scale.at(number) for number in numbers}
    assert max(abs(places[one] - scale.zero - share) for one, share in shares.items()) <= Decimal("0.01")
    assert 0 <= min(places.values()) <= max(places.values()) <= 92


@given(st.lists(NUMBERS, min_size=1, max_size=6))
def test_there_are_few_ticks_and_zero_is_among_them(numbers: list[Decimal]) -> None:
    scale = Scale.of(Mark(observation(f"{number:f}元")) for number in numbers)

    places = [tick.at for tick in scale.ticks]
    assert scale.zero in places
    assert 2 <= len(places) <= 6
    assert places == sorted(places)
    assert all(0 <= place <= 92 for place in places)
    assert len(scale.named) <= 3
