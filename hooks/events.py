"""MkDocs meets the house here: one event, one call. Nothing else in this project imports MkDocs.

Decided here are only the host's matters: whether this is a build or live editing, where the stage
stands, and what becomes of MkDocs' own warnings. ``hooks/`` is importable only while this file
executes, so everything is imported at the top. State is made anew in ``on_config``, since MkDocs
keeps this module across the rebuilds of ``mkdocs serve``.
"""

from __future__ import annotations

import atexit
import logging
import os
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

import jinja2
import mkdocs
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from disclosure.findings import Finding, errors
from disclosure.pages.rendering import render_errors
from disclosure.publication import Publication
from disclosure.release.assets import hashed
from disclosure.release.hearing import Warnings, listen
from disclosure.release.progress import Progress
from disclosure.release.stage import Stage, StageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

T = TypeVar("T")

CHECK_ONLY, NOTICES = "DISCLOSE_CHECK", "DISCLOSE_NOTICES"
"""Environment variables: publish nothing; tell the notices too."""
# Under ProperDocs, which stands in for MkDocs, the loggers bear its name.
_LOGGER = logging.getLogger(mkdocs.__name__)


@dataclass
class _Run:
    """The build that is under way."""

    publication: Publication
    stage: Stage | None
    """``None`` under ``mkdocs serve``."""
    warnings: Warnings
    progress: Progress
    assets: dict[str, str] = field(default_factory=dict)
    templates: list[str] = field(default_factory=list)
    """Where templates are: ours, then Material's."""


_serving = False
_run: _Run


def on_startup(*, command: str, dirty: bool) -> None:
    """Learns whether this is a build or live editing."""
    global _serving  # noqa: PLW0603 - MkDocs tells it once, before any state exists
    _serving = command == "serve"
    if dirty and not _serving:
        raise Abort("不支持 --dirty：每次都要检查整个网站。")
    if not _serving and sys.platform != "win32":
        # A terminated build removes its stage as a failed one does.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the facts and the words, names the site, and moves the build into a stage."""
    global _run  # noqa: PLW0603 - one build at a time
    started = monotonic()
    root = Path(config.config_file_path).parent
    stage = None if _serving else Stage(Path(config.site_dir))
    if stage:
        _guarded(stage.open)
        atexit.register(stage.discard)
        config.site_dir = str(stage.site)
    _run = _Run(
        Publication(root), stage, listen(logging.getLogger(mkdocs.__name__)), Progress(sys.stderr, started)
    )
    publisher = _run.publication.disclosure.publisher
    config.site_name = publisher.site_title
    if not _serving:
        config.site_url = publisher.address
    config.theme.static_templates.clear()
    # Else MkDocs lists all 14,500 files of Material, of which no page uses one: a tenth of a check.
    _run.templates = list(config.theme.dirs)
    config.theme.dirs[1:] = []
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Gives pages and assets their addresses, and adds the pages that no one writes."""
    for file in list(files):
        name = file.src_uri
        if file.is_documentation_page():
            _address(files, file)
        elif file.src_dir != config.docs_dir:
            file.dest_uri = file.url = _run.assets[name] = hashed(name, file.content_bytes)
    for address in _run.publication.generated_pages():
        name = f"{address.removesuffix('.html')}.md"
        if files.get_file_from_path(name) is None:
            file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.dest_uri = file.url = address
            files.append(file)
    _run.progress.total = len(files.documentation_pages())
    return files


def _address(files: Files, file: File) -> None:
    address = _run.publication.address(file.src_uri)
    if address is None:
        files.remove(file)
    else:
        file.dest_uri = file.url = address
        file.inclusion = InclusionLevel.NOT_IN_NAV


def on_page_read_source(**_: Any) -> str:
    """Keeps MkDocs from reading files and front matter: the publication has read them already."""
    return ""


def on_page_markdown(_markdown: str, *, page: Page, **_: Any) -> str:
    """Brings in the words, with tokens in place of macros."""
    return "" if page.file.generated_by else _run.publication.expand(page.file.src_uri)


def on_page_content(html: str, *, page: Page, **_: Any) -> str:
    """Turns rendered words or a generated page into the body."""
    publication = _run.publication
    if page.file.generated_by:
        return publication.body(page.file.dest_uri)
    return publication.settle(page.file.src_uri, html)


def on_env(env: jinja2.Environment, *, files: Files, **_: Any) -> jinja2.Environment:
    """The last moment before anything is written: everything found so far is told, or the build goes on."""
    findings = _run.publication.review(_run.warnings.take())
    env.autoescape = True
    env.loader = jinja2.FileSystemLoader(_run.templates)
    if _run.stage:
        _stop_on_errors(findings)
        _run.stage.plan(file.dest_uri for file in files)
    elif _run.publication.errors:
        _tell(findings)
        env.loader = jinja2.DictLoader({"main.html": "{{ problems|safe }}"})
        env.globals["problems"] = render_errors(errors(findings))
    return env


def on_page_context(context: dict[str, Any], *, page: Page, **_: Any) -> dict[str, Any]:
    """Gives the theme what it prints around the body."""
    if _run.publication.errors:  # live editing shows the errors instead, and facts may be missing
        return context
    return context | {"shell": _run.publication.shell(page.file.dest_uri, _run.assets)}


def on_post_page(output: str, **_: Any) -> str:
    """Counts."""
    _run.progress.page()
    return output


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Looks over the finished bytes, then publishes them or nothing.

    Last of all hooks: MkDocs' own strict abort comes after this event, so its warnings are read here.
    """
    _run.progress.end()
    publication, stage = _run.publication, _run.stage
    if publication.errors:  # only under live editing: on_env has shown them
        return
    findings = publication.inspect(Path(config.site_dir), _run.warnings.take())
    if stage is None:
        _show(config, findings)
        return
    _stop_on_errors(findings)
    _tell(findings)
    published = None if os.environ.get(CHECK_ONLY) else _guarded(stage.publish)
    stage.discard()
    for line in publication.summary(monotonic() - _run.progress.started, published=published):
        _LOGGER.info(line)


def on_build_error(**_: Any) -> None:
    """A failed build leaves nothing behind."""
    if (run := globals().get("_run")) and run.stage:
        run.stage.discard()


def _stop_on_errors(findings: list[Finding]) -> None:
    """Ends a build that has errors: tells all of them, and leaves the former site as it was."""
    if count := len(set(errors(findings))):
        _tell(findings)
        raise Abort(f"有 {count} 处需要修改，网站没有更新。")


def _tell(findings: list[Finding]) -> None:
    """Findings on the terminal; notices only where they were asked for."""
    shown = findings if os.environ.get(NOTICES) else errors(findings)
    if shown:
        sys.stderr.write(f"{_run.publication.report(shown)}\n")


def _show(config: MkDocsConfig, findings: list[Finding]) -> None:
    """Under ``mkdocs serve``: errors in the terminal and on every page. A raise would end the server."""
    if found := errors(findings):
        _tell(findings)
        page = render_errors(found)
        for path in Path(config.site_dir).rglob("*.html"):
            path.write_text(page, "utf-8")


def _guarded(step: Callable[[], T]) -> T:
    """Takes a step of the stage; what it refuses ends the build in one sentence."""
    try:
        return step()
    except StageError as error:
        raise Abort(str(error)) from error
