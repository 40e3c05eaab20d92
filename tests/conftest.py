"""What several test modules stand on: two sites, each built once, and a Chromium to look at them.

What belongs to the county of ``docs/`` and ``data/``, its words and counts, is tested in ``county/`` alone,
which another county leaves out. Elsewhere ``real_site`` is asked only what holds of any county.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress
from ctypes import CDLL
from dataclasses import dataclass
from functools import cache
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadScopeScheduling

import effort  # noqa: F401 - chooses how many examples a property is tried on
from chromium import browser
from disclosure.pages.sharing.pictures import draw
from disclosure.site.site import Site
from project import REPOSITORY, build, copy_real, make
from serving import WIDTHS, quiet_page, shared_page

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from xdist.workermanage import WorkerController

    from disclosure.facts.disclosure import Disclosure


_IN_CHROMIUM = "seconds in Chromium"
_NOTES = {_IN_CHROMIUM: 0.0}
_SUBREAPER = 36
"""Linux's number for a process that inherits orphans: Chromium's are counted once they are waited for."""


@dataclass(frozen=True)
class County:
    """A fictional county's project after one build."""

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


@pytest.fixture(scope="session", autouse=True)
def _drawn_once() -> Iterator[None]:
    """A share picture is drawn once, on however many sites it stands."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("disclosure.site.build.draw", cache(draw))
        yield


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


@pytest.fixture(scope="session")
def health_county(tmp_path_factory: pytest.TempPathFactory) -> County:
    """The county that reports about health, built once and only read."""
    root = make(tmp_path_factory.mktemp("health-county"), "health-county")
    return County(root, build(root), Site(root))


@pytest.fixture(scope="session")
def _running(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """The one Chromium of a run, with the page that tests share; one process has all tests that need it."""
    if sys.platform == "linux":
        CDLL(None).prctl(_SUBREAPER, 1)
    with browser() as running:
        running.new_page()
        yield running
    before, deadline = _spent(resource.RUSAGE_CHILDREN), monotonic() + 5
    with suppress(ChildProcessError):  # none is left
        while monotonic() < deadline:
            os.waitpid(-1, os.WNOHANG)
            sleep(0.05)
    _told(request.config)[_IN_CHROMIUM] = _spent(resource.RUSAGE_CHILDREN) - before


@pytest.fixture(scope="module")
def chromium(_running: Browser) -> Iterator[Browser]:
    """A running Chromium without the pages that other modules opened for themselves."""
    yield _running
    for context in _running.contexts[1:]:
        context.close()


@pytest.fixture(params=[WIDTHS[0], pytest.param(WIDTHS[-1], marks=pytest.mark.ci)])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A narrow page, in .ci/run a wide one too, that fails its test when anything goes wrong."""
    with quiet_page(chromium, request.param) as opened:
        yield opened


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Page]:
    """A wide page, for what does not depend on the width."""
    with quiet_page(chromium, WIDTHS[-1]) as opened:
        yield opened


@pytest.fixture
def lenient(chromium: Browser) -> Iterator[Page]:
    """A wide page of which requests may fail."""
    with shared_page(chromium, WIDTHS[-1]) as opened:
        yield opened


class _Scheduler(LoadScopeScheduling):
    """All files that need Chromium go to one process; of the rest each stays together, with what it builds.

    The marks of pytest-xdist 3.8 for groups have no effect in pytest 9.2, which does not read them back.
    """

    def _split_scope(self, nodeid: str) -> str:
        name = nodeid.partition("::")[0]
        return "chromium" if _needs_chromium(REPOSITORY / name) else name


@cache
def _needs_chromium(path: Path) -> bool:
    return "playwright" in path.read_text("utf-8")


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """How tests are shared out among processes."""
    return _Scheduler(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Makes sure that the scheduler knows all that need a Chromium."""
    paths = {item.path for item in items if "_running" in item.fixturenames}
    assert all(map(_needs_chromium, paths)), "what needs Chromium imports a type of playwright.sync_api"


def _spent(who: int) -> float:
    """Seconds of processor time."""
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def _told(config: pytest.Config) -> dict[str, float]:
    """What a process tells the one that started it; of a single process its own notes."""
    return getattr(config, "workeroutput", _NOTES)


def pytest_testnodedown(node: WorkerController) -> None:
    """Keeps what a process has told."""
    _NOTES.update({name: node.workeroutput[name] for name in (_IN_CHROMIUM,) if name in node.workeroutput})


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says what the run has cost: pytest with all that its tests start, and Chromium's own processes."""
    seconds, inside = sum(map(_spent, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))), _NOTES[_IN_CHROMIUM]
    terminalreporter.write_line(
        f"{seconds - inside:.0f} s of processor time, and {inside:.0f} s in Chromium's own processes"
    )
