"""The order of a report's parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.facts.loading import load
from disclosure.report.book import Book
from disclosure.report.loading import load_sections
from project import apply, make

if TYPE_CHECKING:
    from pathlib import Path

_INDEX = """# 示例县报告 {#report}

## 一、2021年的工作 {#work}

{{ section funding }}

{{ section safety }}

{{ section problems }}
"""


@pytest.mark.parametrize(
    ("name", "above"),
    [("index", ()), ("funding", ("一、2021年的工作",)), ("safety", ("一、2021年的工作",)), ("problems", ())],
)
def test_a_section_stands_below_the_headings_of_higher_levels_before_it(
    tmp_path: Path, name: str, above: tuple[str, ...]
) -> None:
    root = make(tmp_path / "project")
    apply(root, [{"file": "docs/2022/index.md", "write": _INDEX}])
    disclosure, _ = load(root)
    book = Book(disclosure, load_sections(root, disclosure)[0])

    assert book.above(book.sections[f"2022/{name}.md"]) == above
