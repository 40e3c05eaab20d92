"""The scripts that are fetched to search."""

from __future__ import annotations

from pathlib import Path

_SOURCES = Path(__file__).parent / "scripts"


def dialog() -> str:
    """What the form shows: a block, since its page may have names of its own."""
    return f"{{\n{_joined('dialog')}}}\n"


def worker() -> str:
    """What runs beside the page: its parts one behind the other, so that one request brings all."""
    return _joined("worker")


def spelling() -> str:
    """What the worker takes in besides, once letters are typed."""
    return _joined("spelling")


def answering() -> str:
    """What the worker takes in besides, once something is asked."""
    return _joined("answering")


def _joined(directory: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted((_SOURCES / directory).glob("*.js")))
