"""The ways in which one page is looked at: window, type size, spacing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (320, 768, 1280)
"""CSS pixels of the smallest phone, a tablet, a desk."""
EVERY_WIDTH = (320, 360, 390, 414, 480, 560, 640, 720, 768, 896, 1024, 1152, 1280, 1440, 1680, 1920)
"""The usual widths from the smallest to the largest, none more than 240 px from the next."""
ZOOMED = {"width": 320, "height": 256}
"""What 400 % leave of a window of 1280 × 1024 px (WCAG 1.4.10)."""
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
"""The spacing that a reader may ask for (WCAG 1.4.12)."""
TYPE = 16
"""The type size that browsers begin with, in pixels."""
LARGE_TYPE = 32
"""Twice that (WCAG 1.4.4)."""


def widen(page: Page, width: int) -> None:
    """A window of so many pixels."""
    page.set_viewport_size({"width": width, "height": 800})


def enlarge_type(page: Page, pixels: int) -> None:
    """The type size that a reader sets in the browser, which media queries in em follow too."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
    session.detach()
