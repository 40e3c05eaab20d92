"""What a chart is made of: a title, a sentence, a picture, and the table that the picture shows."""

import re
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup, escape

from disclosure.charts.marks import Mark


class Picture(Protocol):
    """What is drawn: a form such as bars or lines, with a template of its own."""

    @property
    def template(self) -> str:
        """The template that draws it."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The numbers that it shows."""

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width of the page."""

    @property
    def axis(self) -> str:
        """A sentence that says how its scale reads."""

    @property
    def open_ends(self) -> str:
        """What it draws where the print leaves a number open."""


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture in words; the first cell of a row is its heading."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | Mark | None, ...], ...]
    """Words, numbers, and ``None`` where the report states nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture with everything that it may not be without."""

    id: str
    title: str
    summary: str
    """What the picture shows, in one sentence made from the same numbers."""
    picture: Picture
    table: Table
    notes: tuple[str, ...] = ()
    """What a reader must know to read the picture rightly."""

    def __post_init__(self) -> None:
        if not (self.title.strip() and self.summary.strip()):
            raise ValueError("a chart has a title and a summary")

    @property
    def open(self) -> bool:
        """Whether anything in it has an open end."""
        return any(mark.bound.value != "exact" for mark in self.picture.marks)

    @property
    def sentence(self) -> Markup:
        """The summary, in which a number and its unit never part at the end of a line."""
        printed = sorted({mark.printed for mark in self.picture.marks}, key=lambda text: (-len(text), text))
        if not printed:
            return escape(self.summary)
        parts = re.split(f"({'|'.join(map(re.escape, printed))})", self.summary)
        whole = Markup('<span class="whole">{}</span>')
        return Markup("").join(whole.format(part) if index % 2 else part for index, part in enumerate(parts))
