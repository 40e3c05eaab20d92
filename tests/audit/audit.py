"""``make audit``: what needs Node.js and Java, on a page of a kind. Ends with 1 where anything is found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

# Run as a file, this finds its neighbours as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
from audit import ibm, nu
from audit.inspecting import open_menus
from audit.lighthouse import AUDITED, lighthouse
from audit.pages import EVERY, KEY, address, every_page
from audit.sites import Site, both_sites
from audit.states import widen
from chromium import browser

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = (320, 1280)
WHOLE = 100


def main() -> int:
    """Runs the three tools, prints what they say, and returns the exit code."""
    with both_sites() as sites:
        steps = {
            "Nu HTML checker": _nu(sites),
            "IBM Equal Access": _ibm({site.name: site for site in sites}),
            "Lighthouse": _lighthouse(sites),
        }
        faults = 0
        for tool, found in steps.items():
            lines = list(found)
            faults += len(lines)
            print(f"{tool}: {len(lines) or 'nothing'} found", *lines, sep="\n  ", flush=True)
    return 1 if faults else 0


def _nu(sites: list[Site]) -> Iterator[str]:
    """Every page, stylesheet and drawing: it takes a few seconds."""
    for site in sites:
        drawings = sorted(site.folder.rglob("*.svg"))
        pages = [site.folder / page for page in every_page(site.folder)]
        yield from (f"{site.name}: {line}" for line in nu.messages([*pages, *drawings]))


def _ibm(sites: dict[str, Site]) -> Iterator[str]:
    with browser() as running:
        page = running.new_page()
        for width in WIDTHS:
            widen(page, width)
            for name, kind in EVERY:
                page.goto(f"{sites[name].address}{address(name, kind)}")
                open_menus(page)
                for rule, element in ibm.violations(page):
                    yield f"{name}, {kind}, {width} px: {rule} {element}"


def _lighthouse(sites: list[Site]) -> Iterator[str]:
    for site in sites:
        # Whoever is not authorised asks search engines to stay away, which costs the points of being found.
        hidden = 'name="robots" content="noindex"' in (site.folder / "index.html").read_text("utf-8")
        without = ("is-crawlable",) if hidden else ()
        for kind, demo_kind in KEY.items():
            where = address(site.name, demo_kind if site.name == "demo" else kind)
            told = lighthouse(f"{site.address}{where}", AUDITED, without=without)
            for category in AUDITED:
                if told.scores[category] < WHOLE:
                    yield f"{site.name}, {kind}: {category} {told.scores[category]}: {'; '.join(told.faults)}"


if __name__ == "__main__":
    sys.exit(main())
