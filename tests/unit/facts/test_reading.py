"""Files that are none, and text as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.facts.text_file import LARGEST, read_text
from disclosure.findings import Finding

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("甲".encode(), "甲"),
    ],
)
def test_text_is_read_without_byte_order_mark_and_with_unix_line_ends(
    tmp_path: Path, content: bytes, text: str
) -> None:
    (tmp_path / "a").write_bytes(content)

    assert read_text(tmp_path, "a") == text


@pytest.mark.parametrize(
    ("content", "line", "code"),
    [
        (b"", 1, "file-empty"),
        (b" \n\t\n", 1, "file-empty"),
        ("啊\n二".encode("gb18030"), 1, "file-encoding"),
        (b"a\nb\xff\n", 2, "file-encoding"),
        (b"a\n\0\n", 2, "file-encoding"),
        (b"a" * (LARGEST + 1), 1, "file-too-large"),
    ],
)
def test_what_is_no_text_is_a_finding(tmp_path: Path, content: bytes, line: int, code: str) -> None:
    (tmp_path / "a").write_bytes(content)

    found = read_text(tmp_path, "a")

    assert isinstance(found, Finding)
    assert (found.where.line, found.code) == (line, code)


def test_the_largest_file_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a" * LARGEST)

    assert isinstance(read_text(tmp_path, "a"), str)


def test_links_within_the_tree_are_followed_and_others_are_not(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret").write_text("s", "utf-8")
    (root / "a").write_text("甲", "utf-8")
    for name, target in {"in": "a", "out": "../secret", "circle": "circle", "nowhere": "none"}.items():
        (root / name).symlink_to(target)

    assert read_text(root, "in") == "甲"
    for name in ("out", "circle", "nowhere"):
        found = read_text(root, name)
        assert isinstance(found, Finding)
        assert found.code == "file-unreadable"
