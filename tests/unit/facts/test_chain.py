"""The chain of registrations."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.published import CHAIN, Line, read_chain
from disclosure.findings import Finding, Where


def _lines(count: int) -> list[Line]:
    lines: list[Line] = []
    for number in range(1, count + 1):
        former = lines[-1].head if lines else None
        lines.append(Line(number, f"2022-11-{number:02}", former, {"2022": f"{number:064x}"}, "0" * 64))
    return lines


LINES = _lines(4)
WRITTEN = [str(line) for line in LINES]


def _read(lines: list[str]) -> tuple[Line, ...] | Finding:
    return read_chain("".join(f"{line}\n" for line in lines))


def test_what_is_written_is_read_again() -> None:
    assert _read(WRITTEN) == tuple(LINES)


def test_a_head_can_be_computed_from_the_words_of_its_line() -> None:
    line = WRITTEN[1]

    words = line.partition(', "head"')[0] + "}"

    assert sha256(words.encode()).hexdigest() == json.loads(line)["head"]


def test_the_manifest_is_no_part_of_the_head() -> None:
    line = LINES[0]

    assert Line(line.number, line.date, line.former, line.published, None).head == line.head


@given(at=st.integers(0, 3), data=st.data())
def test_an_edit_of_any_line_is_told_there(at: int, data: st.DataObject) -> None:
    line = WRITTEN[at].partition(', "manifest"')[0]
    place = data.draw(st.integers(0, len(line) - 1))
    char = data.draw(st.sampled_from("07af万 \t\n\"'{}").filter(lambda char: char != line[place]))
    edited = f"{line[:place]}{char}{WRITTEN[at][place + 1 :]}"

    found = _read([*WRITTEN[:at], edited, *WRITTEN[at + 1 :]])

    assert isinstance(found, Finding)
    assert (found.where, found.code) == (Where(CHAIN, at + 1), "register-edited")


@pytest.mark.parametrize("at", range(3))
def test_a_line_that_is_missing_is_told_at_the_next(at: int) -> None:
    found = _read([*WRITTEN[:at], *WRITTEN[at + 1 :]])

    assert isinstance(found, Finding)
    assert found.where == Where(CHAIN, at + 1)


def test_lines_that_changed_places_or_stand_twice_are_told() -> None:
    for lines in ([*WRITTEN[:2], WRITTEN[3], WRITTEN[2]], [WRITTEN[0], *WRITTEN], [*WRITTEN, ""]):
        assert isinstance(_read(lines), Finding)


def test_a_line_that_is_made_up_does_not_fit_what_stands_before_it() -> None:
    forged = Line(3, "2022-11-03", "f" * 64, {"2022": "0"})

    found = _read([*WRITTEN[:2], str(forged)])

    assert isinstance(found, Finding)
    assert found.where.line == 3


@pytest.mark.parametrize("published", [None, [], "2022"])
def test_a_line_without_files_is_edited_whatever_its_head(published: object) -> None:
    found = _read([str(Line(1, "2022-11-01", None, published))])  # type: ignore[arg-type]

    assert isinstance(found, Finding)
