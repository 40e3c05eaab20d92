"""The source text of a section: its words without Markdown's marks, each with its place."""

import re
from collections.abc import Mapping

from disclosure.report.binding import Figure, Section, printed_words
from disclosure.text.official_words import Words, joined

_MARKS = re.compile(
    r"^#{1,6} |\{:?\s*[#.][^{}]*\}|[*`]"  # marks of Markdown,
    r"|\]\([^()\n]*\)|\[(?=[^\[\]\n]*\]\()"  # links but for their words,
    r"|<!--.*?-->|</?[a-zA-Z][^<>]*>"  # comments and tags
    r"|^[ \t]*\|?[-: |]+\|[-: |]*$",  # and the lines of tables
    re.MULTILINE | re.DOTALL,
)


def source_words(section: Section) -> Words:
    """The source text of a section.

    The characters of a figure stand where its value stands in the data.
    """
    markdown, words, places, figures = section.markdown, [], [], []

    def take(start: int, end: int) -> None:
        hidden = {at for match in _MARKS.finditer(markdown.raw, start, end) for at in range(*match.span())}
        for at in range(start, end):
            if at not in hidden:
                words.append(markdown.raw[at])
                places.append(markdown.where(at))

    last = markdown.body_start
    for item in section.bound:
        take(last, item.macro.start)
        where = item.where if isinstance(item, Figure) else item.macro.where
        if isinstance(item, Figure):
            figures.append((len(words), len(words) + len(item.printed)))
        words += printed_words(item)
        places += [where] * len(printed_words(item))
        last = item.macro.end
    take(last, len(markdown.raw))
    start = markdown.where(markdown.body_start)
    return joined(Words("".join(words), tuple(places), start, tuple(figures)))


def passages(section: Section) -> Mapping[str, str]:
    """Each heading of a section and the words below it, figures as they are printed, by its anchor."""
    raw, headings = section.markdown.raw, section.markdown.headings
    ends = [*(heading.offset for heading in headings), len(raw)][1:]
    found = {}
    for heading, end in zip(headings, ends, strict=True):
        words, last = [], heading.offset
        for item in section.bound:
            if heading.offset <= item.macro.start < end:
                words += [raw[last : item.macro.start], printed_words(item)]
                last = item.macro.end
        head, _, below = _MARKS.sub("", "".join([*words, raw[last:end]])).partition("\n")
        found[heading.anchor] = f"{head}\n\n{below}"
    return found
