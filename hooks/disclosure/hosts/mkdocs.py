"""The adapter to MkDocs and its fork ProperDocs, which read ``mkdocs.yml``, start our build, serve and watch.

They render nothing themselves. Our build runs at the end of theirs, so that any host makes the same
bytes.
"""

import logging
import signal
import sys
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

import mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from disclosure.findings import Finding, Where
from disclosure.publish.stage import write_file
from disclosure.site.build import Build, Refused, Settings


class Warnings(logging.Handler):
    """Collects the warnings of a logger and withholds them from its other handlers.

    They become findings, which are reported once and with their place; otherwise MkDocs would count them
    and end live editing, or swallow them in its quiet mode.
    """

    def __init__(self, logger: logging.Logger) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []
        for handler in list(logger.handlers):
            if isinstance(handler, Warnings):  # from the previous build of live editing
                logger.removeHandler(handler)
            else:
                handler.setLevel(max(handler.level, logger.level))
                handler.addFilter(_no_warning)  # adding it again changes nothing
        logger.setLevel(min(logger.level or logging.WARNING, logging.WARNING))
        logger.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Collects a warning; errors end the build anyway."""
        if record.levelno == logging.WARNING:
            self.messages.append(record.getMessage())


def _no_warning(record: logging.LogRecord) -> bool:
    return record.levelno != logging.WARNING


class _Host:
    """State that one event passes to the next."""

    serving = False
    settings: Settings
    warnings: Warnings


_host = _Host()
# Under ProperDocs the loggers have its name.
_LOGGER = logging.getLogger(mkdocs.__name__)


def on_startup(*, command: str, dirty: bool) -> None:
    """Notes whether this is a build or live editing, and refuses unsupported commands."""
    _host.serving = command == "serve"
    if command == "gh-deploy":
        raise Abort("不支持 gh-deploy：请先生成网站，再把 site/ 里的文件放到门户网站。")
    if dirty and not _host.serving:
        raise Abort("不支持 --dirty：每次都要检查整个网站。")
    if not _host.serving:
        # A terminated build removes its stage, as a failed one does.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the settings, and leaves MkDocs no directory to empty and no theme to read."""
    if foreign := [name for name in config.plugins if not name.endswith("hooks/events.py")]:
        raise Abort(f"mkdocs.yml 里的插件和另外的 hooks 在这里不起作用，请去掉：{'、'.join(foreign)}。")
    _host.warnings = Warnings(_LOGGER)
    _host.settings = settings_of(config)
    if not _host.serving:
        # MkDocs empties the directory that it builds into, before anything is checked.
        config.site_dir = f"{config.site_dir}（检查无误后更新）"
    config.theme.dirs.clear()  # MkDocs would list all 14,500 files of Material
    config.theme.static_templates.clear()
    return config


def settings_of(config: MkDocsConfig) -> Settings:
    """The settings from MkDocs. Raises ``Abort`` if the Markdown files are not in the project."""
    root, docs = Path(config.config_file_path).absolute().parent, Path(config.docs_dir)
    if docs.parent != root:
        raise Abort("docs_dir 应当是项目里的一个目录，只写名称。")
    return Settings(
        root=root,
        target=Path(config.site_dir),
        theme=Path(config.theme.custom_dir or root),
        docs=docs.name,
        extensions=config.markdown_extensions,
        extension_settings=config.mdx_configs,
    )


def on_nav(nav: Navigation, *, files: Files, **_: Any) -> Navigation:
    """Leaves MkDocs no page to render and no file to copy."""
    for file in list(files):
        files.remove(file)
    return nav


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Builds the site, after all other hooks, so that their warnings become findings too."""
    build = Build(_host.settings, stream=sys.stderr, clock=monotonic)
    warnings = [
        Finding(Where("mkdocs.yml"), "host-warning", f"MkDocs 警告：{message}")
        for message in _host.warnings.messages
    ]
    if _host.serving:
        build.preview(partial(write_file, Path(config.site_dir)), warnings)
        return
    try:
        for line in build.publish(warnings):
            _LOGGER.info(line)
    except Refused as refusal:
        raise Abort(str(refusal)) from refusal


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Watches the data too. In ``mkdocs.yml``, a missing directory would end MkDocs with an English error."""
    for directory in filter(Path.is_dir, (_host.settings.root / "data", _host.settings.root / "hooks")):
        server.watch(str(directory))
    return server
