"""The bodies of pages that someone wrote: their words, and what the site puts around them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from disclosure.analysis.years import compare
from disclosure.facts.disclosure import SPOKEN
from disclosure.pages.blocks import charts_block, ledger_block, report_groups, spoken_block, verdicts_block
from disclosure.pages.highlights import highlights, highlights_block
from disclosure.pages.ledgers import answers, by_state
from disclosure.render.macros import below_title
from disclosure.render.templates import render
from disclosure.report import addresses
from disclosure.report.binding import Block
from disclosure.report.book import section_address
from disclosure.text.macros import BlockCall

if TYPE_CHECKING:
    from disclosure.analysis.analysis import Analysis
    from disclosure.report.binding import Section


def body(analysis: Analysis, section: Section, words: str) -> str:
    """The page of a section, from its rendered words."""
    report = analysis.disclosure.report(section.year) if section.year else None
    if report is None:
        return _home(analysis, words) if section_address(section) == addresses.HOME else words
    if section.name == "index":
        return _report(analysis, section, below_title(words, _report_lead(analysis, section)))
    if section.name in report.scheme.areas:
        words = below_title(words, highlights_block(analysis, report, section.name, section_address(section)))
    return _section(analysis, section, words)


def _home(analysis: Analysis, words: str) -> str:
    """Home: the written words, then the newest report at a glance."""
    report = next(iter(analysis.book.reports), None)
    return render(
        "home.html",
        addresses.HOME,
        analysis=analysis,
        words=words,
        report=report,
        groups=report_groups(analysis, report),
        highlights=partial(highlights, analysis, report, most=3) if report else None,
        answers=answers,
        by_state=by_state,
    )


def _report_lead(analysis: Analysis, section: Section) -> str:
    """What is known of a report, between its title and its words."""
    year = section.year or ""
    report = analysis.disclosure.report(year)
    return render(
        "blocks/report-lead.html",
        section_address(section),
        analysis=analysis,
        report=report,
        comparison=compare(analysis.disclosure, report) if report else None,
    )


def _report(analysis: Analysis, section: Section, words: str) -> str:
    """The one-page report: the official text."""
    return render("report.html", section_address(section), analysis=analysis, words=words)


def _section(analysis: Analysis, section: Section, words: str) -> str:
    """One section of a report, with what the site adds, and with the way to the next."""
    parts = analysis.book.parts(section.year or "")
    place = next((index for index, part in enumerate(parts) if part is section), -1)
    return render(
        "section.html",
        section_address(section),
        analysis=analysis,
        words=words,
        section=section,
        report=analysis.disclosure.report(section.year or ""),
        added=_added(analysis, section),
        before=parts[place - 1] if place > 0 else None,
        after=parts[place + 1] if 0 <= place < len(parts) - 1 else None,
    )


def _added(analysis: Analysis, section: Section) -> str:
    """What the site adds below the words.

    To an area its charts and its verdicts, unless the words have a block for them, and its problems; to
    problems and next steps the way into the ledger.
    """
    report = analysis.disclosure.report(section.year or "")
    if report is not None and section.name in SPOKEN:
        return spoken_block(analysis, report, section.name, section_address(section))
    if report is None or section.name not in report.scheme.areas:
        return ""
    path = section_address(section)
    calls = {item.call for item in section.bound if isinstance(item, Block)}
    placed = BlockCall("verdicts", section.name) in calls
    verdicts = "" if placed else verdicts_block(analysis, report, section.name, path)
    drawn = {call.argument for call in calls if call.name == "chart"}
    charts = charts_block(analysis, report, section.name, path, besides=drawn)
    return f"{charts}{verdicts}{ledger_block(analysis, report, section.name, path)}"
