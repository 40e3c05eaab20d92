"""Decisions, and for how long they may hold a statement back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis.decisions import DEFERRAL, add_working_days, decide
from disclosure.facts.records import Review

days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
DEFERRED = Review(decision="缓公开", reason="核实中", office="县教委", date=date(2022, 10, 3))


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        ("2022-10-03", 0, "2022-10-03"),  # a Monday
        ("2022-10-03", 1, "2022-10-04"),
        ("2022-10-03", 4, "2022-10-07"),
        ("2022-10-03", 5, "2022-10-10"),
        ("2022-10-03", 20, "2022-10-31"),
        ("2022-10-07", 1, "2022-10-10"),  # a Friday
        ("2022-10-08", 1, "2022-10-10"),  # a Saturday
        ("2022-10-09", 1, "2022-10-10"),  # a Sunday
        ("2022-10-09", 20, "2022-11-04"),
        ("2022-12-30", 1, "2023-01-02"),
        ("2024-02-28", 2, "2024-03-01"),
    ],
)
def test_working_days_leave_out_saturdays_and_sundays(day: str, count: int, later: str) -> None:
    assert add_working_days(date.fromisoformat(day), count) == date.fromisoformat(later)


@given(day=days, count=st.integers(1, 60))
def test_so_many_working_days_lie_between(day: date, count: int) -> None:
    later = add_working_days(day, count)

    passed = [day + timedelta(days=number) for number in range(1, (later - day).days + 1)]
    assert sum(1 for item in passed if item.isoweekday() <= 5) == count
    assert later.isoweekday() <= 5


@given(day=days, one=st.integers(0, 30), other=st.integers(0, 30))
def test_working_days_add_up(day: date, one: int, other: int) -> None:
    assert add_working_days(add_working_days(day, one), other) == add_working_days(day, one + other)


@pytest.mark.parametrize(
    ("as_of", "deferred"),
    [
        ("2022-10-03", True),
        ("2022-10-31", True),  # the 20th working day
        ("2022-11-01", False),  # the 21st
        ("2023-11-01", False),
    ],
)
def test_a_statement_is_held_back_for_20_working_days_and_no_longer(as_of: str, *, deferred: bool) -> None:
    decision = decide(DEFERRED, date.fromisoformat(as_of))

    assert decision is not None
    assert (decision.deferred, decision.lapsed) == (deferred, not deferred)
    assert decision.until == date(2022, 10, 31)


@given(day=days)
def test_day_20_is_still_deferred_and_the_day_after_has_lapsed(day: date) -> None:
    review = DEFERRED.model_copy(update={"date": day})
    last = add_working_days(day, DEFERRAL)

    on_the_last, after = decide(review, last), decide(review, last + timedelta(days=1))

    assert on_the_last is not None
    assert after is not None
    assert (on_the_last.deferred, on_the_last.lapsed) == (True, False)
    assert (after.deferred, after.lapsed) == (False, True)


@pytest.mark.parametrize("decision", ["公开", "加注公开"])
def test_what_is_published_is_never_held_back_and_never_lapses(decision: str) -> None:
    made = decide(DEFERRED.model_copy(update={"decision": decision}), date(2032, 1, 1))

    assert made is not None
    assert (made.deferred, made.lapsed, made.until) == (False, False, None)


def test_a_decision_without_a_date_holds_nothing_back() -> None:
    made = decide(DEFERRED.model_copy(update={"date": None}), date(2022, 10, 4))

    assert made is not None
    assert (made.deferred, made.lapsed) == (False, False)


def test_no_review_is_no_decision() -> None:
    assert decide(None, date(2022, 10, 3)) is None
