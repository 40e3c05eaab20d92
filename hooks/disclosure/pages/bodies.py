"""What each department, township or school has to do with: figures, ledger items, documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure.facts.body import Body
    from disclosure.facts.records import Metric, Source
    from disclosure.pages.book import Book
    from disclosure.reckoning.progress import Progress


@dataclass(frozen=True, slots=True)
class Portrait:
    """One body, from the data alone."""

    body: Body
    metrics: tuple[Metric, ...]
    owned: tuple[Progress, ...]
    """Items of the newest ledger that it leads."""
    partnered: tuple[Progress, ...]
    """Items of the newest ledger that it helps with."""
    documents: tuple[Source, ...]


def portrait(book: Book, body: Body) -> Portrait:
    """What the data say of a body."""
    disclosure = book.disclosure
    items = book.ledger
    return Portrait(
        body,
        metrics=tuple(metric for metric in disclosure.metrics.values() if metric.body == body.id),
        owned=tuple(item for item in items if item.item.owner == body.id),
        partnered=tuple(item for item in items if body.id in item.item.partners),
        documents=tuple(source for source in disclosure.sources.values() if source.body == body.id),
    )
