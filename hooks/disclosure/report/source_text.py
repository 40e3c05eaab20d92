"""The source text of a section: its words without Markdown's marks, each character with its place."""

import re

from disclosure.findings import Where
from disclosure.report.binding import Bound, Figure, Section
from disclosure.text.markdown import Heading
from disclosure.text.official_words import Words, joined

_MARKS = re.compile(
    r"^#{1,6} |(?P<item>^[ \t]*[-*+][ \t]+(?=\S))|\{:?\s*[#.][^{}]*\}|[*`]"  # marks of Markdown,
    r"|\]\([^()\n]*\)|\[(?=[^\[\]\n]*\]\()"  # links except their words,
    r"|\\(?=[!-/:-@\[-`{-~])"  # the mark before a character that is none,
    r"|<!--.*?-->|<(?P<code>script|style)\b.*?</(?P=code)>|</?[a-zA-Z][^<>]*>"  # comments, code and tags
    r"|^[ \t]*\|?[-: |]+\|[-: |]*$",  # and the lines of tables
    re.MULTILINE | re.DOTALL,
)


HOLE = "\ufffc"
"""Stands in for what could not be read."""


def _parts(section: Section) -> list[tuple[int, int, Bound | None]]:
    """Start and end of everything that is replaced when the file is printed; ``None`` for a hole."""
    parts = [(bound.macro.start, bound.macro.end, bound) for bound in section.bound]
    return sorted([*parts, *((*hole, None) for hole in section.holes)], key=lambda part: part[:2])


def source_words(section: Section) -> Words:
    """The source text of a section.

    The place of a figure's characters is that of its value in the data.
    """
    markdown, figures = section.markdown, []
    words: list[str] = []
    places: list[Where] = []

    def take(start: int, end: int) -> None:
        marks = list(_MARKS.finditer(markdown.raw, start, end))
        hidden = {at for match in marks for at in range(*match.span())}
        items = {match.start() for match in marks if match["item"]}
        for at in range(start, end):
            if at in items or markdown.raw[at] == "|":  # an item and a cell are paragraphs
                words.extend("\n\n")
                places.extend([markdown.where(at)] * 2)
            elif at not in hidden:
                words.append(markdown.raw[at])
                places.append(markdown.where(at))

    last = markdown.body_start
    for first, stop, bound in _parts(section):
        take(last, first)
        last = max(last, stop)
        printed, where = bound.printed if bound else HOLE, markdown.where(first)
        if isinstance(bound, Figure):
            figures.append((len(words), len(words) + len(printed)))
            where = bound.where
        words += printed
        places += [where] * len(printed)
    take(last, len(markdown.raw))
    start = markdown.where(markdown.body_start)
    return joined(Words("".join(words), tuple(places), start, tuple(figures)))


def unread_words(section: Section) -> tuple[str, ...]:
    """The raw text of what could not be read, which stands on the page as it is in the file."""
    return tuple(_MARKS.sub("", section.markdown.raw[start:end]) for start, end in section.holes)


def below(section: Section, heading: Heading, end: int) -> str:
    """The words of a heading and, after an empty line, those below it up to ``end``, figures as printed."""
    raw, words, last = section.markdown.raw, [], heading.offset
    for first, stop, bound in _parts(section):
        if heading.offset <= first < end:
            words += [raw[last:first], bound.printed if bound else HOLE]
            last = stop
    text = _MARKS.sub(lambda match: match["item"] or "", "".join([*words, raw[last:end]]))
    head, _, rest = text.partition("\n")
    return f"{head}\n\n{rest}"
