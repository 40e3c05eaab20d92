"""One page of each kind, of the real site and of the demonstration county, in every state a reader may see.

What takes longest, every page in every state, is ``make soak``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.axe import colour_violations, structure_violations
from audit.inspecting import inspect, open_menus, wear
from audit.keyboard import walk
from audit.pages import DEMO, EVERY, KEY, REAL, every_page
from audit.palettes import FORCED, PALETTES
from audit.states import EVERY_WIDTH, LARGE_TYPE, SPACING, WIDTHS, ZOOMED, enlarge_type, widen
from serving import quiet_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from playwright.sync_api import Browser, Page

each_page = pytest.mark.parametrize(("site", "kind"), EVERY, ids=lambda value: value.replace(" ", "-"))
key_page = pytest.mark.parametrize("kind", KEY.values(), ids=KEY)
WALKED = (320, 1280)
"""Where the navigation folds, and where it stands beside the words."""

pytestmark = pytest.mark.matrix


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails its test when anything is wrong in the background."""
    with quiet_page(chromium, 1280) as opened:
        yield opened


def complaints(page: Page, check: str, widths: Iterable[int]) -> dict[int, object]:
    """What a check of ours says at each width at which it says anything."""
    found = {}
    for width in widths:
        widen(page, width)
        found[width] = inspect(page, check)
    return {width: said for width, said in found.items() if said}


@each_page
def test_axe_finds_nothing_whatever_the_width_and_the_menus(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))

    found = {}
    for width in WIDTHS:
        widen(page, width)
        for opened in (False, True):
            open_menus(page, opened=opened)
            found[width, opened] = structure_violations(page)

    assert {state: said for state, said in found.items() if said} == {}


@each_page
def test_axe_finds_nothing_in_the_colours(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))
    open_menus(page)

    assert colour_violations(page) == []


@key_page
@pytest.mark.parametrize("palette", PALETTES[1:], ids=lambda palette: palette.name.replace(" ", "-"))
def test_axe_finds_nothing_in_the_other_palettes(page: Page, at: Callable, kind: str, palette):
    palette.put_on(page)
    page.goto(at("demo", kind))
    open_menus(page)

    assert colour_violations(page) == []


@each_page
def test_words_stand_out_in_every_palette(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))
    open_menus(page)

    found = {}
    for palette in (*PALETTES, *FORCED):
        palette.put_on(page)
        for width in WALKED:
            widen(page, width)
            found[palette.name, width] = inspect(page, "contrast")

    assert {state: said for state, said in found.items() if said} == {}


@each_page
def test_shapes_and_edges_stand_out_in_every_palette(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))
    open_menus(page)

    found = {}
    for palette in PALETTES:
        palette.put_on(page)
        found[palette.name] = inspect(page, "graphics")

    assert {state: said for state, said in found.items() if said} == {}


@each_page
def test_targets_are_large_enough(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))
    open_menus(page)

    assert complaints(page, "targets", WIDTHS) == {}


@each_page
def test_no_line_begins_with_a_mark_that_closes_the_words_before(
    page: Page, at: Callable, site: str, kind: str
):
    page.goto(at(site, kind))
    open_menus(page)

    assert complaints(page, "starts", (390, *WIDTHS)) == {}


@each_page
def test_links_of_one_name_lead_to_one_place(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))
    open_menus(page)

    assert inspect(page, "links") == []


@each_page
@pytest.mark.parametrize("width", WALKED)
def test_the_keyboard_alone_reaches_everything_in_order(
    page: Page, at: Callable, site: str, kind: str, width: int
):
    widen(page, width)
    page.goto(at(site, kind))

    walked = walk(page)

    assert walked.first.endswith("跳到正文")
    assert walked.faults == []
    assert walked.missed == []
    assert walked.disorder == []


@key_page
@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name.replace(" ", "-"))
def test_the_focus_can_be_seen_in_every_palette(page: Page, at: Callable, kind: str, palette):
    palette.put_on(page)
    page.goto(at("demo", kind))

    assert walk(page).faults == []


@each_page
@pytest.mark.parametrize("type_size", [None, LARGE_TYPE], ids=["usual-type", "twice-the-type"])
def test_nothing_overflows_overlaps_or_is_cut_at_any_width(
    page: Page, at: Callable, site: str, kind: str, type_size: int | None
):
    page.goto(at(site, kind))
    open_menus(page)
    if type_size:
        enlarge_type(page, type_size)

    assert complaints(page, "layout", EVERY_WIDTH) == {}


@key_page
@pytest.mark.parametrize("palette", PALETTES[1:], ids=lambda palette: palette.name.replace(" ", "-"))
def test_no_palette_moves_anything_out_of_place(page: Page, at: Callable, kind: str, palette):
    palette.put_on(page)
    page.goto(at("demo", kind))
    open_menus(page)

    assert complaints(page, "layout", WIDTHS) == {}


@each_page
def test_four_hundred_percent_lose_nothing(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))
    open_menus(page)
    words = inspect(page, "words")

    page.set_viewport_size(ZOOMED)

    left = set(inspect(page, "words"))
    assert [word for word in words if word not in left] == []
    assert inspect(page, "layout") == []
    assert inspect(page, "sticky") == []


