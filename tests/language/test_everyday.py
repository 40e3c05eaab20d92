"""What residents say, and what the site calls it."""

from __future__ import annotations

from disclosure.language.everyday import everyday


def test_only_words_of_the_site_are_meant() -> None:
    assert everyday((), "教师") == {"先生": ("教师",), "老师": ("教师",)}


def test_a_county_adds_its_own() -> None:
    assert everyday(("护学岗 = 校门口安全",), "护学岗") == {"校门口安全": ("护学岗",)}


def test_the_first_of_the_sites_words_comes_first() -> None:
    assert everyday((), "中职和职业高中")["职高"] == ("职业高中", "中职")
