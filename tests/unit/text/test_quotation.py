"""Clauses around figures."""

from __future__ import annotations

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
