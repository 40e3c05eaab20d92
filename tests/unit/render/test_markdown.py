"""Rendered Markdown has no blank where a line ends in Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text.markdown import TOKEN_CLOSE, TOKEN_OPEN
from project import renderer

RENDERER = renderer()
TOKEN = f"{TOKEN_OPEN}0{TOKEN_CLOSE}"


def _rendered(text: str) -> str:
    return RENDERER.render(text, "a.md", {"a.md": "a/index.html"})[0]


@pytest.mark.parametrize(
    ("typed", "rendered"),
    [
        ("筹措资\n金", "<p>筹措资金</p>"),
        ("**筹措**\n资金", "<p><strong>筹措</strong>资金</p>"),
        ("筹措\n**资金**", "<p>筹措<strong>资金</strong></p>"),
        (f"筹措\n{TOKEN}\n资金", f"<p>筹措{TOKEN}资金</p>"),
        ("共\n30\n所", "<p>共30所</p>"),
        ("open\ndata", "<p>open\ndata</p>"),
        ("甲\n\n乙", "<p>甲</p>\n<p>乙</p>"),
        ("甲  \n乙", "<p>甲<br />\n乙</p>"),
        ("```\n甲\n乙\n```", "<pre><code>甲\n乙\n</code></pre>"),
    ],
)
def test_a_line_ends_without_a_blank_beside_chinese(typed: str, rendered: str) -> None:
    assert _rendered(typed) == rendered


@given(st.lists(st.text("筹措资金，。", min_size=1, max_size=5), min_size=1, max_size=5))
def test_no_chinese_paragraph_has_a_blank_wherever_its_lines_end(lines: list[str]) -> None:
    assert _rendered("\n".join(lines)) == f"<p>{''.join(lines)}</p>"
