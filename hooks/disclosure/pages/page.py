"""A page: its meta (address, title, kind …), its template, and the context of the template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.render.macros import below_title
from disclosure.render.templates import render
from disclosure.report import addresses


@dataclass(frozen=True, slots=True)
class Link:
    """A label and an address within the site."""

    label: str
    target: str


HOME = Link("首页", addresses.HOME)
"""The first crumb of every page."""


@dataclass(frozen=True, slots=True)
class PageMeta:
    """Address, title and other data of a page, for lists, breadcrumbs and meta tags."""

    path: str
    title: str
    kind: str
    """The kind of page, a name that styles, meta tags and share pictures use."""
    description: str
    crumbs: tuple[Link, ...] = (HOME,)
    """The pages above it, home first."""
    year: str | None = None
    """The year of the report to which the page belongs."""
    column: str | None = None
    """The type of column, for pages that inspections of government sites call column pages (栏目页)."""
    counterpart: Callable[[Report], str | None] = lambda _: None
    """The address of the same page for another report, if it exists."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered."""

    meta: PageMeta
    template: str
    context: Callable[[Analysis], Mapping[str, object]] = lambda _: {}
    """The variables of the template; evaluated only when there are no errors."""
    lead: Callable[[Analysis], str] = lambda _: ""
    """HTML between the title of a section and its words, which the site adds."""

    def body(self, analysis: Analysis, words: str = "") -> str:
        """The page's own HTML, without the shell; ``words`` is the rendered Markdown of a section page."""
        words = below_title(words, self.lead(analysis))
        return render(self.template, self.meta.path, analysis=analysis, words=words, **self.context(analysis))


def report_link(year: str) -> Link:
    """The breadcrumb of a report, for the pages below it."""
    return Link(f"{year}年报告", addresses.report(year))
