"""The pages that no one writes: metrics, search, site map, 404."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from disclosure.facts.period import BASIS_EXPLANATIONS
from disclosure.facts.quantity import BOUND_WORDS
from disclosure.facts.records import MEASURES_NAMES
from disclosure.pages import addresses
from disclosure.pages.bars import bars
from disclosure.pages.binding import Block
from disclosure.pages.coverage import rows
from disclosure.pages.heads import HOME, Head, Link, of_section
from disclosure.pages.rendering import render
from disclosure.prose.macros import BlockCall
from disclosure.reckoning.citation import citation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.facts.disclosure import Report
    from disclosure.facts.observations import Observation
    from disclosure.facts.records import Area, Metric
    from disclosure.pages.binding import Section
    from disclosure.pages.book import Book

DIRECTIONS = {"higher": "越高越好", "lower": "越低越好", "neither": "不以高低论好坏"}


@dataclass(frozen=True)
class Generated:
    """A page to be rendered from a template and the book."""

    head: Head
    template: str
    metric: Metric | None = None

    def body(self, book: Book, **extra: object) -> str:
        """The page's own HTML, without the shell; ``extra`` is what its template prints besides."""
        return render(
            self.template,
            self.head.path,
            book=book,
            metric=self.metric,
            groups=_groups(book) if self.metric is None else (),
            cite=partial(_cite, book, self.head.path),
            coverage=partial(rows, book),
            sections=partial(_sections, book),
            bars=self._bars(book),
            vocabulary=VOCABULARY,
            **extra,
        )

    def _bars(self, book: Book) -> Mapping[Observation, Markup]:
        """The drawn values of the page's metric."""
        if self.metric is None:
            return {}
        drawn = bars(self.metric, book.disclosure.observations(self.metric.id))
        return {
            item: Markup(render("blocks/bar.html", self.head.path, bar=bar))  # noqa: S704 - a template
            for item, bar in drawn.items()
        }


def _cite(book: Book, path: str, item: Observation) -> str:
    report = book.disclosure.report(item.year)
    address = f"{path.removesuffix('index.html')}#{addresses.value_id(item.anchor, item.year)}"
    return citation(book.disclosure, report, item, path=address, name=book.label(item)) if report else ""


def _sections(book: Book, report: Report) -> tuple[Section, ...]:
    return (book.sections[f"{report.year}/index.md"], *book.parts(report.year))


VOCABULARY = {
    "bounds": BOUND_WORDS,
    "bases": BASIS_EXPLANATIONS,
    "measures": MEASURES_NAMES,
    "directions": DIRECTIONS,
}


def generated(book: Book) -> Iterator[Generated]:
    """Every generated page, in the order of the site map."""
    root = (HOME,)
    metrics = Head(
        addresses.METRICS, "全部指标", "metrics", "报告中的全部数值，按评价重点列出，每个数值都有出处。", root
    )
    yield Generated(metrics, "metrics.html")
    for metric in book.disclosure.metrics.values():
        crumbs = (*root, Link("全部指标", addresses.METRICS))
        description = f"{metric.name}：报告中的数值、时期、含义和原文出处。"
        head = Head(addresses.metric(metric.id), metric.name, "metric", description, crumbs)
        yield Generated(head, "metric.html", metric)
    for path, title, kind, description, template in _SINGLE:
        yield Generated(Head(path, title, kind, description, root), template)
    yield Generated(
        Head(addresses.SEARCH, "搜索", "search", "在报告各节、全部数值和名词解释中查找。", root),
        "search.html",
    )
    yield Generated(Head(addresses.SITEMAP, "网站地图", "sitemap", "本站全部页面。", root), "sitemap.html")
    yield Generated(
        Head(addresses.NOT_FOUND, "没有找到这个页面", "error", "您要的页面不在这里。", root), "not-found.html"
    )


_SINGLE = (
    (
        addresses.STANDARDS,
        "标准对照",
        "standards",
        "数值与法定要求、规划目标、认定标准逐项对照。",
        "standards.html",
    ),
    (
        addresses.COVERAGE,
        "覆盖情况",
        "coverage",
        "各评价重点报了多少数值，承认的问题，下一步打算。",
        "coverage.html",
    ),
    (addresses.NUMERALS, "数字对账", "coverage", "报告正文里的每一个数字和它的着落。", "numerals.html"),
    (
        addresses.CORRECTIONS,
        "更正和修订",
        "corrections",
        "公布以后改动过的数值，旧的和新的并列。",
        "corrections.html",
    ),
    (addresses.DATA, "数据下载", "data", "数值、标准对照、推算和更正的下载，以及各列的含义。", "data.html"),
)
"""Pages that there is one of: address, title, kind, description, template."""


