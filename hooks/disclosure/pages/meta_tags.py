"""Page labels: the ``meta`` tags that inspections of government sites read.

Names and groups are those of the portals' column and content pages; a label without a configured
value is left out. Dates come from the report's record, never from the time of the build; a page that the
site adds has no date and no source until it is released, so that those labels are left out too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.disclosure import Report
    from disclosure.facts.records import Publisher
    from disclosure.pages.page_meta import Head

_COLUMNS = {
    "home": "信息公开目录",
    "metrics": "数据发布",
    "standards": "数据发布",
    "coverage": "数据发布",
    "corrections": "数据发布",
    "data": "数据发布",
    "ledger": "信息公开目录",
    "sheet": "信息公开目录",
    "bodies": "信息公开目录",
    "opinions": "信息公开目录",
    "search": "信息公开目录",
    "sitemap": "信息公开目录",
}
"""Column pages, with their kind of column."""
_OFFICIAL = frozenset({"report", "area", "section"})


def labels(
    head: Head, publisher: Publisher, *, report: Report | None, address: str | None
) -> Iterator[tuple[str, str]]:
    """Names and values of a page's labels, in the customary order."""
    site = (
        ("SiteName", publisher.site_title),
        ("SiteDomain", publisher.domain),
        ("SiteIDCode", publisher.site_code),
    )
    yield from ((name, value) for name, value in site if value)
    if head.kind == "error":
        return
    if head.kind in _COLUMNS:
        yield "ColumnName", head.title
        yield "ColumnDescription", head.description
        yield "ColumnKeywords", f"{publisher.place},履行教育职责,自查自评"
        yield "ColumnType", _COLUMNS[head.kind]
        return
    yield "ArticleTitle", report.record.title if report and head.kind == "report" else head.title
    if report and head.kind in _OFFICIAL:
        if report.record.published:
            yield "PubDate", report.record.published
        yield "ContentSource", report.record.issuer
    yield "Description", head.description
    if address:
        yield "Url", address
