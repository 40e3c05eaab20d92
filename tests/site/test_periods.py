"""Periods and dates on finished pages: the report's words, what they are read as, and no date invented."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from project import CASES, apply, build, case, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report without a date of writing, one of whose figures is of 全年."""
    root = make(tmp_path_factory.mktemp("undated"))
    for name in ("report-without-a-date-of-writing", "period-relative-to-what-the-report-is-of"):
        apply(root, case(CASES / "doubtful" / f"{name}.yml")["edits"])
    made = build(root)
    assert made.returncode == 0, made.stderr
    return root / "site"


def _words(site: Path, page: str) -> str:
    body = LexborHTMLParser((site / page / "index.html").read_text("utf-8")).body
    assert body is not None
    return re.sub(r"\s+", "", body.text())


def test_the_words_of_a_relative_period_stand_with_their_days_and_how_they_were_read(site: Path) -> None:
    words = _words(site, "metrics/inspections")

    assert "全年，即2021年" in words
    assert "相对：原文写的是上年、全年一类的话" in words
    assert 'id="value-inspections-2021-2022"' in (site / "metrics/inspections/index.html").read_text("utf-8")


def test_the_table_has_the_words_and_the_days(site: Path) -> None:
    rows = csv.DictReader((site / "data" / "figures.csv").read_text("utf-8-sig").splitlines())

    row = next(row for row in rows if row["figure"] == "inspections@全年")
    assert [row[name] for name in ("period", "period_start", "period_end", "period_basis")] == [
        "全年",
        "2021-01-01",
        "2021-12-31",
        "相对",
    ]


def test_no_page_has_a_date_of_writing_that_the_report_does_not_state(site: Path) -> None:
    assert "成文日期报告未载明" in _words(site, "2022")
    for page in ("", "2022/notice-board", "metrics/inspections", "search"):
        assert "成文日期20" not in _words(site, page)
    for path in site.rglob("*.html"):
        assert "None" not in path.read_text("utf-8"), path
    assert "《示例县人民政府履行教育职责报告》。安全检查，" in _words(site, "metrics/inspections")