@dataclass(frozen=True)
class Group:
    """An area with its metrics, as lists show them."""

    area: Area
    metrics: tuple[Metric, ...]


def _groups(book: Book) -> tuple[Group, ...]:
    areas, metrics = book.disclosure.areas, book.disclosure.metrics_by_area
    return tuple(Group(area, metrics.get(name, ())) for name, area in areas.items() if metrics.get(name))


def home_body(book: Book, words: str) -> str:
    """Home: the written words, then the newest report at a glance."""
    report = next(iter(book.reports), None)
    return render(
        "home.html",
        addresses.HOME,
        book=book,
        words=words,
        report=report,
        groups=_report_groups(book, report),
    )


def report_body(book: Book, section: Section, words: str) -> str:
    """The one-page report: what is known of it, contents, the official text."""
    report = book.disclosure.report(section.year or "")
    head = of_section(book, section)
    return render(
        "report.html",
        head.path,
        book=book,
        words=words,
        report=report,
        parts_of_report=book.parts(section.year or ""),
    )


def section_body(book: Book, section: Section, words: str) -> str:
    """One section of a report, with the way to the next."""
    parts = book.parts(section.year or "")
    place = next((index for index, part in enumerate(parts) if part is section), -1)
    return render(
        "section.html",
        of_section(book, section).path,
        book=book,
        words=words,
        report=book.disclosure.report(section.year or ""),
        verdicts=_unless_placed(book, section),
        before=parts[place - 1] if place > 0 else None,
        after=parts[place + 1] if 0 <= place < len(parts) - 1 else None,
    )


def _unless_placed(book: Book, section: Section) -> str:
    """The verdicts of an area below its words, unless the words have a block for them: none can be hidden."""
    report = book.disclosure.report(section.year or "")
    calls = {item.call for item in section.bound if isinstance(item, Block)}
    if (
        report is None
        or section.name not in report.scheme.areas
        or BlockCall("verdicts", section.name) in calls
    ):
        return ""
    return verdicts_block(book, report, section.name, of_section(book, section).path)


def verdicts_block(book: Book, report: Report, area: str, path: str) -> str:
    """``{{ verdicts area }}``: what the standards say to an area's figures, missed ones first."""
    metrics = book.disclosure.metrics
    items = [
        item
        for item in book.reckoning.verdicts[report.year]
        if item.observation and metrics[item.observation.metric].area == area
    ]
    items.sort(key=lambda item: item.outcome.rank)
    return render("blocks/verdicts.html", path, book=book, items=items, anchor=f"verdicts-{area}")


def figures_block(book: Book, report: Report, area: str, path: str) -> str:
    """``{{ figures area }}``: every figure that the report states in the area's own section."""
    rows = _area_rows(book, report, area)
    caption = f"{book.disclosure.areas[area].short}：本节全部数值"
    return render("blocks/figures.html", path, caption=caption, rows=rows, one=None, anchor=f"figures-{area}")


def table_block(book: Book, report: Report, identifier: str, path: str) -> str:
    """``{{ table metric }}``: one metric by category or period."""
    metric = book.disclosure.metrics[identifier]
    return render(
        "blocks/figures.html",
        path,
        caption=metric.name,
        rows=_rows(report, [metric]),
        one=metric,
        anchor=f"table-{identifier}",
    )


def _rows(report: Report, metrics: Iterable[Metric]) -> list[tuple[Metric, Observation]]:
    return [(metric, item) for metric in metrics for item in report.by_metric.get(metric.id, ())]


def _area_rows(book: Book, report: Report, area: str) -> list[tuple[Metric, Observation]]:
    """What the area's own section prints, in the order of its metrics."""
    section = book.sections.get(f"{report.year}/{area}.md")
    printed = {figure.observation.anchor for figure in section.figures} if section else set()
    rows = _rows(report, book.disclosure.metrics_by_area.get(area, ()))
    return [(metric, item) for metric, item in rows if item.anchor in printed]


def _report_groups(book: Book, report: Report | None) -> list[tuple[Area, list[tuple[Metric, Observation]]]]:
    return [(area, _area_rows(book, report, area.id)) for area in report.areas] if report else []
