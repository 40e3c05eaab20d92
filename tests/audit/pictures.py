"""``make pictures``: the key pages at three widths, in every palette and on paper, in ``.pictures/``.

A folder for each site, a picture for each page and state: ``demo/home-390-dark.png``, ``demo/home-paper.pdf``
with its pages as ``demo/home-paper-1.png``.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

# Run as a file, this finds its neighbours as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
import pypdfium2

from audit.pages import address
from audit.palettes import LIGHT, PALETTES
from audit.sites import Site, both_sites
from chromium import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

FOLDER = TESTS.parent / ".pictures"
WIDTHS = (390, 768, 1280)
SHOWN = {
    "real": (
        "home",
        "report",
        "area",
        "problems",
        "metric",
        "standards",
        "coverage",
        "search",
        "notice for a board",
        "not found",
    ),
    "demo": (
        "home",
        "report",
        "area of the new scheme",
        "problems",
        "changes",
        "metric of three years",
        "corrected metric",
        "withdrawn metric",
        "ledger",
        "ledger as a table",
        "body",
        "opinions",
        "opinion form",
        "standards",
        "coverage",
        "notice for a board",
        "components",
    ),
}
"""The kinds of page that are worth a look, of each site."""
_LONGEST = 12000
"""Pixels of the longest picture; what is below is cut off."""
_SHEETS = 6
"""Pages of paper that are shown."""


def main() -> None:
    """Takes all pictures anew and prints where they are."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    with both_sites() as sites, browser() as running:
        page = running.new_page(reduced_motion="reduce")
        taken = [path for site in sites for path in _site(page, site)]
    print(f"{len(taken)} pictures in {FOLDER.name}/")


def _site(page: Page, site: Site) -> Iterator[Path]:
    folder = FOLDER / site.name
    folder.mkdir(parents=True)
    for kind in SHOWN[site.name]:
        stem = folder / kind.replace(" ", "-")
        where = f"{site.address}{address(site.name, kind)}"
        yield from _screens(page, where, stem)
        yield from _sheets(page, where, stem)


def _screens(page: Page, where: str, stem: Path) -> Iterator[Path]:
    for width in WIDTHS:
        for palette in PALETTES:
            palette.put_on(page)
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(where)
            tall = min(page.evaluate("document.documentElement.scrollHeight"), _LONGEST)
            page.set_viewport_size({"width": width, "height": tall})
            path = stem.with_name(f"{stem.name}-{width}-{palette.name.replace(' ', '-')}.png")
            page.screenshot(path=path)
            yield path


def _sheets(page: Page, where: str, stem: Path) -> Iterator[Path]:
    LIGHT.put_on(page)
    page.goto(where)
    sheet = stem.with_name(f"{stem.name}-paper.pdf")
    sheet.write_bytes(page.pdf(format="A4", prefer_css_page_size=True))
    with pypdfium2.PdfDocument(sheet) as document:
        for number in range(min(len(document), _SHEETS)):
            path = stem.with_name(f"{stem.name}-paper-{number + 1}.png")
            document[number].render(scale=1.5, grayscale=True).to_pil().save(path)
            yield path


if __name__ == "__main__":
    main()
