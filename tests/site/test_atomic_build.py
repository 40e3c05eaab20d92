"""A build replaces the site whole, or leaves it as it was, whatever ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from finished import files
from project import build, make, mkdocs_build

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The minimal site's project."""
    return make(tmp_path / "project")


def _hidden(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".")]


def _break(root: Path) -> None:
    page = root / "docs" / "2022" / "funding.md"
    page.write_text(page.read_text("utf-8").replace("生均支出", "支出"), "utf-8")


def _slow(root: Path) -> None:
    """Makes the build long enough to be killed: many pages of the site's own."""
    (root / "docs" / "about").mkdir()
    for number in range(100):
        (root / "docs" / "about" / f"page-{number}.md").write_text(
            f"# 页 {{#page-{number}}}\n\n正文。\n", "utf-8"
        )


MKDOCS = (sys.executable, "-m", "mkdocs", "build", "-q")
OPTIONS = ((), ("--strict",), ("--no-strict",))
DISCLOSE = (sys.executable, "hooks/disclose.py", "build")


def _killed(root: Path, how: signal.Signals, *, when: str, command: Sequence[str] = MKDOCS) -> int:
    """Starts a build and ends it once ``when`` exists in the stage."""
    # Tests that run in the background are deaf to SIGINT, and so would be what they start.
    hearing = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    running = subprocess.Popen(command, cwd=root, stderr=subprocess.DEVNULL, preexec_fn=hearing)  # noqa: PLW1509
    deadline = time.monotonic() + 60
    while not (root / ".site.stage" / when).exists():
        assert running.poll() is None, "the build ended before it could be killed"
        assert time.monotonic() < deadline
        time.sleep(0.005)
    running.send_signal(how)
    return running.wait(timeout=60)


@pytest.mark.parametrize(
    "arguments", [("-q",), *(pytest.param(each, marks=pytest.mark.ci) for each in OPTIONS)]
)
def test_a_failing_build_leaves_the_former_site_and_no_litter(root: Path, arguments: tuple[str, ...]) -> None:
    assert build(root).returncode == 0
    former = files(root / "site")
    _break(root)

    done = mkdocs_build(root, *arguments)

    assert done.returncode == 1
    assert "[fidelity]" in done.stderr
    assert "Traceback" not in done.stderr
    assert files(root / "site") == former
    assert _hidden(root) == []


@pytest.mark.parametrize("arguments", [("-q",), pytest.param(("--no-strict",), marks=pytest.mark.ci)])
def test_a_warning_of_mkdocs_fails_the_build_however_quiet(root: Path, arguments: tuple[str, ...]) -> None:
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav: [missing.md]\n")

    done = mkdocs_build(root, *arguments)

    assert done.returncode == 1
    assert "[host-warning]" in done.stderr
    assert not (root / "site").exists()


def test_another_directory_can_be_the_target(root: Path, tmp_path: Path) -> None:
    done = build(root, "-d", str(tmp_path / "elsewhere"))

    assert done.returncode == 0
    assert (tmp_path / "elsewhere" / "2022" / "index.html").is_file()
    assert not (root / "site").exists()
    assert _hidden(tmp_path) == []


@pytest.mark.parametrize(
    ("command", "how"),
    [
        (MKDOCS, signal.SIGTERM),
        pytest.param(DISCLOSE, signal.SIGINT, marks=pytest.mark.ci),
        pytest.param(MKDOCS, signal.SIGINT, marks=pytest.mark.ci),
        pytest.param(DISCLOSE, signal.SIGTERM, marks=pytest.mark.ci),
    ],
)
def test_a_terminated_build_leaves_the_former_site_and_no_litter(
    root: Path, command: Sequence[str], how: signal.Signals
) -> None:
    assert build(root).returncode == 0
    former = files(root / "site")
    _slow(root)

    status = _killed(root, how, when="site/assets", command=command)

    assert status != 0
    assert files(root / "site") == former
    assert _hidden(root) == []


def test_even_a_killed_build_leaves_the_former_site_and_no_litter(root: Path) -> None:
    assert build(root).returncode == 0
    former = files(root / "site")
    _slow(root)

    _killed(root, signal.SIGKILL, when="site/assets")

    assert files(root / "site") == former
    deadline = time.monotonic() + 60
    while _hidden(root):
        assert time.monotonic() < deadline, "the stage is still there"
        time.sleep(0.05)
    assert build(root, "-q").returncode == 0
    assert len(list((root / "site" / "about").iterdir())) == 100
    assert _hidden(root) == []


def test_a_site_with_a_strangers_file_is_refused_in_one_sentence(root: Path) -> None:
    assert build(root).returncode == 0
    (root / "site" / "notes.txt").write_text("mine", "utf-8")

    done = build(root)

    assert done.returncode == 1
    assert "notes.txt" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (root / "site" / "notes.txt").is_file()
    assert _hidden(root) == []


def test_a_dirty_build_is_refused(root: Path) -> None:
    done = mkdocs_build(root, "--dirty")

    assert done.returncode == 1
    assert "--dirty" in done.stdout + done.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize("build", [build, pytest.param(mkdocs_build, marks=pytest.mark.ci)])
def test_a_quiet_build_says_nothing(
    root: Path, build: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    done = build(root, "-q")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