@each_page
def test_a_readers_own_spacing_loses_nothing(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))
    open_menus(page)
    wear(page, SPACING)

    assert complaints(page, "layout", WIDTHS) == {}


@each_page
def test_words_are_read_in_the_order_in_which_they_stand(page: Page, at: Callable, site: str, kind: str):
    widen(page, 320)
    page.goto(at(site, kind))
    open_menus(page)

    assert inspect(page, "order") == []


@each_page
def test_without_a_stylesheet_the_same_words_stand_in_the_same_order(
    page: Page, at: Callable, site: str, kind: str
):
    page.goto(at(site, kind))
    open_menus(page)
    words = inspect(page, "words")

    page.evaluate("[...document.styleSheets].forEach(sheet => sheet.disabled = true)")

    bare = iter(inspect(page, "words"))
    assert [word for word in words if word not in bare] == []
    assert inspect(page, "outline") == []


@each_page
def test_without_scripts_a_page_is_the_same(chromium: Browser, at: Callable, site: str, kind: str):
    trees = []
    for scripts in (True, False):
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(at(site, kind))
        trees.append(page.locator("main").aria_snapshot())
        context.close()

    assert trees[0] == trees[1]


FIGURED = [("real", "area"), ("real", "report"), ("demo", "area of the new scheme"), ("demo", "report")]


@pytest.mark.parametrize(("site", "kind"), FIGURED)
def test_a_link_on_a_figure_is_called_by_its_value_and_its_metric(
    page: Page, at: Callable, site: str, kind: str
):
    page.goto(at(site, kind))

    figures = page.locator("[data-official-text] a.figure").evaluate_all(
        "links => links.map(link => [link.ariaLabel, link.pathname])"
    )

    assert len(figures) > 5
    assert [name for name, _ in figures if not name.endswith("）") or "（" not in name] == []
    metrics = {name: {to for other, to in figures if other == name} for name, _ in figures}
    assert {name: to for name, to in metrics.items() if len(to) > 1} == {}


@each_page
def test_nothing_plays_pops_up_or_asks_for_anything_but_words_to_search(
    page: Page, at: Callable, site: str, kind: str
):
    page.goto(at(site, kind))

    assert inspect(page, "stillness") == []


@each_page
def test_a_page_says_where_it_is(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))

    assert page.title()
    if kind not in {"home", "not found"}:
        here = page.get_by_role("navigation", name="当前位置").locator("[aria-current=page]")
        assert here.inner_text() in page.title()


@each_page
def test_nothing_moves_where_a_reader_wants_it_still(page: Page, at: Callable, site: str, kind: str):
    page.emulate_media(reduced_motion="reduce")
    page.goto(at(site, kind))

    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0


JUDGED = [("real", "standards"), ("real", "area"), ("demo", "standards"), ("demo", "area of the new scheme")]


@pytest.mark.parametrize(("site", "kind"), JUDGED)
def test_a_verdict_is_told_in_words(page: Page, at: Callable, site: str, kind: str):
    page.goto(at(site, kind))

    verdicts = page.locator(".verdict strong").all_inner_texts()

    assert verdicts
    words = ("达到", "不适用", "无法判定", "口径不一致", "暂未查到可比标准", "对照结果核实中")
    assert [said for said in verdicts if not any(word in said for word in words)] == []


@pytest.mark.parametrize("site", ["real", "demo"])
def test_every_page_is_on_the_site_map(page: Page, at: Callable, real_site, county, site: str):
    folder = real_site if site == "real" else county.site
    page.goto(at(site, "site map"))
    root = at(site, "home").removesuffix("index.html")

    linked = page.locator("a[href]").evaluate_all("links => links.map(link => link.href.split('#')[0])")

    known = {*linked, page.url, f"{root}404.html"}
    assert [where for where in every_page(folder) if f"{root}{where}" not in known] == []


@pytest.mark.parametrize("site", ["real", "demo"])
def test_every_page_has_the_same_frame(page: Page, at: Callable, site: str):
    frames = {}
    for kind in REAL if site == "real" else DEMO:
        page.goto(at(site, kind))
        frame = page.evaluate(
            "[...document.querySelectorAll('.main-nav a, .site-footer')].map(part => part.innerText.trim())"
        )
        frames.setdefault(tuple(frame), []).append(kind)

    assert len(frames) == 1, frames


@pytest.mark.parametrize("site", ["real", "demo"])
def test_the_field_to_search_is_named_by_the_button_beside_it(page: Page, at: Callable, site: str):
    page.goto(at(site, "home"))  # W3C's technique G167

    field, button = page.get_by_role("searchbox"), page.locator("[type=search] + button")

    assert button.inner_text() in field.get_attribute("aria-label")


def test_every_kind_of_page_is_looked_at() -> None:
    assert len(EVERY) == len(REAL) + len(DEMO)
    assert set(KEY) <= set(REAL)
    assert set(KEY.values()) <= set(DEMO)
