"""The downloads say of every form of figure what it allows, and where it has no single number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from disclosure.analysis.analysis import Analysis
from disclosure.exports.tables import tables
from disclosure.facts.loading import load
from disclosure.report.book import Book
from observed import metric, observation
from project import SITES

if TYPE_CHECKING:
    from disclosure.facts.observations import Observation

MINIMAL, _ = load(SITES / "minimal")


@pytest.mark.parametrize(
    ("printed", "cells"),
    [
        ("6100余万元", "61000000 61000000 62000000 above 元"),
        ("逾3万人", "30000 30000 - above 人"),
        ("近3万人", "30000 - 30000 below 人"),
        ("2000元左右", "2000 - - about 元"),
        ("53家", "53 53 53 exact 家"),
        ("4.5%—5%", "- 4.5 5 range %"),
        ("四分之三", "75 75 75 exact %"),
        ("1.9:35.9:62.2", "- - - exact -"),
        ("第2位", "2 2 2 exact 位"),
        ("每人每年670元", "670 670 670 exact 元/人·年"),
    ],
)
def test_a_figure_has_its_number_its_ends_and_its_qualifier(printed: str, cells: str) -> None:
    row = _row(observation(printed))

    columns = ("number", "value_min", "value_max", "qualifier", "unit")
    assert [row[column] or "-" for column in columns] == cells.split()
    assert row["value"] == printed


@pytest.mark.parametrize(
    ("printed", "cells"),
    [
        ("下降5%", "-5 % - -"),
        ("下降5%—6%", "- % - -"),
        ("持平", "0 - - -"),
        ("减少2万元，下降5%", "-20000 元 -5 %"),
        ("减少2万元，下降5%—6%", "-20000 元 - %"),
    ],
)
def test_a_change_has_its_sign_and_its_units(printed: str, cells: str) -> None:
    row = _row(observation(None, change=printed))

    columns = ("change_number", "change_unit", "change_beside", "change_beside_unit")
    assert [row[column] or "-" for column in columns] == cells.split()
    assert (row["change"], row["value"], row["number"]) == (printed, "", "")


def _row(figure: Observation) -> dict[str, str]:
    """The row of a figure in the downloads."""
    (pattern,) = MINIMAL.reports
    report = replace(pattern, observations=(figure,))
    disclosure = replace(MINIMAL, metrics={"spending": metric()}, standards={}, reports=(report,))
    figures = next(table for table in tables(Analysis(Book(disclosure, {}))) if table.name == "figures")
    (row,) = figures.rows
    return row
