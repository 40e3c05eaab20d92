"""Pages in a real Chromium: quiet, reachable, readable, and whole without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from audit.pages import DEMO as KINDS
from serving import mount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from conftest import County

AREA = "2025/responsibility/index.html"


@pytest.fixture(scope="module")
def mounted(county: County) -> Iterator[str]:
    """The address of the demonstration county's site under a sub-path."""
    with mount(county.site, "/jyzp/") as address:
        yield address


def test_the_keyboard_reaches_the_content_first(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_a_figure_reads_aloud_as_its_value_and_its_metric(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")

    assert page.get_by_role("link", name="2615万元（学生资助金）").count() == 1


def test_a_figure_leads_to_its_page_and_the_quotation_back_to_the_sentence(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    page.get_by_role("link", name="2615万元（").click()
    assert page.url.endswith("metrics/student-aid-amount/index.html#value-student-aid-amount-2024-2025")

    page.locator(".quotation figcaption a[href*='/2025/']").first.click()

    expect(page).to_have_url(re.compile("2025/responsibility/index.html#figure-student-aid-amount-2024$"))
    expect(page.locator(":target")).to_have_text("2615万元")


def test_enter_leads_from_the_header_to_the_search_page_with_the_same_results(
    page: Page, mounted: str
) -> None:
    page.goto(f"{mounted}{KINDS['home']}")
    page.locator("input[name=q]").fill("近视")
    expect(page.locator("[data-search-result]")).not_to_have_count(0)
    here = page.locator("[data-search-result]").all_inner_texts()
    page.locator("input[name=q]").press("Enter")

    expect(page).to_have_url(re.compile(f"search/index.html.q={quote('近视')}$"))
    expect(page.locator("[data-search-result]")).to_have_text(here)


def test_a_search_for_nothing_says_so_and_offers_the_index(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}search/index.html?q={quote('量子')}")

    expect(page.get_by_role("status")).to_have_text("没有找到")
    assert page.locator("[data-search-result]").count() == 0
    page.get_by_role("link", name="看全部数值和名词的索引").click()
    expect(page.get_by_role("link", name="学生资助金 2615万元")).to_be_visible()


def test_everything_is_there_without_scripts_and_from_a_file(chromium: Browser, county: County) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((county.site / "index.html").as_uri())
    page.get_by_role("link", name="2025年报告", exact=True).first.click()
    page.locator(".side").get_by_role("link", name="责任投入").click()
    page.get_by_role("link", name="2615万元（").click()

    assert page.url.endswith("metrics/student-aid-amount/index.html#value-student-aid-amount-2024-2025")
    page.goto((county.site / "search" / "index.html").as_uri())
    assert page.locator("[data-search-result]").count() > 100
    context.close()


def test_scripts_work_from_a_file_too(page: Page, county: County) -> None:
    page.goto(f"{(county.site / 'search' / 'index.html').as_uri()}?q={quote('近视')}")

    expect(page.get_by_role("status")).to_contain_text("浏览器不允许它查找")
    assert 0 < page.locator("[data-search-result]:visible").count() < 10
