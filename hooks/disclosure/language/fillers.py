"""Words that surround a question and say nothing of the matter: those of ``fillers.txt``."""

from __future__ import annotations

from pathlib import Path

FILLERS = Path(__file__).with_name("fillers.txt")


def fillers() -> list[str]:
    """The words, sorted."""
    lines = FILLERS.read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
