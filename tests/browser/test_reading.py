"""Palettes, reading settings, paper and phones, in a real Chromium."""

from __future__ import annotations

import re
from time import sleep
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from playwright.sync_api import expect

from serving import mount, quiet_page
from unit.test_palettes import colours, luminance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from conftest import County

AREA = "2025/quality-equity/index.html"
GROUNDS = {
    ("light", "no-preference"): "site.css",
    ("dark", "no-preference"): "palette-dark.css",
    ("light", "more"): "palette-contrast-light.css",
    ("dark", "more"): "palette-contrast-dark.css",
}
"""What the system wishes, and the palette that answers."""
CHOICES = {
    "浅色": "site.css",
    "深色": "palette-dark.css",
    "高对比浅色": "palette-contrast-light.css",
    "高对比深色": "palette-contrast-dark.css",
}


@pytest.fixture(scope="module")
def mounted(county: County) -> Iterator[str]:
    with mount(county.site, "/jyzp/") as address:
        yield address


def _painted(page: Page) -> dict[str, str]:
    """The colours in force, as the palettes name them."""
    return page.evaluate(
        """() => { const style = getComputedStyle(document.documentElement)
        return Object.fromEntries(['ink', 'paper', 'main', 'mark'].map(
            name => [name, style.getPropertyValue('--' + name).trim()])) }"""
    )


def _palette(name: str) -> dict[str, str]:
    return {key: colours(name)[key] for key in ("ink", "paper", "main", "mark")}


def _choose(page: Page, legend: str, label: str) -> None:
    page.get_by_text("阅读设置").click()
    page.get_by_role("group", name=legend).get_by_label(label, exact=True).check()


@pytest.mark.parametrize(("scheme", "contrast"), GROUNDS)
def test_the_system_decides_where_nobody_chose(desk: Page, mounted: str, scheme: str, contrast: str) -> None:
    desk.emulate_media(color_scheme=scheme, contrast=contrast)

    desk.goto(f"{mounted}{AREA}")

    assert _painted(desk) == _palette(GROUNDS[scheme, contrast])


