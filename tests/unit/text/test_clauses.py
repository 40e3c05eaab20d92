"""The clauses of a passage, and which words are whole ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text.clauses import clauses, quoted, read

PASSAGE = """（一）经费保障仍需加大。

投入力度仍需加强，虽然支出比上年均有增长，但职业教育、普通高中经费标准还需提高；存在“城镇紧张，农村盈余”的情况，占比3.5%，共15,000元。"""
CLAUSES = (
    "（一）经费保障仍需加大",
    "投入力度仍需加强",
    "虽然支出比上年均有增长",
    "但职业教育、普通高中经费标准还需提高",
    "存在“城镇紧张，农村盈余”的情况",
    "占比3.5%",
    "共15,000元",
)


def test_a_passage_is_parted_at_its_marks_but_not_within_quotations_and_numbers() -> None:
    found = clauses(PASSAGE)

    assert tuple(clause.words for clause in found) == CLAUSES
    assert [clause.paragraph for clause in found] == [0, 1, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("投入力度仍需加强", range(1, 2)),
        ("投入力度仍需加强。", range(1, 2)),
        ("投入力度仍需加强,虽然支出 比上年均有增长", range(1, 3)),
        ("（一）经费保障仍需加大", range(1)),
        ("经费保障仍需加大", range(1)),
        ("职业教育、普通高中经费标准还需提高", range(3, 4)),  # without the 但 that joins it
        ("存在“城镇紧张，农村盈余”的情况", range(4, 5)),
        ("共15，000元", range(6, 7)),
        (PASSAGE, range(7)),
    ],
)
def test_whole_clauses_in_a_row_are_quoted(words: str, places: range) -> None:
    assert quoted(words, PASSAGE) == places


@pytest.mark.parametrize(
    "words",
    [
        "加",
        "投入力度",
        "力度仍需加强",
        "加强，虽然支出比上年均有增长",
        "普通高中经费标准还需提高",
        "城镇紧张",
        "共15",
        "投入力度仍需加强，但职业教育",
        "别的话",
        "，",
        "",
    ],
)
def test_a_part_of_a_clause_is_no_quotation(words: str) -> None:
    assert quoted(words, PASSAGE) is None


def test_items_of_a_list_are_parted_where_no_mark_is() -> None:
    passage = "问题\n\n- 校舍破旧\n- 操场太小\n\n| 灯光 | 昏暗 |"

    assert quoted("操场太小", passage) == range(2, 3)
    assert quoted("昏暗", passage) == range(4, 5)
    assert quoted("破旧操场太小", passage) is None


lines = st.lists(st.text("校舍操场破旧小", min_size=2, max_size=6), min_size=1, max_size=6, unique=True)


@given(parts=lines, marks=st.lists(st.sampled_from("，；。！？："), min_size=6, max_size=6), data=st.data())
def test_what_begins_and_ends_at_marks_is_quoted_and_nothing_less(
    parts: list[str], marks: list[str], data: st.DataObject
) -> None:
    passage = "".join(f"{part}{mark}" for part, mark in zip(parts, marks, strict=False))
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, len(parts) - 1))
    run = "".join(f"{part}{mark}" for part, mark in zip(parts[first:last], marks[first:], strict=False))
    whole = run + parts[last]

    assert quoted(whole, passage) == range(first, last + 1)
    if all(whole[1:] != part for part in parts):
        assert quoted(whole[1:], passage) in {None, range(first + 1, last + 1)}


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (range(1), "（一）经费保障仍需加大"),
        (range(1, 3), "投入力度仍需加强，虽然支出比上年均有增长"),
        (range(4, 6), "存在“城镇紧张，农村盈余”的情况，占比3.5%"),
    ],
)
def test_clauses_in_a_row_are_read_with_the_marks_between_them(run: range, words: str) -> None:
    assert read(PASSAGE, run) == words
    assert quoted(words, PASSAGE) == run


def test_a_character_that_folds_to_several_is_read_once() -> None:
    assert read("占㍿，①班。", range(2)) == "占㍿，①班"


def test_what_a_heading_says_once_more_below_it_is_quoted_from_below() -> None:
    passage = "（一）推进创建，多修校舍。\n\n多方筹资，推进创建，改造操场。"

    assert quoted("推进创建", passage) == range(3, 4)
    assert quoted("推进创建，多修校舍", passage) == range(2)
