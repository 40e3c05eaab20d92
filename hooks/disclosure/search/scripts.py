"""The scripts that are fetched to search, as they are published: without comments and indents."""

from __future__ import annotations

import re
from pathlib import Path

_SOURCES = Path(__file__).parent / "scripts"
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/)\n|[ \t]+// [^\n\"'`/]*$", re.MULTILINE)
_QUOTED = re.compile(
    r"""(?P<kept>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
    r"""|(?<=[(,=:\[!&|?{};\n])[ ]?/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*)"""
    r"""|[ ]?(?P<mark>=>|[=!<>]==?|&&|\|\||\?\?|[-+*]=|[{}()\[\];,:?<>=*])[ ]?"""
)
"""What is kept as it is (strings, templates, regular expressions); marks that need no space around them."""


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
    """A script without comments, indents, empty lines and the spaces that only people need.

    Strings are left alone, so no line of a template string may begin with white space or two slashes.
    """
    lines = (line.strip() for line in _COMMENT.sub("", source).splitlines())
    bare = "".join(f"{line}\n" for line in lines if line)
    return _QUOTED.sub(lambda match: match["kept"] or match["mark"], bare)
