"""Which headings are about problems and plans, whatever the files are called."""

from __future__ import annotations

import pytest

from disclosure.facts.loading import load
from disclosure.facts.records import SectionRecord
from disclosure.report.binding import bind
from disclosure.report.passages import passages
from disclosure.text.markdown import scan
from project import SITES

MINIMAL, _ = load(SITES / "minimal")
TEXT = """\
# 五、校园 {#campus}

概况。

## （一）问题 {#problems}

### 校舍 {#buildings}

旧了。

### 操场 {#ground}

小了。

## （二）打算 {#plans}

修。
"""
_WHOLE = {"file": "campus", "kind": "问题和打算"}
_PROBLEMS = {"file": "campus", "heading": "problems", "kind": "问题"}
_PLANS = {"file": "campus", "heading": "plans", "kind": "打算"}
_GROUND = {"file": "campus", "heading": "ground", "kind": "打算"}


@pytest.mark.parametrize(
    ("records", "found", "stated"),
    [
        ([_WHOLE], "campus problems buildings ground plans", "buildings ground plans"),
        ([_PROBLEMS], "problems buildings ground", "buildings ground"),
        ([_PROBLEMS, _PLANS], "problems buildings ground plans", "buildings ground plans"),
        ([_PROBLEMS, _GROUND], "problems buildings ground", "buildings ground"),
        ([{**_WHOLE, "file": "other"}], "", ""),
        ([], "", ""),
    ],
)
def test_a_passage_belongs_to_the_nearest_part_that_is_named(records, found, stated) -> None:
    section, _ = bind(scan("docs/2022/campus.md", TEXT)[0], year="2022", disclosure=MINIMAL)

    given = list(passages(section, [SectionRecord(**record) for record in records]))

    assert [one.heading.anchor for one in given] == found.split()
    assert [one.heading.anchor for one in given if not one.leads] == stated.split()
    if _GROUND in records:
        assert [one.kind for one in given] == ["问题", "问题", "打算"]


def test_a_passage_has_its_own_words_only() -> None:
    section, _ = bind(scan("docs/2022/campus.md", TEXT)[0], year="2022", disclosure=MINIMAL)

    texts = [one.text.split() for one in passages(section, [SectionRecord(**_PROBLEMS)])]

    assert texts == [["（一）问题"], ["校舍", "旧了。"], ["操场", "小了。"]]
