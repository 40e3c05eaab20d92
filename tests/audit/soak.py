"""``make soak``: every page of both sites, in every palette, at every width, with all menus open and closed.

Ends with 1 where anything is found. It takes long; CI does without it.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

# Run as a file, this finds its neighbours as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
from audit.axe import colour_violations, structure_violations
from audit.inspecting import inspect, open_menus, wear
from audit.keyboard import walk
from audit.pages import every_page
from audit.palettes import FORCED, PALETTES
from audit.sites import both_sites
from audit.states import EVERY_WIDTH, LARGE_TYPE, SPACING, WIDTHS, enlarge_type, widen
from chromium import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page


def main() -> int:
    """Looks at every page, prints what it finds as it goes, and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only pages whose site and address begin so: demo/ledger/")
    only = parser.parse_args().only
    faults = 0
    with both_sites() as sites, ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        pages = {
            f"{site.name}/{where}": f"{site.address}{where}"
            for site in sites
            for where in every_page(site.folder)
            if f"{site.name}/{where}".startswith(only)
        }
        for name, found in zip(pages, pool.map(look, pages.values()), strict=True):
            faults += len(found)
            print(f"{name}: {len(found) or 'nothing'} found", *found, sep="\n  ", flush=True)
    print(f"{len(pages)} pages, {faults} found")
    return 1 if faults else 0


def look(address: str) -> list[str]:
    """What is wrong with the page there, in a browser of its own."""
    with browser() as running:
        page = running.new_page(viewport={"width": 1280, "height": 800})
        page.goto(address)
        return list(_look(page))


def _look(page: Page) -> Iterator[str]:
    """All that can be said of one page, each with the state that it is said of."""
    for palette in PALETTES:
        palette.put_on(page)
        yield from _colours(page, palette.name)
        yield from (f"{palette.name}: {fault}" for fault in inspect(page, "graphics"))
    for palette in FORCED:
        palette.put_on(page)
        yield from (f"{palette.name}: {fault}" for fault in inspect(page, "contrast"))
    PALETTES[0].put_on(page)
    yield from _structure(page)
    yield from inspect(page, "links")
    yield from inspect(page, "outline")
    yield from _keyboard(page)
    yield from _widths(page)


def _colours(page: Page, palette: str) -> Iterator[str]:
    for state in _states(page):
        for rule, element in colour_violations(page):
            yield f"{palette}, {state}: axe {rule} {element}"
        yield from (f"{palette}, {state}: {fault}" for fault in inspect(page, "contrast"))


def _structure(page: Page) -> Iterator[str]:
    for state in _states(page):
        yield from (f"{state}: axe {rule} {element}" for rule, element in structure_violations(page))
        for check in ("targets", "layout"):
            yield from (f"{state}: {check} {fault}" for fault in inspect(page, check))


def _states(page: Page) -> Iterator[str]:
    """Puts on each width with the menus closed and open, and says so."""
    for width in WIDTHS:
        widen(page, width)
        for opened in (False, True):
            open_menus(page, opened=opened)
            yield f"{width} px, menus {'open' if opened else 'closed'}"


def _keyboard(page: Page) -> Iterator[str]:
    open_menus(page, opened=False)
    for width in (WIDTHS[0], WIDTHS[-1]):
        widen(page, width)
        page.evaluate("document.activeElement.blur(), scrollTo(0, 0)")
        walked = walk(page)
        for fault in (*walked.faults, *walked.missed, *walked.disorder):
            yield f"keyboard, {width} px: {fault}"


def _widths(page: Page) -> Iterator[str]:
    open_menus(page)
    for what in ("usual type", "twice the type", "a reader's spacing"):
        if what == "twice the type":
            enlarge_type(page, LARGE_TYPE)
        elif what == "a reader's spacing":
            enlarge_type(page, LARGE_TYPE // 2)
            wear(page, SPACING)
        for width in EVERY_WIDTH:
            widen(page, width)
            yield from (f"{what}, {width} px: {fault}" for fault in inspect(page, "layout"))


if __name__ == "__main__":
    sys.exit(main())
