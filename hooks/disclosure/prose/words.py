"""Words as someone typed them, without Markdown's marks: each character with its place in a file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure.findings import Where


_NUMERIC = re.compile(r"[0-9０-９.,．，]{2}")
"""Two characters between which no number may be cut."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one file, figures as they are printed."""

    text: str
    places: tuple[Where, ...]
    """For each character where it was typed; those of a figure stand in the data."""
    start: Where
    """Where the first of them stands, or would."""
    figures: tuple[tuple[int, int], ...] = ()
    """Start and end of every figure that the data print."""

    def where(self, at: int) -> Where:
        """The place of a character, or of the first."""
        return self.places[at] if at < len(self.places) else self.start

    def around(self, start: int, end: int, *, reach: int = 12) -> tuple[str, str, str]:
        """The words before, at and after a stretch, for showing where it stands; never across lines.

        No number is cut: 20 of 200余场次 would be another one.
        """
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.text.find("\n", end)
        line_end = len(self.text) if line_end < 0 else line_end
        first, last = max(line_start, start - reach), min(line_end, end + reach)
        while first > line_start and _NUMERIC.match(self.text[first - 1 : first + 1]):
            first -= 1
        while last < line_end and _NUMERIC.match(self.text[last - 1 : last + 1]):
            last += 1
        before, after = self.text[first:start], self.text[end:last]
        return (
            f"{'…' if first > line_start else ''}{before}",
            self.text[start:end],
            f"{after}{'…' if last < line_end else ''}",
        )
