"""The names of figures, as macros, corrections and anchors write them: ``metric.category@period``."""

from typing import NamedTuple


class FigureName(NamedTuple):
    """The parts of a name; nothing says that such a figure exists."""

    metric: str
    category: str | None
    period: str
    """In the words of the data, or as a slug in an anchor; empty where the name has none."""

    def __str__(self) -> str:
        return f"{self.metric}{f'.{self.category}' if self.category else ''}@{self.period}"


def split_name(name: str) -> FigureName:
    """The parts of ``name``."""
    figure, _, period = name.partition("@")
    metric, _, category = figure.partition(".")
    return FigureName(metric, category or None, period)
