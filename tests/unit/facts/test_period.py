"""Periods."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.day_words import ReportDates
from disclosure.facts.days import Days
from disclosure.facts.period import Period, parse_period

JANUARY = ReportDates(date(2025, 1, 15), Days(date(2024, 1, 1), date(2024, 12, 31)))
"""A report of January 2025 on 2024."""


def _period(text: str, dates: ReportDates = JANUARY) -> Period:
    period = parse_period(text, dates)
    assert period is not None, text
    return period


@pytest.mark.parametrize(
    ("text", "shown", "slug"),
    [
        ("2021", "2021年", "2021"),
        ("2021年", "2021年", "2021"),
        ("2021年以来", "2021年以来", "since-2021"),
        ("截至目前", "截至目前", "to-date"),
        ("累计", "累计", "cumulative"),
        ("2021-2022学年", "2021-2022学年", "2021-2022"),
        ("未载明", "未载明", "unstated"),
    ],
)
def test_addresses_last(text: str, shown: str, slug: str) -> None:
    assert (str(_period(text)), _period(text).slug) == (shown, slug)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("2021年度", "2021"),
        ("2021年全年", "2021"),
        ("二〇二一年", "2021"),
        ("二○二一年", "2021"),
        ("２０２１年", "2021"),
        ("2021年至今", "since-2021"),
        ("自2021年9月起", "since-2021-09"),
        ("2021学年", "2021-2022"),
        ("2021—2022学年", "2021-2022"),
        ("2021－2022学年度", "2021-2022"),
        ("2021–22学年", "2021-2022"),
        ("2021/2022学年", "2021-2022"),
        ("2021年9月至2022年8月", "2021-2022"),
        ("2021-2022学年第一学期", "2021-09-to-2022-01"),
        ("2021年秋季学期", "2021-09-to-2022-01"),
        ("2022年春季学期", "2022-02-to-2022-08"),
        ("2022年秋季", "2022-09-to-2022-11"),
        ("2022年上半年", "2022-01-to-2022-06"),
        ("2022年第四季度", "2022-10-to-2022-12"),
        ("2022年前三季度", "2022-01-to-2022-09"),
        ("2022年1-9月", "2022-01-to-2022-09"),
        ("2022年1—9月份", "2022-01-to-2022-09"),
        ("2022年前9个月", "2022-01-to-2022-09"),
        ("2022年9月", "2022-09"),
        ("2022年9月底", "2022-09-30"),
        ("2022年9月1日至10月31日", "2022-09-to-2022-10"),
        ("2021年末", "2021-12-31"),
        ("2021年年底", "2021-12-31"),
        ("2021年初", "2021-01-01"),
        ("截至2022年9月", "until-2022-09"),
        ("截止2022年9月30日", "until-2022-09"),
        ("截至2022年底", "until-2022"),
        ("到2025年", "aim-until-2025"),
        ("到“十四五”末", "aim-until-2025"),
        ("2020-2022", "2020-to-2022"),
        ("2020—2022年", "2020-to-2022"),
        ("2020年至2022年", "2020-to-2022"),
        ("“十四五”时期", "2021-to-2025"),
        ("“十五”期间", "2001-to-2005"),
        ("“十五五”时期", "2026-to-2030"),
        ("“十三五”规划期间", "2016-to-2020"),
        ("十四五", "2021-to-2025"),
        ("“十四五”末", "2025-12-31"),
        ("“十四五”以来", "since-2021"),
        ("2021—2025年年均", "yearly-2021-to-2025"),
        ("2021年累计", "2021"),
        ("比2020年", "over-2020"),
        ("年均", "yearly"),
        ("每年", "each-year"),
        ("近年来", "recent-years"),
        ("现有", "to-date"),
    ],
)
def test_what_names_its_days_needs_no_date_of_the_report(text: str, slug: str) -> None:
    period = _period(text, ReportDates())

    assert (str(period), period.slug, period.shown) == (text, slug, text)
    assert (period.origin, period.placed) == (None, True)


@pytest.mark.parametrize(
    ("text", "origin", "days"),
    [
        ("今年", "written", "2025年"),
        ("去年", "written", "2024年"),
        ("上年", "written", "2024年"),
        ("上年末", "written", "2024年底"),
        ("去年上半年", "written", "2024年上半年"),
        ("前年", "written", "2023年"),
        ("今年以来", "written", "2025年以来"),
        ("近三年", "written", "2022年至2024年"),
        ("近3年来", "written", "2022年至2024年"),
        ("过去五年", "written", "2020年至2024年"),
        ("连续十年", "written", "2015年至2024年"),
        ("两年来", "written", "2023年至2024年"),
        ("未来三年", "written", "2025年至2027年"),
        ("近五年年均", "written", "2020年至2024年"),
        ("全年", "covers", "2024年"),
        ("年度", "covers", "2024年"),
        ("本年", "covers", "2024年"),
        ("年末", "covers", "2024年底"),
        ("年底", "covers", "2024年底"),
        ("年初", "covers", "2024年1月1日"),
        ("上半年", "covers", "2024年上半年"),
        ("三季度", "covers", "2024年第三季度"),
        ("1-9月", "covers", "2024年前三季度"),
        ("截至9月底", "covers", "截至2024年9月"),
        ("秋季学期", "covers", "2024年9月至2025年1月"),
        ("比上年", "covers", "2023年"),
        ("较上年末", "covers", "2023年底"),
        ("与去年相比", "covers", "2023年"),
        ("比上年同期", "covers", "2023年"),
        ("比2019年同期", "covers", "2019年"),
        ("较年初", "covers", "2024年1月1日"),
    ],
)
def test_relative_words_count_from_a_date_of_the_report(text: str, origin: str, days: str) -> None:
    period = _period(text)

    assert (period.origin, str(period.days), period.shown) == (origin, days, f"{text}，即{days}")
    lacking = JANUARY._replace(**{origin: ReportDates()._asdict()[origin]})
    assert not _period(text, lacking).placed
    assert _period(text, lacking).days == Days()


@pytest.mark.parametrize("covers", [Days(date(2023, 9, 1), date(2024, 8, 31)), Days(date(2024, 1, 1))])
def test_the_year_of_a_report_on_more_than_a_year_is_not_guessed(covers: Days) -> None:
    assert not _period("年末", ReportDates(covers=covers)).placed


@pytest.mark.parametrize(
    ("written", "days"),
    [("2022-01-01", "2019年至2021年"), ("2022-06-30", "2019年至2021年"), ("2022-07-01", "2020年至2022年")],
)
def test_the_last_years_end_with_the_year_whose_end_is_nearest(written: str, days: str) -> None:
    assert str(_period("近三年", ReportDates(date.fromisoformat(written))).days) == days


@pytest.mark.parametrize(
    "text",
    [
        *"21 年 底 三年 十五 十分 近年 截至 比 至 1821 近0年 6100万元".split(),
        *"2021年今 2021年五 2021- 2021年至 2021年度末".split(),
        *"2021—2023学年 2022-2020 2021年13月 2月30日 2021年2月29日".split(),
        *("", "2021 年"),
    ],
)
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_period(text, JANUARY) is None


def test_periods_sort_by_their_days_aims_before_and_what_has_no_days_behind() -> None:
    texts = [
        "未载明",
        "2022",
        "累计",
        "2021年以来",
        "截至目前",
        "2021",
        "到2035年",
        "2021-2022学年",
        "2021年末",
    ]

    ordered = [str(period) for period in sorted(map(_period, texts), key=lambda period: period.order)]

    assert ordered == (
        "到2035年 2021年 2021年以来 2021-2022学年 2021年末 2022年 截至目前 累计 未载明".split()
    )


@pytest.mark.parametrize(
    ("text", "slug"),
    [("到2024年底", "until-2024"), ("到2025年1月", "aim-until-2025-01"), ("到2025年", "aim-until-2025")],
)
def test_what_is_to_be_reached_is_an_aim_until_its_time_is_over(text: str, slug: str) -> None:
    assert _period(text).slug == slug


def test_periods_of_the_same_days_are_equal_however_they_are_worded() -> None:
    assert _period("上年") == _period("2024") == _period("2024年度")
    assert _period("年均") != _period("每年")
    assert _period("到2025年") != _period("截至2025年底")


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("2021", "2020年"),
        ("上年", "2023年"),
        ("2021-2022学年", "2020-2021学年"),
        ("2022年1-9月", "2021年前三季度"),
        ("2022年2月", "2021年2月"),
        ("2021年末", "2020年底"),
        ("截至2021年底", "截至2020年底"),
        ("2020—2022年", "None"),
        ("2021年以来", "None"),
        ("到2025年", "None"),
        ("截至目前", "None"),
    ],
)
def test_a_change_is_relative_to_the_same_period_a_year_earlier(text: str, former: str) -> None:
    assert str(_period(text).previous) == former


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2021", (2021, 2021)),
        ("上年", (2024, 2024)),
        ("2021-2022学年", (2021, 2022)),
        ("2021年以来", (2021, 2025)),
        ("截至2022年9月", (2022, 2022)),
        ("截至目前", (2025, 2025)),
    ],
)
def test_an_end_without_a_day_is_in_the_year_of_the_report(text: str, years: tuple[int, int]) -> None:
    assert _period(text).years("2025") == years


_MONTHS = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted)


@given(st.integers(1950, 2099), _MONTHS, st.sampled_from("-—－–~至"), st.integers(-400, 400))
def test_months_hold_their_days_and_no_others(year: int, months: list[int], dash: str, offset: int) -> None:
    first, last = months
    days = _period(f"{year}年{first}{dash}{last}月").days
    day = date(year, first, 1) + timedelta(offset)

    assert days.first is not None
    assert days.last is not None
    assert (days.first <= day <= days.last) == (day.year == year and first <= day.month <= last)


@given(st.dates(date(1960, 1, 1), date(2090, 12, 31)), st.integers(1, 30))
def test_the_last_years_are_so_many_whole_years_next_to_the_day_of_writing(written: date, count: int) -> None:
    days = _period(f"近{count}年", ReportDates(written)).days

    assert days.first is not None
    assert days.last is not None
    assert (days.first.year + count - 1, days.first, days.last) == (
        days.last.year,
        date(days.first.year, 1, 1),
        date(days.last.year, 12, 31),
    )
    assert abs(written - days.last) <= timedelta(184)


_YEARS = ("2021年", "2022年", "去年", "上年", "今年", "")
_PARTS = (
    "",
    "度",
    "全年",
    "年度",
    "末",
    "年底",
    "年初",
    "上半年",
    "前三季度",
    "1-9月",
    "9月",
    "9月底",
    "9月5日",
    "秋季学期",
)
_PLAIN = st.builds("{}{}".format, st.sampled_from(_YEARS), st.sampled_from(_PARTS))
_FORMS = (
    "{}",
    "截至{}",
    "{}以来",
    "自{}起",
    "{}至今",
    "到{}",
    "比{}",
    "与{}相比",
    "{}年均",
    "{}每年",
    "累计{}",
)
_TEXTS = st.one_of(
    st.builds(str.format, st.sampled_from(_FORMS), _PLAIN),
    st.builds("{}至{}".format, _PLAIN, _PLAIN),
    st.text("今去上前明本年末底初度全半季月日1239十至-—比较截到以来近“四五”时期", max_size=8),
)


@given(_TEXTS)
def test_whatever_is_read_prints_back_and_begins_before_it_ends(text: str) -> None:
    period = parse_period(text, JANUARY)

    if period:
        days = period.days
        assert str(period) in {text, f"{text}年"}
        assert not (days.first and days.last) or days.first <= days.last


@given(_TEXTS, _TEXTS)
def test_periods_have_one_slug_if_and_only_if_they_are_equal(one: str, other: str) -> None:
    first, second = parse_period(one, JANUARY), parse_period(other, JANUARY)

    if first and second:
        assert (first == second) == (first.slug == second.slug)


@given(_PLAIN)
def test_what_goes_on_begins_and_what_is_reached_ends_with_the_days_that_it_names(text: str) -> None:
    period = parse_period(text, JANUARY)

    if period:
        assert _period(f"{text}以来").days == Days(first=period.days.first)
        assert _period(f"截至{text}").days == _period(f"到{text}").days == Days(last=period.days.last)
        assert _period(f"{text}年均").days == period.days
