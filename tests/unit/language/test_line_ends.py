"""A line's end is a blank between Latin words, and nothing beside a Chinese character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts import document
from disclosure.language.line_ends import unwrapped

CHINESE = st.text("筹措资金（，。）１", min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("筹措资\n金", "筹措资金"),
        ("筹措 \n  资金", "筹措资金"),
        ("共\n30所", "共30所"),
        ("30\n所", "30所"),
        ("open\ndata", "open data"),
        ("甲 乙", "甲 乙"),
    ],
)
def test_a_paragraph_is_read_in_one_line(typed: str, read: str) -> None:
    assert unwrapped(typed) == read


@pytest.mark.parametrize("written", ["note: >\n  {}\n  {}\n", "note: {}\n  {}\n", 'note: "{}\n  {}"\n'])
@given(first=CHINESE, second=CHINESE)
def test_yaml_folds_chinese_without_a_blank(written: str, first: str, second: str) -> None:
    node, findings = document.parse(written.format(f"甲{first}", second), "a.yml")

    assert findings == []
    assert isinstance(node, document.Mapping)
    folded = node.get("note")
    assert isinstance(folded, document.Scalar)
    assert folded.text.strip() == f"甲{first}{second}"


def test_yaml_keeps_the_line_ends_and_the_blanks_that_are_meant() -> None:
    node, _ = document.parse("a: |\n  甲\n  乙\nb: 甲 乙\nc: >\n  open\n  data\n", "a.yml")

    assert isinstance(node, document.Mapping)
    texts = [part.text for _, part in node.entries if isinstance(part, document.Scalar)]
    assert texts == ["甲\n乙\n", "甲 乙", "open data\n"]
