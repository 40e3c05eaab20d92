"""The scripts that are fetched to search, as they are published: without comments and indents."""

from __future__ import annotations

import re
from pathlib import Path

_SOURCES = Path(__file__).parent / "scripts"
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)


def dialog() -> str:
    """What the form shows."""
    return _bare((_SOURCES / "dialog.js").read_text("utf-8"))


def worker() -> str:
    """What runs beside the page: its parts one behind the other, so that one request brings all."""
    return _joined("worker")


def answering() -> str:
    """What the worker takes in besides, once something is asked."""
    return _joined("answering")


def _joined(directory: str) -> str:
    return "".join(_bare(path.read_text("utf-8")) for path in sorted((_SOURCES / directory).glob("*.js")))


def _bare(source: str) -> str:
    """A script without lines that only comment, without indents and empty lines; strings are left alone.

    So no line of a template string may begin with white space or two slashes.
    """
    lines = (line.strip() for line in _COMMENT.sub("", source).splitlines())
    return "".join(f"{line}\n" for line in lines if line)
