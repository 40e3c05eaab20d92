"""The page of changes says in whole words what a new scheme goes on from, and what was restated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from disclosure.site.site import Site
from project import apply, make

if TYPE_CHECKING:
    from pathlib import Path

SCHEMES = """\
  example-2023:
    name: 示例县评价方案（2023年）
    document: example-scheme
    areas:
      teaching: {number: （一）, title: 提高教学质量, short: 教学质量}
  example-2024:
    name: 示例县评价方案（2024年）
    document: example-scheme
    areas:
      funding: {number: （一）, title: 保障教育投入, short: 教育投入, succeeds: [SUCCEEDED]}
"""


def _lineage(root: Path, succeeded: str) -> str:
    """What the newest of three reports, each under a scheme of its own, says of its one area."""
    make(root)
    succeeds = f"succeeds: [{succeeded}]" if succeeded else ""
    schemes = SCHEMES.replace(", succeeds: [SUCCEEDED]", f", {succeeds}" if succeeds else "")
    edits = [{"file": "data/areas.yml", "append": schemes}]
    for year in ("2023", "2024"):
        edits += [{"file": f"{part}/{year}", "copy": f"{part}/2022"} for part in ("data", "docs")]
        path = f"data/{year}/report.yml"
        edits.append({"file": path, "replace": "example-2022", "with": f"example-{year}"})
    apply(root, edits)
    page = LexborHTMLParser(Site(root).body("2024/changes/index.html"))
    return re.sub(r"\s+", "", page.css_first("#schemes ~ ul li").text())


@pytest.mark.parametrize(
    ("succeeded", "said"),
    [
        ("", "教育投入，新设"),
        ("teaching", "教育投入，接续教学质量"),
        ("safety", "教育投入，接续更早的方案里的校园安全"),
        ("funding, safety", "教育投入，接续更早的方案里的教育投入、校园安全"),
        ("teaching, safety", "教育投入，接续教学质量，又接续更早的方案里的校园安全"),
    ],
)
def test_an_area_says_what_it_goes_on_from_however_long_ago_that_was(
    tmp_path: Path, succeeded: str, said: str
) -> None:
    assert _lineage(tmp_path, succeeded) == said


def test_a_restated_change_of_a_figure_without_a_value_is_told_with_both(tmp_path: Path) -> None:
    root, stated = make(tmp_path), "value: 4200万元, change: 增长3.5%"
    edits = [{"file": f"{part}/2023", "copy": f"{part}/2022"} for part in ("data", "docs")]
    for year, change in (("2022", "增长3.5%"), ("2023", "增长3.6%")):
        edits.append(
            {"file": f"data/{year}/values.yml", "replace": stated, "with": f"change: {change}"},
        )
    apply(root, edits)

    told = LexborHTMLParser(Site(root).body("2023/changes/index.html")).text()

    assert "2021年：2022年报告是 增长3.5%，这份报告是 增长3.6%。" in told
