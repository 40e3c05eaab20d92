"""Changes and comparisons."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.bounds import Bound
from disclosure.facts.change import parse_change, parse_comparison
from disclosure.facts.day_words import UNDATED, ReportDates
from disclosure.facts.days import Days
from disclosure.facts.period import parse_period
from disclosure.facts.quantity import QuantityError


@pytest.mark.parametrize(
    ("printed", "value", "sign"),
    [
        ("增长7.19%", "7.19", 1),
        ("增长了0.81%", "0.81", 1),
        ("下降0.65个百分点", "-0.65", -1),
        ("减少3所", "-3", -1),
        ("提高1.2个百分点", "1.2", 1),
        ("持平", "0", 0),
        # Other words
        ("上涨2.1%", "2.1", 1),
        ("增产3.4%", "3.4", 1),
        ("净增46家", "46", 1),
        ("提速2个百分点", "2", 1),
        ("回升0.3个百分点", "0.3", 1),
        ("增5%", "5", 1),
        ("下跌2.1%", "-2.1", -1),
        ("回落0.4个百分点", "-0.4", -1),
        ("压减15%", "-15", -1),
        ("削减3亿元", "-300000000", -1),
        ("缩减2天", "-2", -1),
        ("降3.2%", "-3.2", -1),
        ("负增长1.2%", "-1.2", -1),
        # Rates
        ("增速8%", "8", 1),
        ("增速为-1.2%", "-1.2", -1),
        ("增幅达3.2%", "3.2", 1),
        ("涨幅3%", "3", 1),
        ("降幅3%", "-3", -1),
        ("增速为负1.2%", "-1.2", -1),
        # With a base in front
        ("同比增长7.19%", "7.19", 1),
        ("环比下降2%", "-2", -1),
        ("同比实际增长5.2%", "5.2", 1),
        ("比上年增长5%", "5", 1),
        ("比上年同期下降3%", "-3", -1),
        ("较2022年增长0.6%", "0.6", 1),
        ("比上年末增加3人", "3", 1),
        ("与2019年相比减少2所", "-2", -1),
        ("比“十三五”末增加3个", "3", 1),
        ("比上年多3个", "3", 1),
        ("比上年低1.2个百分点", "-1.2", -1),
        ("分别增长4.6%", "4.6", 1),
        ("与上年持平", "0", 0),
        ("同比基本持平", "0", 0),
        # Two sizes
        ("比上年增加619万元，增长0.31%", "6190000", 1),
        ("减少2.88亿元、下降15.66%", "-288000000", -1),
        ("增加2.88亿元（增长15.66%）", "288000000", 1),
        ("增加1,234元，增长3%", "1234", 1),
        ("增加5台（套）", "5", 1),
        # From a level to a level
        ("从31.1%降至22.5%", "-8.6", -1),
        ("由2020年的31.1%下降到22.5%", "-8.6", -1),
        ("由8.2万人增加到9万人", "8000", 1),
        ("从3.1万增加到4.5万人", "14000", 1),
        ("从3.1增加到4.5万人", "14000", 1),
        ("从31.1降至22.5%", "-8.6", -1),
        ("从3增加到5成", "20", 1),
        ("从每人每年600元提高到每人每年670元", "70", 1),
        ("从90分调整为80分", "-10", -1),
        # Doubled
        ("翻番", "1", 1),
        ("翻一番", "1", 1),
        ("比2015年翻了两番", "3", 1),
        ("增长1.5倍", "1.5", 1),
    ],
)
def test_a_change_keeps_its_word_and_computes_its_sign(printed: str, value: str, sign: int) -> None:
    change = parse_change(printed)

    assert (change.value, change.sign, str(change)) == (Decimal(value), sign, printed)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7.19%",
        "增长",
        "增长-3%",
        "降幅为-3%",
        "变化3%",
        "增长很多",
        "提高到3500元",
        "增至3500元",
        "多3个",
        "高于全国1.4个百分点",
        "比全国高1.4个百分点",
        "从22.5%降至31.1%",
        "从5个减少到5个",
        "从5%—6%提高到6%—8%",
        "从第5位上升到第3位",
        "从1:15下降到1:12",
        "提升第2位",
        "增速为-2%—-1%",
        "从5%降至3个",
        "增长5%、下降3元",
        "增长5%，增长3%",
        "增加5元，增加3元",
    ],
)
def test_what_is_no_change_is_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        parse_change(text)


@pytest.mark.parametrize(
    ("printed", "ends", "plain"),
    [
        ("增长5%—6%", ("5", "6"), "5..6"),
        ("下降5%—6%", ("-6", "-5"), "-6..-5"),
        ("从5%—6%提高到7%—8%", ("1", "3"), "1..3"),
        ("低于全国5—6个百分点", ("-6", "-5"), "-6..-5"),
    ],
)
def test_a_difference_by_a_range_has_two_ends_and_no_one_number(
    printed: str, ends: tuple[str, str], plain: str
) -> None:
    found = parse_comparison(printed) if "全国" in printed else parse_change(printed)

    assert (str(found), found.value, found.bound) == (printed, None, Bound.RANGE)
    assert (found.ends, found.plain) == (tuple(map(Decimal, ends)), plain)


def test_a_level_behind_a_word_is_called_a_value() -> None:
    with pytest.raises(QuantityError, match="value 写 3500元"):
        parse_change("提高到3500元")


@pytest.mark.parametrize(
    ("printed", "word"),
    [
        ("增速为-1.2%", "下降"),
        ("涨幅3%", "上涨"),
        ("比上年高3%", "上升"),
        ("从5个变为3个", "下降"),
        ("翻番", "翻番"),
    ],
)
def test_a_change_has_a_verb_for_the_sentences_of_the_site(printed: str, word: str) -> None:
    assert parse_change(printed).word == word


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("增长7.2%", "7.15", "7.25"),
        ("下降7.2%", "-7.25", "-7.15"),
        ("增长近5%", "0", "5"),
        ("下降近5%", "-5", "0"),
        ("增长5%以上", "5", None),
        ("增长5%—6%", "5", "6"),
        ("下降5%—6%", "-6", "-5"),
        ("增加30余个", "30", "40"),
        ("减少30余个", "-40", "-30"),
        ("减少一半", "-75", "-25"),
        ("从5%—6%提高到7%—8%", "1", "3"),
        ("从5%—6%下降到3%", "-3.5", "-1.5"),
        ("下降5%左右", None, "0"),
        ("增长5%左右", "0", None),
        ("增长0.0%", "0", "0.05"),
        ("从31.1%降至22.5%", "-8.70", "-8.50"),
        ("从近3万人增加到近4万人", "0", None),
        ("翻一番", "0.5", "1.5"),
        ("持平", "0", "0"),
        ("基本持平", None, None),
    ],
)
def test_a_rise_is_never_below_zero_nor_a_fall_above(printed: str, low: str | None, high: str | None) -> None:
    interval = parse_change(printed).interval

    assert interval.low == (None if low is None else Decimal(low))
    assert interval.high == (None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("printed", "period", "base"),
    [
        ("增长5%", "2021", "2020"),
        ("同比增长5%", "2021", "2020"),
        ("比上年增长5%", "2021-2022学年", "2020-2021学年"),
        ("比上年末增加5人", "2021", "2020"),
        ("较2019年增长5%", "2021", "2019"),
        ("由2018年的3%提高到5%", "2021", "2018"),
        ("环比增长5%", "2021", None),
        ("年均增长5%", "2021", None),
        ("比“十三五”末增加5人", "2021", "2020年底"),
        ("比2019年同期增长5%", "2021年1-6月", "2019年上半年"),
        ("比年初增加5人", "2021年9月", "2021年1月1日"),
        ("比上年末增加5人", "2021年以来", "2023年底"),
        ("比上学年增加5人", "2021-2022学年", "2020-2021学年"),
        ("比上月增加5人", "2021", None),
        ("增长5%", "2021年以来", None),
    ],
)
def test_a_base_is_read_and_never_invented(printed: str, period: str, base: str | None) -> None:
    read, dates = parse_period(period), ReportDates(covers=Days(date(2024, 1, 1), date(2024, 12, 31)))
    assert read

    found = parse_change(printed).base_period(read, dates)

    assert (found and found.text) == base


def test_a_base_that_counts_from_a_report_without_its_days_is_none() -> None:
    read = parse_period("2021年以来")
    assert read

    assert parse_change("比上年末增加5人").base_period(read, UNDATED) is None


@pytest.mark.parametrize(
    ("printed", "size"),
    [
        ("从31.1%降至22.5%", "8.6个百分点"),
        ("从8.64亿元增加到8.97亿元", "0.33亿元"),
        ("从1000万元降至930万元", "70万元"),
        ("从18600元增加到2.1万元", "0.2400万元"),
        ("从近3万人增加到近4万人", "约1万人"),
        ("从20—30万元增加到50万元", "20—30万元"),
    ],
)
def test_the_size_from_level_to_level_is_in_the_scale_of_the_latter(printed: str, size: str) -> None:
    assert str(parse_change(printed).magnitude) == size


def test_a_later_change_of_a_list_has_the_word_of_the_first() -> None:
    change = parse_change("6.7%", "下降")

    assert (change.value, change.text, str(change)) == (Decimal("-6.7"), "6.7%", "下降6.7%")


@pytest.mark.parametrize(("text", "word"), [("6.7%", "变化"), ("增长6.7%", "增长"), ("多少", "增长")])
def test_a_word_that_is_none_or_one_too_many_is_refused(text: str, word: str) -> None:
    with pytest.raises(QuantityError):
        parse_change(text, word)


@pytest.mark.parametrize(
    ("printed", "value", "other"),
    [
        ("高于全国1.4个百分点", "1.4", "全国"),
        ("高出全省平均水平2.3个百分点", "2.3", "全省平均水平"),
        ("快于全国近2个百分点", "2", "全国"),
        ("低于全市平均水平0.5个百分点", "-0.5", "全市平均水平"),
        ("高于第三产业3.2个百分点", "3.2", "第三产业"),
        ("比全国高1.4个百分点", "1.4", "全国"),
        ("比全市少3个", "-3", "全市"),
        ("低于全国一成", "-10", "全国"),
    ],
)
def test_a_comparison_names_the_other(printed: str, value: str, other: str) -> None:
    comparison = parse_comparison(printed)

    assert (comparison.value, comparison.other, str(comparison)) == (Decimal(value), other, printed)


@pytest.mark.parametrize(
    "text",
    [
        "高于1.4个百分点",
        "比上年高3个",
        "高于2020年3个",
        "高于全国",
        "低于最低标准的1.6倍",
        "高于全国，增长3%",
        "增长3%",
    ],
)
def test_a_comparison_without_another_is_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        parse_comparison(text)


_BASES = st.sampled_from(
    ["", "同比", "环比", "比上年", "较2019年", "比上年同期", "与2020年相比", "比“十三五”末"]
)
_WORDS = st.sampled_from(["增长", "上涨", "净增", "提高了", "下降", "压减", "回落", "降幅为", "增幅达"])
_SIZES = st.builds(
    lambda number, decimals, unit: f"{Decimal(number).scaleb(-decimals):f}{unit}",
    st.integers(1, 10**8),
    st.integers(0, 2),
    st.sampled_from(["%", "个百分点", "万元", "余人", "亿元左右"]),
)


@given(_BASES, _WORDS, _SIZES)
def test_any_change_prints_back_and_has_the_sign_of_its_word(base: str, word: str, size: str) -> None:
    change = parse_change(printed := f"{base}{word}{size}")

    assert str(change) == printed
    assert change.sign == (-1 if word in {"下降", "压减", "回落", "降幅为"} else 1)
    assert change.value in change.interval


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_the_size_of_a_change_from_one_level_to_another_is_their_difference(one: int, other: int) -> None:
    word = "提高到" if other > one else "下降到" if other < one else "调整到"
    former, latter = (f"{Decimal(number).scaleb(-1):f}%" for number in (one, other))

    change = parse_change(printed := f"从{former}{word}{latter}")

    assert str(change) == printed
    assert change.value == Decimal(other - one).scaleb(-1)
    assert change.value in change.interval
