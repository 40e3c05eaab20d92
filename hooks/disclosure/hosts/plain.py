"""The plain host: reads ``mkdocs.yml`` by itself, builds, and serves for live editing."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from time import sleep
from types import MappingProxyType
from typing import Any, TextIO
from urllib.parse import unquote, urlsplit

from disclosure.facts.files import DataFiles
from disclosure.facts.record import Record
from disclosure.facts.text_file import line_at
from disclosure.findings import Finding, listing
from disclosure.render.markdown import Renderer
from disclosure.render.templates import render_errors
from disclosure.report import addresses
from disclosure.report.loading import DOCS
from disclosure.site.build import Build, Options, Refused, Settings

CONFIGURATION = "mkdocs.yml"
_THEME, _HOOKS = "hooks/theme", ("hooks/events.py",)


class _Theme(Record):
    name: str = ""
    custom_dir: str = _THEME
    language: str = ""
    font: str = ""


class _Configuration(Record):
    """``mkdocs.yml``: the settings used here, and those that are known to concern only MkDocs."""

    site_name: str = ""
    docs_dir: str = DOCS
    site_dir: str = "site"
    theme: _Theme = _Theme()
    markdown_extensions: tuple[str | dict[str, dict[str, Any]], ...] = ()
    strict: str = ""
    hooks: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    validation: dict[str, str] | None = None


def settings(root: Path) -> Settings | list[Finding]:
    """The settings of the project at ``root``, or findings for all that is wrong or unknown here."""
    files = DataFiles(root)
    read = files.one(_Configuration, CONFIGURATION)
    if read is None:
        return files.findings
    theme, docs = root / read.theme.custom_dir, read.docs_dir.strip("/")
    for key, value, known in (("plugins", read.plugins, ()), ("hooks", read.hooks, _HOOKS)):
        if value and value != known:
            files.find(read.where_is(key), "unknown-field", f"“{key}”只能写 {[*known]}，别的在这里不起作用。")
    if "/" in read.docs_dir.rstrip("/") or docs in {"", ".", "..", "data", "hooks", "tests"}:
        files.find(read.where_is("docs_dir"), "wrong-value", "“docs_dir”应当是项目里的一个目录，只写名称。")
    if not (theme / "main.html").is_file():
        files.find(read.where_is("theme"), "file-missing", f"{read.theme.custom_dir} 里没有 main.html。")
    extensions: dict[str, dict[str, object]] = {}
    for extension in read.markdown_extensions:
        extensions |= {extension: {}} if isinstance(extension, str) else extension
    try:
        Renderer(tuple(extensions), extensions)
    except (ImportError, AttributeError, KeyError, TypeError, ValueError) as error:
        files.find(read.where_is("markdown_extensions"), "wrong-value", f"有 Markdown 扩展不能用：{error}。")
    return files.findings or Settings(
        root=root,
        target=root / read.site_dir,
        theme=theme,
        docs=docs,
        extensions=tuple(extensions),
        extension_settings=extensions,
    )


def build(
    root: Path,
    *,
    stream: TextIO,
    clock: Callable[[], float],
    options: Options = Options(),  # noqa: B008 - it is frozen
    target: Path | None = None,
) -> list[str]:
    """Builds the project at ``root``; returns a summary in a few lines. Raises ``Refused``.

    ``target`` replaces the directory that the settings name.
    """
    configured = settings(root)
    if isinstance(configured, list):
        _print(configured, root, stream)
        raise Refused(f"{CONFIGURATION} 有 {len(configured)} 处需要修改，别的还没有检查，网站没有更新。")
    configured = replace(configured, target=target or configured.target)
    return Build(configured, stream=stream, clock=clock, options=options).publish()


def serve(root: Path, *, stream: TextIO, clock: Callable[[], float], port: int) -> None:
    """Serves the project at ``root`` on this machine only, rebuilt after every change, until interrupted.

    Raises ``Refused`` if the port is in use.
    """
    try:
        server = _Server(("127.0.0.1", port), _Handler)
    except (OSError, OverflowError) as error:
        raise Refused(
            f"端口 {port} 不能用，或者已经被占用；可以用 -p 换一个 1024 到 65535 之间的。"
        ) from error
    Thread(target=server.serve_forever, daemon=True).start()
    stream.write(f"预览网址 http://127.0.0.1:{port}/ ，按 Ctrl+C 结束。\n")
    former = None
    try:
        while True:
            configured = settings(root)
            if (now := _stamps(root, configured)) != former:
                former, files = now, dict[str, bytes]()
                if isinstance(configured, list):
                    _print(configured, root, stream)
                    files[addresses.NOT_FOUND] = render_errors(configured).encode()
                else:
                    Build(configured, stream=stream, clock=clock).preview(files.__setitem__)
                server.files, server.version = files, server.version + 1
            sleep(0.5)
    finally:
        server.shutdown()
        server.server_close()


def _print(findings: list[Finding], root: Path, stream: TextIO) -> None:
    stream.write(f"{listing(findings, partial(line_at, root))}\n")


def _stamps(root: Path, configured: Settings | list[Finding]) -> dict[Path, int]:
    """The modification time of every file that a build reads."""
    directories = [] if isinstance(configured, list) else [root / configured.docs, configured.theme]
    paths = [path for directory in (root / "data", *directories) for path in directory.rglob("*")]
    stamps = {}
    for path in (root / CONFIGURATION, *paths):
        with suppress(OSError):  # it may have been deleted meanwhile
            stamps[path] = path.stat().st_mtime_ns
    return stamps


class _Server(ThreadingHTTPServer):
    """Serves successive versions of the site from memory."""

    files: Mapping[str, bytes] = MappingProxyType(
        {
            addresses.NOT_FOUND: '<!doctype html><meta charset="utf-8"><title>正在生成</title>'
            "<body>正在生成……</body>".encode()
        }
    )
    version = 0


class _Handler(BaseHTTPRequestHandler):
    """Answers with a file; adds to every page the script that reloads it after a change."""

    server: _Server

    def do_GET(self) -> None:
        """Sends a file, or the page for missing ones."""
        version = str(self.server.version)
        served = {**self.server.files, _VERSION: version.encode(), _RELOAD: _SCRIPT}
        path = unquote(urlsplit(self.path).path).lstrip("/")
        path += "index.html" if not path or path.endswith("/") else ""
        status = HTTPStatus.OK if path in served else HTTPStatus.NOT_FOUND
        path = path if path in served else addresses.NOT_FOUND
        content = served.get(path, b"")
        if path.endswith(".html"):
            script = f'<script src="/{_RELOAD}" data-version="{version}"></script>\n</body>'
            content = content.replace(b"</body>", script.encode())
        self.send_response(status)
        self.send_header("Content-Type", guess_type(path)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        """Logs nothing: the terminal is for findings."""


_VERSION, _RELOAD = "live/version.txt", "live/reload.js"
_SCRIPT = b"""\
const { version } = document.currentScript.dataset;
setInterval(async () => {
  if ((await (await fetch("/live/version.txt")).text()) !== version) location.reload();
}, 500);
"""
