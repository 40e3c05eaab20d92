"""One section of a report: its official text, the site's additions, and links to its neighbours.

To an area, the site adds highlights, charts and verdicts (unless the section has a block for them) and
ledger items; to problems and plans, links into the ledger.
"""

from collections.abc import Mapping
from functools import partial

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.pages.blocks import (
    charts_block,
    highlights,
    highlights_block,
    ledger_block,
    problems_block,
    verdicts_block,
)
from disclosure.pages.page import HOME, Page, PageMeta, report_link
from disclosure.report.binding import Block, Section
from disclosure.report.book import section_address
from disclosure.text.macros import BlockCall

_DESCRIBED = 3
"""The number of figures in an area's description."""


def page(analysis: Analysis, report: Report, section: Section) -> Page:
    """The page of a section."""
    path, title = section_address(section), analysis.book.title(section)
    crumbs = (HOME, report_link(report.year))
    context = partial(_context, report=report, section=section)
    if section.name not in report.scheme.areas:
        meta = PageMeta(path, title, "section", f"{report.record.title}：{title}。", crumbs, report.year)
        return Page(meta, "section.html", context)
    first = highlights(analysis, report, section.name, most=_DESCRIBED)
    figures = analysis.book.summary(figure.observation for figure in first) or "只有文字，没有数值"
    description = f"{report.record.issuer}{report.year}年报告，{title}：{figures}。"
    meta = PageMeta(path, title, "area", description, crumbs, report.year)
    lead = partial(highlights_block, report=report, area=section.name, path=path)
    return Page(meta, "section.html", context, lead)


def _context(analysis: Analysis, report: Report, section: Section) -> Mapping[str, object]:
    parts = analysis.book.parts(report.year)
    place = next((index for index, part in enumerate(parts) if part is section), -1)
    return {
        "report": report,
        "section": section,
        "added": _added(analysis, report, section),
        "before": parts[place - 1] if place > 0 else None,
        "after": parts[place + 1] if 0 <= place < len(parts) - 1 else None,
    }


def _added(analysis: Analysis, report: Report, section: Section) -> str:
    """The HTML that the site adds below the words."""
    path, name = section_address(section), section.name
    linked = problems_block(analysis, report, section, path)
    if name not in report.scheme.areas:
        return linked
    calls = {bound.call for bound in section.bound if isinstance(bound, Block)}
    drawn = {call.argument for call in calls if call.name == "chart"}
    placed = BlockCall("verdicts", name) in calls
    charts = charts_block(analysis, report, name, path, besides=drawn)
    verdicts = "" if placed else verdicts_block(analysis, report, name, path)
    return f"{charts}{verdicts}{ledger_block(analysis, report, name, path) if report.ledger else linked}"
