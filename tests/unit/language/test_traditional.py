"""Traditional characters of a text."""

from __future__ import annotations

from disclosure.language.traditional import variants


def test_only_what_becomes_a_character_of_the_text_is_told() -> None:
    assert variants("近视率") == "視视"


def test_all_ways_to_write_a_character_are_told() -> None:
    pairs = variants("里")

    assert {pairs[at] for at in range(0, len(pairs), 2)} >= {"裏", "裡"}


def test_a_character_that_the_text_has_itself_is_left_alone() -> None:
    assert variants("干乾") == "幹干榦干"
