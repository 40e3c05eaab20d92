"""What a share picture says: publisher, year, one figure, and the disclaimer."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.facts.records import Metric, Publisher
from disclosure.pages.highlights import highlights
from disclosure.pages.page import PageMeta

_LENGTH = 12
_DRAWN_BY = ("pillow", "noto-cjk-sans-otc")
"""The packages whose versions a picture depends on."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a picture, from top to bottom."""

    name: str
    """The address of its file without hash and ending: ``share/metrics/student-aid-amount``."""
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
        words = [self.site, self.title, self.figure, self.about, self.foot]
        digest = sha256("\n".join([_drawing(), *words]).encode()).hexdigest()
        return f"{self.name}.{digest[:_LENGTH]}.png"

    @property
    def alternative(self) -> str:
        """The picture in words."""
        return f"{self.title}：{self.figure}，{self.about}。{self.site}，{self.foot}。"


def cards(analysis: Analysis, metas: Mapping[str, PageMeta]) -> dict[str, Card]:
    """The cards by the addresses of their pages: home, areas, metrics.

    Empty while the site's address is unknown: ``og:image`` must be absolute.
    """
    if not analysis.disclosure.publisher.address or not analysis.book.reports:
        return {}
    made = {"home": _home, "area": _area, "metric": _metric}
    return {path: made[meta.kind](analysis, meta) for path, meta in metas.items() if meta.kind in made}


def _home(analysis: Analysis, _: PageMeta) -> Card:
    report, publisher = analysis.book.reports[0], analysis.disclosure.publisher
    return Card(
        name="share/home",
        site=_place(publisher, report.record.issuer),
        title=publisher.site_title,
        figure=f"{report.year}年报告",
        about=f"{len(report.areas)} 个评价重点，{len(report.observations)} 个数值",
        foot=_foot(publisher),
    )


def _area(analysis: Analysis, meta: PageMeta) -> Card:
    report = analysis.disclosure.report(meta.year or "") or analysis.book.reports[0]
    area = meta.path.split("/")[-2]
    found = highlights(analysis, report, area, most=1)
    observation = found[0].observation if found else None
    return Card(
        name=f"share/{report.year}/{area}",
        site=_site(analysis, report),
        title=meta.title,
        figure=str(observation.value) if observation else f"{report.year}年报告",
        about=f"{analysis.book.label(observation)}，{_time(observation)}"
        if observation
        else "这一节没有数值",
        foot=_foot(analysis.disclosure.publisher),
    )


def _metric(analysis: Analysis, meta: PageMeta) -> Card:
    metric = analysis.disclosure.metrics[meta.path.split("/")[-2]]
    items = analysis.disclosure.observations(metric.id)
    newest = next(iter(items), None)
    report = analysis.disclosure.report(newest.year) if newest else None
    now = [one for one in items if newest and (one.year, one.period) == (newest.year, newest.period)]
    figure, about = _said(metric, now) if now else ("已撤下", "原来公布的数值见网页")
    return Card(
        name=f"share/metrics/{metric.id}",
        site=_site(analysis, report or analysis.book.reports[0]),
        title=metric.name,
        figure=figure,
        about=about,
        foot=_foot(analysis.disclosure.publisher),
    )


def _said(metric: Metric, items: list[Observation]) -> tuple[str, str]:
    """The figure of a period and what it is about; of several categories the least and the greatest."""
    least, most = min(items, key=_size), max(items, key=_size)
    if least is most:
        category = metric.categories.get(least.category or "")
        about = (category, _time(least), str(least.change or ""))
        return str(least.value), "，".join(part for part in about if part)
    ends = f"{metric.categories[least.category or '']}最低，{metric.categories[most.category or '']}最高"
    if _size(least) == _size(most):
        return str(least.value), f"{len(items)} 个分类都是，{_time(least)}"
    return f"{least.value}—{most.value}", f"{len(items)} 个分类里{ends}，{_time(least)}"


def _size(observation: Observation) -> Decimal:
    return observation.value.number


def _time(observation: Observation) -> str:
    return (
        str(observation.period)
        if any(char.isdigit() for char in observation.period.text)
        else f"时期：{observation.period}"
    )


def _site(analysis: Analysis, report: Report) -> str:
    publisher = analysis.disclosure.publisher
    return f"{_place(publisher, publisher.site_title)} · {report.year}年报告"


def _place(publisher: Publisher, name: str) -> str:
    """A name with the county's, unless it has it."""
    return name if publisher.place in name else f"{publisher.place}：{name}"


def _foot(publisher: Publisher) -> str:
    return publisher.disclaimer or publisher.name


@cache
def _drawing() -> str:
    """What a picture depends on besides its words: the drawing module and its packages."""
    source = Path(__file__).with_name("pictures.py").read_bytes()
    return f"{sha256(source).hexdigest()} {' '.join(map(version, _DRAWN_BY))}"
