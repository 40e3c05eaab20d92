"""The matching, run in a real Chromium on the index of the demonstration county."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from search.engine import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from conftest import County


@pytest.fixture(scope="module")
def search(chromium: Browser, county: County) -> Callable[..., dict[str, Any]]:
    """The search of the demonstration county, with the newest report at hand."""
    return opened(chromium, county.site, ("2025",))


@pytest.fixture(scope="module")
def search_years(chromium: Browser, county: County) -> Callable[..., dict[str, Any]]:
    """The same with all reports at hand."""
    return opened(chromium, county.site, ("2025", "2024", "2023"))


def answered(found: dict[str, Any]) -> list[tuple[str, str]]:
    """The figures of an answer: name and value."""
    return [(fact["name"], fact["value"]) for fact in (found["answer"] or {}).get("facts", [])]


@pytest.mark.parametrize(
    "query", ["近视率", "近視率", "近 视 率", "ｊｉｎｓｈｉｌｖ", "jinshilv", "jsl", "进视率", "37.1%"]
)
def test_however_it_is_typed_the_figure_comes_first(search: Any, query: str) -> None:
    first = search(query)["results"][0]

    assert first["at"] == "2025/people/index.html#figure-myopia-rate.primary-2024"


@pytest.mark.parametrize("query", ["校服", "量子", "护学岗", "校园欺凌", "6960", "1696"])
def test_what_is_not_there_is_not_found_nor_a_number_inside_another(search: Any, query: str) -> None:
    found = search(query)

    assert (found["results"], found["answer"]) == ([], None)


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("小学近视率多少", [("学生近视率（小学）", "37.1%")]),
        ("毛入园率多少", [("学前三年毛入园率", "95.1%")]),
        ("公办园占比多少", [("公办园在园幼儿占比", "52.4%")]),
        ("学生资助金多少", [("学生资助金", "2615万元")]),
        ("教师", []),
        ("2020年教育支出是多少", []),
    ],
)
def test_a_figure_is_answered_only_where_it_is_meant(
    search: Any, query: str, figures: list[tuple[str, str]]
) -> None:
    assert answered(search(query)) == figures


def test_which_is_the_highest_is_named(search: Any) -> None:
    answer = search("哪个学段生均支出最高")["answer"]

    assert answer["lead"] == "其中最高的是初中。"
    assert len(answer["facts"]) == 5


def test_what_the_report_does_not_say_is_answered_so(search: Any) -> None:
    answer = search("校车多少辆")["answer"]

    assert answer["kind"] == "unstated"
    assert "报告未载明" in answer["text"]
    assert answer["contact"]["at"] == "about/supervision/index.html"


def test_what_is_reached_is_told_to_who_asks_for_that(search: Any) -> None:
    lines = search("哪些达标了")["answer"]["lines"]

    assert len(lines) > 3
    assert [line for line in lines if "：达到" not in line or "标准：" not in line] == []


def test_a_verdict_that_is_held_back_is_answered_so(search: Any) -> None:
    (verdict,) = search("高中近视率多少")["answer"]["facts"][0]["verdicts"]

    assert "对照结果核实中" in verdict
    assert "达到" not in verdict


def test_a_meaning_is_explained_and_no_figure_is_given(search: Any) -> None:
    answer = search("大班额是什么意思")["answer"]

    assert (answer["kind"], answer["title"]) == ("term", "大班额")


@pytest.mark.parametrize(("query", "at"), [("excel", "data/index.html"), ("整改了吗", "ledger/index.html")])
def test_ways_are_told(search: Any, query: str, at: str) -> None:
    answer = search(query)["answer"]

    assert (answer["kind"], answer["at"]) == ("guide", at)


def test_a_prose_hit_leads_to_its_very_sentence(search: Any) -> None:
    first = search("电子追溯")["results"][0]

    assert first["at"].startswith("2025/safety/index.html#sentence-")
    assert ["电子追溯", True] in first["excerpt"]


def test_a_kind_can_be_chosen(search: Any) -> None:
    found = search("教师", kind="problem")["results"]

    assert {result["kind"] for result in found} == {"problem", "item"}


def test_the_newest_report_is_looked_through_unless_another_is_chosen(search_years: Any) -> None:
    newest = {result["year"] for result in search_years("近视率")["results"]}
    chosen = {result["year"] for result in search_years("近视率", year="2023")["results"]}
    every = {result["year"] for result in search_years("近视率", year="all")["results"]}

    assert newest == {"2025"}
    assert chosen == {"2023"}
    assert every == {"2023", "2024", "2025"}


def test_a_year_that_there_is_not_is_no_choice(search_years: Any) -> None:
    assert {result["year"] for result in search_years("近视率", year="1999")["results"]} == {"2025"}


def test_a_year_that_is_named_is_looked_for_in_the_reports_that_may_tell_it(search_years: Any) -> None:
    answer = search_years("2023年近视率")["answer"]

    assert answer["kind"] == "figure"
    assert {fact["period"][:4] for fact in answer["facts"]} == {"2023"}


def test_corrections_can_be_found(search_years: Any) -> None:
    results = search_years("更正", year="all", kind="correction")["results"]

    assert {result["kind"] for result in results} == {"correction"}


@pytest.mark.parametrize("query", ["整改谁负责", "整改什么时候完成", "问题由哪个部门负责解决"])
def test_whom_and_when_a_published_ledger_tells_and_no_figure(search: Any, query: str) -> None:
    found = search(query)

    assert found["answer"] is None
    assert any(result["at"].startswith("ledger/") for result in found["results"][:3])
