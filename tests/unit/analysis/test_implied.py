"""Values that a report does not state, but leaves no choice about."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis.claims import Implied
from disclosure.facts.bounds import Interval
from disclosure.facts.quantity import parse_quantity


def _implied(low: str | None, high: str | None, pattern: str, unit: str | None) -> Implied:
    interval = Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))
    return Implied("甲", None, interval, parse_quantity(pattern), unit, "乙")


@pytest.mark.parametrize(
    ("low", "high", "pattern", "unit", "shown"),
    [
        ("13842.7", "13844.9", "14662元", "元", "13843元至13845元之间"),
        ("13843.5", "13844.5", "14662元", "元", "13843元至13845元之间"),
        ("13843.6", "13844.4", "14662元", "元", "13844元"),
        ("13844", "13844", "14662元", "元", "13844元"),
        ("13844.2", "13844.3", "14662元", "元", "13844元"),
        ("40560000", "40590000", "4200万元", "元", "4056万元至4059万元之间"),
        ("40556000", "40594000", "4200.5万元", "元", "4055.6万元至4059.4万元之间"),
        ("8.04", "8.06", "8.5", "", "8.0至8.1之间"),
        ("31200", "31900", "3.1万人", "人", "31200人至31900人之间"),
        ("3.109", "4.141", "3次", "次", "4次"),
        ("3", "5", "3次", "次", "3次至5次之间"),
        ("2.5", None, "3次", "次", "不少于3次"),
        (None, "2.5", "3次", "次", "不超过2次"),
        ("0", None, "3次", "次", "不少于0次"),
        ("99.5", "100.5", "12.35%", "所", "100所"),
        ("-3.2", "-1.9", "3次", "次", "-3次至-2次之间"),
    ],
)
def test_an_implied_value_is_shown_in_the_places_of_what_it_follows_from(
    low: str | None, high: str | None, pattern: str, unit: str, shown: str
) -> None:
    assert _implied(low, high, pattern, unit).shown == shown


@pytest.mark.parametrize(
    ("low", "high", "unit", "possible"),
    [
        ("3.109", "3.141", "次", False),
        ("3.109", "4", "次", True),
        ("3", "3", "次", True),
        ("3.109", "3.141", "元", True),
        ("3.109", None, "次", True),
        (None, "0.5", "次", True),
    ],
)
def test_no_whole_number_may_fit_a_count_but_some_printed_number_fits_every_sum(
    low: str, high: str, unit: str, *, possible: bool
) -> None:
    assert _implied(low, high, f"3{unit}", unit).possible is possible


@given(
    low=st.decimals(0, 10**6, places=4),
    width=st.decimals(0, 50, places=4),
    pattern=st.sampled_from(["14662元", "146.62元", "4200万元", "3.5万元", "12所"]),
)
def test_the_ends_are_the_outermost_printed_numbers_that_stand_for_one_of_the_interval(
    low: Decimal, width: Decimal, pattern: str
) -> None:
    quantity = parse_quantity(pattern)
    implied = Implied("甲", None, Interval(low, low + width), quantity, quantity.unit, "乙")
    slack = Decimal(0) if implied.counted else implied.step / 2

    def fits(number: Decimal) -> bool:
        return low - slack <= number <= low + width + slack

    assert implied.low is not None
    assert implied.high is not None
    assert implied.low % implied.step == implied.high % implied.step == 0
    assert not fits(implied.low - implied.step)
    assert not fits(implied.high + implied.step)
    assert implied.possible == fits(implied.low) == fits(implied.high)
