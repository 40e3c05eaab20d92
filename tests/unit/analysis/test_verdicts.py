"""Verdicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from disclosure.analysis.requirements import Outcome, Span, meets
from disclosure.analysis.statement import Tally, VerdictStatement, verdict_statements
from disclosure.analysis.verdicts import registered
from disclosure.facts.change import parse_change
from disclosure.facts.loading import load
from disclosure.facts.period import parse_period
from disclosure.facts.quantity import parse_quantity
from disclosure.facts.records import Review, SetAside, Standard
from project import SITES

MINIMAL, _ = load(SITES / "minimal")
(REPORT,) = MINIMAL.reports
SYMBOLS = {"+": True, "-": False, "?": None}


def _verdict(
    printed: str = "80%",
    *,
    change: str | None = None,
    period: str = "2021",
    review: Review | None = None,
    **fields: Any,
) -> VerdictStatement:
    """What a standard of at least 80%, but for ``fields``, says to one figure of the report of 2022."""
    observation = replace(
        REPORT.observations[0],
        metric="rate",
        category=None,
        period=parse_period(period) or pytest.fail(period),
        value=parse_quantity(printed),
        change=parse_change(change) if change else None,
        reviewed={"verdict": review} if review else {},
    )
    report = replace(REPORT, observations=(observation,))
    given = {"name": "均衡标准", "metric": "rate", "requires": "不低于", "value": "80%", "nature": "认定标准"}
    standard = Standard(**(given | {"primary_text": "已读"} | fields))
    disclosure = replace(MINIMAL, standards={"standard": standard}, reports=(report,))
    (verdict,) = verdict_statements(disclosure, report)
    return verdict


@pytest.mark.parametrize(
    ("printed", "outcomes"),
    [
        # 80: 不超过 小于 不低于 大于 等于
        ("79次", "+ + - - -"),
        ("80次", "+ - + - +"),
        ("81次", "- - + + -"),
        ("79余次", "+ + - - -"),
        ("逾79次", "? ? ? ? ?"),
        ("70余次", "+ + - - -"),
        ("75—79次", "+ + - - -"),
        ("75—80次", "+ ? ? - ?"),
        ("75—85次", "? ? ? ? ?"),
        ("80—85次", "? - + ? ?"),
        ("1.9:35.9:62.2", "? ? ? ? ?"),
        ("80余次", "- - + + -"),
        ("81余次", "- - + + -"),
        ("79次以上", "? ? ? ? ?"),
        ("80次以上", "? - + ? ?"),
        ("81次以上", "- - + + -"),
        ("不足79次", "+ + - - -"),
        ("不足80次", "+ + - - -"),
        ("不足81次", "? ? ? ? ?"),
        ("79次以内", "+ + - - -"),
        ("80次以内", "+ ? ? - ?"),
        ("81次以内", "? ? ? ? ?"),
        ("约1次", "? ? ? ? ?"),
        ("约80次", "? ? ? ? ?"),
        ("999次左右", "? ? ? ? ?"),
    ],
)
def test_a_bound_meets_a_requirement_where_all_its_numbers_do(printed: str, outcomes: str) -> None:
    span = Span.of(parse_quantity(printed))

    found = [meets(span, name, Decimal(80)) for name in ("不超过", "小于", "不低于", "大于", "等于")]
    assert found == [SYMBOLS[symbol] for symbol in outcomes.split()]


@pytest.mark.parametrize(
    ("printed", "outcomes"),
    [
        # -2: 不超过 小于 不低于 大于 等于
        ("下降3个百分点", "+ + - - -"),
        ("下降2个百分点", "+ - + - +"),
        ("下降1个百分点", "- - + + -"),
        ("持平", "- - + + -"),
        ("提高2个百分点", "- - + + -"),
        ("下降2余个百分点", "+ + - - -"),
        ("下降1余个百分点", "- - + + -"),
        ("下降逾1个百分点", "? ? ? ? ?"),
        ("下降2个百分点以上", "+ ? ? - ?"),
        ("下降不足2个百分点", "- - + + -"),
        ("下降不足3个百分点", "? ? ? ? ?"),
        ("下降2个百分点以内", "? - + ? ?"),
        ("下降约3个百分点", "? ? ? ? ?"),
        ("提高1余个百分点", "- - + + -"),
    ],
)
def test_a_fall_turns_its_bound_round(printed: str, outcomes: str) -> None:
    span = Span.of_change(parse_change(printed))

    found = [meets(span, name, Decimal(-2)) for name in ("不超过", "小于", "不低于", "大于", "等于")]
    assert found == [SYMBOLS[symbol] for symbol in outcomes.split()]


@pytest.mark.parametrize(
    ("requires", "printed", "limit", "outcome"),
    [
        ("不低于", "80%", "80%", Outcome.MET),
        ("不低于", "79.9%", "80%", Outcome.MISSED),
        ("不超过", "0.53", "0.50", Outcome.MISSED),
        ("不超过", "0.5", "0.50", Outcome.MET),
        ("不超过", "0个", "0个", Outcome.MET),
        ("不超过", "1个", "0个", Outcome.MISSED),
        ("等于", "100%", "100%", Outcome.MET),
        ("大于", "100%", "100%", Outcome.MISSED),
        ("小于", "1.2万人", "12001人", Outcome.MET),
        ("不低于", "约81%", "80%", Outcome.UNDECIDED),
    ],
)
def test_a_plain_number_is_taken_as_printed(
    requires: str, printed: str, limit: str, outcome: Outcome
) -> None:
    assert _verdict(printed, requires=requires, value=limit).outcome is outcome


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ("增长0.1%", Outcome.MET),
        ("持平", Outcome.MISSED),
        ("下降0.1%", Outcome.MISSED),
        ("增长约0.1%", Outcome.UNDECIDED),
        (None, Outcome.UNDECIDED),
    ],
)
def test_a_standard_may_be_about_the_change(change: str | None, outcome: Outcome) -> None:
    verdict = _verdict(change=change, field="change", requires="大于", value="0%")

    assert verdict.outcome is outcome
    assert bool(verdict.why) == (outcome is Outcome.UNDECIDED)


@pytest.mark.parametrize(
    ("period", "valid_from", "valid_until", "applies"),
    [
        ("2021", None, None, True),
        ("2021", "2021", None, True),
        ("2021", "2022", None, False),
        ("2021", None, "2021", True),
        ("2021", None, "2020", False),
        ("2021", "2020", "2022", True),
        ("2021年以来", "2022", None, True),  # reaches into the year of the report, 2022
        ("2021年以来", "2023", None, False),
        ("2021年以来", None, "2021", True),
        ("2021年以来", None, "2020", False),
        ("2020-2021学年", "2021", None, True),
        ("2020-2021学年", "2022", None, False),
        ("2020-2021学年", None, "2020", True),
        ("2020-2021学年", None, "2019", False),
        ("截至目前", "2022", None, True),
        ("截至目前", "2023", None, False),
        ("截至目前", None, "2021", False),
        ("未载明", None, "2022", True),
        ("未载明", None, "2021", False),
    ],
)
def test_a_standard_applies_to_a_period_that_it_touches(
    period: str, valid_from: str | None, valid_until: str | None, *, applies: bool
) -> None:
    verdict = _verdict(period=period, valid_from=valid_from, valid_until=valid_until)

    assert verdict.outcome is (Outcome.MET if applies else Outcome.NOT_APPLICABLE)
    assert bool(verdict.why) != applies


@pytest.mark.parametrize(
    ("period", "fields", "why"),
    [
        ("2021", {"valid_until": "2020"}, "标准已过期：它适用到2020年，这个数值是2021年的"),
        ("2021", {"valid_from": "2022"}, "标准还没有施行：它从2022年起适用，这个数值是2021年的"),
        ("未载明", {"valid_until": "2020"}, "标准已过期：它适用到2020年，这个数值是2022年报告的"),
    ],
)
def test_what_is_out_of_time_says_so(period: str, fields: dict[str, str], why: str) -> None:
    assert _verdict(period=period, **fields).why == why


def test_an_aim_is_not_compared_as_if_it_was_reached() -> None:
    verdict = _verdict("90%", period="到2025年")

    assert verdict.outcome is Outcome.NOT_APPLICABLE
    assert verdict.why == "这个数值是到2025年要达到的，不是已经达到的"


@pytest.mark.parametrize("name", ["不适用", "口径不一致", "无法判定"])
def test_what_people_set_aside_stays_set_aside(name: str) -> None:
    verdict = _verdict("0%", valid_until="2000", set_aside=SetAside(verdict=name, reason="口径不同"))

    assert (verdict.outcome, verdict.why) == (Outcome(name), "口径不同")


def test_a_requirement_in_words_can_not_be_decided() -> None:
    verdict = _verdict(requires=None, value=None, wording="逐年提高")

    assert (verdict.outcome, verdict.standard.requirement) == (Outcome.UNDECIDED, "逐年提高")


def test_where_no_standard_was_found_the_verdict_says_where_one_looked() -> None:
    verdict = _verdict(requires=None, value=None, nature=None, scope="查过国家和市级文件")

    assert (verdict.outcome, verdict.why) == (Outcome.NONE_FOUND, "查过国家和市级文件")
    assert verdict.sentence == "暂未查到可比标准"


def test_a_standard_of_a_figure_that_no_report_gives_stands_alone() -> None:
    aside = SetAside(verdict="无法判定", reason="报告未载明")

    verdict = _verdict(metric=None, subject="应急演练的次数", set_aside=aside)

    assert (verdict.observation, verdict.outcome, verdict.why) == (None, Outcome.UNDECIDED, "报告未载明")


@pytest.mark.parametrize(
    ("fields", "marks"),
    [
        ({"primary_text": "已读"}, ()),
        ({"primary_text": "未读"}, ("依据待核实",)),
        ({"primary_text": "已读", "caution": "分母未定"}, ("口径待确认",)),
        ({"primary_text": "未读", "caution": "分母未定"}, ("口径待确认", "依据待核实")),
        ({"primary_text": "未读", "nature": None, "requires": None, "value": None}, ()),
    ],
)
def test_every_doubt_stands_beside_the_verdict(fields: dict[str, Any], marks: tuple[str, ...]) -> None:
    assert _verdict(**fields).marks == marks


@pytest.mark.parametrize(
    ("printed", "fields", "sentence"),
    [
        ("80%", {}, "达到均衡标准（认定标准）"),
        ("79%", {}, "未达到均衡标准（认定标准）"),
        (
            "79%",
            {"stage": "创建中", "primary_text": "未读"},
            "未达到均衡标准（认定标准，创建中；依据待核实）",
        ),
        (
            "79%",
            {"caution": "分母未定", "primary_text": "未读"},
            "未达到均衡标准（认定标准；口径待确认；依据待核实）",
        ),
        ("约80%", {}, "无法判定（均衡标准，认定标准）"),
        ("80%", {"valid_until": "2020"}, "不适用（均衡标准，认定标准）"),
        ("80%", {"valid_until": "2020", "primary_text": "未读"}, "不适用（均衡标准，认定标准；依据待核实）"),
    ],
)
def test_a_verdict_is_said_in_one_sentence(printed: str, fields: dict[str, str], sentence: str) -> None:
    assert _verdict(printed, **fields).sentence == sentence


@pytest.mark.parametrize(
    ("fields", "requirement"),
    [
        ({}, "不低于 80%"),
        ({"requires": "不超过", "value": "0.50"}, "不超过 0.50"),
        ({"field": "change", "requires": "大于", "value": "0%"}, "比上年增长（大于 0）"),
        ({"field": "change", "requires": "不超过", "value": "-0.5个百分点"}, "下降不少于 0.5个百分点"),
        ({"field": "change", "requires": "不低于", "value": "3%"}, "增减不低于 3%"),
    ],
)
def test_a_requirement_is_said_in_words(fields: dict[str, str], requirement: str) -> None:
    assert _verdict(change="增长5%", **fields).standard.requirement == requirement


def test_the_register_keeps_requirement_and_outcome() -> None:
    verdict = _verdict("79%")

    assert registered(verdict.standard, verdict.outcome) == f"不低于 80% → {verdict.sentence}"


def test_the_register_keeps_all_but_the_outcome_of_what_is_held_back() -> None:
    deferred = Review(decision="缓公开", reason="核实中", office="县教委", date=date(2022, 10, 31))
    verdict, unknown = _verdict("79%", review=deferred, stage="创建中"), Standard(name="交流人数")

    said = registered(verdict.standard, verdict.outcome)
    assert said == f"不低于 80% → {verdict.sentence}（均衡标准，认定标准，创建中）"
    assert registered(unknown, None) == "没有标准值 → 对照结果核实中（交流人数）"


def test_only_what_is_sure_is_counted() -> None:
    deferred = Review(decision="缓公开", reason="核实中", office="县教委", date=date(2022, 10, 31))
    items = [
        _verdict("80%"),
        _verdict("79%"),
        _verdict("79%", primary_text="未读"),
        _verdict("80%", caution="分母未定"),
        _verdict("约80%"),
        _verdict("79%", review=deferred),
    ]

    tally = Tally.of(items)
    assert tally == Tally(all=6, met=1, missed=1, deferred=1, doubtful_misses=1, doubtful_hits=1)
    assert (tally.hits, tally.misses, tally.open) == (2, 2, 1)


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("约80%", "报告写的是概数“约80%”，不能断定"),
        ("75%—85%", "报告写的是一段范围“75%—85%”，不能断定"),
    ],
)
def test_what_no_limit_can_be_compared_with_is_called_what_it_is(printed: str, why: str) -> None:
    verdict = _verdict(printed)

    assert (verdict.outcome, verdict.why) == (Outcome.UNDECIDED, why)
