"""Changes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from disclosure.facts.change import parse_change
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
    ],
)
def test_a_change_keeps_its_word_and_computes_its_sign(printed: str, value: str, sign: int) -> None:
    change = parse_change(printed)

    assert (change.value, change.sign, str(change)) == (Decimal(value), sign, printed)


@pytest.mark.parametrize("text", ["", "7.19%", "增长", "增长-3%", "变化3%", "增长很多"])
def test_what_is_no_change_is_refused(text: str) -> None:
    with pytest.raises(QuantityError):
        parse_change(text)
