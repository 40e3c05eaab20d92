"""What residents say, and what the site calls it."""

from __future__ import annotations

from disclosure.language.everyday import GROUPS, everyday, lines


def test_only_words_of_the_site_are_meant() -> None:
    assert list(everyday((), "教师")) == ["教师=幼师 教书的 教职工 老师"]


def test_a_county_adds_its_own() -> None:
    said = dict(line.split("=") for line in everyday(("护学岗 = 校门口有人",), "护学岗"))

    assert "校门口有人" in said["护学岗"].split()
    assert list(everyday(("护学岗 = 校门口有人",), "别的")) == []


def test_the_first_of_the_sites_words_comes_first() -> None:
    told = {
        word: line.split("=")[0]
        for line in everyday((), "中职和职业高中")
        for word in line.split("=")[1].split()
    }

    assert told["职高"] == "职业高中 中职"


def test_the_table_is_sorted_group_by_group_and_says_nothing_twice() -> None:
    groups = [group.strip().splitlines() for group in GROUPS]

    assert [group for group in groups if group != sorted(group)] == []
    assert all(len(line.split()) == len(set(line.split())) for line in lines())
