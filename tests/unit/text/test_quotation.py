"""Clauses around figures."""

from __future__ import annotations

import pytest

from disclosure.text.quotation import quote


def test_a_clause_ends_at_a_full_stop_or_semicolon() -> None:
    text = "甲乙。丙丁9项，戊己；庚辛。"
    start = text.index("9项")

    quotation = quote(text, start, start + 2)

    assert (quotation.before, quotation.figure, quotation.after) == ("丙丁", "9项", "，戊己；")


def test_markdown_marks_are_left_out() -> None:
    text = "## 标题 {#a}\n\n- **甲**有9项，见<b>乙</b>\n"
    start = text.index("9项")

    quotation = quote(text, start, start + 2)

    assert (quotation.before, quotation.after) == ("甲有", "，见乙")


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("丙丁\n共9项，戊\n己。庚。\n", "丙丁共", "，戊己。"),
        ("# 标题 {#a}\n共9项\n\n庚。\n", "共", ""),
        ("- 丙\n- 丁9项\n- 戊\n", "丁", ""),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | 9项 | 丁 |\n| 戊 | 己 |\n", "丙 ", " 丁"),
    ],
)
def test_a_clause_goes_on_over_the_lines_of_its_paragraph_item_or_row(text, before, after) -> None:
    start = text.index("9项")

    quotation = quote(text, start, start + 2)

    assert (quotation.before, quotation.after) == (before, after)
