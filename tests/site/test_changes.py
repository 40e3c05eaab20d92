"""What readers see of changes without a level, of comparisons, and of changes that the site computes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

import project
from search import engine

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

_DEFINED = "better: higher, definition: 说明, definition_basis: 本站说明"
METRICS = f"""
budget-growth: {{name: 教育经费, measures: change, unit: "%", {_DEFINED}}}
stage-growth:
  {{name: 学段支出, measures: money, unit: 元, {_DEFINED}, categories: {{primary: 小学, junior-high: 初中}}}}
myopia: {{name: 近视率, measures: share, unit: "%", {_DEFINED}}}
coverage: {{name: 覆盖率, measures: share, unit: "%", {_DEFINED}}}
places: {{name: 新增学位, measures: change, unit: 个, {_DEFINED}}}
lead: {{name: 达标率, measures: share, unit: "%", {_DEFINED}}}
"""
VALUES = """
budget-growth: {period: 2021, change: 较2020年增长0.6%}
stage-growth:
  period: 2021
  primary: {change: 分别增长4.6%}
  junior-high: {change: 6.7%, implied_word: 增长}
myopia: {period: 2021, change: 从31.1%降至22.5%}
coverage:
  - {period: 2020, value: 93.1%}
  - {period: 2021, value: 94.3%, comparison: 高于全市1.4个百分点}
