"""A page: what it says of itself, its template, and what the template prints."""

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
    """A page as lists, breadcrumbs, titles and meta tags name it."""

    path: str
    title: str
    kind: str
    """The name that styles, meta tags and share pictures know the kind of page by."""
    description: str
    crumbs: tuple[Link, ...] = (HOME,)
    """The pages above it, home first."""
    year: str | None = None
    """The report that the page belongs to."""
    column: str | None = None
    """The type of column, for a page that inspections of government sites count as a column page (栏目页)."""
    counterpart: Callable[[Report], str | None] = lambda _: None
    """The address of the same page of another report, if that report has one."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered."""

    meta: PageMeta
    template: str
    context: Callable[[Analysis], Mapping[str, object]] = lambda _: {}
    """What the template prints; evaluated only when no error was found."""
    lead: Callable[[Analysis], str] = lambda _: ""
    """HTML that the site adds between the title of a section and its words."""

    def body(self, analysis: Analysis, words: str = "") -> str:
        """The page's own HTML, without the shell; ``words`` is the rendered Markdown of a section page."""
        words = below_title(words, self.lead(analysis))
        return render(self.template, self.meta.path, analysis=analysis, words=words, **self.context(analysis))


def report_link(year: str) -> Link:
    """The crumb of a report, above the pages that belong to it."""
    return Link(f"{year}年报告", addresses.report(year))
