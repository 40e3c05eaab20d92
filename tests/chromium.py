"""A Chromium for the tests: found, or fetched with a line that says so.

``python tests/chromium.py`` makes sure of one. ``make test`` does that first, so that the tests, which run
side by side, only ever find.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def browser() -> Iterator[Browser]:
    """A running Chromium, without a window, that calls nobody of its own accord."""
    path = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield running
        finally:
            running.close()


@cache
def chromium() -> Path:
    """The one that ``CHROMIUM`` names, else one at hand, else one installed now.

    Raises ``FileNotFoundError`` where none can be had.
    """
    if named := os.environ.get("CHROMIUM"):
        return Path(named)
    for source in (_from_the_path, _from_playwright, _downloaded, _from_the_distribution):
        if path := source():
            return path
    raise FileNotFoundError(
        "找不到 Chromium，请安装，或用 CHROMIUM 指明它的路径 · No Chromium: install one, or set CHROMIUM"
    )


def _from_the_path() -> Path | None:
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path and _runs(path)), None)


def _from_playwright() -> Path | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return Path(path) if _runs(path) else None


def _downloaded() -> Path | None:
    _say("正在下载 Playwright 的 Chromium · Downloading Playwright's Chromium")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    subprocess.run(command, capture_output=True, check=False)
    return _from_playwright()


def _from_the_distribution() -> Path | None:
    # Without the font, Chinese is tested as empty boxes.
    return _from_the_path() if _installed("chromium", "fontconfig", "fonts-noto-cjk") else None


def _mend_playwright() -> None:
    """Gives Playwright's driver, a Node.js, the library that a bare Debian lacks."""
    if not _runs(sys.executable, "-m", "playwright"):
        _installed("libatomic1")


def _installed(*packages: str) -> bool:
    """Whether the distribution's packages went in; only Debian and its kin are asked, and only by root."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    _say(f"正在用 apt-get 安装 · Installing with apt-get: {' '.join(packages)}")
    commands = (["update"], ["install", "--yes", "--no-install-recommends", *packages])
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.call(["apt-get", "-qq", *command], env=quiet, stdout=subprocess.DEVNULL) == 0
        for command in commands
    )


def _runs(*command: str) -> bool:
    """Whether it starts: a browser may be Ubuntu's notice to install a snap, or lack its libraries."""
    try:
        return subprocess.run([*command, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _note_fonts() -> None:
    lister = shutil.which("fc-list")
    if lister and not subprocess.run([lister, ":lang=zh"], capture_output=True, check=True).stdout:
        _say("没有中文字体，截图会显示方框，请安装 fonts-noto-cjk · No Chinese font: install fonts-noto-cjk")


def _say(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    _mend_playwright()
    try:
        print(chromium())
    except FileNotFoundError as error:
        sys.exit(str(error))
    _note_fonts()
