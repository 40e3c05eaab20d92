"""Views of a ledger: by owner, by state, by due date; and the links by words that stand in for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.facts.disclosure import SPOKEN
from disclosure.facts.ledger import STATES
from disclosure.pages import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.facts.disclosure import Report
    from disclosure.pages.book import Book
    from disclosure.prose.markdown import Heading
    from disclosure.reckoning.progress import Progress


@dataclass(frozen=True, slots=True)
class Shelf:
    """Items that have something in common."""

    label: str
    items: tuple[Progress, ...]


def by_state(items: Iterable[Progress]) -> tuple[Shelf, ...]:
    """Items of each state, in the order of progress; states without items are left out."""
    found = tuple(items)
    shelves = (Shelf(state, tuple(item for item in found if item.item.state == state)) for state in STATES)
    return tuple(shelf for shelf in shelves if shelf.items)


def by_owner(book: Book, items: Iterable[Progress]) -> tuple[Shelf, ...]:
    """Items of each owner, in the order of the bodies; those without one last."""
    owned: dict[str | None, list[Progress]] = {name: [] for name in (*book.disclosure.bodies, None)}
    for item in items:
        owned.setdefault(item.item.owner, []).append(item)
    unowned = owned.pop(None, [])
    shelves = [
        Shelf(book.disclosure.bodies[name].name, tuple(found))
        for name, found in owned.items()
        if name and found
    ]
    if unowned:
        shelves.append(Shelf("牵头单位未公布", tuple(unowned)))
    return tuple(shelves)


def by_due(items: Iterable[Progress]) -> tuple[Shelf, ...]:
    """Items by their due date, the earliest first; those without one last."""
    dated: dict[str, list[Progress]] = {}
    for item in sorted(items, key=lambda item: (item.item.due is None, str(item.item.due), item.item.id)):
        dated.setdefault(str(item.item.due or "期限未公布"), []).append(item)
    return tuple(Shelf(label, tuple(found)) for label, found in dated.items())


@dataclass(frozen=True, slots=True)
class Other:
    """What stands on the other side of a match."""

    heading: Heading
    target: str
    words: tuple[tuple[str, str], ...]
    """The words here and there that say the same."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A problem with the next steps that speak of the same, and words that nothing answers."""

    heading: Heading
    target: str
    matches: tuple[Other, ...]
    lacking: tuple[str, ...]


def answers(book: Book, report: Report, *, problems: bool) -> Iterator[Answer]:
    """The problems of a report with what answers them, or its next steps with what they answer."""
    here, there = SPOKEN if problems else SPOKEN[::-1]
    others = _headings(book, report, there)
    for anchor, heading in _headings(book, report, here).items():
        found: dict[str, list[tuple[str, str]]] = {}
        for match in report.record.matches:
            ends = (match.problem, match.problem_words), (match.next_step, match.next_step_words)
            (own, own_words), (other, other_words) = ends if problems else ends[::-1]
            if own == anchor and other in others:
                found.setdefault(other, []).append((own_words, other_words))
        matched = tuple(
            Other(others[other], f"{addresses.section(report.year, there)}#{other}", tuple(words))
            for other, words in found.items()
        )
        lacks = "措施" if problems else "问题"
        unmatched = report.record.unmatched
        lacking = tuple(item.words for item in unmatched if (item.heading, item.lacks) == (anchor, lacks))
        yield Answer(heading, f"{addresses.section(report.year, here)}#{anchor}", matched, lacking)


def _headings(book: Book, report: Report, name: str) -> Mapping[str, Heading]:
    section = book.sections.get(f"{report.year}/{name}.md")
    return {item.anchor: item for item in section.headings if item.level > 1} if section else {}
