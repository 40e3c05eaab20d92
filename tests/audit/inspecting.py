"""Our own checks: functions of the page in ``checks/*.js``, each returning complaints as lines of text."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

_CHECKS = Path(__file__).parent / "checks"


def inspect(page: Page, check: str, argument: Any = None) -> Any:
    """What a check of ``checks/`` says of the page as it stands."""
    page.evaluate(_source("page"))
    return page.evaluate(_source(check), argument)


def open_menus(page: Page, *, opened: bool = True) -> None:
    """Opens or closes everything that can be unfolded."""
    page.evaluate("open => document.querySelectorAll('details').forEach(item => item.open = open)", opened)


def wear(page: Page, sheet: str) -> None:
    """Adds a reader's own stylesheet, which no content security policy forbids."""
    page.evaluate(
        """text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text)
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet] }""",
        sheet,
    )


@cache
def _source(check: str) -> str:
    text = (_CHECKS / f"{check}.js").read_text("utf-8")
    return text[text.index("globalThis") :] if check == "page" else text[text.index("\n(") + 1 :]
