"""Stylesheets and scripts as they are published: lean, under names that change with their content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rcssmin import cssmin
from rjsmin import jsmin

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LENGTH = 8
_LEAN: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}


def hashed(path: str, content: bytes) -> str:
    """``assets/site.css`` → ``assets/site.3fa9c1d2.css``, so that caches never mix versions."""
    name = PurePosixPath(path)
    return name.with_name(f"{name.stem}.{sha256(content).hexdigest()[:_LENGTH]}{name.suffix}").as_posix()


def lean(path: str, text: str) -> str:
    """A stylesheet or script without comments and the spaces that only people need; others as they are.

    That is a sixth of what a phone loads.
    """
    made = _LEAN.get(PurePosixPath(path).suffix)
    return made(text) if made else text
