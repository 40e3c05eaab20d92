"""Built sites served as a portal would, and pages that are looked at with an ear on the console."""

from __future__ import annotations

import re
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from typing import TYPE_CHECKING, Any

import zxingcpp
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page, Request

WIDTHS = (320, 1280)
"""CSS pixels of the smallest phone, and of a desk."""
# Strict enough that any inline script or style, or a request elsewhere, becomes an error on the console.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)


class _Handler(SimpleHTTPRequestHandler):
    """Serves a site below ``root`` only, under a strict content security policy."""

    def __init__(self, *arguments: Any, root: str, **named: Any) -> None:
        self.root = root
        super().__init__(*arguments, **named)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def translate_path(self, path: str) -> str:
        below = path.removeprefix(self.root) if path.startswith(self.root) else "nowhere"
        return super().translate_path(f"/{below}")

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Silent when a browser that leaves a page hangs up."""

    def handle_error(self, *asked: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(*asked)


@contextmanager
def mount(site: Path, root: str = "/a/b/") -> Iterator[str]:
    """The address of ``site`` under the sub-path ``root``, as long as the context lasts."""
    server = Server(("127.0.0.1", 0), partial(_Handler, root=root, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{root}"
    server.shutdown()
    server.server_close()


@contextmanager
def shared_page(browser: Browser, width: int) -> Iterator[Page]:
    """The browser's first page, as good as new: opening another takes five times as long as a visit."""
    page = browser.contexts[0].pages[0]
    page.set_viewport_size({"width": width, "height": 800})
    page.bring_to_front()  # so that the Tab key begins in the page, not in what it left the page for
    try:
        yield page
    finally:
        page.unroute_all()
        page.goto("about:blank")
        page.emulate_media(
            media="null",
            color_scheme="light",
            contrast="no-preference",
            forced_colors="none",
            reduced_motion="no-preference",
        )
        session = page.context.new_cdp_session(page)  # while one is open, pages are not shown as printed
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
        session.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        session.detach()


@contextmanager
def quiet_page(browser: Browser, width: int) -> Iterator[Page]:
    """The shared page, which fails its test when anything is said on the console or any request fails."""
    said: list[str] = []
    ears = {
        "console": lambda message: said.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: said.append(f"error: {error}"),
        "requestfailed": lambda failed: said.append(f"failed: {failed.url}") if _lost(failed) else None,
    }
    page = browser.contexts[0].pages[0]
    for event, ear in ears.items():
        page.on(event, ear)
    try:
        with shared_page(browser, width) as opened:
            yield opened
    finally:
        for event, ear in ears.items():
            page.remove_listener(event, ear)
    assert said == []


def fits(page: Page) -> bool:
    """Whether nobody has to scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def _lost(failed: Request) -> bool:
    """Leaving a page cuts off what it still asks for; anything else is a loss."""
    return failed.failure != "net::ERR_ABORTED"


def read_code(code: Locator) -> str:
    """What the QR code on the screen says, read from a picture of it as a phone would."""
    (read,) = zxingcpp.read_barcodes(Image.open(BytesIO(code.screenshot())))
    return read.text


def sheets(page: Page) -> int:
    """How many sheets of A4 the page is printed on."""
    return len(re.findall(rb"/Type ?/Page\b", page.pdf(prefer_css_page_size=True, format="A4")))
