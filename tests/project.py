"""A temporary project: a small site of ``tests/sites`` with the repository's ``mkdocs.yml`` and hooks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from disclosure.cli import main
from disclosure.facts.published import CHAIN, Line
from disclosure.hosts import plain
from disclosure.render.markdown import Renderer
from disclosure.site.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

REPOSITORY = Path(__file__).resolve().parent.parent
SITES = REPOSITORY / "tests" / "sites"
CASES = REPOSITORY / "tests" / "cases"
_FORMER = "<p>The site of an earlier build."


def make(root: Path, site: str = "minimal") -> Path:
    """The project at ``root``: a copy of a site and of ``mkdocs.yml``, and a link to the hooks."""
    shutil.copytree(SITES / site, root, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "hooks").symlink_to(REPOSITORY / "hooks")
    return root


def copy_real(root: Path) -> Path:
    """The repository's docs and data at ``root``, with its settings and a link to its hooks."""
    root.mkdir()
    for directory in ("docs", "data"):
        shutil.copytree(REPOSITORY / directory, root / directory)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    (root / "hooks").symlink_to(REPOSITORY / "hooks")
    return root


def publish_former(root: Path) -> None:
    """An earlier ``site/`` with the manifest that says a build wrote it."""
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text(_FORMER, "utf-8")
    digest = sha256(_FORMER.encode()).hexdigest()
    (root / "site" / "manifest.sha256").write_text(f"{digest}  index.html\n", "utf-8")


def assert_refused(root: Path, made: subprocess.CompletedProcess[str]) -> None:
    """The build failed without a traceback and left the former site as it was, and nothing else."""
    assert made.returncode == 1
    assert "Traceback" not in made.stderr + made.stdout
    assert {path.name for path in (root / "site").iterdir()} == {"index.html", "manifest.sha256"}
    assert (root / "site" / "index.html").read_text("utf-8") == _FORMER
    assert not list(root.glob(".site*"))


def disclose(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command of ``hooks/disclose.py`` on the project at ``root``, in this very process."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        status = main(arguments, root)
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())


def build(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The site at ``root``, built in this very process: without a host, and within a tenth of its time."""
    return disclose(root, "build", *arguments)


def renderer() -> Renderer:
    """Markdown as ``mkdocs.yml`` has it rendered."""
    made = plain.settings(REPOSITORY)
    assert not isinstance(made, list)
    return Renderer(made.extensions, made.extension_settings)


def mkdocs_build(
    root: Path, *arguments: str, host: str = "mkdocs", under: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """``mkdocs build`` as the webmaster runs it, ``under`` another command if need be."""
    command = [*under, sys.executable, "-m", host, "build", *arguments]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)


def copy(source: Path, target: Path) -> None:
    """A directory once more."""
    shutil.copytree(source, target)


def apply(root: Path, edits: Iterable[Mapping[str, Any]]) -> None:
    """Changes files of a project as a case says."""
    for edit in edits:
        path = root / edit["file"]
        assert "hooks" not in Path(edit["file"]).parts, "the hooks are the repository's own"
        path.parent.mkdir(parents=True, exist_ok=True)
        if "register" in edit:
            Site(root).register.write(root)
        elif "chain" in edit:
            _chain(root, edit["chain"])
        else:
            _apply(root, path, edit)


def _chain(root: Path, others: Mapping[str, str]) -> None:
    """A register of one line that names each ``published.json``, and files that are not there."""
    files = sorted(root.glob("data/*/published.json"))
    digests = {file.parent.name: sha256(file.read_bytes()).hexdigest() for file in files}
    (root / CHAIN).write_text(f"{Line(1, '2022-11-01', None, digests | others)}\n", "utf-8")


def _apply(root: Path, path: Path, edit: Mapping[str, Any]) -> None:
    match dict(edit):
        case {"replace": old, "with": new}:
            text = path.read_text("utf-8")
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
            path.write_text(text.replace(old, new), "utf-8")
        case {"append": text}:
            path.write_text(path.read_text("utf-8") + text, "utf-8")
        case {"write": text}:
            path.write_text(text, "utf-8")
        case {"encode": encoding}:
            path.write_bytes(path.read_text("utf-8").encode(encoding))
        case {"bytes": size}:
            path.write_bytes(b"")
            os.truncate(path, size)
        case {"delete": True}:
            _remove(path)
        case {"copy": source}:
            copy(root / source, path)
        case {"mkdir": True}:
            _remove(path)
            path.mkdir()
        case {"link": target}:
            _remove(path)
            path.symlink_to(target)
        case _:
            raise AssertionError(edit)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


_FINDING = re.compile(r"^(\S[^:\n]*:\d+:\d+): .* \[([a-z0-9-]+)\]$", re.MULTILINE)


def findings(output: str) -> list[str]:
    """The findings that a build told, in its order: ``data/areas.yml:3:5 unknown-field``."""
    return [f"{where} {code}" for where, code in _FINDING.findall(output)]


def in_order(found: Iterable[str]) -> list[str]:
    """Findings sorted by file, line and column, each once."""

    def key(finding: str) -> tuple[str, int, int, str]:
        where, code = finding.rsplit(" ", 1)
        path, line, column = where.rsplit(":", 2)
        return path, int(line), int(column), code

    return sorted(set(found), key=key)


def case(path: Path) -> dict[str, Any]:
    """A case file: what is changed in the minimal site, and what must be found."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded
