"""Fidelity to the official text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks.site.fidelity import Official, Printed, check_fidelity, differences
from disclosure.checks.site.finished_page import Chunks
from disclosure.findings import Where
from disclosure.text.official_words import Words

_OFFICIAL = Official("报告\n(一)坚持领导,发展教育。\n经费143311万元。\n", "source.txt")
_WHOLE: Chunks = ((None, "报告"), ("a", "（一）坚持领导，发展教育。"), (None, "经费143311万元。"))


def _typed(name: str | None) -> Words:
    text = "（一）坚持领导，发展教育。" if name else "报告经费143311万元。"
    path = f"docs/2022/{name or 'index'}.md"
    places = tuple(Where(path, 1, column + 1) for column in range(len(text)))
    return Words(text, places, places[0])


def _check(whole: Chunks, part: str = "（一）坚持领导，发展教育。") -> list[Where]:
    found = check_fidelity(_OFFICIAL, Printed(whole, {"a": (("a", part),)}), _typed)
    return [finding.where for finding in found]


def test_the_same_words_have_no_finding() -> None:
    assert _check(_WHOLE) == []


def test_a_changed_character_is_found_where_it_was_typed() -> None:
    whole = ((None, "报告"), ("a", "（一）坚持领导，发展教肓。"), (None, "经费143311万元。"))

    assert _check(whole) == [Where("docs/2022/a.md", 1, 12)]


def test_a_section_page_that_differs_from_the_whole_report_is_found() -> None:
    assert _check(_WHOLE, part="（一）坚持领导，发展教。") == [Where("docs/2022/a.md", 1, 12)]


def test_a_missing_section_page_is_found() -> None:
    found = check_fidelity(_OFFICIAL, Printed(_WHOLE, {}), _typed)

    assert [finding.code for finding in found] == ["fidelity"]


def test_an_empty_page_is_found() -> None:
    found = list(check_fidelity(_OFFICIAL, Printed((), {}), _typed))

    assert found[0].where == Where("source.txt")


@pytest.mark.parametrize(
    ("found", "expected", "difference"),
    [
        ("甲乙", "甲乙", None),
        ("甲乙", "甲丙", (1, 1)),
        ("甲", "甲乙", (1, 1)),
        ("甲乙丙", "甲乙", (2, 2)),
        ("甲{{y}}丙", "甲100万元丙", (1, 1)),
        ("甲{{x}}丙", "甲100万元丙", None),
        ("甲{{x}}", "甲100万元", None),
        ("甲{{x}}丁丁丁", "甲100万元丙丙丙", (6, 1)),
        ("甲{{x}}丙丁", "甲100丙戊", (7, 5)),
    ],
)
def test_two_texts_part_at_their_first_difference(
    found: str, expected: str, difference: tuple[int, int] | None
) -> None:
    assert next(differences(found, expected, {"{{x}}": 40}), None) == difference


def test_two_texts_go_on_behind_a_difference() -> None:
    parts = (
        "全县中小学一年来新建教学楼三栋。",
        "面向乡村学校定向招聘教师若干名。",
        "按照计划组织师生开展应急演练许多次。",
    )
    official = "".join(parts)
    printed = official.replace("三栋", "四栋").replace("若干名", "名").replace("演练", "两次演练")

    found = list(differences(printed, official))

    assert [official[place : place + 2] for _, place in found] == ["三栋", "若干", "演练"]


def test_words_that_could_not_be_read_hide_no_difference_behind_them() -> None:
    official = "甲乙丙丁戊己庚辛壬癸，子丑寅卯辰巳午未申酉戌亥，天地玄黄宇宙洪荒日月盈昃。"
    printed = official.replace("子丑寅卯辰巳午未申酉戌亥", "{{x}}").replace("日月", "月日")

    found = list(differences(printed, official, {"{{x}}": len(official)}))

    assert [official[place : place + 2] for _, place in found] == ["日月"]


@given(st.text("甲乙丙", max_size=30), st.data())
def test_any_change_of_one_character_is_found(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    edited = data.draw(
        st.sampled_from([text[:at] + "丁" + text[at:], text[:at] + "丁" + text[at + 1 :], f"{text}丁"])
    )

    difference = next(differences(edited, text))

    assert text[: difference[1]] == edited[: difference[0]]


_LONG = "二、发展教育，办好学校，关心教师，爱护学生，保障经费，守护安全，一项一项落实。"


@pytest.mark.parametrize(
    ("official", "printed", "told"),
    [
        (
            f"一、甲乙丙丁戊己庚辛壬癸。\n{_LONG}\n三、子丑寅卯辰巳午未申酉。",
            "一、甲乙丙丁戊己庚辛壬癸。三、子丑寅卯辰巳午未申酉。",
            "（source.txt 第 2 行）",
        ),
        (f"一、甲乙丙丁。\n{_LONG}\n{_LONG}", "一、甲乙丙丁。", "（source.txt 第 2 行到第 3 行）"),
        ("一、甲乙丙丁。\n二、戊己。", "一、甲乙丙丁。", None),
        (f"一、甲乙丙丁。\n{_LONG}", "一、甲乙丙丁。二、改了的话，不是漏了。", None),
    ],
)
def test_a_passage_that_was_left_out_is_told_by_its_lines(official, printed, told) -> None:
    typed = Words(printed, tuple(Where("a.md", 1, at + 1) for at in range(len(printed))), Where("a.md"))

    first, *_ = check_fidelity(
        Official(official, "source.txt"), Printed(((None, printed),), {}), lambda _: typed
    )

    assert (told or "正文与官方原文不一致") in first.message
    assert ("漏了一段" in first.message) == bool(told)
