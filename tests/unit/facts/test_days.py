"""Days and their names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.days import Days, month_end
from disclosure.facts.period import parse_period

_DAY = st.dates(date(1950, 1, 1), date(2099, 12, 31))
_EDGE = st.one_of(
    _DAY,
    _DAY.map(lambda day: day.replace(day=1)),
    _DAY.map(lambda day: month_end(day.year, day.month)),
    _DAY.map(lambda day: date(day.year, 1, 1)),
    _DAY.map(lambda day: date(day.year, 12, 31)),
    _DAY.map(lambda day: date(day.year, 9, 1)),
    _DAY.map(lambda day: date(day.year, 8, 31)),
)
"""Days of which many begin or end a month, a year or a school year."""
ALL_DAYS = st.one_of(
    st.tuples(_EDGE, _EDGE).map(lambda ends: Days(min(ends), max(ends))),
    _EDGE.map(lambda first: Days(first=first)),
    _EDGE.map(lambda last: Days(last=last)),
)


def _days(first: str, last: str) -> Days:
    return Days(*(date.fromisoformat(day) if day else None for day in (first, last)))


@pytest.mark.parametrize(
    ("first", "last", "slug", "name"),
    [
        ("2021-01-01", "2021-12-31", "2021", "2021年"),
        ("2020-01-01", "2022-12-31", "2020-to-2022", "2020年至2022年"),
        ("2021-09-01", "2022-08-31", "2021-2022", "2021-2022学年"),
        ("2022-01-01", "2022-06-30", "2022-01-to-2022-06", "2022年上半年"),
        ("2022-01-01", "2022-09-30", "2022-01-to-2022-09", "2022年前三季度"),
        ("2022-01-01", "2022-10-31", "2022-01-to-2022-10", "2022年1月至2022年10月"),
        ("2024-02-01", "2024-02-29", "2024-02", "2024年2月"),
        ("2024-02-01", "2024-02-28", "2024-02-01-to-2024-02-28", "2024年2月1日至2024年2月28日"),
        ("2021-12-31", "2021-12-31", "2021-12-31", "2021年底"),
        ("2021-01-01", "", "since-2021", "2021年以来"),
        ("2021-09-01", "", "since-2021-09", "2021年9月以来"),
        ("2021-09-02", "", "since-2021-09-02", "2021年9月2日以来"),
        ("", "2022-12-31", "until-2022", "截至2022年底"),
        ("", "2022-09-30", "until-2022-09", "截至2022年9月"),
        ("", "2022-09-29", "until-2022-09-29", "截至2022年9月29日"),
        ("", "", "", ""),
    ],
)
def test_days_are_called_by_no_more_than_tells_them(first: str, last: str, slug: str, name: str) -> None:
    assert (_days(first, last).slug, str(_days(first, last))) == (slug, name)


@given(ALL_DAYS, ALL_DAYS)
def test_different_days_have_different_slugs(one: Days, other: Days) -> None:
    assert (one.slug == other.slug) == (one == other)


@given(ALL_DAYS)
def test_the_name_of_days_is_read_as_these_days(days: Days) -> None:
    read = parse_period(str(days))

    assert read is not None
    assert (read.days, read.slug) == (days, days.slug)


@given(ALL_DAYS, st.integers(-3, 3))
def test_days_of_a_cycle_have_it_in_every_year(days: Days, years: int) -> None:
    assert days.moved(years).year == days.year + years
    # Other years may lack the 29th of February, and the 28th may be the end of a month or not.
    if days.cycle and not {(2, 28), (2, 29)} & {*days.cycle}:
        assert days.moved(years).cycle == days.cycle


@pytest.mark.parametrize(
    ("first", "last"), [("2021-01-01", "2022-01-01"), ("2020-01-01", "2022-12-31"), ("2021-01-01", "")]
)
def test_more_than_a_year_and_what_goes_on_have_no_cycle(first: str, last: str) -> None:
    assert _days(first, last).cycle is None


def test_the_end_of_february_stays_its_end() -> None:
    assert _days("2024-02-01", "2024-02-29").moved(-1) == _days("2023-02-01", "2023-02-28")
    assert _days("2023-02-01", "2023-02-28").moved(1) == _days("2024-02-01", "2024-02-29")
