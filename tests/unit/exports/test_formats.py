"""The downloads, and the page that lists them."""

from __future__ import annotations

import csv
import io
import json

import pytest

from disclosure.analysis.analysis import Analysis
from disclosure.exports.formats import FORMATS, Exports, export
from disclosure.exports.tables import Table
from disclosure.facts.loading import load
from disclosure.pages import data
from disclosure.report.book import Book
from disclosure.report.loading import load_sections
from project import SITES

_NAMES = ["figures", "verdicts", "implied", "changes", "reviews", "corrections"]


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    disclosure, _ = load(SITES / "demo-county")
    return Analysis(Book(disclosure, load_sections(SITES / "demo-county", disclosure)[0]))


@pytest.fixture(scope="module")
def exports(analysis: Analysis) -> Exports:
    return export(analysis)


def test_every_table_is_a_csv_file_and_all_of_them_are_one_json_document(exports: Exports) -> None:
    *sheets, document = exports.downloads

    assert [file.address for file in sheets] == [f"data/{name}.csv" for name in _NAMES]
    assert list(json.loads(document.content)["tables"]) == _NAMES


def test_a_figure_has_the_first_and_the_last_day_of_its_period(exports: Exports) -> None:
    rows = csv.DictReader(io.StringIO(exports.downloads[0].content.removeprefix("\ufeff")))

    days = {row["period"]: (row["period_start"], row["period_end"]) for row in rows}
    assert days["2023年"] == ("2023-01-01", "2023-12-31")
    assert all(end == "" for period, (_, end) in days.items() if "以来" in period or period == "未载明")


def test_the_data_page_links_every_download_by_its_label(analysis: Analysis, exports: Exports) -> None:
    body = data.page(lambda: exports).body(analysis)

    links = [f'<a href="{file.address.removeprefix("data/")}">{file.label}</a>' for file in exports.downloads]
    assert [link for link in links if link not in body] == []


def test_no_cell_of_a_csv_file_can_begin_a_formula_and_numbers_pass() -> None:
    rows = tuple({"a": cell} for cell in ("=1+1", "＝1", "@a", "-3", "+2.5", "甲"))
    (sheet,) = FORMATS[0]("", (Table("t", "表", {"a": "列"}, rows),))

    cells = [row[0] for row in csv.reader(io.StringIO(sheet.content.removeprefix("\ufeff")))]
    assert cells == ["a", "'=1+1", "'＝1", "'@a", "-3", "+2.5", "甲"]
