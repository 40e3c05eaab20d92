"""Quantities: every printed form of the report, bad ones, and thousands that are generated."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.bounds import Bound, Interval
from disclosure.facts.quantity import QuantityError, parse_quantity


@pytest.mark.parametrize(
    ("printed", "value", "unit", "bound"),
    [
        ("9项", "9", "项", Bound.EXACT),
        ("0个", "0", "个", Bound.EXACT),
        ("0.53", "0.53", "", Bound.EXACT),
        ("100%", "100", "%", Bound.EXACT),
        ("48.52%", "48.52", "%", Bound.EXACT),
        ("0.65个百分点", "0.65", "个百分点", Bound.EXACT),
        ("0.65百分点", "0.65", "百分点", Bound.EXACT),
        ("143311万元", "1433110000", "元", Bound.EXACT),
        ("143,311万元", "1433110000", "元", Bound.EXACT),
        ("208万", "2080000", "", Bound.EXACT),
        ("8万人次", "80000", "人次", Bound.EXACT),
        ("30余次", "30", "次", Bound.ABOVE),
        ("12万余人", "120000", "人", Bound.ABOVE),
        ("8.2万余人次", "82000", "人次", Bound.ABOVE),
        ("3875万余元", "38750000", "元", Bound.ABOVE),
        ("6100余万元", "61000000", "元", Bound.ABOVE),
        ("100多万人", "1000000", "人", Bound.ABOVE),
        ("逾3万人", "30000", "人", Bound.ABOVE),
        ("2000元左右", "2000", "元", Bound.ABOUT),
        ("约15000平方米", "15000", "平方米", Bound.ABOUT),
        ("５０％左右", "50", "%", Bound.ABOUT),
        ("近3万人", "30000", "人", Bound.BELOW),
        ("不足100人", "100", "人", Bound.BELOW),
        ("不低于85%", "85", "%", Bound.AT_LEAST),
        ("200人以上", "200", "人", Bound.AT_LEAST),
        ("不超过0.5", "0.5", "", Bound.AT_MOST),
        ("30天以内", "30", "天", Bound.AT_MOST),
        ("百余次", "100", "次", Bound.ABOVE),
        ("不到100人", "100", "人", Bound.BELOW),
        ("至少3次", "3", "次", Bound.AT_LEAST),
        ("约15000㎡", "15000", "㎡", Bound.ABOUT),
        ("近千人", "1000", "人", Bound.BELOW),
        ("上万人次", "10000", "人次", Bound.AT_LEAST),
        ("三年", "3", "年", Bound.EXACT),
        ("十二万", "120000", "", Bound.EXACT),
        ("一万二千人", "12000", "人", Bound.EXACT),
        ("４万亿元", "4000000000000", "元", Bound.EXACT),
        ("3千米", "3", "千米", Bound.EXACT),
        ("5千元", "5000", "元", Bound.EXACT),
        ("-3.5%", "-3.5", "%", Bound.EXACT),
        ("－3.5％", "-3.5", "%", Bound.EXACT),
    ],
)
def test_a_printed_quantity_has_its_value_unit_and_bound(
    printed: str, value: str, unit: str, bound: Bound
) -> None:
    quantity = parse_quantity(printed)

    assert (quantity.value, quantity.unit, quantity.bound) == (Decimal(value), unit, bound)
    assert str(quantity) == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "万",
        "1.2.3",
        "1,23",
        "12,3456",
        ".5",
        "5.",
        "NaN",
        "Infinity",
        "1e9",
        "0x1F",
        "１".ljust(40, "１"),
        "9" * 40,
        "30盈余次",
        "30富余人",
        "约100余人",
        "3 个",
        " 3个",
        "3个\n",
        "二〇二二年",
        "一百千",
        "三分之一",
        "三点五",
        "一万二",
        "三万五元",
        "三十几次",
        "万元",
        "百次",
        "3万万元",
        "3个5",
        "--3",
        "++3",
        "3\u200b个",
        "=1+1",
    ],
)
def test_what_is_no_quantity_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(QuantityError) as refusal:
        parse_quantity(text)

    assert str(refusal.value)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("9项", "9", "9"),
        ("0.53", "0.525", "0.535"),
        ("14662元", "14661.5", "14662.5"),
        ("143311万元", "1433105000", "1433115000"),
        ("8万人次", "75000", "85000"),
        ("48.52%", "48.515", "48.525"),
        ("100%", "99.5", "100.5"),
        ("6100余万元", "61000000", None),
        ("200人以上", "200", None),
        ("近3万人", None, "30000"),
        ("30天以内", None, "30"),
        ("2000元左右", None, None),
    ],
)
def test_a_printed_number_stands_for_half_a_unit_of_its_last_place(
    printed: str, low: str | None, high: str | None
) -> None:
    interval = parse_quantity(printed).interval

    assert interval == Interval(Decimal(low) if low else None, Decimal(high) if high else None)


def test_an_interval_contains_its_ends_and_nothing_beyond() -> None:
    interval = parse_quantity("14662元").interval

    assert Decimal("14661.5") in interval
    assert Decimal("14662.5") in interval
    assert Decimal("14661.4") not in interval
    assert Decimal("14662.6") not in interval


_DIGITS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.decimals(0, 10**6, places=2, allow_nan=False).map(lambda number: f"{number:f}"),
    st.integers(1000, 10**9).map("{:,}".format),
    st.integers(0, 10**6).map(
        lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    ),
)
_UNITS = st.sampled_from(
    ["", "元", "人", "人次", "场次", "个", "所", "%", "％", "个百分点", "平方米", "套", "间"]
)
_SCALES = st.sampled_from(["", "百", "千", "万", "亿"])


@given(
    digits=_DIGITS,
    scale=_SCALES,
    unit=_UNITS,
    shape=st.sampled_from(
        ["{n}{s}{u}", "约{n}{s}{u}", "{n}余{s}{u}", "{n}{s}余{u}", "{n}{s}{u}左右", "不低于{n}{s}{u}"]
    ),
)
def test_generated_quantities_survive_parse_and_print(digits: str, scale: str, unit: str, shape: str) -> None:
    printed = shape.format(n=digits, s=scale, u=unit)

    quantity = parse_quantity(printed)

    number = Decimal(
        "".join(char for char in digits if char != ",").translate(
            str.maketrans("０１２３４５６７８９", "0123456789")
        )
    )
    assert str(quantity) == printed
    assert quantity.value == number * {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[scale]
    assert quantity.unit == unit.replace("％", "%")
    assert (quantity.bound is Bound.EXACT) == (shape == "{n}{s}{u}")


@given(st.text(max_size=12))
def test_any_text_is_a_quantity_that_prints_itself_or_is_refused(text: str) -> None:
    try:
        quantity = parse_quantity(text)
    except QuantityError:
        return

    assert str(quantity) == text
