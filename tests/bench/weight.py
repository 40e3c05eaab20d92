"""What a reader downloads and how long until something is seen: our area page beside plain Material's."""

from __future__ import annotations

import gzip
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from audit.lighthouse import lighthouse
from audit.tools import installed
from chromium import browser

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 184320, "uploadThroughput": 84480}
"""What Chromium's own tools call slow 4G: milliseconds, bytes a second."""
SLOWER = 4
"""A cheap phone's processor beside this one."""
RUNS = 3
_TEXT = (".html", ".css", ".js", ".svg", ".json")
_SEEN = """() => new Promise(resolve => {
    const told = {paint: 0, shift: 0}
    new PerformanceObserver(list => list.getEntries().forEach(one => told.paint = one.startTime))
        .observe({type: 'largest-contentful-paint', buffered: true})
    new PerformanceObserver(list => list.getEntries().forEach(one => told.shift += one.value))
        .observe({type: 'layout-shift', buffered: true})
    setTimeout(() => resolve(told), 500)
})"""


@dataclass(frozen=True, slots=True)
class Weight:
    """One site as a reader meets it."""

    first: int
    """Bytes after gzip of a first visit to an area page, with everything that it loads."""
    requests: int
    second: int
    """Bytes of the next page, what the browser already has left out."""
    paint: float
    """Milliseconds to the largest contentful paint on slow 4G with a slow processor, a median."""
    shift: float
    """Cumulative layout shift, the worst of the runs."""
    reckoned: float | None
    """The same paint as Lighthouse reckons it from an unhindered load, with 150 ms a round trip."""
    points: float | None
    """Lighthouse's performance, a median; both are ``None`` where ``make audit`` has not installed it."""


def weigh(site: Path, page: str, following: str) -> Weight:
    """The ``page`` of a finished site visited first, and the ``following`` one after it."""
    with _served(site) as address, browser() as running:
        loaded = _requests(running, f"{address}{page}")
        after = _requests(running, f"{address}{following}") - loaded
        seen = [_slowly(running, f"{address}{page}") for _ in range(RUNS)]
        scored = installed() and [lighthouse(f"{address}{page}", ["performance"]) for _ in range(RUNS)]
    return Weight(
        first=sum(_zipped(site, url) for url in loaded),
        requests=len(loaded),
        second=sum(_zipped(site, url) for url in after),
        paint=median(one["paint"] for one in seen),
        shift=max(one["shift"] for one in seen),
        reckoned=median(one.paint for one in scored) if scored else None,
        points=median(one.scores["performance"] for one in scored) if scored else None,
    )


def print_weights(weights: dict[str, Weight]) -> None:
    """The table of all sites, one below the other."""
    # LCP under Chromium's own slow 4G, with 562 ms before every answer; Lighthouse reckons with round trips.
    print(f"\nA first visit to an area page; slow 4G, processor {SLOWER} times slower, median of {RUNS}")
    print(
        f"{'':12}{'gzip B':>9}{'requests':>10}{'next page B':>13}{'LCP ms':>8}{'CLS':>7}"
        f"{'reckoned LCP':>14}{'points':>8}"
    )
    for name, one in weights.items():
        reckoned, points = ("–" if told is None else f"{told:.0f}" for told in (one.reckoned, one.points))
        print(
            f"{name:12}{one.first:9,}{one.requests:10}{one.second:13,}"
            f"{one.paint:8.0f}{one.shift:7.3f}{reckoned:>14}{points:>8}"
        )


def _requests(running: Browser, address: str) -> set[str]:
    """The addresses that a visit with an empty cache asks for."""
    page = running.new_page(viewport={"width": 412, "height": 823})
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    page.goto(address, wait_until="networkidle")
    page.close()
    return asked


def _slowly(running: Browser, address: str) -> dict[str, float]:
    context = running.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    _slow_down(page)
    page.goto(address, wait_until="load")
    told = page.evaluate(_SEEN)
    context.close()
    return told


def _slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _zipped(site: Path, url: str) -> int:
    path = site / urlsplit(url).path.lstrip("/")
    content = path.read_bytes() if path.is_file() else b""
    return len(gzip.compress(content, mtime=0)) if path.suffix in _TEXT else len(content)


class _Zipped(SimpleHTTPRequestHandler):
    """Serves text as a server does that knows gzip."""

    # Connections are kept, as by any real server.
    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        path = self.translate_path(self.path)
        try:
            with open(path, "rb") as file:  # noqa: PTH123 - what the handler gives is a string
                content = file.read()
        except OSError:
            self.send_error(404)
            return None
        text = path.endswith(_TEXT)
        body = gzip.compress(content, mtime=0) if text else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Zipped, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
