"""Names for stylesheets and scripts that change with their content, so that caches never mix versions."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath

_LENGTH = 8


def hashed(path: str, content: bytes) -> str:
    """``assets/site.css`` → ``assets/site.3fa9c1d2.css``."""
    name = PurePosixPath(path)
    return name.with_name(f"{name.stem}.{sha256(content).hexdigest()[:_LENGTH]}{name.suffix}").as_posix()
