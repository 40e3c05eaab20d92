"""Views of a ledger: by owner, by state, by due date; and the links by words that stand in for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.analysis.clause_matches import rows
from disclosure.facts.disclosure import SPOKEN
from disclosure.facts.ledger import STATES
from disclosure.report import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.analysis.clause_matches import Row
    from disclosure.analysis.ledger_status import Progress
    from disclosure.facts.disclosure import Report
    from disclosure.report.book import Book
    from disclosure.text.markdown import Heading


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
class Answer:
    """A problem with its clauses and the next steps that answer them, or a next step the other way round."""

    heading: Heading
    target: str
    rows: tuple[Row, ...]


def answers(book: Book, report: Report, *, problems: bool) -> Iterator[Answer]:
    """The problems of a report with what answers them, or its next steps with what they answer."""
    name = SPOKEN[0 if problems else 1]
    passages = book.passages.get(report.year, {}).get(name, {})
    for anchor, heading in headings(book, report, name).items():
        target = f"{addresses.section(report.year, name)}#{anchor}"
        yield Answer(heading, target, rows(report, name, anchor, passages.get(anchor, "")))


def headings(book: Book, report: Report, name: str) -> Mapping[str, Heading]:
    """The problems or the next steps of a report by anchor; its title alone where it has one paragraph."""
    section = book.sections.get(f"{report.year}/{name}.md")
    found = section.headings if section else ()
    return {item.anchor: item for item in found if item.level > 1 or len(found) == 1}
