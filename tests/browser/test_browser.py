"""The real pages in a real Chromium: quiet, reachable, readable, and whole without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from audit.pages import REAL as KINDS
from serving import mount

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def mounted(real_site: Path) -> Iterator[str]:
    """The address of the real site under a sub-path."""
    with mount(real_site) as address:
        yield address


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_nothing_of_another_site_and_sets_no_cookie(page: Page, mounted: str, kind: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{mounted}{KINDS[kind]}")

    assert all(url.startswith(mounted) for url in asked)
    assert page.context.cookies() == []


def test_the_keyboard_reaches_the_content_first(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{KINDS['area']}")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_a_figure_reads_aloud_as_its_value_and_its_metric(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{KINDS['area']}")

    assert page.get_by_role("link", name="6100余万元（发放资助金）").count() == 1


def test_a_figure_leads_to_its_page_and_the_quotation_back_to_the_sentence(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{KINDS['area']}")
    page.get_by_role("link", name="6100余万元（").click()
    assert page.url.endswith("metrics/student-aid-amount/index.html#value-student-aid-amount-2021-2022")

    page.locator(".quotation figcaption a").first.click()

    assert page.url.endswith("2022/equity/index.html#figure-student-aid-amount-2021")
    assert page.evaluate("document.querySelector(':target').textContent") == "6100余万元"


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
    expect(page.get_by_role("link", name="抽检学生近视率 48.52%")).to_be_visible()


def test_everything_is_there_without_scripts_and_from_a_file(chromium: Browser, real_site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((real_site / "index.html").as_uri())
    page.get_by_role("link", name="2022年报告", exact=True).first.click()
    page.locator(".side").get_by_role("link", name="教育公平").click()
    page.get_by_role("link", name="6100余万元（").click()

    assert page.url.endswith("metrics/student-aid-amount/index.html#value-student-aid-amount-2021-2022")
    page.goto((real_site / "search" / "index.html").as_uri())
    assert page.locator("[data-search-result]").count() > 100
    context.close()


def test_scripts_work_from_a_file_too(page: Page, real_site: Path) -> None:
    page.goto(f"{(real_site / 'search' / 'index.html').as_uri()}?q={quote('近视')}")

    expect(page.get_by_role("status")).to_contain_text("浏览器不允许它查找")
    assert 0 < page.locator("[data-search-result]:visible").count() < 10
