"""The published words must equal the official text, character for character.

They are compared after NFKC folding and without white space: first the one-page report, then the same
with the words of the section pages in place of its parts. Quotes of standards are compared in the same
way.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from disclosure.analysis.analysis import Analysis
from disclosure.checks.registry import site_check
from disclosure.checks.site.finished_page import Chunks
from disclosure.facts import subjects
from disclosure.findings import Finding, Where
from disclosure.report.book import Book, section_address
from disclosure.report.source_text import HOLE, source_words, unread_words
from disclosure.text.folding import fold, fold_with_places
from disclosure.text.official_words import Words


@dataclass(frozen=True)
class Official:
    """The official text and the path of its file."""

    text: str
    path: str

    @cached_property
    def folded(self) -> str:
        """The text as it is compared."""
        return fold(self.text)

    def line(self, place: int) -> int:
        """The line of the character at ``place`` of the folded text, or of the last one."""
        places = fold_with_places(self.text)[1]
        return self.text.count("\n", 0, places[min(place, len(places) - 1)]) + 1


@dataclass(frozen=True, slots=True)
class Printed:
    """The official words on the finished pages."""

    whole: Chunks
    """The words of the one-page report."""
    parts: Mapping[str, Chunks]
    """The words of each section's own page."""

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
    """Compares every report with its official text; ``words`` are those of the pages, by address."""
    for report in book.reports:
        index, *composed = book.composed(report.year)
        parts = {part.name: part for part in composed}
        printed = words.get(section_address(index))
        if not report.official or printed is None:
            continue
        holes = {
            unread: len(report.official) if part is index else LONGEST_FIGURE
            for part in (index, *composed)
            for unread in unread_words(part)
        }
        yield from check_fidelity(
            Official(report.official, f"data/{report.year}/source.txt"),
            Printed(printed, {name: words.get(section_address(part), ()) for name, part in parts.items()}),
            lambda name, index=index, parts=parts: source_words(parts[name] if name else index),  # type: ignore[misc]
            holes=holes | {HOLE: len(report.official)},
        )


