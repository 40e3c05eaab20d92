"""The published words are the official words, character for character.

Compared after NFKC folding and without white space: once on the one-page report, and once more with
the words of the section pages in place of its parts.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from disclosure.checks.site.finished_page import Chunks
from disclosure.findings import Finding, Where
from disclosure.report.book import Book, section_address
from disclosure.report.source_text import source_words
from disclosure.text.folding import fold, fold_with_places
from disclosure.text.official_words import Words


@dataclass(frozen=True)
class Official:
    """The official text and the path of its file."""

    text: str
    path: str

    @cached_property
    def folded(self) -> str:
        """What counts of it."""
        return fold(self.text)

    def line(self, place: int) -> int:
        """The line of the character at ``place`` of the folded text, or of the last one."""
        places = fold_with_places(self.text)[1]
        return self.text.count("\n", 0, places[min(place, len(places) - 1)]) + 1


@dataclass(frozen=True, slots=True)
class Printed:
    """The official words as they stand on the pages."""

    whole: Chunks
    """Those of the one-page report."""
    parts: Mapping[str, Chunks]
    """Those of each section's own page."""

    @property
    def composed(self) -> Chunks:
        """The one-page report with the words of the section pages in place of its parts."""
        chunks: list[tuple[str | None, str]] = []
        for name, text in self.whole:
            if name is None:
                chunks.append((name, text))
            elif name not in {known for known, _ in chunks}:
                chunks += [(name, words) for _, words in self.parts.get(name, ())]
        return tuple(chunks)


def check_official_words(book: Book, words: Mapping[str, Chunks]) -> Iterator[Finding]:
    """Fidelity of every report whose sections could all be read; ``words`` are the pages' by address."""
    for report in book.reports:
        index = book.sections[f"{report.year}/index.md"]
        parts = {part.name: part for part in book.parts(report.year)}
        sections = (index, *parts.values())
        sound = all(section.markdown.sound and section.markdown.renderable for section in sections)
        printed = words.get(section_address(index))
        if not (index.complete and sound and report.official and printed is not None):
            continue
        pages = {name: words.get(section_address(part), ()) for name, part in parts.items()}
        yield from check_fidelity(
            Official(report.official, f"data/{report.year}/source.txt"),
            Printed(printed, pages),
            lambda name, index=index, parts=parts: source_words(parts[name] if name else index),  # type: ignore[misc]
            holes={f"{{{{{macro.text}}}}}" for section in sections for macro in section.unbound},
        )


def check_fidelity(
    official: Official,
    printed: Printed,
    typed: Callable[[str | None], Words],
    *,
    holes: Collection[str] = (),
) -> Iterator[Finding]:
    """The first difference of the one-page report, and of the section pages, from the official text.

    ``typed`` gives the source of a section, or of the index for ``None``. ``holes`` are macros that
    could not be bound and stand on the pages as typed: each has a finding of its own, and matches
    whatever figure the official text has in its place.
    """
    for chunks in (printed.whole, printed.composed):
        yield from _compare(official, chunks, typed, frozenset(map(fold, holes)))


def _compare(
    official: Official, chunks: Chunks, typed: Callable[[str | None], Words], holes: frozenset[str]
) -> Iterator[Finding]:
    folded = [(name, fold(text)) for name, text in chunks]
    found = "".join(text for _, text in folded)
    difference = first_difference(found, official.folded, holes)
    if difference is None:
        return
    at, place = difference
    if not found:
        yield Finding(Where(official.path), "fidelity", "网页上没有官方正文。")
        return
    starts = [0, *accumulate(len(text) for _, text in folded)]
    number = min(bisect_right(starts, at) - 1, len(folded) - 1)
    name = folded[number][0]
    same = [(start, text) for start, (other, text) in zip(starts, folded, strict=False) if other == name]
    words = "".join(text for _, text in same)
    before = sum(len(text) for start, text in same if start < starts[number])
    where = _place(typed(name), words, before + at - starts[number])
    wanted, shown = _around(official.folded, place), _around(found, at)
    line = f"{official.path} 第 {official.line(place)} 行"
    message = f"正文与官方原文不一致：原文（{line}）是“{wanted}”，网页上是“{shown}”。"
    yield Finding(where, "fidelity", message)


def _around(text: str, at: int) -> str:
    return f"{text[max(0, at - 6) : at + 8]}{'' if at < len(text) else '（到此结束）'}"


_LONGEST_FIGURE = 40


def first_difference(
    found: str, expected: str, holes: Collection[str] = frozenset()
) -> tuple[int, int] | None:
    """Where two folded texts part, as an index into each; ``None`` where they are the same.

    Each of ``holes`` in ``found`` matches up to a figure's length of ``expected``.
    """
    at = place = 0
    unbound = re.finditer("|".join(map(re.escape, sorted(holes))), found) if holes else ()
    for match in (*unbound, None):
        piece = found[at : match.start() if match else None]
        if at and piece:
            rejoined = _rejoin(piece, expected, place)
            if rejoined is None:
                return at, place
            place = rejoined
        same = _agreeing(piece, expected[place : place + len(piece)])
        if same < len(piece):
            return at + same, place + same
        place += same
        at = match.end() if match else len(found)
    ended = place == len(expected) or found.endswith(tuple(holes))
    return None if ended else (len(found), place)


def _agreeing(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def _rejoin(piece: str, expected: str, place: int) -> int | None:
    """Where the official text goes on with ``piece`` after a figure; the more of it agrees, the better."""
    for length in (8, 4, 2, 1):
        found = expected.find(piece[:length], place, place + _LONGEST_FIGURE + length)
        if found >= 0:
            return found
    return None


_CONTEXTS = (60, 24, 8, 3)


def _place(typed: Words, rendered: str, at: int) -> Where:
    """Where the character at ``at`` of the rendered words was typed: found by the words before it.

    The longest words that occur decide; of several places, the one nearest to the same share of the text.
    """
    folded, places = fold_with_places(typed.text)
    if not places:
        return typed.start
    expected = at * len(folded) / max(1, len(rendered))
    for length in _CONTEXTS:
        context = rendered[max(0, at - length) : at]
        if not context:
            break
        ends = [match.end() + len(context) for match in re.finditer(f"(?={re.escape(context)})", folded)]
        if ends:
            end = min(ends, key=lambda place: abs(place - expected))
            return typed.places[places[min(end, len(places) - 1)]]
    return typed.places[places[0]]
