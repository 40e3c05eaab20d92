"""The host without MkDocs: what it refuses before it builds."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

import project
from disclosure.hosts import plain
from disclosure.site.build import Refused

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("port", [99999, -1])
def test_a_port_that_cannot_be_used_is_refused_in_chinese(tmp_path: Path, port: int) -> None:
    with pytest.raises(Refused, match=f"^端口 {port} 不能用"):
        plain.serve(project.make(tmp_path), stream=io.StringIO(), clock=lambda: 0, port=port)


@pytest.mark.parametrize("docs", ["..", ".", "/tmp", "data", "hooks", "docs/2022"])  # noqa: S108 - only a name
def test_the_words_are_in_a_directory_of_the_project_that_is_theirs(tmp_path: Path, docs: str) -> None:
    root = project.make(tmp_path)
    (root / "mkdocs.yml").write_text(f"docs_dir: {docs}\ntheme: {{custom_dir: hooks/theme}}\n", "utf-8")

    found = plain.settings(root)

    assert isinstance(found, list)
    assert [item.code for item in found if item.where.line == 1] == ["wrong-value"]
