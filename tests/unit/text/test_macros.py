"""The macro language."""

from __future__ import annotations

import pytest

from disclosure.text.macros import BlockCall, FigureCall, parse_call


@pytest.mark.parametrize(
    ("text", "call"),
    [
        (" budget ", FigureCall("budget", None, None, "value")),
        ("budget change", FigureCall("budget", None, None, "change")),
        ("spending.primary", FigureCall("spending", "primary", None, "value")),
        ("coverage@2022 name", FigureCall("coverage", None, "2022", "name")),
        ("a.b@2021年以来 unit", FigureCall("a", "b", "2021年以来", "unit")),
        ("figures funding", BlockCall("figures", "funding")),
        ("table spending", BlockCall("table", "spending")),
        ("section problems", BlockCall("section", "problems")),
    ],
)
def test_a_macro_is_read(text: str, call: FigureCall | BlockCall) -> None:
    assert parse_call(text) == call


@pytest.mark.parametrize("text", ["", "  ", "a b c", "figures a b", "a.b.c", ".a", "@2021", "a..b"])
def test_what_is_no_macro_is_none(text: str) -> None:
    assert parse_call(text) is None
