"""Where share pictures are drawn: many of them in a process beside the build, while it writes pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from disclosure.pages.sharing.cards import Card
from disclosure.pages.sharing.pictures import draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HOOKS = Path(__file__).resolve().parents[3]
_FEW = 100
"""So many are drawn sooner than another Python has begun."""


class Studio:
    """The pictures of one build below ``site``; made by ``begin``, whole after ``finish``."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._cards: tuple[Card, ...] = ()
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self, cards: Iterable[Card]) -> None:
        """Takes the order; many pictures are begun at once."""
        self._cards = tuple(cards)
        for directory in {(self._site / card.address).parent for card in self._cards}:
            directory.mkdir(parents=True, exist_ok=True)
        if len(self._cards) > _FEW:
            with TemporaryFile("w+", encoding="utf-8") as order:
                json.dump([asdict(card) for card in self._cards], order)
                order.seek(0)
                self._process = subprocess.Popen(  # noqa: S603 - this very module
                    [sys.executable, "-m", __name__, self._site],
                    cwd=_HOOKS,
                    stdin=order,
                    stderr=subprocess.DEVNULL,
                )

    def finish(self) -> None:
        """Waits for the other process; draws here what it was not given, or failed at."""
        if self._process is None or self._process.wait():
            _draw(self._cards, self._site)
        self._process = None

    def close(self) -> None:
        """Ends the other process, should it still be at work."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None


def _draw(cards: Iterable[Card], site: Path) -> None:
    for card in cards:
        (site / card.address).write_bytes(draw(card))


def _ordered() -> Iterator[Card]:
    """The cards of the order, as long as the build that gave it is there."""
    build = os.getppid()
    for told in json.load(sys.stdin):
        if os.getppid() == build:
            yield Card(**told)


if __name__ == "__main__":
    _draw(_ordered(), Path(sys.argv[1]))