def test_the_system_decides_without_scripts_too(chromium: Browser, mounted: str) -> None:
    context = chromium.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()

    page.goto(f"{mounted}{AREA}")

    ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    red, green, blue = map(int, re.findall(r"\d+", ground))
    assert luminance(f"#{red:02x}{green:02x}{blue:02x}") < 0.02
    expect(page.get_by_text("阅读设置")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("label", CHOICES)
def test_a_chosen_palette_overrides_the_system_on_every_page(desk: Page, mounted: str, label: str) -> None:
    desk.emulate_media(color_scheme="dark" if label.endswith("浅色") else "light")
    desk.goto(f"{mounted}{AREA}")

    _choose(desk, "颜色", label)
    here = _painted(desk)
    desk.goto(f"{mounted}index.html")

    assert here == _painted(desk) == _palette(CHOICES[label])
    assert desk.context.cookies() == []


@pytest.mark.ci
def test_nothing_is_painted_in_another_palette_first(chromium: Browser, mounted: str) -> None:
    page = chromium.new_page()
    page.goto(f"{mounted}{AREA}")
    _choose(page, "颜色", "深色")
    page.add_init_script(
        """const seen = window.grounds = []
        const look = () => {
            if (document.body) seen.push(getComputedStyle(document.body).getPropertyValue("--paper").trim())
            requestAnimationFrame(look) }
        requestAnimationFrame(look)"""
    )

    page.route("**/palette-*", _late)
    page.goto(f"{mounted}index.html")
    page.wait_for_timeout(200)

    assert set(page.evaluate("window.grounds")) == {_palette("palette-dark.css")["paper"]}
    page.close()


def _late(route: Route) -> None:
    """A sheet that comes after everything else, and isn't in any cache."""
    sleep(0.5)
    route.continue_()


def test_larger_type_is_larger_and_nothing_is_cut(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    before = page.locator(".official p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")

    _choose(page, "字号", "特大")

    after = page.locator(".official p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
    assert after / before == pytest.approx(160 / 112.5)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_report_can_be_read_without_links_of_figures(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{AREA}")
    figures = desk.locator(".official a.figure")
    words = desk.locator(".official").all_inner_texts()

    _choose(desk, "正文里的数字", "只当文字")
    assert figures.get_by_role("link").count() == desk.locator(".official a.figure[href]").count() == 0
    assert desk.locator(".official").all_inner_texts() == words
    desk.reload()
    assert desk.locator(".official a.figure[href]").count() == 0

    _choose(desk, "正文里的数字", "可以点开")
    assert desk.locator(".official a.figure[href][aria-label]").count() == figures.count() > 0


def test_the_key_that_opens_the_search_can_be_turned_off(desk: Page, mounted: str) -> None:
    focused = "document.activeElement.name ?? ''"
    desk.goto(f"{mounted}{AREA}")
    desk.keyboard.press("/")
    assert desk.evaluate(focused) == "q"

    desk.reload()
    _choose(desk, "按“/”键搜索", "不用")
    desk.goto(f"{mounted}{AREA}")
    desk.keyboard.press("/")

    assert desk.evaluate(focused) == ""


def test_paper_is_light_whatever_the_screen(desk: Page, mounted: str) -> None:
    desk.emulate_media(media="print", color_scheme="dark")

    desk.goto(f"{mounted}{AREA}")

    assert _painted(desk) == _palette("site.css")


def test_a_printed_page_has_the_figures_ids_its_address_and_code(chromium: Browser, county: County) -> None:
    with mount(county.site, "/jyzp/") as address, quiet_page(chromium, 794) as page:
        page.emulate_media(media="print")

        page.goto(f"{address}2025/quality-equity/index.html")

        assert "公办园在园幼儿" in page.locator("main").inner_text()
        expect(page.locator("tbody code").first).to_be_visible()
        expect(page.locator("footer")).to_contain_text("https://www.example.gov.cn/jyzp/2025/quality-equity/")
        expect(page.locator("footer svg.qr")).to_be_visible()
        for name in (".band", ".search", ".crumbs", ".side", ".skip", ".neighbours"):
            gone = page.locator(name)
            assert gone.count()
            assert gone.evaluate_all("all => all.every(one => !one.checkVisibility())")
        folded = page.locator("main details:not([open], .opine, .years *) > :not(summary, .way)")
        assert folded.evaluate_all("all => [all.length > 5, all.every(one => one.checkVisibility())]") == [
            True,
            True,
        ]


def test_the_ledger_is_printed_across_the_sheet_with_every_column(desk: Page, county: County) -> None:
    desk.goto((county.site / "ledger/table/index.html").as_uri())

    with pypdfium2.PdfDocument(desk.pdf(prefer_css_page_size=True)) as sheets:
        first = sheets[0]
        words = first.get_textpage().get_text_range()

        assert first.get_width() > first.get_height()
    assert "完成期限" in words
    assert "核销" in words
    assert "2025-09-30" in words


def test_a_table_read_downwards_is_still_a_table_to_a_screen_reader(chromium: Browser, mounted: str) -> None:
    with quiet_page(chromium, 320) as page:
        page.goto(f"{mounted}{AREA}")

        heard = page.locator("table.stack").filter(has_text="52.4%").first.aria_snapshot()

    assert re.search(r'- row "指标 数值 增减 时期"', heard)
    assert re.search(r'rowheader "公办园在园幼儿占比"', heard)
    assert 'cell "52.4%"' in heard


@pytest.mark.parametrize(
    ("where", "share"), [("index.html", 3), ("metrics/per-pupil-spending/index.html", 3), (AREA, 2)]
)
def test_a_phone_shows_the_title_without_scrolling_far(
    chromium: Browser, mounted: str, where: str, share: int
) -> None:
    """In a screen's upper third; below the lists of sections and years in its upper half."""
    with quiet_page(chromium, 390) as page:
        page.goto(f"{mounted}{where}")

        assert page.locator("h1").evaluate("title => title.getBoundingClientRect().top") < 844 / share


PARTED = r"""() => {
    const found = []
    const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT)
    const counted = /\d{4}-\d\d-\d\d|\d[\d.,]*(?:[%％年月日元人个所名次]|[余多]?万[余多]?[元人]|个百分点)/g
    while (walk.nextNode()) {
        const node = walk.currentNode
        if (node.parentElement.closest("code, svg") || !node.parentElement.checkVisibility()) continue
        for (const match of node.data.matchAll(counted)) {
            const range = document.createRange()
            range.setStart(node, match.index)
            range.setEnd(node, match.index + match[0].length)
            const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)))
            if (lines.size > 1) found.push(match[0])
        }
    }
    return found
}"""
"""Numbers with their units, and dates, that stand on two lines: of all words, whatever their elements."""


@pytest.mark.parametrize("where", ["index.html", "2025/index.html", "standards/index.html", AREA])
def test_a_number_and_what_it_counts_never_part_at_a_lines_end(
    chromium: Browser, mounted: str, where: str
) -> None:
    with quiet_page(chromium, 1280) as page:
        page.goto(f"{mounted}{where}")
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")

        for width in (320, 360, 390, 414, 768, 1280):
            page.set_viewport_size({"width": width, "height": 800})

            assert page.evaluate(PARTED) == []


def test_a_number_that_parts_is_seen(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}index.html")
    words = "".join("甲" * (number % 7) + "2021年" for number in range(99))

    desk.evaluate("words => document.querySelector('main p').textContent = words", words)

    assert "2021年" in desk.evaluate(PARTED)
