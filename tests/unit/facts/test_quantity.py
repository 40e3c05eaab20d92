"""Quantities: every printed form of the report, bad ones, and thousands that are generated."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.bounds import Bound
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
        ("负3.5%", "-3.5", "%", Bound.EXACT),
        ("零下5℃", "-5", "℃", Bound.EXACT),
        # scales that are joined, double or alone
        ("1亿2千万元", "120000000", "元", Bound.EXACT),
        ("1万2000人", "12000", "人", Bound.EXACT),
        ("三亿零五万", "300050000", "", Bound.EXACT),
        ("三万零五个", "30005", "个", Bound.EXACT),
        ("超2千亿元", "200000000000", "元", Bound.ABOVE),
        ("突破万亿元", "1000000000000", "元", Bound.AT_LEAST),
        ("百亿元以上", "10000000000", "元", Bound.AT_LEAST),
        ("3千升", "3", "千升", Bound.EXACT),
        # other words of a bound, and two of them
        ("突破6000家", "6000", "家", Bound.AT_LEAST),
        ("迈上3000亿元", "300000000000", "元", Bound.AT_LEAST),
        ("大于5%", "5", "%", Bound.ABOVE),
        ("未满6岁", "6", "岁", Bound.BELOW),
        ("至多3次", "3", "次", Bound.AT_MOST),
        ("9项及以上", "9", "项", Bound.AT_LEAST),
        ("5人（含）以上", "5", "人", Bound.AT_LEAST),
        ("30岁出头", "30", "岁", Bound.ABOVE),
        ("十来个", "10", "个", Bound.ABOUT),
        ("30来个", "30", "个", Bound.ABOUT),
        ("约50余亩", "50", "亩", Bound.ABOUT),
        ("约5%左右", "5", "%", Bound.ABOUT),
        ("超20余项", "20", "项", Bound.ABOVE),
        ("近30余家", "30", "家", Bound.ABOUT),
        ("约3人以上", "3", "人", Bound.ABOUT),
        # tenths and halves
        ("近六成", "60", "%", Bound.BELOW),
        ("两成多", "20", "%", Bound.ABOVE),
        ("一成半", "15", "%", Bound.EXACT),
        ("七成五", "75", "%", Bound.EXACT),
        ("一半", "50", "%", Bound.EXACT),
        ("一半以上", "50", "%", Bound.AT_LEAST),
        ("过半", "50", "%", Bound.AT_LEAST),
        ("一年半", "1.5", "年", Bound.EXACT),
        ("2个半小时", "2.5", "个小时", Bound.EXACT),
        ("3个多月", "3", "个月", Bound.ABOVE),
        ("三年多", "3", "年", Bound.ABOVE),
        # shares
        ("百分之九十五点五", "95.5", "%", Bound.EXACT),
        ("百分之百", "100", "%", Bound.EXACT),
        ("百分之九十以上", "90", "%", Bound.AT_LEAST),
        ("千分之三", "3", "‰", Bound.EXACT),
        ("万分之1.5", "1.5", "‱", Bound.EXACT),
        ("十万分之21.2", "21.2", "/10万", Bound.EXACT),
        ("四分之三", "75", "%", Bound.EXACT),
        ("3/4", "75", "%", Bound.EXACT),
        ("⅕", "20", "%", Bound.EXACT),
        ("⅛以上", "12.5", "%", Bound.AT_LEAST),
        # multiples, ratios of two, ranks
        ("翻番", "2", "倍", Bound.EXACT),
        ("翻了一番", "2", "倍", Bound.EXACT),
        ("翻两番", "4", "倍", Bound.EXACT),
        ("翻了一番多", "2", "倍", Bound.ABOVE),
        ("2倍多", "2", "倍", Bound.ABOVE),
        ("19.2：1", "19.2", "", Bound.EXACT),
        ("1∶20", "0.05", "", Bound.EXACT),
        ("3比2", "1.5", "", Bound.EXACT),
        ("第2", "2", "位", Bound.EXACT),
        ("第三名", "3", "位", Bound.EXACT),
        ("前10位", "10", "位", Bound.AT_MOST),
        # units
        ("每人每年670元", "670", "元/人·年", Bound.EXACT),
        ("每年每人不低于670元", "670", "元/人·年", Bound.AT_LEAST),
        ("670元/人·年", "670", "元/人·年", Bound.EXACT),
        ("670元/人/年", "670", "元/人·年", Bound.EXACT),
        ("500元每月", "500", "元/月", Bound.EXACT),
        ("每千人3.5张", "3.5", "张/千人", Bound.EXACT),
        ("3.5个/千人", "3.5", "个/千人", Bound.EXACT),
        ("21.2/10万", "21.2", "/10万", Bound.EXACT),
        ("28微克/立方米", "28", "微克/立方米", Bound.EXACT),
        ("2台(套)", "2", "台（套）", Bound.EXACT),
        ("36.5℃", "36.5", "℃", Bound.EXACT),
        # signs
        ("三点五", "3.5", "", Bound.EXACT),
        ("一百○五个", "105", "个", Bound.EXACT),
        ("廿三个", "23", "个", Bound.EXACT),
        ("卅年", "30", "年", Bound.EXACT),
        ("卄人", "20", "人", Bound.EXACT),
        ("俩", "2", "", Bound.EXACT),
        ("仨", "3", "", Bound.EXACT),
        ("壹佰贰拾万元", "1200000", "元", Bound.EXACT),
        ("㉑个", "21", "个", Bound.EXACT),
        ("⑴", "1", "", Bound.EXACT),
        ("❶", "1", "", Bound.EXACT),
        ("𝟏𝟐个", "12", "个", Bound.EXACT),
        ("⼆十个", "20", "个", Bound.EXACT),
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
        "3 个",
        " 3个",
        "3个\n",
        "二〇二二年",
        "一百千",
        "五分之六",
        "零分之一",
        "三点",
        "1:0",
        "5-3个",
        "3—5个以上",
        "3个—5次",
        "260个亿元以上",
        "12千亿3万亿",
        "每670元",
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
        ("6100余万元", "61000000", "62000000"),
        ("53家", "53", "53"),
        ("282条", "282", "282"),
        ("2台（套）", "2", "2"),
        ("53吨", "52.5", "53.5"),
        ("53公里", "52.5", "53.5"),
        ("670元/人·年", "669.5", "670.5"),
        ("1.5家", "1.45", "1.55"),
        ("逾3万人", "30000", None),
        ("超过3万人", "30000", None),
        ("三成", "25", "35"),
        ("一半", "25", "75"),
        ("四分之三", "62.5", "87.5"),
        ("百分之三", "2.5", "3.5"),
        ("4.5%—5%", "4.5", "5"),
        ("10—20万元", "100000", "200000"),
        ("约3—5个", None, None),
        ("1.9:35.9:62.2", None, None),
        ("第2位", None, None),
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

    assert (interval.low, interval.high) == (Decimal(low) if low else None, Decimal(high) if high else None)


def test_an_interval_contains_its_ends_and_nothing_beyond() -> None:
    interval = parse_quantity("14662元").interval

    assert Decimal("14661.5") in interval
    assert Decimal("14662.5") in interval
    assert Decimal("14661.4") not in interval
    assert Decimal("14662.6") not in interval


@pytest.mark.parametrize(
    ("printed", "below"),
    [
        ("30余次", "40"),
        ("2000余人", "3000"),
        ("2300多人", "2400"),
        ("6100余万件", "62000000"),
        ("280余万件", "2900000"),
        ("3875万余元", "38760000"),
        ("8.20万余人", "83000"),
        ("1亿2千余万元", "130000000"),
        ("十余所", "20"),
        ("百余次", "200"),
        ("二十多个", "30"),
        ("十年多", "11"),
        ("两成多", "30"),
        ("百分之二十多", "30"),
    ],
)
def test_what_is_over_a_print_stays_below_its_last_digit_raised_by_one(printed: str, below: str) -> None:
    quantity = parse_quantity(printed)

    assert quantity.value is not None
    assert quantity.value in quantity.interval
    assert Decimal(below) not in quantity.interval
    assert Decimal(below) - Decimal("0.01") in quantity.interval


@pytest.mark.parametrize(
    ("printed", "parts", "unit"),
    [
        ("4.5%—5%", "4.5 5", "%"),
        ("4.5%-5%", "4.5 5", "%"),
        ("0-6岁", "0 6", "岁"),
        ("3至5个", "3 5", "个"),
        ("3个到5个", "3 5", "个"),
        ("10—20万元", "100000 200000", "元"),
        ("10万—20万元", "100000 200000", "元"),
        ("8000至1万元", "8000 10000", "元"),
        ("六成至七成", "60 70", "%"),
        ("-5℃~3℃", "-5 3", "℃"),
        ("两三个", "2 3", "个"),
        ("七八十人", "70 80", "人"),
        ("1.9:35.9:62.2", "1.9 35.9 62.2", ""),
    ],
)
def test_a_range_and_a_ratio_of_three_have_exact_parts_and_no_value(
    printed: str, parts: str, unit: str
) -> None:
    quantity = parse_quantity(printed)

    assert (quantity.parts, quantity.unit) == (tuple(map(Decimal, parts.split())), unit)
    assert quantity.value is None
    assert str(quantity) == printed


@pytest.mark.parametrize(
    ("printed", "parts"), [("三分之一", "1 3"), ("三分之二以上", "2 3"), ("⅓", "1 3"), ("1:19", "1 19")]
)
def test_a_quotient_without_an_end_keeps_its_exact_parts(printed: str, parts: str) -> None:
    quantity = parse_quantity(printed)

    assert quantity.parts == tuple(map(Decimal, parts.split()))


@pytest.mark.parametrize(
    ("printed", "core"),
    [
        ("6100余万元", "6100万元"),
        ("约15000平方米", "15000平方米"),
        ("2000元左右", "2000元"),
        ("近三分之一", "三分之一"),
        ("每人每年不低于670元", "每人每年670元"),
        ("约一年半", "一年半"),
    ],
)
def test_the_core_of_a_print_is_what_stays_without_the_words_of_its_bound(printed: str, core: str) -> None:
    assert parse_quantity(printed).core == core


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("6100余万元", "61000000"), ("4.5%—5%", "4.5..5"), ("1.9:35.9:62.2", "1.9:35.9:62.2"), ("3/4", "75")],
)
def test_a_quantity_has_a_form_for_machines(printed: str, plain: str) -> None:
    assert parse_quantity(printed).plain == plain


@given(number=st.integers(1, 10**9), scale=st.sampled_from(["", "万", "亿"]), word=st.sampled_from("余多"))
def test_what_is_over_a_print_lies_between_it_and_twice_that(number: int, scale: str, word: str) -> None:
    quantity = parse_quantity(f"{number}{word}{scale}人")
    low, high = quantity.interval.low, quantity.interval.high

    assert low is not None
    assert high is not None
    assert low == quantity.value
    assert low < high <= 2 * low
    assert high not in quantity.interval


@given(low=st.integers(0, 10**6), more=st.integers(1, 10**6), dash=st.sampled_from("-—~～至到"))
def test_a_range_contains_what_lies_between_its_ends_and_nothing_else(low: int, more: int, dash: str) -> None:
    interval = parse_quantity(f"{low}{dash}{low + more}个").interval

    assert Decimal(low) in interval
    assert Decimal(low + more) in interval
    assert Decimal(low - 1) not in interval
    assert Decimal(low + more + 1) not in interval


@given(above=st.integers(1, 999), below=st.integers(1, 999))
def test_a_fraction_and_a_ratio_contain_their_quotients(above: int, below: int) -> None:
    fraction = parse_quantity(f"{min(above, below)}/{max(above, below)}")
    ratio = parse_quantity(f"{above}:{below}")

    assert Decimal(min(above, below)) * 100 / max(above, below) in fraction.interval
    assert Decimal(above) / below in ratio.interval


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
