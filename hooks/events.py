"""MkDocs meets the house here: one event, one call. Nothing else in this project imports MkDocs.

Decided here are only the host's matters: building or live editing, which files and templates it sees, how a
refusal ends it. ``hooks/`` is importable only while this file executes, so all imports are at the top. State
is made anew in ``on_config``, since MkDocs keeps this module across the rebuilds of ``mkdocs serve``.
"""

from __future__ import annotations

import atexit
import logging
import os
import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
import mkdocs
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from disclosure.build import Build, Refused, Wishes
from disclosure.publish.assets import hashed, lean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

CHECK_ONLY, NOTICES = "DISCLOSE_CHECK", "DISCLOSE_NOTICES"
"""Environment variables: publish nothing; tell the notices too."""
# Under ProperDocs, which stands in for MkDocs, the loggers bear its name.
_LOGGER = logging.getLogger(mkdocs.__name__)

_serving = False
_build: Build | None = None
_templates: list[str] = []


def on_startup(*, command: str, dirty: bool) -> None:
    """Learns whether this is a build or live editing."""
    global _serving  # noqa: PLW0603 - MkDocs tells it once, before any state exists
    _serving = command == "serve"
    if command == "gh-deploy":
        raise Abort("不支持 gh-deploy：请先生成网站，再把 site/ 里的文件放到门户网站。")
    if dirty and not _serving:
        raise Abort("不支持 --dirty：每次都要检查整个网站。")
    if not _serving and sys.platform != "win32":
        # A terminated build removes its stage as a failed one does.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
        atexit.register(on_build_error)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the facts and the words, names the site, and moves the build into a stage."""
    global _build, _templates  # noqa: PLW0603 - one build at a time
    with _aborting():
        _build = Build(
            Path(config.config_file_path).parent,
            target=None if _serving else Path(config.site_dir),
            logger=_LOGGER,
            stream=sys.stderr,
            wishes=Wishes(publish=not os.environ.get(CHECK_ONLY), notices=bool(os.environ.get(NOTICES))),
        )
    publisher = _build.publication.disclosure.publisher
    config.site_name = publisher.site_title
    if _build.stage:
        config.site_dir = str(_build.stage.site)
        config.site_url = publisher.address
    # Else MkDocs lists all 14,500 files of Material, of which no page uses one: a tenth of a check.
    _templates = list(config.theme.dirs)
    config.theme.dirs[1:] = []
    config.theme.static_templates.clear()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Gives pages and assets their addresses, and adds the pages that no one writes."""
    build = _current()
    for file in list(files):
        if file.is_documentation_page():
            if address := build.publication.address(file.src_uri):
                _settle(file, address)
            else:
                files.remove(file)
        elif file.src_dir != config.docs_dir:
            file.content_string = lean(file.src_uri, file.content_string)
            _settle(file, hashed(file.src_uri, file.content_bytes))
            build.assets[file.src_uri] = file.dest_uri
    for address in build.publication.generated_pages():
        name = f"{address.removesuffix('.html')}.md"
        if files.get_file_from_path(name) is None:
            _add(files, config, name, address=address)
    for address, content in build.publication.files().items():
        _add(files, config, address, content)
    build.progress.total = len(files.documentation_pages())
    return files


def _add(files: Files, config: MkDocsConfig, name: str, content: str | bytes = "", address: str = "") -> None:
    files.append(file := File.generated(config, name, content=content))
    _settle(file, address or name)


def _settle(file: File, address: str) -> None:
    """Every link names the file itself, and navigation is not MkDocs' but the house's."""
    file.dest_uri = file.url = address
    file.inclusion = InclusionLevel.NOT_IN_NAV


def on_page_read_source(**_: Any) -> str:
    """Keeps MkDocs from reading files and front matter: the publication has read them already."""
    return ""


def on_page_markdown(_markdown: str, *, page: Page, **_: Any) -> str:
    """Brings in the words, with tokens in place of macros."""
    return "" if page.file.generated_by else _current().publication.expand(page.file.src_uri)


def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """Turns rendered words or a generated page into the body."""
    publication = _current().publication
    if page.file.generated_by:
        return publication.body(page.file.dest_uri)
    return publication.settle(page.file.src_uri, html)


def on_env(env: jinja2.Environment, *, files: Files, config: MkDocsConfig) -> jinja2.Environment:
    """The last moment before anything is written: all that was found is told, or the build goes on."""
    for address, content in _current().search_files().items():
        _add(files, config, address, content)
    with _aborting():
        problems = _current().review(file.dest_uri for file in files)
    env.autoescape = True
    env.loader = jinja2.FileSystemLoader(_templates)
    if problems:
        env.loader = jinja2.DictLoader({"main.html": "{{ problems|safe }}"})
        env.globals["problems"] = problems
    return env


def on_page_context(context: dict[str, Any], *, page: Page, **_: Any) -> dict[str, Any]:
    """Gives the theme what it prints around the body."""
    build = _current()
    if build.publication.failed:  # live editing shows the errors instead, and facts may be missing
        return context
    return context | {"shell": build.publication.shell(page.file.dest_uri, build.assets)}


def on_post_page(output: str, **_: Any) -> str:
    """Counts."""
    _current().progress.page()
    return output


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Looks over the finished bytes, then publishes them or nothing.

    Last of all hooks: MkDocs' own strict abort comes after this event, so its warnings are read here.
    """
    with _aborting():
        for line in _current().finish(Path(config.site_dir)):
            _LOGGER.info(line)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watches the data too: not by ``mkdocs.yml``, where a missing directory would end MkDocs in English."""
    root = Path(config.config_file_path).parent
    for directory in filter(Path.is_dir, (root / "data", root / "hooks")):
        server.watch(str(directory))
    return server


def on_build_error(**_: Any) -> None:
    """A failed build leaves nothing behind."""
    if _build:
        _build.discard()


def _current() -> Build:
    if _build is None:
        raise RuntimeError("on_config makes the build before any other event")
    return _build


@contextmanager
def _aborting() -> Iterator[None]:
    """A refusal ends the host's build in one sentence, without a traceback."""
    try:
        yield
    except Refused as refusal:
        raise Abort(str(refusal)) from refusal
