"""Reads a file of the project as text, or says as a finding why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.findings import Finding, Where

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 2 * 1024 * 1024
"""Bytes. The largest report of a county is a hundredth of this; anything above is a mistake."""


def read_text(root: Path, relative: str) -> str | Finding:
    """The text of ``root/relative`` with Unix line ends and without a byte-order mark."""

    def finding(code: str, message: str, line: int = 1) -> Finding:
        return Finding(Where(relative, line), code, message)

    path = root / relative
    if not path.exists() and not path.is_symlink():
        return finding("file-missing", "缺少这个文件。")
    if leads_away(root, path):
        return finding("file-unreadable", "这是一个指向站点目录以外的链接，不能读取。")
    if not path.is_file():
        return finding("file-unreadable", "这里应当是一个文件，却是目录、失效的链接或别的东西。")
    try:
        if (size := path.stat().st_size) > LARGEST:
            return finding("file-too-large", f"文件有 {size / 1024 / 1024:.1f} MB，上限是 2 MB。")
        content = path.read_bytes()
    except OSError as error:
        return finding("file-unreadable", f"文件读不了：{error.strerror}。")
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        return finding("file-encoding", "这不是文本文件，或者编码不是 UTF-8。", line)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return finding("file-encoding", "这一行有不是 UTF-8 编码的内容。", line)
    if not text.strip():
        return finding("file-empty", "文件里没有内容。")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def leads_away(root: Path, path: Path) -> bool:
    """Whether ``path`` is, behind links, outside of ``root``; a link in a circle leads nowhere."""
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # RuntimeError: a circle, before Python 3.13
        return True
