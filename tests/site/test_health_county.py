"""A county's report about health: nothing on its site comes from another county or another sector."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from disclosure.findings import errors
from project import REPOSITORY

if TYPE_CHECKING:
    from conftest import County

OTHERS = re.compile("垫江|重庆|教育|自评|学校|学生|教师|小学|初中|高中|幼儿园|督导")
"""Words of the first county, its sector and its kind of report."""
ELSEWHERE = ("search/", "language/synonyms.txt", "checks/privacy/")
"""Below ``hooks/disclosure/``: who residents are and what they say; the search still knows one county."""


def test_the_site_is_built_without_an_error(health_county: County) -> None:
    assert health_county.made.returncode == 0, health_county.made.stdout + health_county.made.stderr
    assert errors(health_county.loaded.findings) == []


def test_no_page_speaks_of_another_county_or_sector(health_county: County) -> None:
    pages = {
        path.relative_to(health_county.site).as_posix(): path.read_text("utf-8")
        for path in sorted(health_county.site.rglob("*"))
        if path.suffix in {".html", ".csv", ".svg"}
    }

    assert len(pages) > 30
    assert {name: OTHERS.findall(text) for name, text in pages.items() if OTHERS.search(text)} == {}


def test_its_parts_are_called_as_its_data_say(health_county: County) -> None:
    home = (health_county.site / "index.html").read_text("utf-8")

    assert "按工作部分看" in home
    assert "评价重点" not in home


def test_an_own_page_names_the_newest_report(health_county: County) -> None:
    home = (health_county.site / "index.html").read_text("utf-8")

    assert re.search('<a href="2024/index.html">.*2024年.*报告（卫生健康）</a>', home)


def test_an_own_page_leaves_out_what_the_site_lacks(health_county: County) -> None:
    page = (health_county.site / "about/supervision/index.html").read_text("utf-8")

    assert "意见和答复" not in page
    assert 'id="withdrawal"' not in page
    assert '<h2 id="problems">承认的问题</h2>' in page
    assert '<h2 id="what-to-write">' in page


def test_no_page_says_what_the_report_does_not_have(health_county: County) -> None:
    home = (health_county.site / "index.html").read_text("utf-8")

    assert "承认的问题" in home
    assert not re.search("0(?:</b>)?个(?:</b>)?承认", re.sub("<[^>]*span[^>]*>", "", home))


def test_no_code_knows_a_county_or_a_sector() -> None:
    root = REPOSITORY / "hooks"
    texts = {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.suffix in {".py", ".html", ".css", ".js", ".txt"}
        and not path.relative_to(root)
        .as_posix()
        .startswith(tuple(f"disclosure/{part}" for part in ELSEWHERE))
    }

    assert len(texts) > 200
    assert {name: OTHERS.findall(text) for name, text in texts.items() if OTHERS.search(text)} == {}
