"""The words of the source text without Markdown's marks, each character with its place in a file."""

import re
from dataclasses import dataclass

from disclosure.findings import Where

_NUMERIC = re.compile(r"[0-9０-９.,．，]{2}")
"""Two characters of a number, between which nothing may be cut."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one file, figures as they are printed."""

    text: str
    places: tuple[Where, ...]
    """The place of each character: in the Markdown file or, for a figure's characters, in the data."""
    start: Where
    """The place of the first word, or where it would be."""
    figures: tuple[tuple[int, int], ...] = ()
    """Start and end of every figure that a macro prints."""

    def where(self, at: int) -> Where:
        """The place of the character at ``at``, or ``start`` if there is none."""
        return self.places[at] if at < len(self.places) else self.start

    def around(self, start: int, end: int, *, reach: int = 12) -> tuple[str, str, str]:
        """The words before, in and after a span, to show its context; they stay within the line.

        No number is cut: 20 of 200余场次 would be a different number.
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


def joined(words: Words) -> Words:
    """``words`` without white space except line ends between paragraphs: it would split numbers.

    A space between two digits stays, since it separates two numbers.
    """
    text: list[str] = []
    places: list[Where] = []
    moved: dict[int, int] = {}
    for piece in re.finditer(r"\s+|\S+", words.text):
        start, end = piece.span()
        for at in range(start, end):
            moved[at] = len(text) + (0 if piece[0].isspace() else at - start)
        if not piece[0].isspace():
            text += piece[0]
            places += words.places[start:end]
            continue
        around = words.text[start - 1 : start] + words.text[end : end + 1]
        space = "\n" if piece[0].count("\n") > 1 else " " if re.fullmatch(r"\d\d", around) else ""
        text += space
        places += words.places[start : start + len(space)]
    moved[len(words.text)] = len(text)
    figures = tuple((moved[start], moved[end]) for start, end in words.figures)
    return Words("".join(text), tuple(places), words.start, figures)
