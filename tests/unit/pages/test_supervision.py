"""The county's own channels for opinions."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from disclosure.facts.opinions import Notice
from disclosure.facts.records import Publisher
from disclosure.render.channels import Channel, channels, is_open
from disclosure.site.site import Site
from project import make

if TYPE_CHECKING:
    from pathlib import Path

FORM = "https://www.example.gov.cn/yjjy?id={id}&title={title}&url={address}"
TITLE = "100%的学校，“家校”&社区？#1"


def _channels(
    *,
    site: str | None = "https://www.example.gov.cn/jyzp/",
    title: str = TITLE,
    path: str = "metrics/a/index.html",
    **contact: str,
) -> list[Channel]:
    publisher = Publisher(name="县", place="县", site_title="县", address=site, contact=contact)
    return list(channels(publisher, about="a.b@2021年以来", title=title, path=path))


def _asked(href: str) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(href).query, strict_parsing=True).items()}


def test_nothing_is_offered_where_nothing_is_configured() -> None:
    assert _channels() == []


def test_the_telephone_comes_first_then_the_form_then_mail() -> None:
    ways = _channels(email="demo@example.gov.cn", form=FORM, telephone="000-00000000")

    assert [urlsplit(way.href).scheme for way in ways] == ["tel", "https", "mailto"]


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("000-00000000", "tel:00000000000"),
        ("(000) 0000 0000", "tel:00000000000"),
        ("+86 000 00000000", "tel:+8600000000000"),
        ("12345", "tel:12345"),
        ("000-00000000转801", "tel:00000000000;ext=801"),
        ("000-00000000、000-00000001", "tel:00000000000"),
        ("000-00000000（工作日9:00至17:00）", "tel:00000000000"),
    ],
)
def test_a_telephone_number_is_dialled_as_it_is_meant(printed: str, dialled: str) -> None:
    (way,) = _channels(telephone=printed)

    assert (way.href, way.shown) == (dialled, printed)


def test_the_form_is_opened_with_id_title_and_address() -> None:
    (way,) = _channels(form=FORM)

    assert way.href.isascii()
    assert _asked(way.href) == {
        "id": "a.b@2021年以来",
        "title": TITLE,
        "url": "https://www.example.gov.cn/jyzp/metrics/a/",
    }


def test_mail_is_begun_with_id_title_and_address() -> None:
    (way,) = _channels(email="demo@example.gov.cn")

    assert way.href.isascii()
    assert way.href.startswith("mailto:demo@example.gov.cn?")
    asked = _asked(way.href)
    assert asked["subject"] == f"关于“{TITLE}”的意见（编号 a.b@2021年以来）"
    assert asked["body"].split() == [
        "编号：a.b@2021年以来",
        "网页：https://www.example.gov.cn/jyzp/metrics/a/",
        "意见：",
    ]


def test_lines_of_a_mail_are_broken_as_the_standard_asks() -> None:
    (way,) = _channels(email="demo@example.gov.cn")

    # RFC 6068, 5: line breaks in the body of a message MUST be encoded with "%0D%0A".
    assert way.href.count("%0A") == way.href.count("%0D%0A") == 3


def test_where_nobody_wrote_how_to_give_opinions_the_code_leads_to_the_form(tmp_path: Path) -> None:
    page = Site(make(tmp_path)).body("opinions/form/index.html")

    assert re.search(r"扫码看怎样提意见：(\S+)<", page)[1].endswith("/opinions/form/")
    assert "怎样提意见</a>" not in page


@pytest.mark.parametrize("title", ["{address}", "{id}", "{title}"])
def test_a_title_that_looks_like_a_blank_is_not_filled(title: str) -> None:
    (way,) = _channels(form=FORM, title=title)

    assert _asked(way.href)["title"] == title


def test_a_place_on_a_page_keeps_its_fragment() -> None:
    (way,) = _channels(form=FORM, path="2022/problems/index.html#problem-1")

    assert _asked(way.href)["url"] == "https://www.example.gov.cn/jyzp/2022/problems/#problem-1"


def test_an_address_is_filled_in_only_where_the_sites_own_is_known() -> None:
    (form, mail) = _channels(form=FORM, email="demo@example.gov.cn", site=None)

    assert form.href.endswith("&url=")
    assert "metrics" not in mail.href


@pytest.mark.parametrize(
    ("day", "opened"),
    [
        ("2025-10-29", False),
        ("2025-10-30", True),
        ("2025-11-13", True),
        ("2025-11-14", False),
    ],
)
def test_a_notice_is_open_from_its_first_day_to_its_last(day: str, *, opened: bool) -> None:
    notice = Notice(
        opens="2025-10-30", closes="2025-11-13", office="督导科", issuer="县政府", date="2025-10-30"
    )

    assert is_open(notice, date.fromisoformat(day)) == opened


@pytest.mark.parametrize(
    ("day", "opened"), [("2025-11-14", True), ("2025-11-20", True), ("2025-11-21", False)]
)
def test_an_extended_notice_is_open_to_the_last_day_of_its_last_extension(day: str, *, opened: bool) -> None:
    extended = [
        {"old": "2025-11-13", "new": "2025-11-16", "date": "2025-11-10", "reason": "附表晚到"},
        {"old": "2025-11-16", "new": "2025-11-20", "date": "2025-11-15", "reason": "附表还没有到"},
    ]
    notice = Notice(
        opens="2025-10-30",
        closes="2025-11-13",
        office="督导科",
        issuer="县政府",
        date="2025-10-30",
        extended=extended,
    )

    assert is_open(notice, date.fromisoformat(day)) == opened
