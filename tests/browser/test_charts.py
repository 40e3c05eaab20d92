"""Charts in a real Chromium: readable at every width, told to a screen reader, seen without colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.axe import violations
from serving import fits, mount, quiet_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from conftest import County

PAGES = {
    "lines and categories": "metrics/per-pupil-spending/index.html",
    "changes both ways": "metrics/compulsory-pupils/index.html",
    "open ends": "metrics/safety-drills/index.html",
    "long open values": "metrics/teachers-trained/index.html",
    "school years": "metrics/exchange-teachers/index.html",
    "a standard of zero": "metrics/large-classes/index.html",
    "a verdict held back": "metrics/myopia-rate/index.html",
    "an area": "2025/people/index.html",
    "the ledger's steps": "ledger/index.html",
}
COLOURED = {"the ledger's steps": ".table-scroll:has(#progress)"}
"""Where the pictures of a page are, if not in charts."""
SMALLEST = 14
"""CSS pixels of the smallest words."""


@pytest.fixture(scope="module")
def mounted(county: County) -> Iterator[str]:
    with mount(county.site, "/jyzp/") as address:
        yield address


@pytest.mark.parametrize(
    "kind",
    [
        kind
        if kind in {"lines and categories", "a standard of zero", "the ledger's steps"}
        # The same forms with other numbers.
        else pytest.param(kind, marks=pytest.mark.ci)
        for kind in PAGES
    ],
)
def test_a_page_with_opened_tables_has_no_violation_and_fits(page: Page, mounted: str, kind: str) -> None:
    page.goto(f"{mounted}{PAGES[kind]}")

    page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")

    assert violations(page, COLOURED.get(kind, ".chart")) == []
    assert fits(page)


@pytest.mark.parametrize("kind", PAGES)
def test_no_word_of_a_picture_is_small_cut_or_overlaps_another(page: Page, mounted: str, kind: str) -> None:
    page.goto(f"{mounted}{PAGES[kind]}")

    words = page.evaluate(
        """() => [...document.querySelectorAll('.chart-picture')].map(picture => {
          const walker = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT), found = []
          while (walker.nextNode()) {
            const text = walker.currentNode, range = document.createRange()
            range.selectNodeContents(text)
            const size = parseFloat(getComputedStyle(text.parentElement).fontSize)
            for (const box of text.data.trim() ? range.getClientRects() : []) {
              if (box.width) found.push({text: text.data.trim(), size, left: box.left, right: box.right,
                top: box.top, bottom: box.bottom})
            }
          }
          return found
        })"""
    )

    assert words or kind == "the ledger's steps"  # whose words stand beside it
    for picture in words:
        for index, one in enumerate(picture):
            assert one["size"] >= SMALLEST, one
            assert one["left"] >= 0, one
            assert one["right"] <= page.viewport_size["width"], one
            overlapping = [other for other in picture[index + 1 :] if _overlap(one, other)]
            assert overlapping == [], one


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    beside = min(one["right"], other["right"]) - max(one["left"], other["left"])
    above = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    # The boxes of two lines of type touch; their letters don't.
    return beside > 1 and above > 5


def test_a_screen_reader_hears_the_title_and_the_sentence(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{PAGES['lines and categories']}")

    picture = page.get_by_role("img", name="生均教育支出（2024年）", exact=True)

    assert picture.count() == 1
    session = page.context.new_cdp_session(page)
    heard = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    images = [node for node in heard if node.get("role", {}).get("value") == "image"]
    told = {node["name"]["value"]: node.get("description", {}).get("value", "") for node in images}
    assert told["生均教育支出（2024年）"] == "五个分类中，初中最高（16960元），学前教育最低（5630元）。"
    assert all(told.values())


def test_forms_are_there_in_forced_colours(chromium: Browser, mounted: str) -> None:
    with quiet_page(chromium, 320) as page:
        page.emulate_media(forced_colors="active", color_scheme="dark")
        page.goto(f"{mounted}{PAGES['open ends']}")

        painted = page.evaluate(
            """['.chart-sure', '.chart-hatch', '.chart-zero'].map(name => {
              const style = getComputedStyle(document.querySelector(name))
              return name === '.chart-sure' ? style.fill : style.stroke
            })"""
        )
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert len(set(painted)) == 1
    assert background not in painted


def test_the_table_is_printed_with_the_picture(chromium: Browser, mounted: str) -> None:
    with quiet_page(chromium, 794) as page:
        page.goto(f"{mounted}{PAGES['open ends']}")
        page.emulate_media(media="print")

        table = page.locator(".chart-data table").first

        assert table.bounding_box()["height"] > 50


def test_a_page_without_a_picture_loads_no_style_for_pictures(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}about/how-to-read/index.html")

    assert page.locator("link[href*=charts]").count() == 0
