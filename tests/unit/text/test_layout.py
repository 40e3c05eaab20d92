"""What Markdown would run together is told at its line, and nothing that it keeps apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text.layout import run_together


def _lines(text: str) -> list[tuple[int, str]]:
    """The line and the code of everything that is told of a text."""
    return [(text.count("\n", 0, at) + 1, code) for at, code, _ in run_together(text, 0)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("做了这些：\n- 培训\n- 检查\n", 2),
        ("做了这些，\n1. 培训\n", 2),
        ("- 培训\n  - 教师\n", 2),
        ("- 培训\n\n    - 教师\n      - 班主任\n", 4),
        ("项目如下\n| 甲 | 乙 |\n|---|---|\n", 2),
        ("项目如下\n甲 | 乙\n-|-\n", 2),
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n以上。\n", 4),
        ("市教育督导室：\n现将情况报告如下。\n", 2),
        ("落实责任。\n　　加强检查。\n", 2),
        ("落实责任。\n（二）加强检查。\n", 2),
        ("落实责任。\n二、加强检查。\n", 2),
        ("落实责任。\n2.加强检查。\n", 2),
        ("- 培训\n\n    二、教师\n    三、学生\n", 4),
        ("落实责任。\n（2）加强检查。\n", 2),
        ("示例县人民政府\n2022年10月31日\n", 2),
    ],
)
def test_a_line_that_would_run_on_is_told(text: str, line: int) -> None:
    assert _lines(text) == [(line, "run-on")]


@pytest.mark.parametrize(
    "text",
    [
        "做了这些：\n\n- 培训\n- 检查\n",
        "- 培训\n    - 教师\n- 检查\n",
        "# 标题 {#a}\n- 培训\n",
        "{{ section funding }}\n",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n",
        "这一行写得很长，\n到2022年\n10月底全部完成，增长\n1.5%。\n",
        "一行\n又一行\n",
        "- 培训\n  教师\n",
        "以2.5%的速度\n增长\n",
        "新增\n一、二级幼儿园\n",
    ],
)
def test_what_markdown_keeps_apart_or_joins_rightly_is_not_told(text: str) -> None:
    assert _lines(text) == []


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("# （一）加强领导。全县成立专班。 {#a}", True),
        ("# （一）加强领导。 {#a}", False),
        ("# （一）加强领导。{#a}", False),
        ("# 落实“双减。”情况 {#a}", False),
    ],
)
def test_a_heading_ends_with_its_sentence(heading: str, told: bool) -> None:  # noqa: FBT001 - a table
    assert _lines(f"{heading}\n\n正文。\n") == ([(1, "heading-run-in")] if told else [])


@given(st.lists(st.sampled_from(["甲乙。", "- 甲", "1.甲", "　　甲", "| 甲 | 乙 |", "甲："]), max_size=8))
def test_paragraphs_apart_are_never_told(paragraphs: list[str]) -> None:
    assert _lines("\n\n".join(paragraphs)) == []
