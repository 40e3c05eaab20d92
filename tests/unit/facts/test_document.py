"""YAML as text with positions."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from disclosure.facts.document import DEEPEST, Mapping, Scalar, Sequence, parse


@pytest.mark.parametrize(
    "text",
    ["yes", "no", "on", "true", "012", "0x1F", "1_000", "1.50", "2022-11-02", "12:30:45", "1e3", ".inf"],
)
def test_no_scalar_turns_into_something_else(text: str) -> None:
    node, findings = parse(f"key: {text}\n", "a.yml")

    assert findings == []
    assert isinstance(node, Mapping)
    assert node.get("key") == Scalar(text, node.entries[0][1].where)


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_only_a_plain_nothing_is_nothing(text: str) -> None:
    plain, _ = parse(f"key: {text}\n", "a.yml")
    quoted, _ = parse(f'key: "{text}"\n', "a.yml")

    assert isinstance(plain, Mapping)
    assert isinstance(quoted, Mapping)
    assert plain.get("key").empty  # type: ignore[union-attr]
    assert not quoted.get("key").empty  # type: ignore[union-attr]


def test_every_scalar_keeps_its_line_and_column() -> None:
    node, _ = parse("甲: 1\n乙:\n  - 丙: 值\n", "a.yml")

    assert isinstance(node, Mapping)
    second = node.get("乙")
    assert isinstance(second, Sequence)
    inner = second.items[0]
    assert isinstance(inner, Mapping)
    assert (inner.get("丙").where.line, inner.get("丙").where.column) == (3, 8)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "line", "column", "code"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, 1, "yaml-duplicate-key"),
        ("a: &x 1\nb: *x\n", 2, 4, "yaml-alias"),
        ("a: !!int 1\n", 1, 4, "yaml-tag"),
        ("a: !x 1\n", 1, 4, "yaml-tag"),
        ("a: [1,\nb: 2\n", 1, 4, "yaml-syntax"),
        ("a: b: c\n", 1, 5, "yaml-syntax"),
        ("\ta: 1\n", 1, 1, "yaml-syntax"),
        ("a: 1\n---\nb: 2\n", 2, 1, "yaml-syntax"),
        ("a: 'x\n", 1, 4, "yaml-syntax"),
        ("[1, 2]: x\n", 1, 1, "wrong-shape"),
        ("a: @x\n", 1, 4, "yaml-syntax"),
        ("a: 甲 #2 乙\n", 1, 6, "yaml-syntax"),
        ("a: '甲' #2\n", 1, 8, "yaml-syntax"),
    ],
)
def test_bad_yaml_is_found_at_its_place(text: str, line: int, column: int, code: str) -> None:
    _, findings = parse(text, "a.yml")

    assert [(item.where.line, item.where.column, item.code) for item in findings][-1:] == [
        (line, column, code)
    ]


def test_deep_nesting_is_found_once() -> None:
    _, findings = parse("[" * (DEEPEST + 5) + "]" * (DEEPEST + 5), "a.yml")

    assert [finding.code for finding in findings] == ["yaml-depth"]


def test_bottomless_nesting_is_a_finding_and_no_crash() -> None:
    _, findings = parse("[" * 100_000, "a.yml")

    assert findings[-1].code in {"yaml-depth", "yaml-syntax"}


@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@`? \n\t甲，", max_size=60))
@example("? a\n? b\n")
@example("%YAML 3.0\n---\na")
def test_any_text_is_a_tree_or_a_finding(text: str) -> None:
    node, findings = parse(text, "a.yml")

    assert (
        node is not None or findings or not any(line.split("#")[0].strip(" -.") for line in text.splitlines())
    )


def test_a_comment_with_a_space_after_its_sign_is_fine() -> None:
    _, findings = parse("# 甲\n#乙\na: 1  # 丙\nb: '#丁'\nc: x#y\n", "a.yml")

    assert findings == []


@given(st.sampled_from("&*!|>%@`?{}[]\"',#:-"), st.text(alphabet="&*!|>%@`? {}[]\"'\\ux-,#:a\t", max_size=6))
def test_what_is_wrong_with_a_value_is_told_in_chinese(first: str, rest: str) -> None:
    _, findings = parse(f"甲: {first}{rest}\n乙: 1\n", "a.yml")

    assert [
        finding.message for finding in findings if "（" in finding.message and finding.code == "yaml-syntax"
    ] == []
