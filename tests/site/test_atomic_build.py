"""A build replaces the site whole, or leaves it as it was, whatever ends it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from project import build, mkdocs_build

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def _bytes(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def _hidden(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".")]


def _break(root: Path) -> None:
    page = root / "docs" / "2022" / "funding.md"
    page.write_text(page.read_text("utf-8").replace("编制", "编"), "utf-8")


def _slow(root: Path) -> None:
    """Makes the build long enough to be killed: many pages of the site's own."""
    for number in range(300):
        (root / "docs" / "about" / f"page-{number}.md").write_text(
            f"# 页 {{#page-{number}}}\n\n正文。\n", "utf-8"
        )


MKDOCS, DISCLOSE = (
    (sys.executable, "-m", "mkdocs", "build", "-q"),
    (sys.executable, "hooks/disclose.py", "build"),
)


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


@pytest.mark.parametrize("arguments", [(), ("--strict",), ("-q",), ("--quiet", "--strict"), ("--no-strict",)])
def test_a_failing_build_leaves_the_former_site_and_no_litter(real: Path, arguments: tuple[str, ...]) -> None:
    assert build(real).returncode == 0
    former = _bytes(real / "site")
    _break(real)

    done = mkdocs_build(real, *arguments)

    assert done.returncode == 1
    assert "[fidelity]" in done.stderr
    assert "Traceback" not in done.stderr
    assert _bytes(real / "site") == former
    assert _hidden(real) == []


@pytest.mark.parametrize("arguments", [(), ("-q",), ("--no-strict",)])
def test_a_warning_of_mkdocs_fails_the_build_however_quiet(real: Path, arguments: tuple[str, ...]) -> None:
    with (real / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("nav: [missing.md]\n")

    done = mkdocs_build(real, *arguments)

    assert done.returncode == 1
    assert "[host-warning]" in done.stderr
    assert not (real / "site").exists()


def test_another_directory_can_be_the_target(real: Path, tmp_path: Path) -> None:
    done = build(real, "-d", str(tmp_path / "elsewhere"))

    assert done.returncode == 0
    assert (tmp_path / "elsewhere" / "2022" / "index.html").is_file()
    assert not (real / "site").exists()
    assert _hidden(tmp_path) == []


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("command", [MKDOCS, DISCLOSE], ids=["mkdocs", "disclose"])
def test_a_terminated_build_leaves_the_former_site_and_no_litter(
    real: Path, command: Sequence[str], how: signal.Signals
) -> None:
    assert build(real).returncode == 0
    former = _bytes(real / "site")
    _slow(real)

    status = _killed(real, how, when="site/assets", command=command)

    assert status != 0
    assert _bytes(real / "site") == former
    assert _hidden(real) == []


def test_even_a_killed_build_leaves_the_former_site_and_no_litter(real: Path) -> None:
    assert build(real).returncode == 0
    former = _bytes(real / "site")
    _slow(real)

    _killed(real, signal.SIGKILL, when="site/assets")

    assert _bytes(real / "site") == former
    deadline = time.monotonic() + 60
    while _hidden(real):
        assert time.monotonic() < deadline, "the stage is still there"
        time.sleep(0.05)
    assert build(real, "-q").returncode == 0
    assert len(list((real / "site" / "about").iterdir())) == 303
    assert _hidden(real) == []


def test_a_site_with_a_strangers_file_is_refused_in_one_sentence(real: Path) -> None:
    assert build(real).returncode == 0
    (real / "site" / "notes.txt").write_text("mine", "utf-8")

    done = build(real)

    assert done.returncode == 1
    assert "notes.txt" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (real / "site" / "notes.txt").is_file()
    assert _hidden(real) == []


def test_a_dirty_build_is_refused(real: Path) -> None:
    done = mkdocs_build(real, "--dirty")

    assert done.returncode == 1
    assert "--dirty" in done.stdout + done.stderr
    assert not (real / "site").exists()


def test_the_end_of_a_build_says_what_was_made(real: Path) -> None:
    done = build(real)

    for words in (
        "网页 92 个",
        "指标 64 个",
        "数值 70 个",
        "正文里的数字 114 处：与数据对应 77 处，不是统计数字 37 处，没有着落 0 处",
        "标准对照 18 项（核实中 0 项），推算 8 项，复核说明 0 条，更正和修订 0 条",
        "5042 字",
        "错误 0",
        "尚未取得发布授权 1",
        "用时",
    ):
        assert words in done.stderr


@pytest.mark.parametrize("build", [build, mkdocs_build])
def test_a_quiet_build_says_nothing(
    real: Path, build: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    done = build(real, "-q")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
