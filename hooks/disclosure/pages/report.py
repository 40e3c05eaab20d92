"""The full text of a report on one page, composed from its sections."""

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.revisions import compare
from disclosure.facts.disclosure import Report
from disclosure.pages.page import Page, PageMeta
from disclosure.render.templates import render
from disclosure.report import addresses


def page(report: Report) -> Page:
    """The page of a report."""
    path, record = addresses.report(report.year), report.record

    def lead(analysis: Analysis) -> str:
        """The metadata box of the report."""
        return render(
            "blocks/report-lead.html",
            path,
            analysis=analysis,
            report=report,
            comparison=compare(analysis.disclosure, report),
        )

    meta = PageMeta(path, record.name, "report", f"{record.title}全文。", year=report.year)
    return Page(meta, "report.html", lead=lead)
