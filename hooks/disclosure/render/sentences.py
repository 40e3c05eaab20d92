"""Gives each sentence of rendered prose an id, so that a link can lead to it.

Only words inside a paragraph are enclosed; figures and other inline elements are not split. Sentences of
lists and tables have the id of the heading above them. Composed sections (``<section data-section>``)
have pages of their own and are skipped.
"""

import html
import re
from dataclasses import dataclass

from disclosure.render.macros import NAME

_TAG = re.compile(r"(<!--.*?-->|</?[a-zA-Z][^<>]*>)", re.DOTALL)
_ID = re.compile(r'\sid="([^"]*)"')
_END = re.compile(r"(?<=[。；！？])")
_INLINE = frozenset(
    "a abbr b bdi br cite code data dfn em i kbd mark q s small span strong sub sup time".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a page."""

    anchor: str
    """The id to link to: its own, or that of the heading above it."""
    heading: str
    """The id of the heading above it; empty before the first."""
    text: str
    figures: tuple[str, ...]
    """The ids of its figures."""


def number_sentences(words: str, *, official: bool = False) -> tuple[str, tuple[Sentence, ...]]:
    """The HTML ``words`` with every sentence of a paragraph enclosed in ``<span id="sentence-N">``.

    With ``official``, only sentences in ``[data-official-text]`` count, not those that the site adds.
    """
    walker = _Walker(everywhere=not official)
    for index, part in enumerate(_TAG.split(words)):
        walker.tag(part) if index % 2 else walker.text(part)
    walker.flush()
    return "".join(walker.out), tuple(walker.found)


class _Walker:
    """Copies HTML and encloses its sentences."""

    def __init__(self, *, everywhere: bool) -> None:
        self.inside = 1 if everywhere else 0
        """The number of enclosing elements that are marked as official words."""
        self.out: list[str] = []
        self.found: list[Sentence] = []
        self.heading = ""
        self.composed = 0
        self.in_heading = self.in_paragraph = False
        self.depth = 0
        """The number of open inline elements."""
        self.sentence: list[str] = []
        """The HTML of the current sentence."""

    @property
    def in_prose(self) -> bool:
        """Whether words at this point belong to sentences."""
        return bool(self.inside) and not self.composed

    def tag(self, tag: str) -> None:
        match = NAME.match(tag)
        name, closing = (match[2].lower(), bool(match[1])) if match else ("", False)
        if name == "section":
            self.composed += -1 if closing else 1 if "data-section" in tag or self.composed else 0
        if self.in_prose and (name in _INLINE or not name) and not self.in_heading:
            self.sentence.append(tag)
            if name and name != "br":
                self.depth += -1 if closing else 1
            return
        self.flush()
        if re.fullmatch(r"h[1-6]", name):
            self.in_heading = not closing
            if not closing and (found := _ID.search(tag)):
                self.heading = found[1]
        if name == "div" and (self.inside or "data-official-text" in tag):
            self.inside += -1 if closing else 1
        self.in_paragraph = name == "p" and not closing and self.in_prose
        self.out.append(tag)

    def text(self, text: str) -> None:
        if not self.in_prose or self.in_heading:
            self.out.append(text)
            return
        for piece in [text] if self.depth else _END.split(text):
            self.sentence.append(piece)
            if not self.depth and _END.search(piece):
                self.flush()

    def flush(self) -> None:
        """Ends the current sentence."""
        inside = "".join(self.sentence)
        text = re.sub(r"\s+", " ", html.unescape(_TAG.sub("", inside))).strip()
        figures = tuple(found[1] for tag in _TAG.findall(inside) if (found := _ID.search(tag)))
        enclosed = bool(text) and self.in_paragraph
        anchor = (
            f"sentence-{1 + sum(found.anchor.startswith('sentence-') for found in self.found)}"
            if enclosed
            else self.heading
        )
        if text:
            self.found.append(Sentence(anchor, self.heading, text, figures))
        self.out.append(f'<span id="{anchor}">{inside}</span>' if enclosed else inside)
        self.sentence, self.depth = [], 0
