"""The register of what was published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.lock import Locked, read_lock, write_lock
from disclosure.findings import Where

PATH = "data/2022/figures.lock"
ENTRIES = (
    Locked("education-budget@2021", "value", "4200万元", Where(PATH)),
    Locked("education-budget@2021", "change", "增长3.5%", Where(PATH)),
    Locked("inspections@2021年以来", "value", "30余次", Where(PATH)),
    Locked("school-variation@2021", "verdict variation", "不超过 0.50 → 达到", Where(PATH)),
)
WRITTEN = write_lock(ENTRIES)

words = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=12)
written = st.lists(st.builds(Locked, words, words, words, st.just(Where(PATH))), max_size=6)


def _kept(entries: list[Locked] | tuple[Locked, ...]) -> list[tuple[str, str, str]]:
    return sorted((entry.figure, entry.field, entry.printed) for entry in entries)


def _places(text: str) -> list[tuple[str, int, str]]:
    _, findings = read_lock(text, PATH)
    return [(finding.where.path, finding.where.line, finding.code) for finding in findings]


@given(written)
def test_what_is_written_is_read_again(entries: list[Locked]) -> None:
    lock, findings = read_lock(write_lock(entries), PATH)

    assert findings == []
    assert _kept(lock.entries) == _kept(entries)


@given(written)
def test_the_order_of_writing_makes_no_difference(entries: list[Locked]) -> None:
    assert write_lock(entries) == write_lock(reversed(entries))


def test_every_entry_knows_its_line() -> None:
    lock, _ = read_lock(WRITTEN, PATH)

    lines = WRITTEN.split("\n")
    assert [entry.where.line for entry in lock.entries] == [3, 4, 5, 6]
    assert all(lines[entry.where.line - 1].startswith(entry.figure) for entry in lock.entries)


@given(entries=written, data=st.data())
def test_a_character_put_in_the_place_of_another_is_found(entries: list[Locked], data: st.DataObject) -> None:
    text = write_lock(entries)
    at = data.draw(st.integers(0, len(text) - 1))
    char = data.draw(st.sampled_from("0a万 \t\n|#").filter(lambda char: char != text[at]))

    assert _places(text[:at] + char + text[at + 1 :])


@given(entries=written, data=st.data())
def test_a_character_put_in_is_found(entries: list[Locked], data: st.DataObject) -> None:
    text = write_lock(entries)
    at = data.draw(st.integers(0, len(text)))
    char = data.draw(st.sampled_from("0a万 \t\n|#"))

    assert _places(text[:at] + char + text[at:])


@pytest.mark.parametrize("at", range(len(WRITTEN)))
def test_a_character_taken_out_is_found(at: int) -> None:
    assert _places(WRITTEN[:at] + WRITTEN[at + 1 :])


@given(entries=written, data=st.data())
def test_a_line_taken_out_or_doubled_is_found(entries: list[Locked], data: st.DataObject) -> None:
    lines = write_lock(entries).split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))

    without, doubled = [*lines[:at], *lines[at + 1 :]], [*lines[:at], lines[at], *lines[at:]]

    assert _places("\n".join(without))
    assert _places("\n".join(doubled))


@given(entries=written, data=st.data())
def test_lines_that_changed_places_are_found(entries: list[Locked], data: st.DataObject) -> None:
    lines = write_lock([*ENTRIES, *entries]).split("\n")
    one = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1).filter(lambda at: lines[at] != lines[one]))

    lines[one], lines[other] = lines[other], lines[one]

    assert _places("\n".join(lines))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("4200万元", "4300万元", 4),
        ("value\t4200万元", "change\t4200万元", 4),
        ("30余次", "31余次", 5),
        ("→ 达到", "→ 未达到", 6),
        ("请不要手改", "可以手改", 2),
        ("# sha256 ", "# sha256  ", 2),
    ],
)
def test_an_edit_is_told_where_it_stands(old: str, new: str, line: int) -> None:
    assert WRITTEN.count(old) == 1

    assert _places(WRITTEN.replace(old, new)) == [(PATH, line, "lock-edited")]


def test_a_line_that_was_edited_is_not_taken_for_published() -> None:
    lock, _ = read_lock(WRITTEN.replace("4200万元", "4300万元"), PATH)

    assert [entry.printed for entry in lock.entries] == ["增长3.5%", "30余次", "不超过 0.50 → 达到"]


@pytest.mark.parametrize("text", ["", "\n", "什么也不是", WRITTEN.replace("\n", "\r\n"), WRITTEN * 2])
def test_a_file_that_no_program_wrote_is_found(text: str) -> None:
    assert _places(text)
