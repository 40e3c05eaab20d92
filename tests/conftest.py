"""What several test modules stand on: two sites, each built once, and a Chromium to look at them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from chromium import browser
from disclosure.site.site import Site
from project import build, copy_real, make
from serving import WIDTHS, quiet_page

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from disclosure.facts.disclosure import Disclosure


# On a machine that others share, how long one example takes says nothing.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@dataclass(frozen=True)
class County:
    """The demonstration county's project after one build."""

    root: Path
    made: subprocess.CompletedProcess[str]
    loaded: Site
    """Its facts and words."""

    @property
    def facts(self) -> Disclosure:
        """What its data say."""
        return self.loaded.disclosure

    @property
    def site(self) -> Path:
        """Its pages."""
        return self.root / "site"


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


@pytest.fixture(scope="session")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    """The demonstration county, built once and only read."""
    root = make(tmp_path_factory.mktemp("demo-county"), "demo-county")
    return County(root, build(root), Site(root))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A running Chromium."""
    with browser() as running:
        yield running


@pytest.fixture(params=WIDTHS)
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page, narrow and wide, that fails its test when anything is wrong in the background."""
    with quiet_page(chromium, request.param) as opened:
        yield opened
