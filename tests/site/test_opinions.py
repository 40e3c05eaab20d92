"""Opinions stand beside what they are about, in their own report's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from disclosure.site.site import Site
from project import apply, build, make

if TYPE_CHECKING:
    from disclosure.report.book import Book

YEARS = ("2023", "2022")
LEDGER = {
    "file": "data/2022/ledger.yml",
    "write": """title: 整改台账
as_of: 2022-12-31
items:
  repairs:
    source: 自查
    area: funding
    problem: {heading: problems, text: 校舍维修还不够}
    measures: [{text: 修缮校舍}]
    history: [{date: 2022-11-01, state: 未启动}]
""",
}
OPINION = """publish: 公开
items:
  - about: {about}
    received: 2022-11-05
    summary: 希望公开维修的安排。
    handling: 已经公开。
    office: 示例县教育局
    answered: 2022-11-10
    consent: 已同意公开
"""


def _book(root, about: str) -> Book:
    """Two years alike, with one opinion of the former."""
    make(root)
    apply(root, [LEDGER])
    for directory in ("data", "docs"):
        apply(root, [{"file": f"{directory}/2023", "copy": f"{directory}/2022"}])
    apply(root, [{"file": "data/2022/report.yml", "append": "as_of: 2022-12-31\n"}])
    apply(root, [{"file": "data/2022/opinions.yml", "write": OPINION.format(about=about)}])
    return Site(root).book


@pytest.mark.parametrize("about", ["problems", "funding", "repairs"])
def test_an_opinion_of_one_report_is_not_shown_with_another(tmp_path, about: str) -> None:
    book = _book(tmp_path, about)

    assert [year for year in YEARS for _ in book.feedback(year, about)] == ["2022"]


@pytest.mark.parametrize("about", ["problems", "funding", "repairs"])
def test_an_opinion_of_no_figure_is_on_no_metric_page(tmp_path, about: str) -> None:
    book = _book(tmp_path, about)

    assert [name for name in book.disclosure.metrics if book.metric_feedback(name)] == []


def test_an_opinion_of_a_figure_is_with_its_metric_and_says_its_year(tmp_path) -> None:
    book = _book(tmp_path, "education-budget@2021")

    heard = {name: [year for year, _ in book.metric_feedback(name)] for name in book.disclosure.metrics}
    assert {name: years for name, years in heard.items() if years} == {"education-budget": ["2022"]}
    assert [book.feedback(year, "education-budget@2021") for year in YEARS] == [(), ()]


@pytest.mark.parametrize(
    ("about", "target"),
    [
        ("education-budget@2021", "metrics/education-budget/index.html#value-education-budget-2021-2022"),
        ("funding", "2022/funding/index.html#funding"),
        ("repairs", "ledger/2022/index.html#item-repairs"),
    ],
)
def test_what_an_opinion_is_about_is_found_again(tmp_path, about: str, target: str) -> None:
    assert _book(tmp_path, about).about("2022", about).target == target


@pytest.mark.parametrize(
    ("about", "page"),
    [
        ("problems", "2022/problems/index.html"),
        ("funding", "2022/funding/index.html"),
        ("repairs", "ledger/2022/index.html"),
        ("education-budget@2021", "metrics/education-budget/index.html"),
    ],
)
def test_the_finished_pages_show_an_opinion_where_it_belongs(tmp_path, about: str, page: str) -> None:
    _book(tmp_path, about)

    made = build(tmp_path)

    assert made.returncode == 0, made.stderr
    site = tmp_path / "site"
    shown = {
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if "希望公开维修的安排。" in path.read_text("utf-8")
    }
    assert shown == {page, "opinions/index.html"}
    words = LexborHTMLParser((site / page).read_text("utf-8")).text()
    assert "2022-11-05收到，关于2022年报告" in words
