"""axe-core on a page: its violations, and what it leaves open.

What axe can't decide it calls incomplete. Each rule that does so here is decided by a test of ours, named in
``DECIDED``; anything else that is left open counts as a violation.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = (
    *(f"wcag{version}{level}" for version in ("2", "21", "22") for level in ("a", "aa", "aaa")),
    "best-practice",
)
"""WCAG 2.0, 2.1 and 2.2 at all levels, and axe's own advice."""
COLOUR = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
"""The rules that depend on the palette; they take most of the time."""
DECIDED = {
    "aria-valid-attr-value": "test_what_the_field_controls_is_the_dialog_that_it_opens",
    "color-contrast": "test_words_stand_out_in_every_palette",
    "color-contrast-enhanced": "test_words_stand_out_in_every_palette",
    "identical-links-same-purpose": "test_links_of_one_name_lead_to_one_place",
    "target-size": "test_targets_are_large_enough",
}
"""Rules that axe may leave open, each with the test that decides it on the same pages."""

Finding = tuple[str, str]
"""A rule, and the first element that it is about."""


def violations(page: Page, coloured: str) -> list[Finding]:
    """What axe finds with all its rules, and what it leaves open that no test of ours decides.

    Colours are looked at in the elements ``coloured`` alone: in a whole page that takes most of the time.
    """
    return [*structure_violations(page), *colour_violations(page, coloured)]


def structure_violations(page: Page) -> list[Finding]:
    """The same without the rules that depend on the palette."""
    return _found(page, {"runOnly": list(TAGS), "rules": {rule: {"enabled": False} for rule in COLOUR}})


def colour_violations(page: Page, coloured: str = "html") -> list[Finding]:
    """The same with only the rules that depend on the palette."""
    return _found(page, {"runOnly": {"type": "rule", "values": list(COLOUR)}}, coloured)


def _found(page: Page, options: dict[str, Any], within: str = "html") -> list[Finding]:
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(_axe())
    chosen = options | {"resultTypes": ["violations", "incomplete"]}
    said = page.evaluate("([within, options]) => axe.run(within, options)", [within, chosen])
    left_open = [
        item | {"id": f"incomplete: {item['id']}"} for item in said["incomplete"] if _undecided(item)
    ]
    return [(item["id"], item["nodes"][0]["html"]) for item in [*said["violations"], *left_open]]


def _undecided(item: dict[str, Any]) -> bool:
    return item["id"] not in DECIDED


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
