"""Live editing, under MkDocs and without it: changes and findings appear by themselves; mending is enough."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from project import apply, make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE = 30.0
MKDOCS = (sys.executable, "-m", "mkdocs", "serve", "-a", "{address}")
DISCLOSE = (sys.executable, "hooks/disclose.py", "serve", "--port", "{port}")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The minimal site's project, with a page about the site."""
    root = make(tmp_path / "project")
    page = "---\norder: 1\n---\n\n# 怎样提意见 {#supervision}\n\n写信。\n"
    apply(root, [{"file": "docs/about/supervision.md", "write": page}])
    return root


class _Served:
    """A project that is served for live editing."""

    def __init__(self, root: Path, address: str, log: Path) -> None:
        self.root, self.address, self.log = root, address, log

    def page(self, path: str) -> str:
        with urlopen(f"http://{self.address}/{path}", timeout=_PATIENCE) as answer:
            return str(answer.read().decode())

    def wait_for(self, words: str, path: str) -> None:
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            try:
                if words in self.page(path):
                    return
            except (URLError, ConnectionError):
                pass
            time.sleep(0.05)
        pytest.fail(f"{words} never appeared on {path}: {self.log.read_text('utf-8')[-2000:]}")

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")


@contextmanager
def _serving(root: Path, log: Path, *command: str) -> Iterator[_Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"127.0.0.1:{port}"
    command = tuple(part.format(address=address, port=port) for part in command)
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    with log.open("w") as stream:
        running = subprocess.Popen(command, cwd=root, env=quiet, stdout=stream, stderr=stream)
        try:
            yield _Served(root, address, log)
        finally:
            running.terminate()
            running.wait(timeout=_PATIENCE)


@pytest.mark.parametrize(
    "command",
    [pytest.param(MKDOCS, marks=pytest.mark.ci, id="mkdocs"), pytest.param(DISCLOSE, id="disclose")],
)
def test_changes_findings_and_repairs_appear_without_a_restart(
    root: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    with _serving(root, tmp_path / "log", *command) as served:
        served.wait_for("请看", "index.html")

        served.edit("docs/about/supervision.md", "# 怎样提意见", "# 怎样提意见建议")
        served.wait_for("怎样提意见建议", "about/supervision/index.html")

        served.edit("data/2022/values.yml", "value: 4200万元", "value: 4300万元")
        served.wait_for("data/2022/values.yml 第", "2022/funding/index.html")
        assert "[fidelity]" in (tmp_path / "log").read_text("utf-8")

        served.edit("data/2022/values.yml", "value: 4300万元", "value: [")
        served.wait_for("yaml-syntax", "index.html")

        served.edit("data/2022/values.yml", "value: [", "value: 4200万元")
        served.wait_for("校舍维修投入", "2022/funding/index.html")

        served.edit("docs/2022/funding.md", "{{ education-budget }}", "    {{ education-bugdet }}")
        served.wait_for("education-budget", "2022/funding/index.html")
        served.wait_for("是不是想写", "2022/funding/index.html")

        served.edit("docs/2022/funding.md", "    {{ education-bugdet }}", "{{ education-budget }}")
        served.wait_for("校舍维修投入", "2022/funding/index.html")

    assert "Traceback" not in (tmp_path / "log").read_text("utf-8")


SLIP = ("data/publisher.yml", "name: 示例县", "nmae: 示例县")
MORE_SLIPS = [
    ("docs/about/supervision.md", "---\norder", "--\norder"),
    ("data/areas.yml", "schemes:", "schems:"),
    ("data/2022/report.yml", "scheme: example-2022", "scheme: example"),
    ("docs/2022/index.md", "{{ section funding }}", "{{ section fundng }}"),
]


@pytest.mark.parametrize(
    ("path", "old", "new"), [SLIP, *(pytest.param(*slip, marks=pytest.mark.ci) for slip in MORE_SLIPS)]
)
def test_a_server_that_starts_with_errors_shows_them_and_recovers(
    root: Path, tmp_path: Path, path: str, old: str, new: str
) -> None:
    file = root / path
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    with _serving(root, tmp_path / "log", *DISCLOSE) as served:
        served.wait_for("需要修改", "index.html")
        assert path in served.page("index.html")

        served.edit(path, new, old)
        served.wait_for("请看", "index.html")

    assert "Traceback" not in (tmp_path / "log").read_text("utf-8")
