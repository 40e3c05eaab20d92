"""Summaries say what the marks say, and nothing that a true number could belie."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.charts import summaries
from disclosure.charts.summaries import Course, LabelledMark
from observed import told

if TYPE_CHECKING:
    from disclosure.charts.chart import Mark


@pytest.mark.parametrize(
    ("printed", "measures", "sentence"),
    [
        (["3元", "5元", "4元"], "money", "三个分类中，乙最高（5元），甲最低（3元）。"),
        (["3人", "5人"], "count", "两个分类中，乙最多（5人），甲最少（3人）。"),
        (["5元", "5元", "4元"], "money", "三个分类中，甲和乙并列最高（5元），丙最低（4元）。"),
        (["100%", "100%"], "rate", "两个分类印的数相同，都是100%。"),
        (["5元", "4余元", "3元"], "money", "三个分类中，丙最低（3元），有的数不确切，不能断定哪个最高。"),
        (["5余元", "4元", "3元"], "money", "三个分类中，甲最高（5余元），丙最低（3元）。"),
        (["30余次", "30次"], "count", "两个分类中，甲最多（30余次），乙最少（30次）。"),
        (["约5元", "4元"], "money", "两个分类中，有的数不确切，不能断定哪个最高、哪个最低。"),
        (["0.5", "0.53"], "index", "两个分类中，有的数不确切，不能断定哪个最高、哪个最低。"),
    ],
)
def test_a_ranking_names_the_ends(printed: list[str], measures: str, sentence: str) -> None:
    items = [told(label, text) for label, text in zip("甲乙丙", printed, strict=False)]

    assert summaries.ranking(items, measures, "个分类") == sentence


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        (["增长7%", "增长3%"], "甲增长7%，乙增长3%。"),
        (["增加90人", "减少420人"], "甲增加90人；乙减少420人。"),
        (["持平", "持平"], "两个分类都持平。"),
        (["持平", "基本持平"], "两个分类都基本持平。"),
        (
            ["增速1%", "同比增长2%", "增幅3%", "增长4%"],
            "四个分类都增长，丁最多（增长4%），甲最少（增速1%）。",
        ),
        (["增长1%", "持平", "下降2%"], "甲增长1%；丙下降2%；乙持平。"),
        (
            ["增长7%", "增长3%", "增长5%", "增长4%"],
            "四个分类都增长，甲最多（增长7%），乙最少（增长3%）。",
        ),
        (
            ["下降7%", "减少3%", "下降5%", "下降4%"],
            "四个分类都下降，甲最多（下降7%），乙最少（减少3%）。",
        ),
        (
            ["增长7%", "增长3%", "增长5%", "增长4%", "下降1%"],
            "四个分类增长，甲最多（增长7%），乙最少（增长3%）；戊下降1%。",
        ),
        (
            ["增长7%", "增长8余%", "增长5%", "增长4%"],
            "四个分类都增长，乙最多（增长8余%），丁最少（增长4%）。",
        ),
    ],
)
def test_changes_are_told_by_their_direction(printed: list[str], sentence: str) -> None:
    items = [told(label, text) for label, text in zip("甲乙丙丁戊", printed, strict=False)]

    assert summaries.changes(items, "个分类") == sentence


def _course(label: str, first: str, last: str, ends: tuple[str, str] = ("2021年", "2023年")) -> Course:
    return Course(label, told(ends[0], first), told(ends[1], last))


@pytest.mark.parametrize(
    ("lines", "gaps", "sentence"),
    [
        ([_course("", "3元", "5元")], [], "2023年与2021年相比，从3元升到5元。"),
        ([_course("", "5元", "3元")], ["2022年"], "2023年与2021年相比，从5元降到3元；2022年报告未载明。"),
        ([_course("", "100%", "100%")], [], "2023年与2021年相比，数值相同，都是100%。"),
        ([_course("", "90%以上", "95.6%")], [], "2023年与2021年相比，从90%以上到95.6%，不能断定升降。"),
        ([_course("", "30余次", "30余次")], [], "2023年与2021年相比，从30余次到30余次，不能断定升降。"),
        (
            [_course("甲", "3元", "5元"), _course("乙", "5元", "3元")],
            [],
            "2023年与2021年相比，甲从3元升到5元，乙从5元降到3元。",
        ),
        (
            [_course("甲", "3元", "5元"), _course("乙", "5元", "3元", ("2022年", "2023年"))],
            [],
            "甲从2021年3元升到2023年5元，乙从2022年5元降到2023年3元。",
        ),
        ([_course(label, "3元", "5元") for label in "甲乙丙丁"], [], "2023年与2021年相比，四个分类都上升。"),
        (
            [*(_course(label, "3元", "5元") for label in "甲乙丙"), _course("丁", "3元", "2元")],
            [],
            "2023年与2021年相比，甲、乙、丙上升，丁下降。",
        ),
    ],
)
def test_lines_are_told_by_their_ends(lines: list[Course], gaps: list[str], sentence: str) -> None:
    assert summaries.courses(lines, gaps, "个分类") == sentence


BOUNDS = st.sampled_from(["{}元", "{}余元", "约{}元", "近{}元", "不低于{}元", "{}元以内", "{}万元"])
PRINTS = st.tuples(BOUNDS, st.integers(1, 60), st.sampled_from(["", ".5", ".50"])).map(
    lambda item: item[0].format(f"{item[1]}{item[2] if '余' not in item[0] else ''}")
)


def _true(mark: Mark, *, high: bool) -> Decimal:
    """The least or the greatest true number of a mark; far away where the print leaves it open."""
    end = mark.interval.high if high else mark.interval.low
    return Decimal(10**12 if high else -(10**12)) if end is None else end


@given(st.lists(PRINTS, min_size=2, max_size=6))
def test_what_a_ranking_calls_greatest_no_true_number_of_another_exceeds(printed: list[str]) -> None:
    items = [LabelledMark(f"第{index}类", told("", text).mark) for index, text in enumerate(printed)]

    sentence = summaries.ranking(items, "money", "个分类")

    for word, high in (("最高", True), ("最低", False)):
        named = re.search(rf"([^，；]*?)(?:并列)?{word}（", sentence)
        if not named:
            continue
        chosen = [item for item in items if item.label in named[1]]
        others = [item for item in items if item not in chosen]
        assert chosen
        assert len({item.mark.printed.replace(".50", ".5") for item in chosen}) <= 2
        for item in chosen:
            for other in others:
                if high:
                    assert _true(other.mark, high=True) <= _true(item.mark, high=False)
                else:
                    assert _true(item.mark, high=True) <= _true(other.mark, high=False)


@given(PRINTS, PRINTS)
def test_what_is_said_to_rise_can_in_truth_not_have_fallen(first: str, last: str) -> None:
    line = _course("", first, last)

    sentence = summaries.courses([line], [], "个分类")

    one, other = line.first.mark, line.last.mark
    if "升到" in sentence:
        assert _true(one, high=True) <= _true(other, high=False)
    elif "降到" in sentence:
        assert _true(other, high=True) <= _true(one, high=False)
    elif "相同" in sentence:
        assert one.number == other.number
    else:
        assert "不能断定升降" in sentence
