"""What each department, township or school has to do with: figures, ledger items, documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.analysis.analysis import Analysis
    from disclosure.analysis.ledger_status import Progress
    from disclosure.facts.body import Body
    from disclosure.facts.records import Metric, Source


@dataclass(frozen=True, slots=True)
class Portrait:
    """One body, from the data alone."""

    body: Body
    metrics: tuple[Metric, ...]
    owned: tuple[Progress, ...]
    """Items of the ledgers that it leads, each as the last ledger that has it tells."""
    partnered: tuple[Progress, ...]
    """Items of the ledgers that it helps with, in the same way."""
    verified: tuple[Progress, ...]
    """Items of the ledgers that it verified, in the same way."""
    documents: tuple[Source, ...]


def portrait(analysis: Analysis, body: Body) -> Portrait:
    """What the data say of a body."""
    disclosure = analysis.disclosure
    items = tuple(_last_told(analysis))
    return Portrait(
        body,
        metrics=tuple(metric for metric in disclosure.metrics.values() if metric.body == body.id),
        owned=tuple(item for item in items if item.item.owner == body.id),
        partnered=tuple(item for item in items if body.id in item.item.partners),
        verified=tuple(item for item in items if item.item.verified_by == body.id),
        documents=tuple(source for source in disclosure.sources.values() if source.body == body.id),
    )


def _last_told(analysis: Analysis) -> Iterator[Progress]:
    """Every item of every ledger, newest ledger first; one that was carried over is told once."""
    told: set[str] = set()
    for report in analysis.book.reports:
        items = analysis.progress[report.year]
        yield from (item for item in items if item.item.id not in told)
        told |= {item.item.id for item in items}
