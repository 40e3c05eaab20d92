"""The published words are the official words, character for character.

Compared after NFKC folding and without white space: once on the one-page report, and once more with
the words of the section pages in place of its parts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from os.path import commonprefix
from typing import TYPE_CHECKING

from disclosure.findings import Finding, Where
from disclosure.prose.folding import fold, fold_with_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

Chunks = tuple[tuple[str | None, str], ...]
"""Official words in the order of reading, each with the section they stand in (``None``: the index)."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Words as someone typed them: each character with its place."""

    text: str
    places: tuple[Where, ...]


def check_fidelity(
    official: str, source: str, whole: Chunks, parts: Mapping[str, Chunks], typed: Callable[[str | None], Typed]
) -> Iterator[Finding]:
    """The first difference of the one-page report, and of the section pages, from the ``official`` text.

    ``source`` is the path of the official text, ``whole`` the words of the one-page report, ``parts``
    those of each section's own page; ``typed`` gives the source of any of them.
    """
    composed: list[tuple[str | None, str]] = []
    for name, text in whole:
        if name is None:
            composed.append((name, text))
        elif name not in {known for known, _ in composed}:
            composed += [(name, words) for _, words in parts.get(name, ())]
    expected, places = fold_with_places(official)
    breaks = [match.start() for match in re.finditer("\n", official)]
    lines = [bisect_right(breaks, place) + 1 for place in places]
    for chunks in (whole, tuple(composed)):
        yield from _compare(expected, lines, source, chunks, typed)


def _compare(
    expected: str,
    lines: list[int],
    source: str,
    chunks: Iterable[tuple[str | None, str]],
    typed: Callable[[str | None], Typed],
) -> Iterator[Finding]:
    folded = [(name, fold(text)) for name, text in chunks]
    found = "".join(text for _, text in folded)
    difference = first_difference(found, expected)
    if difference is None:
        return
    at, place = difference
    if not found:
        yield Finding(Where(source), "fidelity", "网页上没有官方正文。")
        return
    starts = [0, *accumulate(len(text) for _, text in folded)]
    number = min(bisect_right(starts, at) - 1, len(folded) - 1)
    name, text = folded[number]
    where = _place(typed(name), text, at - starts[number])
    line = lines[min(place, len(lines) - 1)]
    wanted, shown = _around(expected, place), _around(found, at)
    message = f"正文与官方原文不一致：原文（{source} 第 {line} 行）是“{wanted}”，网页上是“{shown}”。"
    yield Finding(where, "fidelity", message)


def _around(text: str, at: int) -> str:
    return f"{text[max(0, at - 6) : at + 8]}{'' if at < len(text) else '（到此结束）'}"


_UNBOUND = re.compile(r"\{\{[^{}]*\}\}")
_LONGEST_FIGURE = 40


def first_difference(found: str, expected: str) -> tuple[int, int] | None:
    """Where two folded texts part, as an index into each; ``None`` where they are the same.

    A macro that could not be bound stands in ``found`` as typed. It has a finding of its own, so that
    here it matches whatever figure the official text has in its place.
    """
    at = place = 0
    for match in (*_UNBOUND.finditer(found), None):
        piece = found[at : match.start() if match else None]
        if at and piece:
            rejoined = _rejoin(piece, expected, place)
            if rejoined is None:
                return at, place
            place = rejoined
        same = len(commonprefix([piece, expected[place : place + len(piece)]]))
        if same < len(piece):
            return at + same, place + same
        place += same
        at = match.end() if match else len(found)
    ended = place == len(expected) or found.endswith("}}")
    return None if ended else (len(found), place)


def _rejoin(piece: str, expected: str, place: int) -> int | None:
    """Where the official text goes on with ``piece`` after a figure; the more of it agrees, the better."""
    for length in (8, 4, 2, 1):
        found = expected.find(piece[:length], place, place + _LONGEST_FIGURE + length)
        if found >= 0:
            return found
    return None


_CONTEXT = 24


def _place(typed: Typed, rendered: str, at: int) -> Where:
    """Where the character at ``at`` of the rendered words was typed: found by the words before it."""
    folded, places = fold_with_places(typed.text)
    for length in (_CONTEXT, 8, 3):
        context = rendered[max(0, at - length) : at]
        hits = [match.end() for match in re.finditer(f"(?={re.escape(context)})", folded)]
        ends = [hit + len(context) for hit in hits]
        if ends:
            end = min(ends, key=lambda place: abs(place - at))
            return typed.places[places[min(end, len(places) - 1)]]
    return typed.places[0]

