"""A walk through a page by the Tab key alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.inspecting import inspect

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ENOUGH = 2000
_UNREACHABLE = """[...document.querySelectorAll('[role=button], [role=link], [onclick]')]
    .filter(item => item.tabIndex < 0 && audit.seen(item)).map(audit.name)"""
_EXPECTED = """audit.stops().map((item, place) => [place, audit.name(item), item]).filter(([, , item]) =>
    item.type !== 'radio' || item.checked || !document.querySelector(`[name="${item.name}"]:checked`))
    .map(([place, name]) => [place, name])"""


@dataclass(frozen=True, slots=True)
class Walk:
    """What the Tab key met, from the address bar to the end of the page."""

    first: str
    faults: list[str]
    """Stops that can't be seen, are covered, or bear no visible mark."""
    missed: list[str]
    """What could be pressed and was never reached."""
    disorder: list[str]
    """Stops that follow each other against the order in which they stand."""


def walk(page: Page) -> Walk:
    """Presses Tab until the focus leaves the page."""
    page.emulate_media(reduced_motion="reduce")  # what glides into the window isn't there at once
    disorder = inspect(page, "order", "stops")
    expected, unreachable = page.evaluate(_EXPECTED), page.evaluate(_UNREACHABLE)
    first, faults, reached = "", [], []
    for _ in range(_ENOUGH):
        page.keyboard.press("Tab")
        met = inspect(page, "focus")
        if met is None:
            break
        first = first or met["stop"]
        faults += [f"{met['stop']}: {fault}" for fault in met["faults"]]
        if met.get("number", -1) in reached:
            faults.append(f"{met['stop']}: a trap")
            break
        reached.append(met.get("number", -1))
    disorder += [] if reached == sorted(reached) else ["the focus jumps back"]
    missed = [name for place, name in expected if place not in reached]
    return Walk(first, faults, [*missed, *unreachable], disorder)
