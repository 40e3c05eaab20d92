"""``make soak``: every page of both sites, in every palette, at every width, with all menus open and closed.

Ends with 1 where anything is found. It takes long; CI does without it.
"""

from __future__ import annotations

import argparse
import sys
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
from browser import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page


def main() -> int:
    """Looks at every page, prints what it finds as it goes, and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only pages whose site and address begin so: demo/ledger/")
    only = parser.parse_args().only
    faults = pages = 0
    with both_sites() as sites, browser() as running:
        for site in sites:
            for where in every_page(site.folder):
                if not f"{site.name}/{where}".startswith(only):
                    continue
                page = running.new_page(viewport={"width": 1280, "height": 800})
                page.goto(f"{site.address}{where}")
                found = list(_look(page))
                page.close()
                pages, faults = pages + 1, faults + len(found)
                print(f"{site.name}/{where}: {len(found) or 'nothing'} found", *found, sep="\n  ", flush=True)
    print(f"{pages} pages, {faults} found")
    return 1 if faults else 0


def _look(page: Page) -> Iterator[str]:
    """All that can be said of one page, each with the state that it is said of."""
    for palette in PALETTES:
        palette.put_on(page)
        yield from _states(page, palette.name)
        yield from (f"{palette.name}: {fault}" for fault in inspect(page, "graphics"))
    for palette in FORCED:
        palette.put_on(page)
        yield from (f"{palette.name}: {fault}" for fault in inspect(page, "contrast"))
    PALETTES[0].put_on(page)
    yield from inspect(page, "links")
    yield from inspect(page, "outline")
    yield from _keyboard(page)
    yield from _widths(page)


def _states(page: Page, palette: str) -> Iterator[str]:
    for width in WIDTHS:
        widen(page, width)
        for opened in (False, True):
            open_menus(page, opened=opened)
            state = f"{palette}, {width} px, menus {'open' if opened else 'closed'}"
            said = [*structure_violations(page), *colour_violations(page)]
            yield from (f"{state}: axe {rule} {element}" for rule, element in said)
            for check in ("contrast", "targets", "layout"):
                yield from (f"{state}: {check} {fault}" for fault in inspect(page, check))


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
