"""The locks fit every supported machine, and the Makefile refuses the others."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.txt", "tests/requirements.txt")
PYTHONS = ("3.11.0", "3.11.2", "3.11.5", "3.12.0", "3.13.0", "3.14.0")
SYSTEMS = ("linux", "darwin", "win32")
MACHINES = [(python, system) for python in PYTHONS for system in SYSTEMS]


def lines(name: str) -> list[str]:
    text = (ROOT / name).read_text("utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def pins(name: str, python: str, system: str) -> list[tuple[str, str]]:
    """What a requirements file installs on one machine, in order."""
    machine = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": system,
    }
    found = [Requirement(line.split("--hash")[0]) for line in lines(name)]
    return [(one.name, str(one.specifier)) for one in found if not one.marker or one.marker.evaluate(machine)]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock):
    assert [line for line in lines(lock) if not re.search(r"==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_tells_neither_where_it_was_made_nor_where_packages_came_from(lock):
    text = (ROOT / lock).read_text("utf-8")

    assert re.findall(r"://|--\S*(?:index|find-links|host)\S*| /\S+|[A-Z]:\\", text) == []


@pytest.mark.parametrize(("python", "system"), MACHINES)
@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_brings_each_requirement_once(lock, python, system):
    locked = pins(lock, python, system)

    assert len(dict(locked)) == len(locked)
    assert set(pins(lock.replace(".txt", ".in"), python, system)) <= set(locked)


@pytest.mark.parametrize(("python", "system"), MACHINES)
def test_the_locks_agree(python, system):
    site, tests = (dict(pins(lock, python, system)) for lock in LOCKS)

    assert {name: site[name] for name in site.keys() & tests} == {
        name: tests[name] for name in site.keys() & tests
    }


@pytest.mark.ci
def test_the_lock_installs_into_an_empty_environment_and_builds_the_site(tmp_path):
    run = partial(subprocess.run, check=True, stdout=subprocess.DEVNULL)
    run([sys.executable, "-m", "venv", tmp_path / "venv"])
    python = tmp_path / "venv" / "bin" / "python"

    run([python, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", ROOT / LOCKS[0]])
    run([python, "-m", "mkdocs", "build", "--quiet", "--site-dir", tmp_path / "site"], cwd=ROOT)

    assert (tmp_path / "site" / "index.html").is_file()


def test_an_old_python_is_refused_in_two_languages():
    # -B: as if nothing were installed yet; `false` answers as an old Python does.
    made = subprocess.run(
        ["make", "-B", "site", "PYTHON=false"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert made.returncode == 2
    assert "需要 Python 3.11" in made.stderr
    assert "or newer is needed" in made.stderr
