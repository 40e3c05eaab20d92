"""Meta tags, as inspections read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from disclosure.facts.disclosure import Report
from disclosure.facts.records import Publisher, ReportRecord, Scheme
from disclosure.pages.page import PageMeta
from disclosure.pages.shell import meta_tags

_BARE = Publisher(name="示例县人民政府", place="示例县", site_title="示例县公开")
_FULL = _BARE.model_copy(update={"domain": "www.example.gov.cn", "site_code": "0000000000"})
_SCHEME = {
    "name": "方案",
    "document": "a",
    "areas": {"a": {"number": "（一）", "title": "甲", "short": "甲"}},
}
_REPORT = Report(
    year="2022",
    record=ReportRecord(
        title="示例县报告",
        name="2022年报告",
        scheme="a",
        issuer="示例县政府办",
        written=date(2022, 11, 2),
        published="2022-11-03",
    ),
    scheme=Scheme.model_validate(_SCHEME),
    observations=(),
    official="",
)


def _tags(
    kind: str, publisher: Publisher = _FULL, address: str | None = None, *, column: str | None = None
) -> dict[str, str]:
    report = _REPORT if kind in {"report", "area", "section"} else None
    return dict(
        meta_tags(
            PageMeta("a/index.html", "标题", kind, "说明", year="2022", column=column),
            publisher,
            report=report,
            address=address,
        )
    )


@pytest.mark.parametrize("kind", ["home", "report", "area", "metric", "search", "error"])
def test_every_page_names_the_site(kind: str) -> None:
    found = _tags(kind)

    assert found["SiteName"] == "示例县公开"
    assert found["SiteDomain"] == "www.example.gov.cn"
    assert found["SiteIDCode"] == "0000000000"


def test_what_is_not_configured_is_left_out() -> None:
    assert {"SiteDomain", "SiteIDCode", "Url"}.isdisjoint(_tags("area", _BARE))


@pytest.mark.parametrize("kind", ["home", "metrics", "search", "sitemap"])
def test_column_pages_name_their_column(kind: str) -> None:
    found = _tags(kind, column="数据发布")

    assert {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"} <= found.keys()
    assert "ArticleTitle" not in found


def test_official_pages_bear_the_date_and_source_of_the_report() -> None:
    found = _tags("report", address="https://www.example.gov.cn/a/")

    assert (found["ArticleTitle"], found["PubDate"], found["ContentSource"]) == (
        "示例县报告",
        "2022-11-03",
        "示例县政府办",
    )
    assert found["Url"] == "https://www.example.gov.cn/a/"


@pytest.mark.parametrize("kind", ["metric", "about"])
def test_pages_that_the_site_adds_bear_no_date_of_the_report(kind: str) -> None:
    found = _tags(kind)

    assert found["ArticleTitle"] == "标题"
    assert {"PubDate", "ContentSource"}.isdisjoint(found)


def test_a_known_hour_stands_in_the_date() -> None:
    record = _REPORT.record.model_copy(update={"published": "2022-11-03 09:30"})
    meta = PageMeta("a/index.html", "标题", "area", "说明", year="2022")

    found = dict(meta_tags(meta, _FULL, report=replace(_REPORT, record=record), address=None))

    assert found["PubDate"] == "2022-11-03 09:30"


@pytest.mark.parametrize(
    "moment", ["2022-11-03 24:00", "2022-11-03 9:30", "2022-11-03T09:30", "2022-11-03 09∶30"]
)
def test_an_hour_that_is_none_is_refused(moment: str) -> None:
    with pytest.raises(ValueError, match="bad-date"):
        ReportRecord.model_validate(
            {
                "title": "甲",
                "name": "甲",
                "scheme": "a",
                "issuer": "甲",
                "written": "2022-11-02",
                "published": moment,
            }
        )
