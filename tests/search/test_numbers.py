"""Numbers as they are spoken: written in Chinese here, read by the module in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.numerals import whole_number
from search.engine import modules_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

DIGITS = "零一二三四五六七八九"


@pytest.fixture(scope="module")
def read(chromium: Browser) -> Callable[[list[str]], list[Any]]:
    """What is read in texts: low, high and the words of each, or nothing."""
    page = modules_page(chromium)
    script = """async (texts) => {
      const { numberAt } = await import(`${location.origin}/worker/numbers.js`);
      return texts.map((text) => numberAt(text, 0)).map((one) => one && [one.low, one.high, one.text]);
    }"""
    return lambda texts: page.evaluate(script, texts)


def spoken(number: int) -> str:
    """A whole number in Chinese, as it is read aloud."""
    for unit, word in ((10**8, "亿"), (10**4, "万")):
        if number >= unit:
            rest = number % unit
            gap = "零" if rest and rest < unit // 10 else ""
            return f"{spoken(number // unit)}{word}{gap}{spoken(rest) if rest else ''}"
    text, pending = "", False
    for power, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += f"{'零' if pending and text else ''}{DIGITS[digit]}{word}"
            pending = False
        else:
            pending = True
    return text or "零"


@given(numbers=st.lists(st.integers(min_value=10, max_value=10**11), min_size=50, max_size=50))
def test_a_number_that_is_spoken_is_read_as_itself(read: Any, numbers: list[int]) -> None:
    texts = [spoken(number) for number in numbers]
    assert [whole_number(text) for text in texts] == numbers

    for number, text, found in zip(numbers, texts, read(texts), strict=True):
        assert found, text
        assert found[0] <= number < found[1], (text, found)
        assert found[2] == text


@given(numbers=st.lists(st.integers(min_value=1, max_value=10**9), min_size=50, max_size=50))
def test_a_number_in_ten_thousands_is_read_with_its_rounding(read: Any, numbers: list[int]) -> None:
    texts = [f"{number / 10**4:.2f}万" for number in numbers]

    read_as = zip(numbers, texts, read(texts), strict=True)
    wrong = [each for each in read_as if not each[2][0] - 1e-6 <= each[0] <= each[2][1] + 1e-6]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("十四亿", 13.5e8, 14.5e8),
        ("八万二", 81500, 82500),
        ("两千", 1500, 2500),
        ("六千万", 5.5e7, 6.5e7),
        ("六千多万", 6e7, 7e7),
        ("三十余", 30, 40),
        ("百分之五十二", 51.5, 52.5),
        ("百分之四十八点五二", 48.515, 48.525),
        ("14.33亿", 14.325e8, 14.335e8),
    ],
)
def test_what_may_be_meant(read: Any, text: str, low: float, high: float) -> None:
    found = read([text])[0]

    assert found[0] == pytest.approx(low)
    assert found[1] == pytest.approx(high)


@pytest.mark.parametrize("text", ["一般公共", "三合湖", "十四五", "五育并举", "百", "万", "两项"])
def test_a_word_that_begins_like_a_number_is_none(read: Any, text: str) -> None:
    found = read([text])[0]

    assert found is None or found[2] != text
