"""How characters sound, and what of it is sent."""

from __future__ import annotations

import re

import pytest
from pypinyin import lazy_pinyin

from disclosure.language.pinyin import common, common_readings, exceptions, initial, readings, runs


def test_the_common_characters_are_those_of_gb_2312_sorted_by_sound() -> None:
    assert len(common()) == 3755
    assert (common()[0], common()[-1]) == ("啊", "座")


def test_a_common_character_is_read_as_pypinyin_reads_it() -> None:
    assert common_readings() == tuple(lazy_pinyin(char)[0] for char in common())


def test_the_runs_say_all_common_readings_in_order() -> None:
    spelt = [
        reading for reading, count in re.findall(r"([a-z]+)(\d*)", runs()) for _ in range(int(count or 1))
    ]

    assert spelt == list(common_readings())


def test_the_runs_are_small() -> None:
    assert len(runs()) < 3000


def test_a_reading_follows_from_the_word() -> None:
    assert readings(["重庆", "重点"])["重"] == {"chong", "zhong"}


def test_exceptions_are_readings_that_a_character_alone_does_not_have() -> None:
    assert exceptions(["重庆", "近视率"]) == {"chong": "重"}


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("抽检学生近视率", "C"),
        ("“护学岗”设置率", "H"),
        ("WCAG", "W"),
        ("重庆市专项资金", "Z"),
        ("一、二级", "Y"),
        ("2035", "#"),
    ],
)
def test_a_name_stands_under_the_letter_of_its_first_character(name: str, letter: str) -> None:
    assert initial(name) == letter
