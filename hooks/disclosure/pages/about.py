"""A page of the site's own words, such as how to read the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.pages.page import Page, PageMeta
from disclosure.report.book import section_address

if TYPE_CHECKING:
    from disclosure.analysis.analysis import Analysis
    from disclosure.report.binding import Section


def page(analysis: Analysis, section: Section) -> Page:
    """The page of a Markdown file that belongs to no report."""
    title = analysis.book.title(section)
    return Page(PageMeta(section_address(section), title, "about", f"{title}。"), "about.html")
