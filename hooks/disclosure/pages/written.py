"""The bodies of pages that someone wrote: their words, and what the site puts around them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from disclosure.facts.disclosure import SPOKEN
from disclosure.pages import addresses
from disclosure.pages.binding import Block
from disclosure.pages.blocks import charts_block, ledger_block, report_groups, spoken_block, verdicts_block
from disclosure.pages.book import section_address
from disclosure.pages.expansion import below_title
from disclosure.pages.highlights import highlights, highlights_block
from disclosure.pages.ledgers import answers, by_state
from disclosure.pages.rendering import render
from disclosure.prose.macros import BlockCall
from disclosure.reckoning.years import compare

if TYPE_CHECKING:
    from disclosure.pages.binding import Section
    from disclosure.pages.book import Book


def body(book: Book, section: Section, words: str) -> str:
    """The page of a section, from its rendered words."""
    report = book.disclosure.report(section.year) if section.year else None
    if report is None:
        return _home(book, words) if section_address(section) == addresses.HOME else words
    if section.name == "index":
        return _report(book, section, below_title(words, _report_lead(book, section)))
    if section.name in report.scheme.areas:
        words = below_title(words, highlights_block(book, report, section.name, section_address(section)))
    return _section(book, section, words)


def _home(book: Book, words: str) -> str:
    """Home: the written words, then the newest report at a glance."""
    report = next(iter(book.reports), None)
    return render(
        "home.html",
        addresses.HOME,
        book=book,
        words=words,
        report=report,
        groups=report_groups(book, report),
        highlights=partial(highlights, book, report, most=3) if report else None,
        answers=answers,
        by_state=by_state,
    )


def _report_lead(book: Book, section: Section) -> str:
    """What is known of a report, between its title and its words."""
    year = section.year or ""
    report = book.disclosure.report(year)
    return render(
        "blocks/report-lead.html",
        section_address(section),
        book=book,
        report=report,
        comparison=compare(book.disclosure, report) if report else None,
    )


def _report(book: Book, section: Section, words: str) -> str:
    """The one-page report: the official text."""
    return render("report.html", section_address(section), book=book, words=words)


def _section(book: Book, section: Section, words: str) -> str:
    """One section of a report, with what the site adds, and with the way to the next."""
    parts = book.parts(section.year or "")
    place = next((index for index, part in enumerate(parts) if part is section), -1)
    return render(
        "section.html",
        section_address(section),
        book=book,
        words=words,
        section=section,
        report=book.disclosure.report(section.year or ""),
        added=_added(book, section),
        before=parts[place - 1] if place > 0 else None,
        after=parts[place + 1] if 0 <= place < len(parts) - 1 else None,
    )


def _added(book: Book, section: Section) -> str:
    """What the site adds below the words.

    To an area its charts and its verdicts, unless the words have a block for them, and its problems; to
    problems and next steps the way into the ledger.
    """
    report = book.disclosure.report(section.year or "")
    if report is not None and section.name in SPOKEN:
        return spoken_block(book, report, section.name, section_address(section))
    if report is None or section.name not in report.scheme.areas:
        return ""
    path = section_address(section)
    calls = {item.call for item in section.bound if isinstance(item, Block)}
    placed = BlockCall("verdicts", section.name) in calls
    verdicts = "" if placed else verdicts_block(book, report, section.name, path)
    drawn = {call.argument for call in calls if call.name == "chart"}
    charts = charts_block(book, report, section.name, path, besides=drawn)
    return f"{charts}{verdicts}{ledger_block(book, report, section.name, path)}"
