"""Clauses: the parts of a passage between two punctuation marks, the smallest that can be quoted."""

import re
from dataclasses import dataclass
from functools import lru_cache

from disclosure.text.folding import fold, fold_with_places

_MARKS = ",:;。!?|"
"""Marks that end a clause in folded text. 、 doesn't, nor does a comma or a colon between digits."""
_CLAUSE = re.compile(
    rf"(?:“[^“”]*”|《[^《》]*》|\([^()]*\)|(?<=[0-9])[,:](?=[0-9])|[^{_MARKS}])+"  # a quotation is not split
)
_LEAD = re.compile(
    r"(?:\([一二三四五六七八九十0-9]+\)|[一二三四五六七八九十]+、|[一二三四五六七八九十]是)?"
    r"(?:但是|但|而且|而|并且|同时)?"
)
"""What a quotation may leave out at its start: a number, and a word that joins two clauses."""
_PARAGRAPHS = re.compile(r"\n\s*(?:[-*+>]|[0-9]+[.)])\s+|\n\s+")
"""The break between paragraphs: an empty line, an indented line, or the mark of a list item."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a passage, without the mark at its end."""

    words: str
    paragraph: int
    """The index of its paragraph in the passage, from zero."""
    starts: tuple[int, int]
    """Its two possible starts in the folded passage: with the part that may be left out, and without."""
    end: int


@lru_cache(maxsize=256)
def clauses(passage: str) -> tuple[Clause, ...]:
    """The clauses of a passage, in order."""
    found, before = [], 0
    for number, paragraph in enumerate(_PARAGRAPHS.split(passage)):
        folded, places = fold_with_places(paragraph)
        for match in _CLAUSE.finditer(folded):
            start, end = match.span()
            lead = _LEAD.match(folded, start, end)
            first = lead.end() if lead else start
            words = "".join(paragraph[places[start] : places[end - 1] + 1].split())
            found.append(Clause(words, number, (before + start, before + first), before + end))
        before += len(folded)
    return tuple(found)


def read(passage: str, run: range) -> str:
    """The words of consecutive clauses with the marks between them, as the passage has them."""
    parts = clauses(passage)
    chars = []
    for paragraph in _PARAGRAPHS.split(passage):
        _, places = fold_with_places(paragraph)
        former = (-1, *places)
        chars += [paragraph[at] if at != last else "" for at, last in zip(places, former, strict=False)]
    return "".join(chars[parts[run.start].starts[0] : parts[run.stop - 1].end])


def quoted(words: str, passage: str) -> range | None:
    """The consecutive clauses of ``passage`` that ``words`` quote in full; ``None`` if they quote none.

    Where a heading is repeated below, the clauses below are returned.
    """
    sought, folded = fold(words).strip(_MARKS), "".join(map(fold, _PARAGRAPHS.split(passage)))
    parts = clauses(passage)
    at, of_heading = folded.find(sought) if sought else -1, None
    while at >= 0:
        first = next((place for place, part in enumerate(parts) if at in part.starts), None)
        last = next((place for place, part in enumerate(parts) if part.end == at + len(sought)), None)
        if first is not None and last is not None:
            if parts[last].paragraph:
                return range(first, last + 1)
            of_heading = of_heading or range(first, last + 1)
        at = folded.find(sought, at + 1)
    return of_heading
