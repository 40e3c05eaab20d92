"""Charts read back from finished HTML: what the picture shows, and what the table says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

    from selectolax.lexbor import LexborNode

Shown = tuple[str | None, ...]
"""Metric, category, period, field, bound, and the number."""


@dataclass(frozen=True)
class Drawn:
    """One figure of a page."""

    node: LexborNode

    @property
    def picture(self) -> list[Shown]:
        return sorted(_shown(node, "data-value") for node in self.node.css(".chart-picture [data-value]"))

    @property
    def table(self) -> list[Shown]:
        return sorted(_shown(node, "value") for node in self.node.css(".chart-data td data"))

    @property
    def printed(self) -> list[str]:
        return [node.text() for node in self.node.css(".chart-data td data")]

    @property
    def lengths(self) -> list[tuple[Decimal, Decimal]]:
        """Of every bar without an open end: its number, and its length in percent."""
        bars = [bar for bar in self.node.css(".chart-bar") if not bar.css_first(".chart-open")]
        sure = [(bar, bar.css_first(".chart-sure")) for bar in bars]
        return [
            (Decimal(bar.attributes["data-value"]), percent(rect.attributes["width"]) if rect else Decimal(0))
            for bar, rect in sure
        ]


def charts(tree: LexborHTMLParser) -> list[Drawn]:
    """Every chart of a page."""
    return [Drawn(node) for node in tree.css("figure.chart")]


def told(site: Path) -> str:
    """Titles, sentences and notes of the charts on the pages of metrics, to be reviewed as a text."""
    lines = []
    for path in sorted(site.glob("metrics/*/index.html")):
        for chart in charts(LexborHTMLParser(path.read_text("utf-8"))):
            title, summary = (node.text().strip() for node in chart.node.css("figcaption p"))
            notes = [node.text().strip() for node in chart.node.css(".chart-notes li")]
            lines += [chart.node.attributes["id"], f"  {title}", f"  {summary}"]
            lines += [f"  · {note}" for note in notes]
    return "\n".join([*lines, ""])


def percent(text: str | None) -> Decimal:
    """48.5 of 48.5%."""
    assert text
    assert text.endswith("%")
    return Decimal(text.removesuffix("%"))


def _shown(node: LexborNode, value: str) -> Shown:
    names = ("data-metric", "data-category", "data-period", "data-field", "data-bound", value)
    return tuple(node.attributes.get(name) or "" for name in names)
