"""The queries are sound: what they expect is there, what is absent is not, and nobody picked the test."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from search.landing import Page
from search.queries import ABSENT, QUESTION, TEST, UNSTATED, read, sampled
from search.wording import alternatives, folded, holds, says

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search.queries import Query

QUERIES = read()
KINDS = Counter(query.kind for query in QUERIES)
STRATA = Counter(query.stratum for query in QUERIES)
ASKING = frozenset("怎么 多少 少钱 什么 没有 还有 哪里 在哪 去哪 哪个 哪天".split())
"""Pairs of characters that only ask."""
ACCIDENTS = {
    "低保怎么申请": {"申请"},
    "医保报销比例": {"比例"},
    "垫江房价": {"垫江"},
    "离婚登记": {"登记"},
    "家长会": {"家长"},  # 家长交的钱
    "食堂饭菜怎么样": {"么样"},
    "高考分数线": {"分数"},  # 百分数
    "垃圾分类": {"分类"},  # a column's title
    "结婚登记": {"登记"},  # 登记的对照
    "小区停水通知": {"通知"},
    "宅基地": {"基地"},
    "退休金今年涨多少": {"今年"},
    "社保断交了怎么办": {"交了"},
    "附近哪里有加油站": {"里有", "附近"},
    "驾校考试预约": {"考试"},
    "农村宅基地审批": {"农村", "基地", "审批"},
    "老年大学怎么报名": {"大学", "报名"},
    "公租房申请条件": {"条件", "申请"},
    "燃气灶打不燃火": {"打不"},  # 页面打不开
    "护照好久拿得到": {"得到"},  # 看得到
    "蚊子太多哪个来喷药": {"太多"},  # 班级人数太多
    "社保卡丢了咋个办": {"个办"},
    "宅基地确权": {"基地"},
    "牡丹花开了没得": {"开了"},  # 公开了
    "手机号咋个销户": {"手机"},  # 用手机打开
    "OK镜": {"ok"},  # LawRefBook
    "骨灰盒好多钱一个": {"一个"},
    "龙溪河可不可以钓鱼": {"可以"},
    "食堂饭菜好不好吃": {"不好", "好不"},
    "家委会": {"委会"},  # 县委常委会
    "奖学金": {"学金"},  # 助学金
    "中考分数线": {"分数"},  # 百分数
    "低保申请": {"申请"},
    "普通话考级": {"普通"},  # 普通高中
    "驾照年审": {"照年"},  # 按照年比
}
"""Pairs of characters of an absent topic that the site has all the same, in words about something else."""


@pytest.fixture(scope="module")
def pages(real_site: Path) -> list[Page]:
    return [Page(path.read_text("utf-8")) for path in sorted(real_site.rglob("*.html"))]


@pytest.fixture(scope="module")
def words(pages: list[Page]) -> list[str]:
    """What each page says."""
    return [page.words() for page in pages]


@pytest.fixture(scope="module")
def landings(pages: list[Page]) -> list[str]:
    """What stands wherever a result could land."""
    return [page.landing(fragment) for page in pages for fragment in page.fragments()]


def _asked(stratum: str, column: str) -> list[Query]:
    """The rows of a stratum that say something in a column."""
    return [query for query in QUERIES if query.stratum == stratum and getattr(query, column)]


def test_every_query_has_an_id_of_its_own_and_is_asked_once():
    for names in ([query.id for query in QUERIES], [query.text for query in QUERIES]):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_there_are_enough_queries_of_every_class():
    assert len(QUERIES) >= 240
    assert set(KINDS) == {
        *("term several-words question synonym typo pinyin initials traditional").split(),
        *("full-width number entity middle-of-word absent").split(),
    }
    assert min(KINDS.values()) >= 12
    assert KINDS[ABSENT] >= 24
    assert KINDS[QUESTION] >= 40


@pytest.mark.parametrize("stratum", STRATA)
def test_what_is_kept_for_the_test_is_the_newest_of_each_stratum(stratum: str):
    kept = {query.number: query.split for query in QUERIES if query.stratum == stratum}
    tested = [number for number, split in kept.items() if split == TEST]

    assert sorted(kept) == list(range(1, len(kept) + 1))
    assert tested == list(range(len(kept) - len(tested) + 1, len(kept) + 1))


def test_what_is_kept_for_the_test_is_enough_or_spent():
    tested = [query for query in QUERIES if query.split == TEST]

    assert not tested or len(tested) >= 100


def test_of_what_is_asked_side_by_side_a_third_is_the_test_and_no_class_is_missing():
    asked = sampled(QUERIES)
    kept = [query for query in asked if query.split == TEST]

    assert kept == [query for query in QUERIES if query.split == TEST]
    assert len(asked) >= 200
    assert len(kept) / len(asked) == pytest.approx(1 / 3, abs=0.01)
    assert {query.kind for query in asked} == set(KINDS)


def test_the_id_names_the_class():
    assert [query.id for query in QUERIES if not query.id.startswith(query.kind)] == []
    assert {query.stratum for query in QUERIES if query.kind == QUESTION} == {
        f"question-{kind}" for kind in ("found", "value", "change", "list", "standard", "where", "unstated")
    }


@pytest.mark.parametrize("stratum", STRATA)
def test_what_is_expected_stands_where_a_result_can_land(stratum: str, landings: list[str]):
    nowhere = [
        (query.id, parts)
        for query in _asked(stratum, "expect")
        for parts in alternatives(query.expect)
        if not any(all(says(text, part) for part in parts) for text in landings)
    ]
    assert nowhere == []


def test_only_what_is_absent_or_unstated_expects_nothing():
    silent = {query for query in QUERIES if not query.expect}

    assert {query for query in silent if query.answer != UNSTATED} == {
        query for query in QUERIES if query.kind == ABSENT
    }


@pytest.mark.parametrize("stratum", STRATA)
def test_an_answer_can_be_given_from_one_page(stratum: str, words: list[str]):
    nowhere = [
        (query.id, parts)
        for query in _asked(stratum, "answer")
        for parts in alternatives(query.answer)
        if not any(all(says(text, part) for part in parts) for text in words)
    ]
    assert nowhere == []


@pytest.mark.parametrize("stratum", STRATA)
def test_a_figure_that_would_be_wrong_is_one_of_the_site_and_no_part_of_the_right_one(
    stratum: str, words: list[str]
):
    wrongs = [(query, wrong) for query in _asked(stratum, "never") for (wrong,) in alternatives(query.never)]

    assert [
        (query.id, wrong) for query, wrong in wrongs if not any(says(text, wrong) for text in words)
    ] == []
    assert [(query.id, wrong) for query, wrong in wrongs if holds(query.answer, wrong)] == []


def test_what_the_report_does_not_say_is_asked_in_one_stratum():
    assert {query.stratum for query in QUERIES if query.answer == UNSTATED} == {"question-unstated"}


def _pieces(text: str) -> Iterator[str]:
    """Words in Latin letters, and each pair of Chinese characters."""
    for run in re.findall(r"[a-z]+|[\u4e00-\u9fff]+", folded(text)):
        if run.isascii():
            yield run
        else:
            yield from (run[start : start + 2] for start in range(len(run) - 1))


def test_the_site_says_nothing_about_an_absent_topic(words: list[str]):
    said = "\n".join(folded(text) for text in words)
    absent = [query.text for query in QUERIES if query.kind == ABSENT]
    met = {text: {piece for piece in _pieces(text) if piece in said} - ASKING for text in absent}

    assert {text: pieces for text, pieces in met.items() if pieces} == ACCIDENTS


def test_whole_figures_are_told_from_parts_of_others():
    assert says("大班额班级１６个", "16个")
    assert not says("大班额班级16个", "6个")
    assert not says("148.52%", "48.52%")
    assert not says("系数0.53", "0.5")


PAGE = """<main><nav>路</nav><h1 id=a>甲</h1><p>一。<b id=b>二</b>三。四。</p><h2 id=c>乙</h2><p>五</p>
<table><caption>表</caption>
<tr id=d><td>六</td></tr><tr><td>七</td></tr></table><h2>丙</h2><p>八</p></main>"""


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("", "甲一。二三。四。乙五表六七丙八"),
        ("a", "甲一。二三。四。乙五表六七丙八"),
        ("b", "二三。"),
        ("c", "乙五表六七"),
        ("d", "表六"),
        ("d:~:text=六", "表六"),
        ("gone", ""),
    ],
)
def test_a_landing_is_the_section_the_row_or_the_sentence_that_the_address_names(fragment: str, text: str):
    assert folded(Page(PAGE).landing(fragment)) == text


def test_of_a_whole_report_only_the_beginning_counts():
    assert Page(f"<main><h1>全文</h1><p>{'长' * 4000}</p></main>").landing("") == "全文" + "长" * 598
