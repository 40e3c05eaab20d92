"""The index of the search page: figures and terms under the first letter of their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.report import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from disclosure.facts.observations import Observation
    from disclosure.facts.records import Metric, Term
    from disclosure.report.book import Book


@dataclass(frozen=True, slots=True)
class Listed:
    """One name of the index."""

    name: str
    target: str
    """Its address; a term stands on the search page itself."""
    figures: tuple[Observation, ...] = ()
    """What the reports say of a metric, newest first."""
    metric: Metric | None = None
    term: Term | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with the names that begin with its sound."""

    letter: str
    names: tuple[Listed, ...]


def alphabet(book: Book, initial: Callable[[str], str]) -> tuple[Letter, ...]:
    """All figures and terms by ``initial``, which gives the first letter of a name; ``#`` comes last."""
    by_letter: dict[str, list[Listed]] = {}
    for item in _listed(book):
        by_letter.setdefault(initial(item.name), []).append(item)
    letters = sorted(by_letter, key=lambda letter: (letter == "#", letter))
    return tuple(
        Letter(letter, tuple(sorted(by_letter[letter], key=lambda item: item.name))) for letter in letters
    )


def _listed(book: Book) -> Iterator[Listed]:
    for metric in book.disclosure.metrics.values():
        figures = book.disclosure.observations(metric.id)
        yield Listed(metric.name, addresses.metric(metric.id), figures, metric)
    for term in book.disclosure.terms.values():
        yield Listed(term.term, f"{addresses.SEARCH}#term-{term.id}", term=term)
