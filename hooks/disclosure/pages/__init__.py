"""All pages of the site, and the shell around each page.

Each kind of page is a module with a template: a ``PAGE``, or a function that gives the pages of that
kind.
"""

from collections.abc import Callable, Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.exports.formats import Exports
from disclosure.pages import (
    about,
    board,
    body,
    changes,
    corrections,
    coverage,
    data,
    home,
    ledger,
    metric,
    not_found,
    opinions,
    report,
    search,
    section,
    sitemap,
    standards,
)
from disclosure.pages.page import Page
from disclosure.register.register import Register
from disclosure.report import addresses
from disclosure.report.binding import Section
from disclosure.report.book import section_address


def section_page(analysis: Analysis, written: Section) -> Page:
    """The page of a Markdown file."""
    owner = analysis.disclosure.report(written.year) if written.year else None
    if owner is None:
        is_home = section_address(written) == addresses.HOME
        return home.page(analysis) if is_home else about.page(analysis, written)
    return report.page(owner) if written.name == "index" else section.page(analysis, owner, written)


def generated_pages(analysis: Analysis, exports: Callable[[], Exports], register: Register) -> Iterator[Page]:
    """The pages without a Markdown file, in the order of the site map."""
    yield from metric.pages(analysis)
    yield from (standards.PAGE, coverage.page(analysis.book), coverage.NUMERALS, corrections.PAGE)
    yield data.page(exports)
    yield from ledger.pages(analysis)
    yield from changes.pages(analysis)
    yield from board.pages(analysis, register)
    yield from body.pages(analysis)
    yield from opinions.pages(analysis)
    yield from (search.PAGE, sitemap.PAGE, not_found.PAGE)
