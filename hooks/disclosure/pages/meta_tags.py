"""The ``meta`` tags that inspections of government sites read.

Names and groups are those of the portals' column and content pages; a tag without a configured
value is left out. Dates come from the report's record, never from the time of the build; a page that the
site adds has no date and no source until it is released, so that those tags are left out too.
"""

from disclosure.facts.disclosure import Report
from disclosure.facts.records import Publisher
from disclosure.pages.page import PageMeta

_OFFICIAL = frozenset({"report", "area", "section"})


def meta_tags(
    meta: PageMeta, publisher: Publisher, *, report: Report | None, address: str | None
) -> tuple[tuple[str, str], ...]:
    """Names and values of a page's meta tags, in the customary order."""
    official = report.record if report and meta.kind in _OFFICIAL else None
    tags: list[tuple[str, str | None]] = [
        ("SiteName", publisher.site_title),
        ("SiteDomain", publisher.domain),
        ("SiteIDCode", publisher.site_code),
    ]
    if meta.column:
        tags += [
            ("ColumnName", meta.title),
            ("ColumnDescription", meta.description),
            ("ColumnKeywords", f"{publisher.place},履行教育职责,自查自评"),
            ("ColumnType", meta.column),
        ]
    elif meta.kind != "error":
        tags += [
            ("ArticleTitle", official.title if official and meta.kind == "report" else meta.title),
            ("PubDate", official.published if official else None),
            ("ContentSource", official.issuer if official else None),
            ("Description", meta.description),
            ("Url", address),
        ]
    return tuple((name, value) for name, value in tags if value)
