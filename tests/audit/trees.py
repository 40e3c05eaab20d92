"""What a screen reader is told of five key pages: role, name, level and state of everything, as text.

``make trees`` writes them anew into ``trees/``; read the difference as you would read code.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

# Run as a file, this finds its neighbours as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
from audit.pages import address
from audit.sites import both_sites
from chromium import browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOLDER = TESTS / "audit" / "trees"
SITE = "demo"
"""Its pages change only when somebody changes the demonstration county, or the theme."""
KINDS = ("home", "report", "area of the new scheme", "metric of three years", "ledger")


def stored(kind: str) -> Path:
    """The file that keeps the tree of a kind of page."""
    return FOLDER / f"{kind.replace(' ', '-')}.yml"


def tree(page: Page) -> str:
    """The accessibility tree of the whole page as it stands."""
    return f"{page.locator('body').aria_snapshot()}\n"


def main() -> None:
    """Writes the trees anew."""
    FOLDER.mkdir(exist_ok=True)
    with both_sites() as sites, browser() as running:
        (site,) = (site for site in sites if site.name == SITE)
        page = running.new_page(viewport={"width": 1280, "height": 800})
        for kind in KINDS:
            page.goto(f"{site.address}{address(SITE, kind)}")
            stored(kind).write_text(tree(page), "utf-8")
            print(stored(kind).relative_to(TESTS.parent))


if __name__ == "__main__":
    main()
