"""Synonyms and related words of the site's words."""

from __future__ import annotations

from disclosure.language.synonyms import RELATED, SAME, groups, synonyms


def test_only_words_of_the_site_are_meant() -> None:
    told = "美育~乐器 合唱 唱歌 画画 绘画 美术 美术课 艺术 艺术节 艺术课 音乐 音乐课"

    assert list(synonyms((), "美育")) == [told]


def test_synonyms_come_before_related_words() -> None:
    marks = [line for line in synonyms((), "教师") if line.startswith("教师")]

    assert [line[2] for line in marks] == ["=", "~"]


def test_a_county_adds_its_own() -> None:
    said = dict(line.split("=") for line in synonyms(("护学岗 = 校门口有人",), "护学岗") if "=" in line)

    assert "校门口有人" in said["护学岗"].split()
    assert list(synonyms(("护学岗 = 校门口有人",), "别的")) == []


def test_the_first_of_the_sites_words_comes_first() -> None:
    told = {
        word: line.split("=")[0]
        for line in synonyms((), "中职和职业高中")
        if "=" in line
        for word in line.split("=")[1].split()
    }

    assert told["职高"] == "职业高中 中职"


def test_the_table_is_sorted_group_by_group_and_says_nothing_twice() -> None:
    lines = [line for group in groups() for line in group]

    assert [group for group in groups() if group != sorted(group)] == []
    assert all((SAME in line) != (RELATED in line) for line in lines)
    assert all(len(line.split()) == len(set(line.split())) for line in lines)
