"""What is drawn of a metric, and what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from disclosure.analysis.analysis import Analysis
from disclosure.charts.bars import Bar, Bars
from disclosure.charts.chart import Chart, Table
from disclosure.charts.choosing import Choice
from disclosure.charts.lines import Lines
from disclosure.facts.loading import load
from disclosure.facts.records import SetAside, Standard
from disclosure.report.book import Book
from observed import metric, observation, told
from project import SITES

if TYPE_CHECKING:
    from disclosure.facts.observations import Observation
    from disclosure.facts.records import Metric

MINIMAL, _ = load(SITES / "minimal")
STAGES = {"primary": "小学", "junior": "初中", "senior": "高中"}


def _choice(
    observations: list[Observation],
    *,
    standards: tuple[Standard, ...] = (),
    until: str | None = None,
    **fields: object,
) -> Choice:
    """The charts of a metric of which reports say this; ``until`` a year, or the newest."""
    (pattern,) = MINIMAL.reports
    years = sorted({item.year for item in observations} | {until or "2022"}, reverse=True)
    reports = tuple(
        replace(pattern, year=year, observations=tuple(item for item in observations if item.year == year))
        for year in years
    )
    one: Metric = metric(**fields)
    registered = {standard.name: standard for standard in standards}
    disclosure = replace(MINIMAL, metrics={one.id: one}, standards=registered, reports=reports)
    report = next(item for item in reports if item.year == (until or years[0]))
    return Choice(Analysis(Book(disclosure, {})), one, report)


def _titles(choice: Choice) -> list[str]:
    return [chart.title for chart in choice.charts()]


def test_one_number_has_no_chart() -> None:
    choice = _choice([observation("5元", change="增长3%")])

    assert _titles(choice) == []
    assert choice.main() is None


def test_no_number_has_no_chart() -> None:
    assert _titles(_choice([])) == []


def test_categories_stand_side_by_side_with_their_changes_and_the_changes_again() -> None:
    values = [
        observation("5元", category="primary", change="增长3%"),
        observation("7元", category="junior", change="下降2%"),
    ]

    ranked, changes = _choice(values, categories=STAGES).charts()

    assert ranked.summary == "两个分类中，初中最高（7元），小学最低（5元）。"
    assert [bar.note for bar in ranked.picture.bars] == ["增长3%", "下降2%"]
    assert changes.summary == "小学增长3%；初中下降2%。"
    up, down = (bar.sure for bar in changes.picture.bars)
    assert up.start == changes.picture.scale.zero == down.start + down.length


def test_years_make_a_line_that_breaks_where_a_year_is_missing() -> None:
    values = [
        observation("5元", period="2021", year="2022"),
        observation("6元", period="2022", year="2023"),
        observation("7元", period="2024", year="2025"),
    ]

    (chart,) = _choice(values).charts()

    (panel,) = chart.picture.panels
    assert [place.period for place in panel.places] == ["2021年", "2022年", "2023年", "2024年"]
    assert [place.point is None for place in panel.places] == [False, False, True, False]
    assert [(one.mark.printed, other.mark.printed) for one, other in panel.strokes] == [("5元", "6元")]
    assert chart.table.rows[2] == ("2023年", None)
    assert chart.summary == "2024年与2021年相比，从5元升到7元；2023年报告未载明。"


def test_the_last_report_counts_and_the_former_word_is_told() -> None:
    values = [
        observation("5元", period="2021", year="2022"),
        observation("5.5元", period="2021", year="2023"),
        observation("6元", period="2022", year="2023"),
    ]

    (chart,) = _choice(values).charts()

    assert [mark.printed for mark in chart.picture.marks] == ["5.5元", "6元"]
    assert chart.notes == ("2021年：2022年报告是5元，2023年报告改为5.5元，图中用后者。",)


def test_the_page_of_a_year_hears_no_later_report() -> None:
    values = [
        observation("5元", period="2021", year="2022"),
        observation("5.5元", period="2021", year="2023"),
        observation("6元", period="2022", year="2023"),
    ]

    assert _titles(_choice(values, until="2022")) == []


def test_school_years_are_called_by_both_years_and_kept_from_plain_ones() -> None:
    values = [
        observation("5名", period="2021-2022学年"),
        observation("6名", period="2022-2023学年", year="2023"),
        observation("9名", period="2022", year="2023"),
    ]

    (chart,) = _choice(values, unit="名").charts()

    assert chart.title == "支出（2021-2022学年到2022-2023学年）"
    assert [mark.printed for mark in chart.picture.marks] == ["5名", "6名"]


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("去年", "2022", "支出（2021年到2022年）"),
        ("全年", "2022年度", "支出（2021年到2022年）"),
        ("2021年1-6月", "2022年上半年", "支出（2021年上半年到2022年上半年）"),
        ("年末", "2022年底", "支出（2021年底到2022年底）"),
        ("截至2021年9月", "截至2022年9月30日", "支出（截至2021年9月到截至2022年9月）"),
    ],
)
def test_the_same_part_of_two_years_makes_a_line_however_it_is_worded(
    first: str, second: str, title: str
) -> None:
    values = [observation("5元", period=first), observation("6元", period=second, year="2023")]

    (chart,) = _choice(values).charts()

    assert isinstance(chart.picture, Lines)
    assert chart.title == title
    assert chart.summary.endswith("从5元升到6元。")


@pytest.mark.parametrize(
    ("first", "second"),
    [("2021", "2022年底"), ("2021", "2022年上半年"), ("2020—2021年", "2021—2022年"), ("2021", "到2025年")],
)
def test_different_parts_of_two_years_make_no_line(first: str, second: str) -> None:
    values = [observation("5元", period=first), observation("6元", period=second, year="2023")]

    assert not any(isinstance(chart.picture, Lines) for chart in _choice(values).charts())


def test_periods_that_are_no_years_are_bars_and_never_a_line() -> None:
    values = [
        observation("30余次", period="2021年以来"),
        observation("40次", period="2022年以来", year="2023"),
    ]

    (chart,) = _choice(values, unit="次", measures="count").charts()

    assert isinstance(chart.picture, Bars)
    assert [bar.label for bar in chart.picture.bars] == [
        "2021年以来（2022年报告）",
        "2022年以来（2023年报告）",
    ]
    first, second = chart.picture.bars
    assert first.open is not None
    assert first.open.start == first.sure.start + first.sure.length
    assert second.open is None


def test_lines_of_many_periods_name_only_both_ends() -> None:
    values = [observation(f"{year}元", period=str(year), year=str(year + 1)) for year in range(2001, 2020)]

    (chart,) = _choice(values).charts()

    named = [place.period for place in chart.picture.panels[0].places if place.named]
    assert named == ["2001年", "2019年"]


def test_changes_in_different_units_are_not_put_on_one_scale() -> None:
    values = [
        observation("5元", category="primary", change="增长3%"),
        observation("7元", category="junior", change="增加2元"),
    ]

    assert _titles(_choice(values, categories=STAGES)) == ["支出（2021年）"]


def _standard(name: str = "示例标准", **fields: object) -> Standard:
    given = {"name": name, "metric": "spending", "requires": "不超过", "value": "6元", "nature": "认定标准"}
    return Standard(**(given | {"primary_text": "未读"} | fields))


def test_a_figure_stands_beside_the_line_of_its_standard_with_every_doubt() -> None:
    (chart,) = _choice([observation("8元")], standards=(_standard(),)).charts()

    (bar,) = chart.picture.bars
    assert bar.limit == chart.picture.scale.at(_standard().limit.value)
    assert chart.summary == "8元，标准：不超过 6元，未达到示例标准（认定标准；依据待核实）。"
    assert chart.notes == ("粗竖线是标准：不超过 6元。",)


@pytest.mark.parametrize(
    ("value", "requires", "printed", "outcome"),
    [
        ("0个", "等于", "0个", "达到"),
        ("0个", "不超过", "3个", "未达到"),
        ("10个", "不低于", "3个", "未达到"),
        ("10个", "不低于", "近20个", "无法判定"),
        ("-5个", "不低于", "-3个", "达到"),
    ],
)
def test_a_standard_may_be_zero_below_it_or_on_either_side(
    value: str, requires: str, printed: str, outcome: str
) -> None:
    standard = _standard(value=value, requires=requires)

    (chart,) = _choice([observation(printed)], standards=(standard,), unit="个").charts()

    assert outcome in chart.summary
    assert 0 <= chart.picture.bars[0].limit <= 92
    assert chart.picture.scale.ticks


def test_each_category_has_the_line_of_its_own_standard() -> None:
    values = [observation("8元", category="primary"), observation("5元", category="junior")]
    standards = (
        _standard("一", category="primary", value="9元"),
        _standard("二", category="junior", value="4元"),
    )

    (chart,) = _choice(values, standards=standards, categories=STAGES).charts()

    assert [bar.note for bar in chart.picture.bars] == ["标准：不超过 4元", "标准：不超过 9元"]
    assert len({bar.limit for bar in chart.picture.bars}) == 2


def test_two_standards_that_require_the_same_share_one_bar() -> None:
    other = _standard("二", value="9元", nature="法定要求").model_copy(update={"id": "other"})
    standards = (_standard("一", value="9元"), other)

    (chart,) = _choice([observation("8元")], standards=standards).charts()

    assert len(chart.picture.bars) == 1
    assert [row[3] for row in chart.table.rows] == [
        "达到一（认定标准；依据待核实）；达到二（法定要求；依据待核实）"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"set_aside": SetAside(verdict="口径不一致", reason="不是一回事")},
        {"requires": None, "value": None, "wording": "应当合理"},
        {"requires": None, "value": None, "nature": None, "scope": "没有找到"},
        {"valid_until": "2020"},
        {"field": "change"},
    ],
)
def test_what_cannot_be_compared_is_not_drawn(fields: dict[str, object]) -> None:
    assert _titles(_choice([observation("8元")], standards=(_standard(**fields),))) == []


@pytest.mark.parametrize(("title", "summary"), [("", "甲。"), ("甲", " ")])
def test_there_is_no_chart_without_title_and_summary(title: str, summary: str) -> None:
    picture, table = Lines(None, ()), Table((), ())

    with pytest.raises(ValueError, match="title and a summary"):
        Chart(id="c", title=title, summary=summary, picture=picture, table=table)
    with pytest.raises(TypeError):
        Chart(id="c", picture=picture, table=table)


def test_a_number_and_its_unit_stay_together_in_the_sentence() -> None:
    values = [observation("5元", category="primary"), observation("15元", category="junior")]

    (chart,) = _choice(values, categories=STAGES).charts()

    assert chart.sentence == (
        '两个分类中，初中最高（<span class="whole">15元</span>），'
        '小学最低（<span class="whole">5元</span>）。'
    )


def _bars(*printed: str, unit: str) -> list[tuple[str, ...]]:
    """Of each value, where the sure and the open part of its bar begin and end."""
    values = [observation(text, category=name) for name, text in zip(STAGES, printed, strict=False)]
    (chart,) = _choice(values, unit=unit, categories=STAGES).charts()
    return [_parts(bar) for bar in chart.picture.bars]


def _parts(bar: Bar) -> tuple[str, ...]:
    """Where the sure and the open part of a bar begin and end."""
    parts = (bar.sure, bar.open)
    return tuple("" if part is None else f"{part.start:f}–{part.start + part.length:f}" for part in parts)


@pytest.mark.parametrize(
    ("printed", "bars"),
    [
        (["80余次", "100次"], [("0.00–73.60", "73.60–82.80"), ("0.00–92.00", "")]),
        (["40—80次", "100次"], [("0.00–36.80", "36.80–73.60"), ("0.00–92.00", "")]),
        (["逾50次", "100次"], [("0.00–46.00", "46.00–54.00"), ("0.00–92.00", "")]),
        (["不到50次", "100次"], [("", "0.00–46.00"), ("0.00–92.00", "")]),
        (["约50次", "100次"], [("0.00–38.00", "38.00–54.00"), ("0.00–92.00", "")]),
        (["90余次", "50次"], [("0.00–82.80", "82.80–92.00"), ("0.00–46.00", "")]),
    ],
)
def test_a_bar_is_open_over_what_the_print_allows(printed: list[str], bars: list[tuple[str, str]]) -> None:
    assert _bars(*printed, unit="次") == bars


@pytest.mark.parametrize(
    ("printed", "bars"),
    [
        (["下降20%—40%", "增长100%"], [("20.00–32.00", "8.00–20.00"), ("32.00–92.00", "")]),
        (["下降0%—40%", "增长100%"], [("", "8.00–32.00"), ("32.00–92.00", "")]),
        (["下降40%", "增长50%—100%"], [("8.00–32.00", ""), ("32.00–62.00", "62.00–92.00")]),
    ],
)
def test_a_change_by_a_range_is_drawn_in_its_direction(
    printed: list[str], bars: list[tuple[str, str]]
) -> None:
    changes = [
        observation(None, change=text, category=name) for text, name in zip(printed, STAGES, strict=False)
    ]

    (chart,) = _choice(changes, categories=STAGES).charts()

    assert [_parts(bar) for bar in chart.picture.bars] == bars


@pytest.mark.parametrize(("printed", "told_so"), [("逾50次", True), ("约50次", True), ("50余次", False)])
def test_a_chart_tells_that_it_draws_by_a_rule_what_has_no_limit(printed: str, *, told_so: bool) -> None:
    side_by_side = [observation(printed, category="primary"), observation("90次", category="junior")]
    in_order = [observation(printed, period="2021"), observation("90次", period="2022")]

    (bars,) = _choice(side_by_side, unit="次", categories=STAGES).charts()
    (lines,) = _choice(in_order, unit="次").charts()

    assert ["只为画图" in chart.picture.open_ends for chart in (bars, lines)] == [told_so, told_so]


def test_a_point_is_open_as_far_as_the_print_allows() -> None:
    values = [
        observation("80余次", period="2021"),
        observation("100次", period="2022"),
        observation("逾90次", period="2023"),
    ]

    (chart,) = _choice(values, unit="次").charts()

    over, plain, beyond = chart.picture.panels[0].points
    assert over.top == beyond.y < over.y == over.bottom
    assert plain.sure
    assert not over.sure
    assert beyond.top == beyond.y - 14


def test_a_range_is_a_bar_and_no_point_of_a_line() -> None:
    values = [observation("4.5%—5%", period="2021"), observation("5%", period="2022", year="2023")]

    (chart,) = _choice(values, unit="%", measures="rate").charts()

    assert isinstance(chart.picture, Bars)


@pytest.mark.parametrize(
    ("values", "unit"), [(["第3位", "第2位"], "位"), (["1.9:35.9:62.2", "2:34:64"], None)]
)
def test_ranks_and_ratios_of_three_are_left_to_the_table(values: list[str], unit: str | None) -> None:
    stated = [observation(text, period=str(2021 + place)) for place, text in enumerate(values)]
    choice = _choice(stated, unit=unit, measures="index")

    assert _titles(choice) == []
    assert choice.main() is None


def test_an_open_fall_is_open_to_the_left() -> None:
    item = told("甲", "下降3%以上")

    assert item.mark.bound.value == "at-most"
    assert item.mark.number == -3
