"""The scanner of raw Markdown."""

from __future__ import annotations

import pytest

from disclosure.text.markdown import scan


def _macros(raw: str) -> list[tuple[str, int, int, bool]]:
    markdown, _ = scan("a.md", raw)
    return [
        (macro.text.strip(), macro.where.line, macro.where.column, macro.alone) for macro in markdown.macros
    ]


def _codes(raw: str) -> list[tuple[str, int, int]]:
    _, findings = scan("a.md", raw)
    return [(finding.code, finding.where.line, finding.where.column) for finding in findings]


def test_a_macro_keeps_its_place_below_front_matter() -> None:
    raw = "---\ntitle: 甲\n---\n\n\n经费{{ budget }}元\n"

    assert _macros(raw) == [("budget", 6, 3, False)]


def test_a_macro_on_a_line_of_its_own_stands_alone() -> None:
    assert _macros("{{ figures funding }}\n") == [("figures funding", 1, 1, True)]
    assert _macros("  {{ figures funding }}\n") == [("figures funding", 1, 3, False)]


@pytest.mark.parametrize(
    "raw",
    [
        "```\n{{ a }}\n```\n",
        "~~~ text\n{{ a }}\n~~~\n",
        "`{{ a }}`\n",
        "<!-- {{ a }} -->\n",
        "``x ` {{ a }}``\n",
        "```\n{{ a }}\n",
    ],
)
def test_code_and_comments_hold_no_macros(raw: str) -> None:
    assert _macros(raw) == []
    assert _codes(raw) == []


def test_text_after_a_fence_is_prose_again() -> None:
    assert _macros("```\n{{ a }}\n```\n{{ b }}\n") == [("b", 4, 1, True)]


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [("x {{ a\n", 1, 3), ("x a }}\n", 1, 5), ("x\n{{ a\n}}\n", 2, 1), ("{{ a {{ b }}\n", 1, 1)],
)
def test_braces_without_a_partner_are_found(raw: str, line: int, column: int) -> None:
    assert ("macro-unclosed", line, column) in _codes(raw)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("---\ntitle: 甲\n\n正文\n", 1),
        ("---\ntitle: [甲\n---\n", 2),
        ("---\ntitle: 甲\ntitle: 乙\n---\n", 3),
        ("---\ntitle:\n  - 甲\n---\n", 3),
        ("---\n甲\n---\n", 2),
        ("title: 甲\n\n正文\n", 1),
    ],
)
def test_broken_front_matter_is_found_at_its_line(raw: str, line: int) -> None:
    assert [(code, at) for code, at, _ in _codes(raw)] == [("front-matter", line)]


def test_front_matter_is_read_as_text() -> None:
    markdown, findings = scan("a.md", '---\ntitle: 2022\norder: "1"\n---\n正文\n')

    assert findings == []
    assert markdown.front == {"title": "2022", "order": "1"}
    assert markdown.raw[markdown.body_start :] == "正文\n"


def test_every_heading_needs_an_explicit_id() -> None:
    markdown, findings = scan("a.md", "# 一 {#one}\n\n## 二\n\n丙\n===\n")

    assert [(heading.level, heading.text, heading.anchor) for heading in markdown.headings] == [
        (1, "一", "one")
    ]
    assert [(item.code, item.where.line) for item in findings] == [("heading-id", 3), ("heading-id", 5)]


@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\ufeff", "\ue000", "\x08"])
def test_invisible_characters_are_found(char: str) -> None:
    assert _codes(f"甲{char}乙\n") == [("control-character", 1, 2)]


def test_tables_and_rules_are_no_headings() -> None:
    assert _codes("|甲|乙|\n|--|--|\n|1|2|\n\n---\n\n- 一\n") == []
