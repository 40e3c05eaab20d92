"""Pages on the smallest phone, with the usual type and the largest, and by the names of their links.

The checks that found most when every page was looked at in every state (``make soak``): one page of each
kind in ``make test``, every page of both sites in .ci/run. Nothing may be asked of another site, said on
the console, or kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.axe import colour_violations
from audit.inspecting import inspect, open_menus
from audit.pages import DEMO, every_page
from audit.states import LARGE_TYPE, TYPE, WIDTHS, enlarge_type
from serving import fits, mount, quiet_page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from conftest import County


def _look(chromium: Browser, site: Path, root: str, pages: Iterable[str]) -> dict[str, list[str]]:
    """What is wrong, by page."""
    found = {}
    with mount(site, root) as address, quiet_page(chromium, WIDTHS[0]) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for where in pages:
            page.goto(f"{address}{where}")
            found[where] = [] if fits(page) else ["it does not fit a phone"]
            enlarge_type(page, LARGE_TYPE)
            open_menus(page)
            found[where] += [*inspect(page, "layout"), *inspect(page, "links")]
            enlarge_type(page, TYPE)
        assert page.url in asked
        assert [url for url in asked if not url.startswith(address)] == []
        assert page.context.cookies() == []
    assert found
    return {where: said for where, said in found.items() if said}


def test_a_page_of_every_kind(chromium: Browser, county: County) -> None:
    assert _look(chromium, county.site, "/jyzp/", DEMO.values()) == {}


def test_no_colour_of_a_component_is_too_faint(desk: Page, county: County) -> None:
    with mount(county.site, "/jyzp/") as address:
        desk.goto(f"{address}{DEMO['components']}")
        open_menus(desk)

        assert colour_violations(desk) == []


@pytest.mark.ci
def test_every_page_of_the_real_site(chromium: Browser, real_site: Path) -> None:
    assert _look(chromium, real_site, "/a/b/", every_page(real_site)) == {}


@pytest.mark.ci
def test_every_page_of_the_demonstration_county(chromium: Browser, county: County) -> None:
    assert _look(chromium, county.site, "/jyzp/", every_page(county.site)) == {}