places: [{period: 2020, value: 1200个}, {period: 2021, value: 1500个}]
lead: {period: 2021, comparison: 比全市高2个百分点}
"""
WORDS = (
    "2021年教育经费{{ budget-growth change }}，小学、初中支出{{ stage-growth.primary change }}、"
    "{{ stage-growth.junior-high change }}，近视率{{ myopia change }}，"
    "覆盖率从2020年的{{ coverage@2020 }}到{{ coverage@2021 }}，{{ coverage@2021 comparison }}，"
    "达标率{{ lead comparison }}，2020年、2021年新增学位{{ places@2020 }}、{{ places@2021 }}。"
)
PRINTED = (
    "2021年教育经费较2020年增长0.6%，小学、初中支出分别增长4.6%、6.7%，近视率从31.1%降至22.5%，"
    "覆盖率从2020年的93.1%到94.3%，高于全市1.4个百分点，达标率比全市高2个百分点，"
    "2020年、2021年新增学位1200个、1500个。"
)
EDITS = [
    {"file": "data/metrics/funding.yml", "append": METRICS},
    {"file": "data/2022/values.yml", "append": VALUES},
    {"file": "docs/2022/funding.md", "replace": "{{ figures", "with": f"{WORDS}\n\n{{{{ figures"},
    {"file": "data/2022/source.txt", "replace": "0.42。", "with": f"0.42。{PRINTED}"},
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project.make(tmp_path_factory.mktemp("changes"))
    project.apply(root, EDITS)
    built = project.build(root)
    assert built.returncode == 0, built.stderr + built.stdout
    return root / "site"


@pytest.fixture(scope="module")
def search(chromium: Browser, site: Path) -> Any:
    return engine.opened(chromium, site, ("2022",))


def _page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))


def _rows(site: Path, path: str, table: str = "table:has(#values-caption)") -> list[list[str]]:
    rows = _page(site, path).css(f"{table} tbody tr")
    return [["".join(cell.text().split()) for cell in row.css("th, td")] for row in rows]


@pytest.mark.parametrize(
    ("metric", "rows"),
    [
        ("budget-growth", [["2021年", "较2020年增长0.6%", "明示", "2022年报告"]]),
        ("myopia", [["2021年", "22.5%", "从31.1%降至22.5%", "明示", "2022年报告"]]),
        (
            "stage-growth",
            [
                ["小学", "2021年", "分别增长4.6%", "明示", "2022年报告"],
                ["初中", "2021年", "增长6.7%", "明示", "2022年报告"],
            ],
        ),
        (
            "coverage",
            [
                [
                    "2021年",
                    "94.3%，高于全市1.4个百分点",
                    "上升1.2个百分点（本站推算，非统计数据；2020年93.1%）",
                    "明示",
                    "2022年报告",
                ],
                ["2020年", "93.1%", "", "明示", "2022年报告"],
            ],
        ),
        ("places", [["2021年", "1500个", "明示", "2022年报告"], ["2020年", "1200个", "明示", "2022年报告"]]),
        ("lead", [["2021年", "比全市高2个百分点", "明示", "2022年报告"]]),
    ],
)
def test_a_metric_page_shows_what_the_report_states(site: Path, metric: str, rows: list[list[str]]) -> None:
    assert _rows(site, f"metrics/{metric}") == rows


def test_nobody_is_told_that_a_change_is_missing_where_nobody_would_ask(site: Path) -> None:
    changes = [row[2] for row in _rows(site, "2022/funding", "table:has(#figures-funding)")]

    assert "报告未载明" not in changes


def test_the_words_print_a_change_as_the_report_does(site: Path) -> None:
    words = "".join(node.text() for node in _page(site, "2022/funding").css("[data-official-text]"))

    assert PRINTED in "".join(words.split())


def test_an_element_of_a_difference_names_its_field_and_has_its_sign(site: Path) -> None:
    found = {
        node.text(): (node.attributes.get("data-field"), node.attributes["value"])
        for node in _page(site, "2022/funding").css("[data-official-text] data[data-field]")
    }

    assert found["6.7%"] == ("change", "6.7")
    assert found["从31.1%降至22.5%"] == ("change", "-8.6")
    assert found["比全市高2个百分点"] == ("comparison", "2")


def test_a_computed_change_has_both_values_beside_it(site: Path) -> None:
    told = _page(site, "metrics/coverage").css_first("#relations ~ ul").text()

    assert "覆盖率：2021年 94.3%，2020年 93.1%，上升1.2个百分点（本站推算，非统计数据）。" in told


def test_the_downloads_have_signs_bases_and_both_values(site: Path) -> None:
    figures = (site / "data" / "figures.csv").read_text("utf-8-sig")
    changes = (site / "data" / "changes.csv").read_text("utf-8-sig")

    for row in (
        "教育经费,2021年,2021-01-01,2021-12-31,明示,,,,,,,,较2020年增长0.6%,0.6,%",
        "近视率,2021年,2021-01-01,2021-12-31,明示,22.5%,22.5,22.5,22.5,exact,%,,从31.1%降至22.5%,-8.6,个百分点",
        "高于全市1.4个百分点,1.4,个百分点,全市",
    ):
        assert row in figures
    assert "覆盖率,94.3%,2022,coverage@2020,93.1%,上升1.2个百分点,本站推算，非统计数据" in changes
    assert "places" not in changes


def test_the_chart_of_growths_by_category_needs_no_levels(site: Path) -> None:
    (chart,) = _page(site, "metrics/stage-growth").css("figure.chart")

    assert [node.text() for node in chart.css(".chart-data td data")] == ["分别增长4.6%", "增长6.7%"]


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("教育经费增长多少", "教育经费：较2020年增长0.6%，（2021年，明示）"),
        ("小学学段支出增长多少", "学段支出（小学）：分别增长4.6%，（2021年，明示）"),
        ("近视率是多少", "近视率：22.5%，从31.1%降至22.5%（2021年，明示）"),
        ("达标率是多少", "达标率：比全市高2个百分点，（2021年，明示）"),
    ],
)
def test_the_search_answers_with_what_the_report_states(search: Any, query: str, value: str) -> None:
    told = engine.told(search(query)["answer"])

    assert value in told
    assert "报告未载明" not in told


def test_a_figure_without_a_value_is_withdrawn_by_its_change(tmp_path: Path) -> None:
    root, printed = project.make(tmp_path), "较2020年增长0.6%"
    project.apply(root, [*EDITS, {"file": "data/2022/published.json", "register": True}])
    project.apply(
        root,
        [
            {
                "file": "data/2022/values.yml",
                "replace": f"budget-growth: {{period: 2021, change: {printed}}}",
                "with": "",
            },
            {"file": "docs/2022/funding.md", "replace": "{{ budget-growth change }}", "with": printed},
            {
                "file": "data/2022/report.yml",
                "append": f"exempt:\n  - {{words: {printed}, kind: 已撤下, reason: 原件没有}}\n",
            },
            {
                "file": "data/2022/corrections.yml",
                "write": f"- {{figure: budget-growth@2021, field: change, kind: 更正, old: {printed}, "
                "new: null, reason: 原件没有, date: 2022-11-10, approver: 县教委}\n",
            },
        ],
    )

    built = project.build(root)

    assert built.returncode == 0, built.stderr + built.stdout
    ((_, *cells),) = _rows(root / "site", "metrics/budget-growth")
    assert cells[0] == f"已撤下（原公布{printed}）"
