"""Arithmetic on intervals."""

from __future__ import annotations

from decimal import Decimal
from operator import add, mul, sub
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis import intervals
from disclosure.facts.bounds import Interval

if TYPE_CHECKING:
    from collections.abc import Callable

Ends = tuple[int | None, int | None]
whole = st.integers(-(10**9), 10**9)


@st.composite
def within(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval, open to a side or to both at times, and a number of it."""
    number = Decimal(draw(whole))
    low, high = (draw(st.none() | st.integers(0, 10**6)) for _ in range(2))
    interval = Interval(
        None if low is None else number - low,
        None if high is None else number + high,
    )
    return interval, number


def _interval(ends: Ends) -> Interval:
    low, high = ends
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("operation", "numbers"),
    [(add, add), (sub, sub), (intervals.multiply, mul)],
    ids=["add", "subtract", "multiply"],
)
@given(one=within(), other=within())
def test_what_comes_of_two_numbers_lies_in_what_comes_of_their_intervals(
    operation: Callable[[Interval, Interval], Interval],
    numbers: Callable[[Decimal, Decimal], Decimal],
    one: tuple[Interval, Decimal],
    other: tuple[Interval, Decimal],
) -> None:
    result = operation(one[0], other[0])

    assert numbers(one[1], other[1]) in result


@given(quotient=whole, divisor=st.integers(1, 10**6), slack=st.integers(0, 10**6))
def test_a_quotient_lies_in_the_quotient_of_the_intervals(quotient: int, divisor: int, slack: int) -> None:
    dividend = Decimal(quotient * divisor)

    result = intervals.divide(
        Interval(dividend - slack, dividend + slack), intervals.exactly(Decimal(divisor))
    )

    assert Decimal(quotient) in result


@given(quotient=whole, divisor=st.integers(1, 10**6))
def test_a_division_that_comes_out_even_is_exact(quotient: int, divisor: int) -> None:
    result = intervals.divide(intervals.exactly(quotient * divisor), intervals.exactly(divisor))

    assert result == intervals.exactly(quotient)


@pytest.mark.parametrize(
    ("one", "other", "quotient"),
    [
        ((6, 8), (2, 2), (3, 4)),
        ((6, 8), (-2, -2), (-4, -3)),
        ((6, None), (2, 2), (3, None)),
        ((6, None), (2, 3), (2, None)),
        ((None, 6), (2, 2), (None, 3)),
        ((6, 6), (2, None), (0, 3)),
        ((6, 6), (None, -2), (-3, 0)),
        ((6, None), (2, None), (0, None)),
        ((None, None), (2, 2), (None, None)),
        ((6, 6), (0, 2), (None, None)),
        ((6, 6), (-1, 1), (None, None)),
        ((6, 6), (0, 0), (None, None)),
        ((0, 0), (None, None), (None, None)),
    ],
)
def test_a_quotient_is_open_where_an_end_is_and_anything_where_the_divisor_may_be_zero(
    one: Ends, other: Ends, quotient: Ends
) -> None:
    assert intervals.divide(_interval(one), _interval(other)) == _interval(quotient)


@pytest.mark.parametrize(
    ("one", "other", "product"),
    [
        ((2, 3), (4, 5), (8, 15)),
        ((-2, 3), (4, 5), (-10, 15)),
        ((-2, -1), (-5, -4), (4, 10)),
        ((2, None), (3, 4), (6, None)),
        ((2, None), (-4, -3), (None, -6)),
        ((2, None), (-1, 3), (None, None)),
        ((None, None), (0, 0), (0, 0)),
    ],
)
def test_a_product_takes_the_outermost_of_the_ends(one: Ends, other: Ends, product: Ends) -> None:
    assert intervals.multiply(_interval(one), _interval(other)) == _interval(product)


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ([], (0, 0)),
        ([(1, 2)], (1, 2)),
        ([(1, 2), (3, 4), (5, 6)], (9, 12)),
        ([(1, 2), (3, None)], (4, None)),
        ([(None, 2), (3, None)], (None, None)),
    ],
)
def test_a_total_is_open_where_one_part_is(parts: list[Ends], total: Ends) -> None:
    assert intervals.total(_interval(part) for part in parts) == _interval(total)


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ((1, 3), (3, 5), 0),
        ((1, 3), (2, 2), 0),
        ((1, 3), (4, 5), 1),
        ((1, 3), (-9, -1), 2),
        ((1, None), (-3, -1), 2),
        ((None, 1), (3, None), 2),
        ((None, None), (3, 3), 0),
        ((None, 3), (3, None), 0),
    ],
)
def test_intervals_that_meet_have_no_gap(one: Ends, other: Ends, gap: int) -> None:
    left, right = _interval(one), _interval(other)

    assert intervals.gap(left, right) == intervals.gap(right, left) == gap
    assert intervals.meet(left, right) == intervals.meet(right, left) == (gap == 0)


@pytest.mark.parametrize(
    ("ends", "sign"),
    [
        ((1, 2), 1),
        ((1, None), 1),
        ((-2, -1), -1),
        ((None, -1), -1),
        ((0, 0), 0),
        ((0, 1), None),
        ((-1, 0), None),
        ((-1, 1), None),
        ((None, None), None),
    ],
)
def test_a_sign_is_known_where_all_numbers_share_it(ends: Ends, sign: int | None) -> None:
    assert intervals.sign(_interval(ends)) == sign
