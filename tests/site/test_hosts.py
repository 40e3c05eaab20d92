"""Whatever starts a build, the site is the same, byte for byte."""

from __future__ import annotations

from shutil import copytree, ignore_patterns
from typing import TYPE_CHECKING

import pytest

from finished import files
from project import apply, build, make, mkdocs_build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("host", ["mkdocs", pytest.param("properdocs", marks=pytest.mark.ci)])
@pytest.mark.parametrize(
    "built", ["demonstration", pytest.param("real", marks=pytest.mark.ci)], indirect=True
)
def test_a_host_builds_the_very_bytes_that_are_built_without_one(
    host: str, built: Path, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    copytree(built.parent, root, symlinks=True, ignore=ignore_patterns("site"))

    done = mkdocs_build(root, "--quiet", "--config-file", "mkdocs.yml", host=host)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert files(root / "site") == files(built)


@pytest.mark.parametrize(
    "edit",
    [
        {"replace": "plugins: []", "with": "plugins: [search]"},
        pytest.param(
            {"replace": "hooks: [hooks/events.py]", "with": "hooks: [hooks/events.py, visitors.py]"},
            marks=pytest.mark.ci,
        ),
    ],
)
def test_mkdocs_refuses_what_could_change_pages_behind_our_back(edit: dict[str, str], tmp_path: Path) -> None:
    root = make(tmp_path)
    apply(root, [{"file": "visitors.py", "write": ""}, {"file": "mkdocs.yml"} | edit])

    done = mkdocs_build(root)

    assert done.returncode == 1
    assert "不起作用" in done.stdout
    assert "Traceback" not in done.stderr
    assert {path.name for path in root.iterdir()} == {"data", "docs", "hooks", "mkdocs.yml", "visitors.py"}


@pytest.mark.ci
def test_another_name_for_the_directory_of_words_gives_the_same_site(tmp_path: Path) -> None:
    root, usual = make(tmp_path / "project"), make(tmp_path / "usual")
    (root / "docs").rename(root / "words")
    apply(root, [{"file": "mkdocs.yml", "replace": "docs_dir: docs", "with": "docs_dir: words"}])

    done = mkdocs_build(root, "--quiet")

    assert (done.returncode, done.stderr) == (0, "")
    assert build(usual).returncode == 0
    assert files(root / "site") == files(usual / "site")
