"""The source text of a section: its words without Markdown's marks, paragraph by paragraph."""

from __future__ import annotations

import pytest

from disclosure.facts.loading import load
from disclosure.report.binding import bind
from disclosure.report.source_text import source_words
from disclosure.text.markdown import scan
from project import SITES

MINIMAL, _ = load(SITES / "minimal")


@pytest.mark.parametrize(
    ("typed", "paragraphs"),
    [
        ("# 标题 {#a}\n\n筹措资\n金。", ["标题", "筹措资金。"]),
        ("- 30所\n- 40所\n\n    * 5所", ["30所", "40所", "5所"]),
        ("1\\. 甲", ["1.甲"]),
        ("| 甲 | 30 |\n|---|---|\n| 乙 | 40 |", ["甲", "30", "乙", "40"]),
        ("减少-5个", ["减少-5个"]),
    ],
)
def test_an_item_and_a_cell_are_paragraphs(typed: str, paragraphs: list[str]) -> None:
    section, _ = bind(scan("docs/2022/a.md", typed)[0], year="2022", disclosure=MINIMAL)

    words = source_words(section)

    assert [part for part in words.text.split("\n") if part] == paragraphs
    assert len(words.places) == len(words.text)
