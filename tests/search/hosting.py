"""A built site behind a server that compresses as a portal's does, and keeps a record of what it sent."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STRICT = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Our own policy. The rivals are served without one: they need inline styles or WebAssembly."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer of the server."""

    path: str
    size: int
    """Bytes of the body as it was sent."""


@dataclass(slots=True)
class Host:
    """A site that is being served."""

    address: str
    """Of the site's root, with a slash at its end."""
    sent: list[Sent] = field(default_factory=list)


@contextmanager
def host(site: Path, root: str = "/a/b/", *, policy: str = "") -> Iterator[Host]:
    """Serves ``site`` on loopback under the sub-path ``root``, as long as the context lasts."""
    record: list[Sent] = []
    handler = partial(_Handler, site=site, root=root, policy=policy, sent=record)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(f"http://127.0.0.1:{server.server_port}{root}", record)
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, site: Path, root: str, policy: str, sent: list[Sent]) -> None:
        self._site, self._root, self._policy, self._sent = site, root, policy, sent
        super().__init__(*arguments)

    def do_GET(self) -> None:
        address = unquote(urlsplit(self.path).path)
        path = self._site / address.removeprefix(self._root)
        path = path / "index.html" if path.is_dir() else path
        if not address.startswith(self._root) or not path.is_file():
            self.send_error(404)
            return
        body, encoding = _body(path, compress="gzip" in self.headers.get("Accept-Encoding", ""))
        self.send_response(200)
        self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        self.end_headers()
        self.wfile.write(body)
        self._sent.append(Sent(path.relative_to(self._site).as_posix(), len(body)))

    def log_message(self, *_: object) -> None:
        pass


@cache
def _body(path: Path, *, compress: bool) -> tuple[bytes, str]:
    """The file as it is sent, and how it is encoded: compressed where that makes it smaller."""
    raw = path.read_bytes()
    small = gzip.compress(raw, mtime=0) if compress else raw
    return (small, "gzip") if len(small) < len(raw) else (raw, "")
