"""Every chart of two whole sites, read back from the finished HTML: the picture is the table."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import finished
from drawn import charts, told

if TYPE_CHECKING:
    from conftest import County
    from drawn import Drawn


@pytest.fixture
def drawn(built: Path) -> list[tuple[str, Drawn]]:
    """Every chart of a site with the address of its page."""
    pages = [path.relative_to(built).as_posix() for path in sorted(built.rglob("*.html"))]
    trees = ((address, finished.page(built, address)) for address in pages)
    return [(address, chart) for address, tree in trees for chart in charts(tree)]


def test_the_picture_shows_the_numbers_of_its_table_and_no_others(drawn: list[tuple[str, Drawn]]) -> None:
    assert len(drawn) > 5
    for address, chart in drawn:
        values = [item for item in chart.table if item in chart.picture]
        assert chart.picture, address
        assert values == chart.picture, address
        # What the table has besides are changes beside values.
        assert {item[3] for item in chart.table if item not in chart.picture} <= {"change"}, address


def test_every_number_of_the_picture_stands_in_it_as_the_report_prints_it(
    drawn: list[tuple[str, Drawn]],
) -> None:
    assert len(drawn) > 5
    for address, chart in drawn:
        words = chart.node.css_first(".chart-picture").text()
        ends_only = bool(chart.node.css_first(".chart-ends"))
        missing = [printed for printed in chart.printed if printed not in words]
        assert ends_only or not missing, address


def test_bars_are_as_long_as_their_numbers_are_large(drawn: list[tuple[str, Drawn]]) -> None:
    assert len(drawn) > 5
    for address, chart in drawn:
        for (one, length), (other, longer) in combinations(chart.lengths, 2):
            assert abs(abs(one) * longer - abs(other) * length) <= abs(max(one, other, key=abs)) / 50, address


def test_a_picture_is_an_image_with_a_name_and_a_description(drawn: list[tuple[str, Drawn]]) -> None:
    assert len(drawn) > 5
    for address, chart in drawn:
        picture = chart.node.css_first(".chart-picture")
        ids = (picture.attributes["aria-labelledby"], picture.attributes["aria-describedby"])
        title, summary = (chart.node.css_first(f"[id='{identifier}']") for identifier in ids)
        assert picture.attributes["role"] == "img", address
        assert title.text().strip(), address
        assert summary.text().strip().endswith("。"), address
        assert all(svg.attributes["aria-hidden"] == "true" for svg in picture.css("svg")), address


def test_its_table_is_one_native_toggle_away_and_has_headings(drawn: list[tuple[str, Drawn]]) -> None:
    assert len(drawn) > 5
    for address, chart in drawn:
        details = chart.node.css_first("details.chart-data")
        assert details.css_first("summary").text().startswith("数据表："), address
        assert details.css("th[scope=col]"), address
        assert len(details.css("tbody tr")) == len(details.css("th[scope=row]")), address


def test_nothing_about_a_picture_is_said_by_an_inline_style(drawn: list[tuple[str, Drawn]]) -> None:
    assert len(drawn) > 5
    for address, chart in drawn:
        assert chart.node.css("[style], style, [fill], [stroke]") == [], address


def test_titles_and_sentences_are_as_they_were_reviewed(county: County) -> None:
    assert told(county.site) == Path(__file__).with_name("charts.txt").read_text("utf-8")
