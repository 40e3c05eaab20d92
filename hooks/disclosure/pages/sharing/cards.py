"""The words of share pictures: publisher, year, one figure, and the disclaimer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.statement import FigureStatement
from disclosure.charts.chart import Mark
from disclosure.charts.summaries import SUPERLATIVES, LabelledMark, extremes, shared
from disclosure.facts.disclosure import Report
from disclosure.facts.records import Metric, Publisher
from disclosure.pages.blocks import highlights
from disclosure.pages.page import PageMeta

_LENGTH = 12
_DRAWN_BY = ("pillow", "noto-cjk-sans-otc")
"""The packages whose versions are part of a picture's name."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture, from top to bottom."""

    name: str
    """The address of its file without hash and suffix: ``share/metrics/student-aid-amount``."""
    site: str
    title: str
    figure: str
    """The largest words, the only ones legible in a thumbnail."""
    about: str
    """The figure's name and period."""
    foot: str
    """The publisher, or the disclaimer."""

    @property
    def address(self) -> str:
        """The address of the file; it changes with the words, the drawing module and its packages."""
        words = (_drawing(), self.site, self.title, self.figure, self.about, self.foot)
        digest = sha256("\n".join(words).encode()).hexdigest()
        return f"{self.name}.{digest[:_LENGTH]}.png"

    @property
    def alternative(self) -> str:
        """The alternative text of the picture."""
        return f"{self.title}：{self.figure}，{self.about}。{self.site}，{self.foot}。"


def cards(analysis: Analysis, metas: Mapping[str, PageMeta]) -> dict[str, Card]:
    """The cards by the addresses of their pages: home, areas, metrics.

    Empty while the site's address is unknown: ``og:image`` must be absolute.
    """
    if not analysis.disclosure.publisher.address or not analysis.book.reports:
        return {}
    kinds = {"home": _home, "area": _area, "metric": _metric}
    return {path: kinds[meta.kind](analysis, meta) for path, meta in metas.items() if meta.kind in kinds}


def _home(analysis: Analysis, _: PageMeta) -> Card:
    report, publisher = analysis.book.reports[0], analysis.disclosure.publisher
    return Card(
        name="share/home",
        site=_place(publisher, report.record.issuer),
        title=publisher.site_title,
        figure=f"{report.year}年报告",
        about=f"{len(report.areas)} 个{report.scheme.areas_called}，{len(report.observations)} 个数值",
        foot=_foot(publisher),
    )


def _area(analysis: Analysis, meta: PageMeta) -> Card:
    report = analysis.disclosure.report(meta.year or "") or analysis.book.reports[0]
    area = meta.path.split("/")[-2]
    figure = next(iter(highlights(analysis, report, area, most=1)), None)
    return Card(
        name=f"share/{report.year}/{area}",
        site=_site(analysis, report),
        title=meta.title,
        figure=figure.value if figure else f"{report.year}年报告",
        about=f"{figure.name}，{_time(figure)}" if figure else "这一节没有数值",
        foot=_foot(analysis.disclosure.publisher),
    )


def _metric(analysis: Analysis, meta: PageMeta) -> Card:
    metric = analysis.disclosure.metrics[meta.path.split("/")[-2]]
    observations = analysis.disclosure.observations(metric.id)
    report = analysis.disclosure.report(observations[0].year) if observations else None
    figures = [
        analysis.figures[observation]
        for observation in observations
        if (observation.year, observation.period) == (observations[0].year, observations[0].period)
    ]
    figure, about = _figure(metric, figures) if figures else ("已撤下", "原来公布的数值见网页")
    return Card(
        name=f"share/metrics/{metric.id}",
        site=_site(analysis, report or analysis.book.reports[0]),
        title=metric.name,
        figure=figure,
        about=about,
        foot=_foot(analysis.disclosure.publisher),
    )


def _figure(metric: Metric, figures: list[FigureStatement]) -> tuple[str, str]:
    """The figure and what it is about; of several categories the smallest and largest value, if certain."""
    observations = [figure.observation for figure in figures]
    if not all(one.value for one in observations):
        return figures[0].value, f"{figures[0].name}，{_time(figures[0])}"
    marks = [LabelledMark(metric.categories.get(one.category or "", ""), Mark(one)) for one in observations]
    first, count = figures[0], f"{len(figures)} 个分类"
    if len(figures) == 1:
        about = (marks[0].label, _time(first), str(first.observation.change or ""))
        return first.value, "，".join(part for part in about if part)
    if all(labelled.mark.alike == marks[0].mark.alike for labelled in marks):
        return first.value, f"{count}都是，{_time(first)}"
    greatest, least = extremes(marks)
    if not (greatest and least):
        return first.value, f"{marks[0].label}，{_time(first)}，另有 {len(figures) - 1} 个分类"
    most, fewest = SUPERLATIVES[metric.measures]
    return (
        f"{least[0].mark.printed}—{greatest[0].mark.printed}",
        f"{count}里{shared(least)}{fewest}，{shared(greatest)}{most}，{_time(first)}",
    )


def _time(figure: FigureStatement) -> str:
    period = figure.observation.period
    return period.shown if period.days.year else f"时期：{period}"


def _site(analysis: Analysis, report: Report) -> str:
    publisher = analysis.disclosure.publisher
    return f"{_place(publisher, publisher.site_title)} · {report.year}年报告"


def _place(publisher: Publisher, name: str) -> str:
    """A name preceded by the county's, unless it contains it."""
    return name if publisher.place in name else f"{publisher.place}：{name}"


def _foot(publisher: Publisher) -> str:
    return publisher.disclaimer or publisher.name


@cache
def _drawing() -> str:
    """Everything a picture depends on besides its words: the drawing module and its packages."""
    source = Path(__file__).with_name("pictures.py").read_bytes()
    return f"{sha256(source).hexdigest()} {' '.join(map(version, _DRAWN_BY))}"
