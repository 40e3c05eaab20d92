"""The real pages in a real Chromium: quiet, reachable, readable, and whole without scripts."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

KINDS = {
    "home": "index.html",
    "report": "2022/index.html",
    "area": "2022/equity/index.html",
    "problems": "2022/problems/index.html",
    "next steps": "2022/next-steps/index.html",
    "metrics": "metrics/index.html",
    "metric": "metrics/per-pupil-spending/index.html",
    "standards": "standards/index.html",
    "coverage": "coverage/index.html",
    "account of numbers": "coverage/numerals/index.html",
    "corrections": "corrections/index.html",
    "downloads": "data/index.html",
    "search": "search/index.html",
    "about": "about/how-to-read/index.html",
    "site map": "sitemap/index.html",
    "not found": "404.html",
}
"""One page of each kind."""
WIDTHS = (320, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Strict enough that any inline script or style, or a request elsewhere, becomes an error on the console.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site below ``/a/b/`` only, under a strict content security policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", _POLICY)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        below = path.removeprefix("/a/b/") if path.startswith("/a/b/") else "nowhere"
        return super().translate_path(f"/{below}")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def mounted(real_site: Path) -> Iterator[str]:
    """The address of the real site under a sub-path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(real_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/a/b/"
    server.shutdown()
    server.server_close()


def _lost(failed: Request) -> bool:
    """Leaving a page cuts off what it still asks for; anything else is a loss."""
    return failed.failure != "net::ERR_ABORTED"


@pytest.fixture(params=WIDTHS)
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that fails its test when anything is said on the console or any request fails."""
    opened = chromium.new_page(viewport={"width": request.param, "height": 800})
    said: list[str] = []
    opened.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    opened.on("pageerror", lambda error: said.append(f"error: {error}"))
    opened.on("requestfailed", lambda failed: said.append(f"failed: {failed.url}") if _lost(failed) else None)
    yield opened
    opened.close()
    assert said == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_violation_of_wcag_a_or_aa(page: Page, mounted: str, kind: str) -> None:
    page.goto(f"{mounted}{KINDS[kind]}")

    results = Axe().run(page, options={"runOnly": RULES})

    assert [(item["id"], item["nodes"][0]["html"]) for item in results.response["violations"]] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_its_width(page: Page, mounted: str, kind: str) -> None:
    page.goto(f"{mounted}{KINDS[kind]}")

    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_nothing_of_another_site_and_sets_no_cookie(page: Page, mounted: str, kind: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(f"{mounted}{KINDS[kind]}")

    assert all(url.startswith(mounted) for url in asked)
    assert page.context.cookies() == []


def test_the_keyboard_reaches_the_content_first_and_everything_visible(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{KINDS['area']}")

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"

    page.reload()
    reached = set()
    for _ in range(200):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect()
            if (e === document.body) return null
            return [e.outerHTML, r.width > 0 && r.height > 0 && r.bottom > 0] }"""
        )
        if stop is None:
            break
        assert stop[1], f"an invisible stop: {stop[0]}"
        reached.add(stop[0])
    everything = page.evaluate(
        """[...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
        .filter(e => e.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true}))
        .map(e => e.outerHTML)"""
    )
    assert set(everything) <= reached


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


def test_the_header_search_leads_to_a_filtered_index(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{KINDS['home']}")
    page.get_by_role("searchbox").fill("近视")
    page.get_by_role("searchbox").press("Enter")

    expect(page.get_by_role("status")).to_contain_text("找到")
    assert page.url.endswith(f"search/index.html?q={quote('近视')}")
    shown = page.locator("[data-search-result]:visible").all_inner_texts()
    assert shown
    assert all(
        "近视" in text for text in page.locator("li:has([data-search-result]):visible").all_inner_texts()
    )
    assert page.get_by_role("status").inner_text() == f"找到 {len(shown)} 条"


def test_a_search_for_nothing_says_so(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}search/index.html?q={quote('量子')}")

    expect(page.get_by_role("status")).to_contain_text("没有找到")
    assert page.locator("[data-search-result]:visible").count() == 0
    assert "没有找到" in page.get_by_role("status").inner_text()


def test_everything_is_there_without_scripts_and_from_a_file(chromium: Browser, real_site: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((real_site / "index.html").as_uri())
    page.get_by_role("link", name="2022年报告", exact=True).first.click()
    page.locator(".contents").get_by_role("link", name="教育公平").click()
    page.get_by_role("link", name="6100余万元（").click()

    assert page.url.endswith("metrics/student-aid-amount/index.html#value-student-aid-amount-2021-2022")
    page.goto((real_site / "search" / "index.html").as_uri())
    assert page.locator("[data-search-result]").count() > 100
    context.close()


def test_scripts_work_from_a_file_too(page: Page, real_site: Path) -> None:
    page.goto(f"{(real_site / 'search' / 'index.html').as_uri()}?q={quote('近视')}")

    expect(page.get_by_role("status")).to_contain_text("找到")
    assert 0 < page.locator("[data-search-result]:visible").count() < 10
