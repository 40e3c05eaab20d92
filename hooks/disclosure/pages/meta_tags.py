"""The ``meta`` tags that inspections of government sites read.

Names and groups are those of the portals' column and content pages; a tag without a configured
value is left out. Dates come from the report's record, never from the time of the build; a page that the
site adds has no date and no source until it is released, so that those tags are left out too.
"""

from collections.abc import Iterator

from disclosure.facts.disclosure import Report
from disclosure.facts.records import Publisher
from disclosure.pages.page import PageMeta

_OFFICIAL = frozenset({"report", "area", "section"})


def meta_tags(
    meta: PageMeta, publisher: Publisher, *, report: Report | None, address: str | None
) -> Iterator[tuple[str, str]]:
    """Names and values of a page's meta tags, in the customary order."""
    site = (
        ("SiteName", publisher.site_title),
        ("SiteDomain", publisher.domain),
        ("SiteIDCode", publisher.site_code),
    )
    yield from ((name, value) for name, value in site if value)
    if meta.kind == "error":
        return
    if meta.column:
        yield "ColumnName", meta.title
        yield "ColumnDescription", meta.description
        yield "ColumnKeywords", f"{publisher.place},履行教育职责,自查自评"
        yield "ColumnType", meta.column
        return
    yield "ArticleTitle", report.record.title if report and meta.kind == "report" else meta.title
    if report and meta.kind in _OFFICIAL:
        if report.record.published:
            yield "PubDate", report.record.published
        yield "ContentSource", report.record.issuer
    yield "Description", meta.description
    if address:
        yield "Url", address
