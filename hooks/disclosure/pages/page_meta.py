"""What every page says of itself: address, title, kind, description, and the way back home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.pages.highlights import highlights
from disclosure.report import addresses
from disclosure.report.book import section_address

_TOLD = 3
"""So many figures of an area stand in its description."""

if TYPE_CHECKING:
    from disclosure.analysis.analysis import Analysis
    from disclosure.report.binding import Section


@dataclass(frozen=True, slots=True)
class Link:
    """A label and an address within the site."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class Head:
    """One page as lists, breadcrumbs, titles and labels name it."""

    path: str
    title: str
    kind: str
    """``home report area section about metrics metric ledger sheet board search sitemap error``."""
    description: str
    crumbs: tuple[Link, ...] = ()
    """The pages above it, home first."""
    year: str | None = None


HOME = Link("首页", addresses.HOME)
"""The first crumb of every page."""


def of_section(analysis: Analysis, section: Section) -> Head:
    """The head of a page that someone wrote."""
    path, title = section_address(section), analysis.book.title(section)
    report = analysis.disclosure.report(section.year) if section.year else None
    if path == addresses.HOME:
        publisher = analysis.disclosure.publisher
        return Head(path, publisher.site_title, "home", f"{publisher.site_title}：报告全文、全部数值及出处。")
    crumbs: tuple[Link, ...] = (HOME,)
    if report is None:
        return Head(path, title, "about", f"{title}。", crumbs)
    if path == addresses.report(report.year):
        return Head(path, title, "report", f"{report.record.title}全文。", crumbs, report.year)
    crumbs += (Link(f"{report.year}年报告", addresses.report(report.year)),)
    kind = "area" if section.name in report.scheme.areas else "section"
    description = f"{report.record.title}：{title}。"
    if kind == "area":
        first = highlights(analysis, report, section.name, most=_TOLD)
        told = analysis.book.told(one.observation for one in first) or "只有文字，没有数值"
        description = f"{report.record.issuer}{report.year}年报告，{title}：{told}。"
    return Head(path, title, kind, description, crumbs, report.year)