def check_fidelity(
    official: Official,
    printed: Printed,
    typed: Callable[[str | None], Words],
    *,
    holes: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[Finding]:
    """The differences of the one-page report and the section pages from the official text, one a line.

    ``typed`` gives the source of a section, or of the index for ``None``. ``holes`` are words that could
    not be read and stand on the pages as typed, each with the most characters that the official text may
    have in its place: they have findings of their own.
    """
    found = [
        finding
        for chunks in (printed.whole, printed.composed)
        for finding in _compare(official, chunks, typed, {fold(words): most for words, most in holes.items()})
    ]
    yield from {finding.where.whole_line: finding for finding in reversed(found)}.values()


def _compare(
    official: Official, chunks: Chunks, typed: Callable[[str | None], Words], holes: Mapping[str, int]
) -> Iterator[Finding]:
    folded = [(name, fold(text)) for name, text in chunks]
    found = "".join(text for _, text in folded)
    if not found:
        yield Finding(Where(official.path), "fidelity", "网页上没有官方正文。")
        return
    starts = [0, *accumulate(len(text) for _, text in folded)]
    for at, place in differences(found, official.folded, holes):
        number = min(bisect_right(starts, at) - 1, len(folded) - 1)
        name = folded[number][0]
        same = [(start, text) for start, (other, text) in zip(starts, folded, strict=False) if other == name]
        words = "".join(text for _, text in same)
        before = sum(len(text) for start, text in same if start < starts[number])
        where = _place(typed(name), words, before + at - starts[number])
        wanted, shown = _around(official.folded, place), _around(found, at)
        yield Finding(
            where,
            "fidelity",
            _left_out(official, found, at, place)
            or f"正文与官方原文不一致：原文（{official.path} 第 {official.line(place)} 行）是“{wanted}”，"
            f"网页上是“{shown}”。",
            about={subjects.official(where.whole_line)},
            because={
                where.whole_line,
                official.path.replace("source.txt", "report.yml"),
                subjects.official(official.path),
            },
        )


_PASSAGE = 30
"""The fewest characters that are told as a passage left out, and not as a difference."""


def _left_out(official: Official, found: str, at: int, place: int) -> str | None:
    """The message that the words from ``place`` on are missing and all others are there, if so."""
    resumed, end = _resumed(found, at, len(found), official.folded, place) if at < len(found) else (at, None)
    passage = official.folded[place:end]
    if resumed > at or len(passage) < _PASSAGE:
        return None
    first, last = official.line(place), official.line(place + len(passage) - 1)
    lines = f"第 {first} 行" if first == last else f"第 {first} 行到第 {last} 行"
    return (
        f"正文漏了一段：原文（{official.path} {lines}）从“{passage[:10]}”到“{passage[-10:]}”，应当接在这里。"
    )


def _around(text: str, at: int) -> str:
    return f"{text[max(0, at - 6) : at + 8]}{'' if at < len(text) else '（到此结束）'}"


LONGEST_FIGURE = 40
"""The most characters that a figure prints."""


def differences(
    found: str, expected: str, holes: Mapping[str, int] = MappingProxyType({})
) -> Iterator[tuple[int, int]]:
    """The differences of two folded texts, as an index into each.

    Each of ``holes`` in ``found`` matches up to its number of characters of ``expected``.
    """
    at = place = reach = 0  # how far after ``place`` the next words may begin
    matches = re.finditer("|".join(map(re.escape, sorted(holes, key=len, reverse=True))), found)
    for match in (*(matches if holes else ()), None):
        end = match.start() if match else len(found)
        if reach and at < end:  # after a hole
            rejoined, reach = _rejoin(found[at:end], expected, place, reach), 0
            if rejoined is None:
                yield at, place
                at, place = _resumed(found, at, end, expected, place)
            else:
                place = rejoined
        while at < end:
            same = _agreeing(found[at:end], expected[place : place + end - at])
            at, place = at + same, place + same
            if at < end:
                yield at, place
                at, place = _resumed(found, at, end, expected, place)
                reach = len(expected) if at == end else 0
        if match:
            at, reach = max(at, match.end()), max(reach, holes[match[0]])
    if place < len(expected) - reach:
        yield len(found), place


_ANCHOR, _FURTHEST = 12, 4000
"""Characters that must match to resynchronise; the furthest distance to search."""


def _resumed(found: str, at: int, end: int, expected: str, place: int) -> tuple[int, int]:
    """The nearest places where both texts agree again after a difference, or else ``end``."""
    nearest = (_FURTHEST, end, place)
    for start in range(at, min(end - _ANCHOR, at + _FURTHEST) + 1):
        if start - at >= nearest[0]:
            break
        behind = expected.find(found[start : start + _ANCHOR], place, place + _FURTHEST)
        if behind >= 0:
            nearest = min(nearest, (start - at + behind - place, start, behind))
    return nearest[1:]


def _agreeing(one: str, other: str) -> int:
    """The number of characters that two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if left != right), min(len(one), len(other)))


def _rejoin(piece: str, expected: str, place: int, reach: int) -> int | None:
    """The place where the official text continues with ``piece`` after a hole; the longest match is taken."""
    for length in (8, 4, 2, 1):
        found = expected.find(piece[:length], place, place + reach + length)
        if found >= 0:
            return found
    return None


def _place(typed: Words, rendered: str, at: int) -> Where:
    """The place where the character at ``at`` of the rendered words was typed.

    It is found by the words before it, the longest that occur; of several places, the one at the same
    share of the text counts.
    """
    folded, places = fold_with_places(typed.text)
    if not places:
        return typed.start
    expected = at * len(folded) / max(1, len(rendered))
    for length in (60, 24, 8, 3):
        context = rendered[max(0, at - length) : at]
        if not context:
            break
        ends = [match.end() + len(context) for match in re.finditer(f"(?={re.escape(context)})", folded)]
        if ends:
            end = min(ends, key=lambda place: abs(place - expected))
            return typed.places[places[min(end, len(places) - 1)]]
    return typed.places[places[0]]


@site_check
def check_quotes(analysis: Analysis) -> Iterator[Finding]:
    """Standards' quotes that are not in the text of their document."""
    texts = {name: fold(text) for name, text in analysis.disclosure.texts.items()}
    for standard in analysis.disclosure.standards.values():
        text, quote = texts.get(standard.document or ""), fold(standard.quote or "")
        if text is not None and quote not in text:
            same = next(length for length in range(len(quote), -1, -1) if quote[:length] in text)
            yield Finding(
                standard.where_is("quote"),
                "quote-differs",
                f"data/texts/{standard.document}.txt 里没有这句话，从“{quote[same : same + 8]}”起对不上。",
            )
