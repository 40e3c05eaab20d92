"""Home: the words of ``index.md``, then the newest report at a glance."""

from collections.abc import Mapping
from functools import partial

from disclosure.analysis.analysis import Analysis
from disclosure.pages.blocks import area_rows, highlights
from disclosure.pages.ledger import by_state
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses


def page(analysis: Analysis) -> Page:
    """The page of the site's ``index.md``."""
    title = analysis.disclosure.publisher.site_title
    meta = PageMeta(
        addresses.HOME, title, "home", f"{title}：报告全文、全部数值及出处。", (), column="信息公开目录"
    )
    return Page(meta, "home.html", _glance)


def _glance(analysis: Analysis) -> Mapping[str, object]:
    """The newest report's areas with their figures, its problems, and its ledger by state."""
    if not analysis.book.reports:
        return {"report": None}
    book, report = analysis.book, analysis.book.reports[0]
    return {
        "report": report,
        "groups": [(area, area_rows(analysis, report, area.id)) for area in report.areas],
        "highlights": partial(highlights, analysis, report, most=3),
        "problems": [one for one in book.stated(report.year, "问题").values() if not one.first],
        "states": by_state(analysis.ledger),
    }
