"""A search interface as its user meets it: a field to type into, and what is shown below."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

LISTED = 10
"""So many results are followed."""
_QUIET, _PATIENCE = 80, 4000
"""Milliseconds: without a change in which an interface is taken to be done, and after which we go on."""
_LOOK = Path(__file__).with_suffix(".js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Selectors:
    """Where an interface shows what; an empty selector is for what it has not got."""

    field: str
    group: str
    """A page with its sections, where results are grouped so."""
    result: str
    """The links themselves."""
    answer: str
    status: str
    """What changes with every query: the count, or that nothing was found."""
    busy: str
    """What stands there only while it is still searching."""


OURS = Selectors(
    field="header form[role=search] input[name=q]",
    group="",
    result="a[data-search-result]",
    answer="[data-search-answer]",
    status="[role=status]",
    busy="[aria-busy=true]",
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What was shown for a query."""

    results: tuple[tuple[str, ...], ...]
    """The first results, best first, each with the addresses that it leads to at first glance."""
    answer: str
    """The instant answer without what it quotes, or nothing."""


class Interface:
    """The search of an open page."""

    def __init__(self, page: Page, selectors: Selectors) -> None:
        self._page = page
        self._selectors = selectors
        self._idle: str | None = None

    def focus(self) -> None:
        """Puts the cursor into the field, as a click or the key / does."""
        self._page.locator(self._selectors.field).first.focus()

    def type(self, text: str) -> None:
        """Enters ``text`` at once wherever the cursor is, as dictation, paste and input methods do.

        A key is let go at the end, as after choosing a word: Material listens to nothing else.
        """
        self._page.keyboard.insert_text(text)
        self._page.keyboard.press("Shift")

    def clear(self) -> None:
        """Empties the field in which the cursor stands, and waits until the interface shows so."""
        self._page.keyboard.press("ControlOrMeta+A")
        self._page.keyboard.press("Delete")
        if self._idle is None:
            self._idle = self.settled()["status"]
        self.settled(come=self._idle, quiet=0)

    def ask(self, text: str) -> Reply:
        """What is shown for ``text`` when everything has been shown."""
        if self._idle is None:
            # What an emptied field shows may differ from what a fresh one does.
            self.focus()
            self.type(text)
            self.settled()
        self.clear()
        self.type(text)
        seen = self.settled(gone=self._idle)
        return Reply(tuple(tuple(links) for links in seen["results"][:LISTED]), seen["answer"])

    def settled(
        self, *, gone: str | None = None, come: str | None = None, quiet: int = _QUIET
    ) -> dict[str, Any]:
        """What is shown once it no longer changes, and one status is ``gone`` or another has ``come``."""
        settings = {"gone": gone, "come": come, "quiet": quiet, "patience": _PATIENCE}
        shown: dict[str, Any] = self._page.evaluate(_LOOK, asdict(self._selectors) | settings)
        return shown
