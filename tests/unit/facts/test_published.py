"""What was published, as a file keeps it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.facts.figures_lock import read_lock
from disclosure.facts.published import Entry, read_published, write_published
from disclosure.findings import Where

PATH = "data/2022/published.json"
LOCK = """\
# 已公布的数值。由 python hooks/disclose.py lock 写成，请不要手改。
# sha256 dd4a459fff4d93f1a9ed9ed4e6fb5f1fe2b0d0ea7f7e0d5a6f6f2e0c6f0a0000
"""

any_text = st.text(st.characters(exclude_categories=()), max_size=12)
names = any_text.filter(lambda name: name != "id")
contents = any_text | st.lists(any_text, max_size=3) | st.dictionaries(any_text, any_text, max_size=3)
places = st.just(Where(PATH))
entries = st.lists(
    st.builds(Entry, names, names, any_text, places)
    # Only what goes on after publication is more than a text.
    | st.builds(Entry, st.just("ledger/") | st.just("notice"), names, contents, places),
    unique_by=lambda one: one.key,
)


@given(entries)
def test_what_is_written_is_read_again_whatever_its_characters(written: list[Entry]) -> None:
    text = write_published(written).encode().decode()

    published, findings = read_published(text, PATH)

    assert findings == []
    assert {key: one.content for key, one in published.entries.items()} == {
        one.key: one.content for one in written
    }


@given(entries)
def test_a_file_is_an_array_with_a_record_a_line_and_no_character_that_nobody_sees(
    written: list[Entry],
) -> None:
    text = write_published(written)

    assert len(json.loads(text)) == len({one.id for one in written})
    assert [line for line in text.splitlines() if line] == [line for line in text.split("\n") if line]
    assert len(text.split("\n")) == 3 + max(1, len({one.id for one in written}))


@given(entries)
def test_the_order_of_writing_makes_no_difference(written: list[Entry]) -> None:
    assert write_published(written) == write_published(reversed(written))


def test_chinese_stays_as_it_is_and_every_entry_knows_its_line() -> None:
    written = [Entry("b@2021", "value", "4200万元", Where("")), Entry("a@2021", "value", "30余次", Where(""))]
    text = write_published(written)

    published, _ = read_published(text, PATH)

    assert text.splitlines()[1] == '{"id": "a@2021", "value": "30余次"},'
    assert {one.id: one.where.line for one in published.entries.values()} == {"a@2021": 2, "b@2021": 3}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "什么也不是",
        '{"value": "1"}',
        '{"id": 3}',
        '{"id": "b@2021", "value": ["90.7%"]}',
        '{"id": "b@2021", "value": 90.7}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_record_is_told_where_it_stands(line: str) -> None:
    published, (finding,) = read_published(f'[\n{{"id": "a", "value": "1"}}\n{line}\n{line}\n]\n', PATH)

    assert (finding.where, finding.code) == (Where(PATH, 3), "register-edited")
    assert list(published.entries) == [("a", "value")]


def _lock(*lines: str) -> str:
    from hashlib import sha256  # noqa: PLC0415

    title = LOCK.splitlines()[0]
    return "\n".join([title, f"# sha256 {sha256('|'.join(lines).encode()).hexdigest()}", *lines, ""])


LINES = (
    "2021\treport\t2021年报告\t0",
    "a@2021\tdeferral verdict\t2022-11-01\t0",
    "a@2021\tvalue\t9项\t0",
    "a@2021\tverdict b\t不低于 8项 → 达到\t0",
    "a@2021\tcorrection 1\tvalue：8项 → 9项，2022-11-10\t0",
    "repairs\tledger\t问题 5718；期限 2023-06-30；配合单位 office school；经过 4f7e 941b\t0",
    "repairs\topinion 2022-11-05\t8a16\t0",
    "repairs\topinion 2022-11-05\t8a17\t0",
    "problems\twithdrawn 2022-11-06\t81ec\t0",
    "公示\textension 1\t7efe\t0",
    "公示\tnotice\tcdc3\t0",
    "台账\tdated\t2022-12-31 180\t0",
    "正文\ttext\t9037\t0",
)


def test_an_intact_lock_is_read_with_all_that_it_keeps() -> None:
    published, findings = read_lock(_lock(*LINES), "lock")

    assert findings == []
    assert {key: one.content for key, one in published.entries.items()} == {
        ("a@2021", "deferral verdict"): "2022-11-01",
        ("a@2021", "value"): "9项",
        ("a@2021", "verdict b"): "不低于 8项 → 达到",
        ("corrections/1", "correction"): "value：8项 → 9项，2022-11-10",
        ("ledger/repairs", "problem"): "5718",
        ("ledger/repairs", "due"): "2023-06-30",
        ("ledger/repairs", "partners"): ["office", "school"],
        ("ledger/repairs", "history"): ["4f7e", "941b"],
        ("opinions/repairs", "2022-11-05"): ["8a16", "8a17"],
        ("withdrawn/problems", "2022-11-06"): ["81ec"],
        ("notice", "extended"): ["7efe"],
        ("notice", "notice"): "cdc3",
        ("ledger", "as_of"): "2022-12-31",
        ("ledger", "stale_after"): "180",
        ("正文", "text"): "9037",
    }


@pytest.mark.parametrize(
    "text",
    [
        _lock(*LINES).replace("9项", "8项", 1),
        _lock(*LINES[1:]).replace("\n", "\r\n"),
        _lock("a@2021\tvalue\t9\t项\t0"),
        _lock(*LINES) + "\n",
        "什么也不是",
    ],
    ids=["edited", "line-ends", "tab", "longer", "no-lock"],
)
def test_a_lock_that_was_edited_is_told_and_nothing_of_it_is_believed(text: str) -> None:
    published, findings = read_lock(text, "lock")

    assert [(finding.where, finding.code) for finding in findings] == [(Where("lock", 2), "register-edited")]
    assert published.entries == {}
