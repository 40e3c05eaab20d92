"""A line of progress for long builds: on a terminal, after three seconds, and never in a pipe."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

_PATIENCE = 3.0
_STEP = 25


@dataclass
class Progress:
    """Counts pages; begins to speak when the build takes long."""

    stream: TextIO
    clock: Callable[[], float]
    """Seconds since some moment, the same in a whole build."""
    started: float
    total: int = 0
    done: int = 0
    _shown: bool = False

    @property
    def seconds(self) -> float:
        """How long the build has taken."""
        return self.clock() - self.started

    def page(self) -> None:
        """One more page is written."""
        self.done += 1
        if self.done % _STEP == 0 and self.stream.isatty() and self.seconds > _PATIENCE:
            self.stream.write(f"\r正在生成网页 {self.done}/{self.total}")
            self.stream.flush()
            self._shown = True

    def end(self) -> None:
        """Clears the line."""
        if self._shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
