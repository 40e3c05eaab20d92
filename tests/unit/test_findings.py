"""Findings: how they are told."""

from __future__ import annotations

import pytest

from disclosure.findings import Finding, Where, errors, independent, listing, nearest, origin
from disclosure.rules import RULES, Severity


def test_a_finding_is_told_with_place_sentence_guess_and_code() -> None:
    finding = Finding(
        Where("data/2022/values.yml", 14, 9), "unknown-metric", "指标 aid 没有定义。", "student-aid"
    )

    assert (
        str(finding)
        == "data/2022/values.yml:14:9: 指标 aid 没有定义。 是不是想写 student-aid？ [unknown-metric]"
    )


def test_an_unknown_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        Finding(Where("a"), "no-such-code", "甲")


def test_a_report_is_sorted_by_place_and_tells_each_finding_once() -> None:
    later, earlier = Finding(Where("a", 10), "fidelity", "乙"), Finding(Where("a", 9), "fidelity", "甲")

    told = listing([later, earlier, later], lambda _: None)

    assert told.splitlines() == [str(earlier), str(later)]


def test_the_caret_stands_below_the_place_though_characters_are_wide() -> None:
    finding = Finding(Where("a", 1, 4), "fidelity", "甲")

    told = listing([finding], lambda _: "经费abc")

    assert told.splitlines()[1:] == ["    经费abc", "    \u3000\u3000 ^"]


def test_of_a_long_line_only_the_part_around_the_place_is_shown() -> None:
    finding = Finding(Where("a", 1, 500), "fidelity", "甲")

    _, excerpt, caret = listing([finding], lambda _: "字" * 1000).splitlines()

    assert excerpt.startswith("    …字")
    assert excerpt.endswith("字…")
    assert len(caret) < 60


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("student-aid", "student-aid-amount"),
        ("Budget_Total", "budget-total"),
        ("bugdet-total", "budget-total"),
        ("zzzz", None),
    ],
)
def test_the_nearest_name_is_guessed_or_none(name: str, guess: str | None) -> None:
    assert nearest(name, ["student-aid-amount", "budget-total", "myopia"]) == guess


PLACE = Where("a", 2)
LOST = Finding(Where("data/2024/ledger.yml", 3), "yaml-syntax", "甲", about={"data/2024/ledger.yml"})


def test_what_only_follows_from_another_finding_is_not_told() -> None:
    other = Finding(PLACE, "opinion-about", "乙", because={"data/2024/ledger.yml"})
    any_year = Finding(PLACE, "private", "乙", because={"data/*/ledger.yml"})
    elsewhere = Finding(PLACE, "private", "丙", because={"data/2023/ledger.yml"})

    assert independent([other, any_year, elsewhere, LOST]) == [elsewhere, LOST]


def test_what_follows_from_something_that_is_not_told_is_not_told_either() -> None:
    between = Finding(PLACE, "macro-name", "乙", about={"words"}, because={"data/2024/ledger.yml"})
    last = Finding(PLACE, "fidelity", "丙", because={"words"})

    assert independent([last, between, LOST]) == [LOST]
    assert origin(last, [between, LOST]) is LOST


def test_a_notice_hides_nothing_and_a_finding_not_itself() -> None:
    notice = Finding(PLACE, "publisher-gap", "甲", about={"words"})
    error = Finding(PLACE, "fidelity", "乙", about={PLACE.whole_line}, because={"words", PLACE.whole_line})

    assert independent([notice, error, error]) == [notice, error]


def test_of_two_that_follow_from_each_other_both_are_told() -> None:
    one = Finding(PLACE, "yaml-tag", "甲", about={"a"}, because={"b"})
    other = Finding(PLACE, "yaml-alias", "乙", about={"b"}, because={"a"})

    assert independent([one, other]) == [one, other]


def test_notices_forbid_nothing() -> None:
    notice, error = Finding(Where("a"), "publisher-gap", "甲"), Finding(Where("a"), "fidelity", "乙")

    assert errors([notice, error]) == [error]
    assert {rule.severity for rule in RULES.values()} == set(Severity)
