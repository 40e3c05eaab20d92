"""What each focus area comes to: figures, words alone, a problem admitted, a next step planned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.facts.disclosure import SPOKEN
from disclosure.report import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.disclosure import Report
    from disclosure.facts.records import Area, Metric
    from disclosure.report.book import Book


@dataclass(frozen=True, slots=True)
class Passage:
    """A problem or a next step, and the words by which it is linked to an area."""

    title: str
    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an evaluation scheme, with the metrics of the report that answer it."""

    text: str
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One focus area."""

    area: Area
    figures: int
    """How many values its own section prints; none means words alone."""
    problems: tuple[Passage, ...]
    next_steps: tuple[Passage, ...]
    points: tuple[Point, ...]
    """Empty while the scheme's text is not in the data."""


def rows(book: Book, report: Report) -> Iterator[Row]:
    """The coverage of a report, in the order of its areas."""
    reading = book.reading(report.year)
    for area in report.areas:
        problems, next_steps = (tuple(_passages(book, report, area.id, name)) for name in SPOKEN)
        points = tuple(Point(text, _answers(book, report, point)) for point, text in area.points.items())
        figures = len(dict.fromkeys(item.anchor for item in reading.get(area.id, ())))
        yield Row(area, figures, problems, next_steps, points)


def _passages(book: Book, report: Report, area: str, name: str) -> Iterator[Passage]:
    section = book.sections.get(f"{report.year}/{name}.md")
    headings = {heading.anchor: heading.text for heading in section.headings} if section else {}
    for mention in report.record.mentions:
        if mention.area == area and mention.heading in headings:
            target = f"{addresses.section(report.year, name)}#{mention.heading}"
            yield Passage(headings[mention.heading], target, mention.words)


def _answers(book: Book, report: Report, point: str) -> tuple[Metric, ...]:
    metrics = book.disclosure.metrics.values()
    return tuple(metric for metric in metrics if point in metric.points and metric.id in report.by_metric)
