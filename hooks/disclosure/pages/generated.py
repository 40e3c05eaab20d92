"""The pages that no one writes: metrics, search, site map, 404."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from disclosure.analysis.citation import citation
from disclosure.analysis.years import compare
from disclosure.charts.choosing import metric_charts
from disclosure.facts.ledger import STATES
from disclosure.facts.period import BASIS_EXPLANATIONS
from disclosure.facts.quantity import BOUND_WORDS
from disclosure.facts.records import MEASURES_NAMES
from disclosure.pages.board import board
from disclosure.pages.bodies import portrait
from disclosure.pages.coverage import rows
from disclosure.pages.ledgers import answers, by_due, by_owner, by_state, headings
from disclosure.pages.page_meta import HOME, Head, Link
from disclosure.render.templates import render, render_charts
from disclosure.report import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from disclosure.analysis.analysis import Analysis
    from disclosure.facts.disclosure import Report
    from disclosure.facts.observations import Observation
    from disclosure.facts.records import Area, Metric
    from disclosure.report.binding import Section

_TOLD = 3
"""So many figures of a metric stand in its description."""
DIRECTIONS = {"higher": "越高越好", "lower": "越低越好", "neither": "不以高低论好坏"}


@dataclass(frozen=True)
class Generated:
    """A page to be rendered from a template and the analysis.book."""

    head: Head
    template: str
    subject: Mapping[str, object] = field(default_factory=dict)
    """What the page is about, as its template names it."""

    def body(self, analysis: Analysis, **extra: object) -> str:
        """The page's own HTML, without the shell; ``extra`` is what its template prints besides."""
        return render(
            self.template,
            self.head.path,
            analysis=analysis,
            groups=partial(_groups, analysis),
            cite=partial(_cite, analysis, self.head.path),
            coverage=partial(rows, analysis.book),
            sections=partial(_sections, analysis),
            vocabulary=VOCABULARY,
            **self.subject,
            **extra,
        )


def _cite(analysis: Analysis, path: str, item: Observation) -> str:
    report = analysis.disclosure.report(item.year)
    address = f"{path.removesuffix('index.html')}#{addresses.value_id(item.anchor, item.year)}"
    return (
        citation(analysis.disclosure, report, item, path=address, name=analysis.book.label(item))
        if report
        else ""
    )


def _sections(analysis: Analysis, report: Report) -> tuple[Section, ...]:
    return (analysis.book.sections[f"{report.year}/index.md"], *analysis.book.parts(report.year))


VOCABULARY = {
    "bounds": BOUND_WORDS,
    "bases": BASIS_EXPLANATIONS,
    "measures": MEASURES_NAMES,
    "directions": DIRECTIONS,
}


def generated(analysis: Analysis) -> Iterator[Generated]:
    """Every generated page, in the order of the site map."""
    yield from _metrics(analysis)
    for path, title, kind, description, template in _SINGLE:
        yield Generated(Head(path, title, kind, description, (HOME,)), template)
    yield from _ledgers(analysis)
    yield from _years(analysis)
    yield from _boards(analysis)
    yield from _bodies(analysis)
    yield from _opinions(analysis)
    for path, title, kind, description, template in _LAST:
        yield Generated(Head(path, title, kind, description, (HOME,)), template)


def _metrics(analysis: Analysis) -> Iterator[Generated]:
    for metric in analysis.disclosure.metrics.values():
        crumbs = (HOME, Link("全部指标", addresses.METRICS))
        told = analysis.book.told(analysis.disclosure.observations(metric.id)[:_TOLD])
        description = f"{told}。数值、时期、含义和原文出处。" if told else f"{metric.name}：已撤下的数值。"
        head = Head(addresses.metric(metric.id), metric.name, "metric", description, crumbs)
        yield Generated(head, "metric.html", {"metric": metric, "charts": partial(_charts, analysis, metric)})


def _charts(analysis: Analysis, metric: Metric) -> Markup:
    """Every chart of a metric, as of the newest report."""
    charts = metric_charts(analysis, analysis.book.reports[0], metric.id) if analysis.book.reports else ()
    return Markup(render_charts(charts, addresses.metric(metric.id)))  # noqa: S704 - a template


def _ledgers(analysis: Analysis) -> Iterator[Generated]:
    """A ledger a year, or what stands in for it, at an address that lasts; the newest also at /ledger/."""
    for report in analysis.book.reports:
        title = report.ledger.title if report.ledger else "问题与措施对照（整改台账尚未公布）"
        description = f"{report.record.name}：报告承认的问题，措施，进展。"
        template = "ledger.html" if report.ledger else "matches.html"
        subject = {"report": report, **_LEDGER_VIEWS}
        if report is analysis.book.reports[0]:
            head = Head(addresses.LEDGER, title, "ledger", description, (HOME,), report.year)
            yield Generated(head, template, subject | {"table": addresses.LEDGER_TABLE})
            yield from _sheet(report, addresses.LEDGER_TABLE)
        crumbs = (HOME, Link("整改台账", addresses.LEDGER))
        head = Head(addresses.ledger(report.year), title, "ledger", description, crumbs, report.year)
        yield Generated(head, template, subject | {"table": addresses.ledger_table(report.year)})
        yield from _sheet(report, addresses.ledger_table(report.year))


