"""The notice for a board: one sheet that says whose report, the figures, what is missed, whom to ask."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from audit.axe import violations
from serving import fits, mount, quiet_page, read_code, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from conftest import County

BOARD = "{}/notice-board/index.html"
YEARS = ("2023", "2024", "2025")
POINTS = 4 / 3
"""CSS pixels."""


@pytest.fixture(scope="module")
def mounted(county: County) -> Iterator[str]:
    with mount(county.site, "/jyzp/") as address:
        yield address


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Page]:
    with quiet_page(chromium, 794) as opened:
        yield opened


each_year = pytest.mark.parametrize(
    "year", [YEARS[0], *(pytest.param(year, marks=pytest.mark.ci) for year in YEARS[1:])]
)


def _words(path: Path) -> str:
    return re.sub(r"\s+", "", LexborHTMLParser(path.read_text("utf-8")).css_first(".board").text())


@each_year
def test_a_notice_is_one_sheet_in_large_type(desk: Page, mounted: str, year: str) -> None:
    desk.goto(f"{mounted}{BOARD.format(year)}")

    assert sheets(desk) == 1
    desk.emulate_media(media="print")
    sizes = desk.evaluate(
        """['.board h1', '.board-areas b', '.board-areas li'].map(name =>
          parseFloat(getComputedStyle(document.querySelector(name)).fontSize))"""
    )
    assert sizes[0] >= 24 * POINTS
    assert sizes[1] >= 17 * POINTS
    assert sizes[2] >= 10.5 * POINTS


def test_many_areas_and_missed_standards_fit_one_sheet_too(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{BOARD.format('2023')}")

    desk.evaluate(
        """() => {
          const areas = document.querySelector('.board-areas')
          const missed = document.querySelector('.board-missed')
          while (areas.children.length < 15) areas.append(areas.children[1].cloneNode(true))
          while (missed.children.length < 5) missed.append(missed.children[0].cloneNode(true))
          document.querySelector('.board').className = 'board board-least'
        }"""
    )

    assert sheets(desk) == 1


def test_only_the_notice_is_printed(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{BOARD.format('2025')}")
    desk.emulate_media(media="print")

    shown = [".brand", ".band", ".site-footer", ".crumbs", ".years", ".side", ".board-help"]
    assert [name for name in shown if desk.locator(name).first.is_visible()] == []


def test_its_code_leads_to_the_report(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{BOARD.format('2024')}")
    desk.emulate_media(media="print")

    code = desk.locator(".board svg.qr")
    assert code.bounding_box()["width"] >= 30 / 25.4 * 96
    assert read_code(code) == "https://www.example.gov.cn/jyzp/2024/"


def test_it_says_whose_report_which_year_the_figures_what_is_missed_and_whom_to_ask(county: County) -> None:
    words = _words(county.site / BOARD.format("2023"))

    report = county.facts.report("2023")
    assert "示例县履行教育职责公开2023年报告" in words
    assert report.record.issuer in words
    assert [area.short for area in report.areas if area.short not in words] == []
    assert "公办园在园幼儿占比47.3%，标准：不低于51%。未达到示例标准一的公办园要求" in words
    assert "000-00000000" in words


@pytest.mark.parametrize("year", YEARS)
def test_it_names_every_problem_that_the_report_admits(county: County, year: str) -> None:
    section = LexborHTMLParser((county.site / year / "problems/index.html").read_text("utf-8"))
    words = _words(county.site / BOARD.format(year)).partition("报告承认的问题")[2]

    problems = [re.sub(r"\s+", "", node.text()) for node in section.css("main h2")]
    admitted = [text for text in problems if text.startswith("（")]
    assert admitted
    assert [text for text in admitted if text not in words] == []


def test_a_standard_of_which_the_verdict_is_held_back_is_not_called_missed(county: County) -> None:
    words = _words(county.site / BOARD.format("2025"))

    assert "学生近视率（高中）" not in words.partition("没有达到的标准")[2]
    assert "另有1项对照结果核实中" in words


@each_year
def test_a_notice_on_the_screen_has_no_violation_and_fits(page: Page, mounted: str, year: str) -> None:
    page.goto(f"{mounted}{BOARD.format(year)}")

    assert violations(page, "main") == []
    assert fits(page)


def test_the_switch_of_year_leads_from_notice_to_notice(county: County) -> None:
    page = LexborHTMLParser((county.site / BOARD.format("2024")).read_text("utf-8"))

    links = [node.attributes["href"] for node in page.css(".years a")]
    assert links == [f"../../{BOARD.format(year)}" for year in ("2025", "2023")]
