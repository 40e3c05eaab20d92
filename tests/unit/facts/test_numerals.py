"""Chinese numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.numerals import folded, whole_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("两百", 200),
        ("一百零五", 105),
        ("三百二十一", 321),
        ("一千二百", 1200),
        ("一万", 10_000),
        ("十二万", 120_000),
        ("一万二千", 12_000),
        ("三亿零五万", 300_050_000),
        ("零", 0),
        ("一百〇五", 105),
        ("廿三", 23),
        ("卅", 30),
        ("卌五", 45),
        ("俩", 2),
        ("壹佰贰拾", 120),
    ],
)
def test_a_chinese_numeral_is_its_number(text: str, number: int) -> None:
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "万",
        "百",
        "一百千",
        "二〇二二",
        "十十",
        "三3",
        "一万万",
        "零百",
        "两两",
        "一万二",
        "一百五",
        "一千零二百五",
        "两千三",
        "三万五",
        "五百千",
        "十百",
        "一千五万",
    ],
)
def test_what_is_no_numeral_has_no_number(text: str) -> None:
    assert whole_number(text) is None


@given(st.integers(0, 99_999_999))
def test_every_number_written_in_chinese_is_read_back(number: int) -> None:
    assert whole_number(_written(number)) == number


def _written(number: int) -> str:
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        gap = "零" if 0 < low < 1000 else ""
        return f"{_written(high)}万{gap}{_written(low) if low else ''}"
    digits, out = "零一二三四五六七八九", ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += f"{digits[digit]}{name}"
        elif out and number and not out.endswith("零"):
            out += "零"
    return out or "零"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("１２，６００．５元", "12,600.5元"),
        ("小学９８００，初中", "小学9800，初中"),
        ("𝟏𝟐个", "12个"),
        ("⼆十", "二十"),
        ("二○二二年", "二〇二二年"),
        ("二O二二年", "二〇二二年"),
        ("二0二二年", "二〇二二年"),
        ("○○县", "○○县"),
        ("m²、①", "m²、①"),
    ],
)
def test_signs_that_look_like_others_are_read_as_those(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text())
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)
