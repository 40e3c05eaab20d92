"""What several test modules stand on: the real site built once, and a Chromium to look at it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from browser import browser
from project import REPOSITORY, build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture
def real(tmp_path: Path) -> Path:
    """A project of its own with the real report."""
    return copy_real(tmp_path / "project")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once and only read."""
    root = copy_real(tmp_path_factory.mktemp("real") / "project")
    assert build(root).returncode == 0
    return root / "site"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A running Chromium."""
    with browser() as running:
        yield running


def copy_real(root: Path) -> Path:
    """The repository's docs and data at ``root``, with its settings and a link to its hooks."""
    root.mkdir()
    for directory in ("docs", "data"):
        shutil.copytree(REPOSITORY / directory, root / directory)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "hooks").symlink_to(REPOSITORY / "hooks")
    return root
