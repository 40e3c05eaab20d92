"""Names of figures as macros, corrections and anchors write them: ``metric.category@period``."""

from typing import NamedTuple


class FigureName(NamedTuple):
    """The parts of a name; the figure need not exist."""

    metric: str
    category: str | None
    period: str
    """As the data write it, or the slug in an anchor; empty if the name has none."""

    def __str__(self) -> str:
        return f"{self.metric}{f'.{self.category}' if self.category else ''}@{self.period}"


def split_name(name: str) -> FigureName:
    """The parts of ``name``."""
    figure, _, period = name.partition("@")
    metric, _, category = figure.partition(".")
    return FigureName(metric, category or None, period)
