"""Every page of both sites on the smallest phone with the largest type, and by the names of its links.

The two checks that found most when every page was looked at in every state (``make soak``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.inspecting import inspect, open_menus
from audit.pages import every_page
from audit.states import LARGE_TYPE, WIDTHS, enlarge_type, widen
from serving import mount, quiet_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from conftest import County


def _look(chromium: Browser, site: Path, root: str) -> dict[str, list[str]]:
    """What is wrong, by page."""
    found = {}
    with mount(site, root) as address, quiet_page(chromium, WIDTHS[0]) as page:
        for where in every_page(site):
            page.goto(f"{address}{where}")
            enlarge_type(page, LARGE_TYPE)
            widen(page, WIDTHS[0])
            open_menus(page)
            found[where] = [*inspect(page, "layout"), *inspect(page, "links")]
    return {where: said for where, said in found.items() if said}


def test_every_page_of_the_real_site(chromium: Browser, real_site: Path) -> None:
    assert _look(chromium, real_site, "/a/b/") == {}


def test_every_page_of_the_demonstration_county(chromium: Browser, county: County) -> None:
    assert _look(chromium, county.site, "/jyzp/") == {}
