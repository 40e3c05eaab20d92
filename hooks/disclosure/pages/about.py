"""Pages of the site's own words, such as how to read the figures."""

from disclosure.analysis.analysis import Analysis
from disclosure.pages.page import Page, PageMeta
from disclosure.report.binding import Section
from disclosure.report.book import section_address


def page(analysis: Analysis, section: Section) -> Page:
    """The page of a Markdown file that belongs to no report."""
    title = analysis.book.title(section)
    return Page(PageMeta(section_address(section), title, "about", f"{title}。"), "about.html")
