"""Reads a file of the project as text, or returns a finding that says why it can't be read."""

import re
from pathlib import Path

from disclosure.findings import Finding, Where

LARGEST = 2 * 1024 * 1024
"""Bytes. The largest report of a county has a hundredth of this; anything larger is a mistake."""

INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]"
)
"""Characters that no reader sees: controls, marks of direction and width, private ones."""


def read_text(root: Path, relative: str) -> str | Finding:
    """The text of ``root/relative`` with Unix line ends and without a byte-order mark."""
    path = root / relative
    try:
        fault = _fault(root, path)
        content = b"" if fault else path.read_bytes()
    except OSError as error:
        fault, content = ("file-unreadable", f"文件读不了：{error.strerror}。"), b""
    if fault:
        return Finding(Where(relative), *fault)
    text, line = _decoded(content)
    if text is None:
        return Finding(Where(relative, line), "file-encoding", "这一行有不是 UTF-8 编码的内容。")
    if not text.strip():
        return Finding(Where(relative), "file-empty", "文件里没有内容。")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def line_at(root: Path, where: Where) -> str | None:
    """The line of a file at ``where``, or ``None`` where it can't be read."""
    text = read_text(root, where.path)
    lines = [] if isinstance(text, Finding) else text.split("\n")
    return lines[where.line - 1] if where.line <= len(lines) else None


def _fault(root: Path, path: Path) -> tuple[str, str] | None:
    """Code and message if the file can't be read; raises ``OSError`` if it can't even be examined."""
    if not path.exists() and not path.is_symlink():
        return "file-missing", "缺少这个文件。"
    if leads_away(root, path):
        return "file-unreadable", "这是一个指向站点目录以外的链接，不能读取。"
    if not path.is_file():
        return "file-unreadable", "这里应当是一个文件，却是目录、失效的链接或别的东西。"
    if (size := path.stat().st_size) > LARGEST:
        return "file-too-large", f"文件有 {size / 1024 / 1024:.1f} MB，上限是 2 MB。"
    return None


def _decoded(content: bytes) -> tuple[str | None, int]:
    """The text, or ``None`` with the line of the first byte that is not UTF-8 text."""
    place = content.find(b"\0")
    if place < 0:
        try:
            return content.decode("utf-8-sig"), 0
        except UnicodeDecodeError as error:
            place = error.start
    return None, content.count(b"\n", 0, place) + 1


def leads_away(root: Path, path: Path) -> bool:
    """Whether ``path`` resolves to a place outside of ``root``, or can't be resolved (circular links)."""
    try:
        return not path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # RuntimeError: a circle, before Python 3.13
        return True