def _sheet(report: Report, address: str) -> Iterator[Generated]:
    """A ledger in the customary columns, where there is one."""
    if report.ledger is None:
        return
    own = addresses.ledger(report.year)
    crumbs = (HOME, Link("整改台账", addresses.LEDGER), Link(report.ledger.title, own))
    head = Head(
        address, f"整改台账（{report.year}年，表格）", "sheet", "整改台账，供打印。", crumbs, report.year
    )
    yield Generated(head, "ledger-table.html", {"report": report})


_LEDGER_VIEWS: Mapping[str, object] = {
    "by_state": by_state,
    "by_owner": by_owner,
    "by_due": by_due,
    "answers": answers,
    "headings": headings,
    "states": STATES,
}


def _years(analysis: Analysis) -> Iterator[Generated]:
    for report in analysis.book.reports:
        if comparison := compare(analysis.disclosure, report):
            crumbs = (HOME, Link(f"{report.year}年报告", addresses.report(report.year)))
            title = f"与{comparison.former.year}年报告相比"
            description = f"{report.record.name}新报了哪些数值，不再报哪些，改了哪些。"
            head = Head(addresses.changes(report.year), title, "changes", description, crumbs, report.year)
            yield Generated(head, "changes.html", {"comparison": comparison})


def _boards(analysis: Analysis) -> Iterator[Generated]:
    for report in analysis.book.reports:
        crumbs = (HOME, Link(f"{report.year}年报告", addresses.report(report.year)))
        description = f"{report.record.name}：打印张贴的一页，主要的数、没有达到的标准、在哪里看、问谁。"
        head = Head(addresses.board(report.year), "张贴页", "board", description, crumbs, report.year)
        yield Generated(head, "board.html", {"report": report, "board": partial(board, analysis, report)})


def _bodies(analysis: Analysis) -> Iterator[Generated]:
    if not analysis.disclosure.bodies:
        return
    description = "报告和台账里写明的部门、镇街和学校。"
    yield Generated(Head(addresses.BODIES, "部门街镇", "bodies", description, (HOME,)), "bodies.html")
    for body in analysis.disclosure.bodies.values():
        crumbs = (HOME, Link("部门街镇", addresses.BODIES))
        description = f"{body.name}：负责的数值、牵头和配合的整改、发布的文件。"
        head = Head(addresses.body(body.id), body.name, "body", description, crumbs)
        yield Generated(head, "body.html", {"portrait": partial(portrait, analysis, body)})


def _opinions(analysis: Analysis) -> Iterator[Generated]:
    crumbs: tuple[Link, ...] = (HOME,)
    if analysis.book.opinions or analysis.book.withdrawn:
        head = Head(addresses.OPINIONS, "意见和答复", "opinions", "群众的意见和办理结果。", crumbs)
        yield Generated(head, "opinions.html")
    head = Head(addresses.OPINION_FORM, "意见建议表", "form", "打印出来填写的意见建议表。", crumbs)
    yield Generated(head, "opinion-form.html", {"about": analysis.book.how_to_give_opinions})


_SINGLE = (
    (
        addresses.METRICS,
        "全部指标",
        "metrics",
        "报告中的全部数值，按评价重点列出，每个数值都有出处。",
        "metrics.html",
    ),
    (
        addresses.STANDARDS,
        "标准对照",
        "standards",
        "数值与法定要求、政策要求、规划目标、认定标准逐项对照。",
        "standards.html",
    ),
    (
        addresses.COVERAGE,
        "覆盖情况",
        "coverage",
        "各评价重点的数值，承认的问题，下一步打算。",
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
    (addresses.DATA, "数据下载", "data", "数值、标准对照、推算和更正的下载，各列的含义。", "data.html"),
)
"""Pages that there is one of: address, title, kind, description, template."""
_LAST = (
    (addresses.SEARCH, "搜索", "search", "在报告各节、全部数值和名词解释中查找。", "search.html"),
    (addresses.SITEMAP, "网站地图", "sitemap", "本站全部页面。", "sitemap.html"),
    (addresses.NOT_FOUND, "没有找到这个页面", "error", "您要的页面不在这里。", "not-found.html"),
)


@dataclass(frozen=True)
class Group:
    """An area with its metrics, as lists show them."""

    area: Area
    metrics: tuple[Metric, ...]


def _groups(analysis: Analysis) -> tuple[Group, ...]:
    """Every metric in the area where it belongs today; areas that went on in none come last."""
    grouped: dict[str, list[Metric]] = {name: [] for name in analysis.disclosure.areas}
    for metric in analysis.disclosure.metrics.values():
        grouped[analysis.book.area(metric).id].append(metric)
    areas = analysis.disclosure.areas
    return tuple(Group(areas[name], tuple(metrics)) for name, metrics in grouped.items() if metrics)
