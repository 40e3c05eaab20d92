"""The palettes that a reader's system asks for, put on by the browser as the system would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass(frozen=True, slots=True)
class Palette:
    """What the system says of colours."""

    name: str
    scheme: Literal["light", "dark"]
    contrast: Literal["more", "no-preference"] = "no-preference"
    forced: Literal["active", "none"] = "none"

    def put_on(self, page: Page) -> None:
        """The page as it looks where the system says so."""
        page.emulate_media(color_scheme=self.scheme, contrast=self.contrast, forced_colors=self.forced)


LIGHT, DARK = Palette("light", "light"), Palette("dark", "dark")
PALETTES = (
    LIGHT,
    DARK,
    Palette("high contrast light", "light", "more"),
    Palette("high contrast dark", "dark", "more"),
)
FORCED = (
    Palette("forced light", "light", "more", "active"),
    Palette("forced dark", "dark", "more", "active"),
)
"""Where the system's own few colours take the place of all of a page's."""
