"""What the search must reach on the test split, each beside what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from search.judging import score
from search.queries import TEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from search.judging import Judgement
    from search.timing import Speed

LARGEST_FIRST_SEARCH = 45_000
"""Bytes after gzip, of everything that is loaded for the search alone."""


@dataclass(frozen=True, slots=True)
class Must:
    """One line to be reached."""

    words: str
    measured: str
    met: bool


def of_quality(judged: Sequence[Judgement]) -> Iterator[Must]:
    """What must be found, kept silent and answered; the other split does not count."""
    all_of_it = score(one for one in judged if one.query.split == TEST)
    yield _at_least("first ≥ 93 %", 93, all_of_it.first, all_of_it.asked)
    yield _at_least("within three ≥ 98 %", 98, all_of_it.three, all_of_it.asked)
    yield _at_least("absent topics silent ≥ 90 %", 90, all_of_it.silent, all_of_it.absent)
    yield _at_least("answers given ≥ 90 %", 90, all_of_it.right, all_of_it.due)
    yield Must("answers wrong 0", str(all_of_it.wrong), all_of_it.wrong == 0)


def of_costs(speed: Speed) -> Iterator[Must]:
    """What it may cost."""
    loaded = speed.view + speed.first
    yield Must("first search ≤ 45 KB", f"{loaded / 1000:.1f} KB", loaded <= LARGEST_FIRST_SEARCH)
    yield Must("cold ≤ 1 s", f"{speed.cold:.0f} ms", speed.cold <= 1000)
    yield Must("warm ≤ 50 ms", f"{speed.warm:.0f} ms", speed.warm <= 50)


def _at_least(words: str, per_cent: int, part: int, whole: int) -> Must:
    return Must(words, f"{100 * part / whole:.1f} % ({part} of {whole})", 100 * part >= per_cent * whole)
