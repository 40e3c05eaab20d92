"""What the statement page says of each success criterion is what is done about it."""

from __future__ import annotations

import re
from collections import Counter

from audit import axe, ibm
from audit.criteria import ABSENT, MISSED, REVIEWED, TESTED, criteria
from project import REPOSITORY

SIZES = {"1": 29, "2": 34, "3": 21, "4": 2}
"""How many criteria WCAG 2.2 has under each principle, 4.1.1 being gone."""
LEVELS = {"A": 31, "AA": 24, "AAA": 31}


def _tests() -> set[str]:
    """The names of all tests of the repository."""
    modules = (REPOSITORY / "tests").rglob("test_*.py")
    return {
        name
        for module in modules
        for name in re.findall(r"^def (test_\w+)", module.read_text("utf-8"), re.MULTILINE)
    }


def test_every_criterion_of_wcag_is_listed_once() -> None:
    listed = criteria()

    assert Counter(item.number[0] for item in listed) == SIZES
    assert Counter(item.level for item in listed) == LEVELS
    numbers = [[int(part) for part in item.number.split(".")] for item in listed]
    assert numbers == sorted(numbers)
    assert len({item.number for item in listed}) == len(listed)


def test_a_result_is_one_of_four_and_says_what_it_must() -> None:
    every = criteria()

    assert {item.result for item in every} == {TESTED, REVIEWED, ABSENT, MISSED}
    assert [item for item in every if bool(item.tests) != (item.result in {TESTED, ABSENT})] == []
    assert [item for item in every if bool(item.why) != (item.result in {ABSENT, MISSED})] == []


def test_what_is_called_tested_is_tested() -> None:
    named = {name for item in criteria() for name in item.tests}
    named |= {*axe.DECIDED.values(), *ibm.DECIDED.values()}

    assert named - _tests() == set()
