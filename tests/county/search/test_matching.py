"""What the shipped report answers, and how it may be asked; run in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from search.engine import opened, titles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def search(chromium: Browser, real_site: Path) -> Callable[..., dict[str, Any]]:
    """The search of the real site."""
    return opened(chromium, real_site, ("2022",))


def answered(found: dict[str, Any]) -> list[tuple[str, str]]:
    """The figures of an answer: name and value."""
    return [(fact["name"], fact["value"]) for fact in (found["answer"] or {}).get("facts", [])]


MYOPIA = "抽检学生近视率"


@pytest.mark.parametrize(
    "query",
    [
        "近视率",
        "近視率",
        "近 视 率",
        "ｊｉｎｓｈｉｌｖ",
        "jinshilv",
        "jinshilü",
        "jinshil",
        "jsl",
        "进视率",
        "近是率",
        "戴眼镜",
        "孩子近视的多吗",
        "48.52",
        "４８．５２％",
        "百分之四十八点五二",
    ],
)
def test_however_it_is_typed_the_figure_comes_first(search: Any, query: str) -> None:
    assert titles(search(query))[0] == MYOPIA


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("143311", "一般公共预算教育经费"),
        ("143,311万元", "一般公共预算教育经费"),
        ("14.33亿", "一般公共预算教育经费"),
        ("十四亿", "一般公共预算教育经费"),
        ("1433110000", "一般公共预算教育经费"),
        ("六千多万", "发放资助金"),
        ("1.5万平米", "新建校舍"),
        ("八万二", "资助惠及学生"),
        ("六千万", "发放资助金"),
        ("十四亿三千万", "一般公共预算教育经费"),
        ("十四万三千三百一十一万元", "一般公共预算教育经费"),
        ("16.74%", "生均一般公共预算教育支出（学前教育）"),  # what it has grown by
        ("0.65", MYOPIA),
    ],
)
def test_a_value_is_found_however_it_is_written(search: Any, query: str, name: str) -> None:
    assert titles(search(query))[0] == name


@pytest.mark.parametrize("query", ["43311", "4331", "99"])
def test_a_number_is_not_found_inside_another(search: Any, query: str) -> None:
    assert search(query)["results"] == []


@pytest.mark.parametrize(
    "query",
    [
        "食堂",
        "公交",
        "校服",
        "养老金",
        "iphone",
        "高考分数线",
        "房价",
        "量子",
        "！",
        "qwx",
        "学区房",
        "家长会",
        "的",
    ],
)
def test_what_is_not_there_is_not_found(search: Any, query: str) -> None:
    found = search(query)

    assert found["results"] == []
    assert found["answer"] is None


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("作业写到半夜", "作业负担"),
        ("老师杂事太多", "减负责任清单"),
        ("捅喉咙排队", "核酸检测"),
        ("垫中搬到哪里", "三合湖"),
    ],
)
def test_words_that_stand_apart_hint_at_what_is_meant(search: Any, query: str, word: str) -> None:
    first = search(query)["results"][0]

    assert word in "".join(text for text, _ in first["excerpt"])


@pytest.mark.parametrize("query", ["半夜", "排队", "杂事清单"])
def test_one_of_them_alone_hints_at_nothing(search: Any, query: str) -> None:
    excerpts = ["".join(text for text, _ in one["excerpt"]) for one in search(query)["results"]]

    assert [text for text in excerpts if "作业负担" in text or "核酸" in text] == []


def test_who_asks_how_it_is_solved_is_led_to_the_next_step(search: Any) -> None:
    kinds = [result["kind"] for result in search("高中大班额怎么解决")["results"]]

    assert "step" in kinds[:2]


def test_a_prose_hit_leads_to_its_very_sentence(search: Any) -> None:
    first = search("五个不准")["results"][0]

    assert first["at"].startswith("2022/development/index.html#sentence-")
    assert ["五个不准", True] in first["excerpt"]


def test_a_figure_hit_leads_to_the_very_figure(search: Any) -> None:
    assert (
        search("近视率")["results"][0]["at"] == "2022/development/index.html#figure-sampled-myopia-rate-2021"
    )


@pytest.mark.parametrize(
    ("query", "figures"),
    [
        ("近视率", [(MYOPIA, "48.52%")]),
        ("普高生均", [("生均一般公共预算教育支出（普通高中）", "12343元")]),
        ("智慧课堂多少间", [("试点建设智慧课堂", "29间")]),
        ("几所学校建了智慧课堂", [("智慧课堂试点建设学校", "4所")]),
        ("中职升学率和就业率", [("中职毕业生升学率", "96%"), ("中职毕业生就业率", "98.5%")]),
        ("2021年普惠园覆盖率", [("普惠性幼儿园覆盖率", "94.3%")]),
        (
            "防疫开会、发文、做核酸各有好多",
            [("疫情防控工作会议", "60余次"), ("疫情防控专项文件", "54个"), ("全员核酸检测", "6次")],
        ),
        ("劳动比赛、实践各搞了好多场，装了几台电脑", []),  # all that is asked for, or nothing
        ("学生的心理健康学校管不管", []),
        ("松林小学是不是要新修", []),
        ("助学贷款", []),
        ("幼儿园", []),
        ("教师", []),
        ("课桌椅", []),
        ("入学率", []),  # the report has that of disabled children alone
        ("重庆市投入多少钱", []),
        ("开了几次会", []),
        ("副县长几个", []),
        ("贫困生有多少", []),
        ("学生近视了怎么办", []),
        ("孩子安全吗", []),
        ("县委研究几次", []),
        ("教育局开会多少次", []),
        ("足球特色幼儿园几所", []),  # schools and kindergartens are told together
        ("幼师培训多少人次", []),
        ("二级幼儿园占比", []),
        ("校内劳动基地几个", []),
        ("志愿者多少", []),
        ("职高教育花多少", [("生均一般公共预算教育支出（职业高中）", "15353元")]),
        ("残疾补助一个月多少", [("在校寄宿贫困残疾儿童生活补助", "2000元左右")]),
    ],
)
def test_a_figure_is_answered_only_where_it_is_meant(search: Any, query: str, figures: list[Any]) -> None:
    assert answered(search(query)) == figures


@pytest.mark.parametrize(
    "query",
    [
        "幼儿园一个月收多少钱",
        "2020年教育经费是多少",
        "小学近视率",
        "松林小学哪年建好",
        "老师一个月工资多少",
        "垫江有几所小学",
        "县长是谁",
        "生均公用经费达标吗",
        "小学生均公用经费",
        "学校面积",
        "校舍总面积",
        "教室多少间",
        "新建学校多少所",
        "普惠性民办园占比",
        "什么时候公布下一份报告",
        "保安工资",
        "教师工资占比",
        "中小学幼儿园教师多少",
        "特殊教育经费",
        "残疾儿童补助总共多少",
        "公办学校占比",
        "一级幼儿园有几所",
        "各校近视率",
        "职教中心有几千学生",
        "老师打学生怎么投诉",
        "補習班亂收費怎麼舉報",
    ],
)
def test_what_the_report_does_not_say_is_answered_so(search: Any, query: str) -> None:
    answer = search(query)["answer"]

    assert answer["kind"] == "unstated"
    assert "报告未载明" in answer["text"]
    assert answer["contact"]["at"] == "about/supervision/index.html"


def test_verdicts_are_answered_with_their_marks(search: Any) -> None:
    facts = search("小学校际差异达标没")["answer"]["facts"]

    assert [fact["verdicts"] for fact in facts] == [
        ["未达到优质均衡县评估标准（认定标准，创建中；依据待核实）；标准是不超过 0.50"]
    ]


def test_what_a_standard_requires_is_told_beside_its_verdict(search: Any) -> None:
    facts = search("差异系数标准是多少")["answer"]["facts"]
    lines = search("哪些没达标")["answer"]["lines"]

    assert any("标准是不超过 0.50" in verdict for fact in facts for verdict in fact["verdicts"])
    assert all("标准：不超过" in line for line in lines)


def test_a_missed_standard_is_told_to_who_asks_for_those(search: Any) -> None:
    lines = search("哪些没达标")["answer"]["lines"]

    assert len(lines) == 2
    assert all("：未达到" in line for line in lines)


@pytest.mark.parametrize("query", ["哪些达标了", "有多少项达标", "哪些数字达标了"])
def test_what_is_reached_is_told_to_who_asks_for_that(search: Any, query: str) -> None:
    lines = search(query)["answer"]["lines"]

    assert len(lines) > 2
    assert all("：达到" in line for line in lines)
    assert any(line.startswith("普惠性幼儿园覆盖率94.3%、95.08%：达到") for line in lines)


def test_of_two_years_the_one_that_is_not_reported_is_told(search: Any) -> None:
    answer = search("2021年近视率和2022年近视率")["answer"]

    assert answer["lead"] == "2022年的抽检学生近视率，报告未载明。"
    assert answered({"answer": answer}) == [(MYOPIA, "48.52%")]


def test_for_whom_and_how_long_an_amount_is_told_beside_it(search: Any) -> None:
    assert [fact["note"] for fact in search("残疾补助一个月多少")["answer"]["facts"]] == [
        "报告写的是每生每年。"
    ]


def test_a_meaning_is_explained_and_no_figure_is_given(search: Any) -> None:
    answer = search("大班额是什么意思")["answer"]

    assert (answer["kind"], answer["title"]) == ("term", "大班额")


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("数字抄错了喊哪个改", "about/supervision/index.html#correction"),
        ("全部数弄成excel在哪点拿", "data/index.html"),
        ("excel", "data/index.html"),
        ("教育局电话", "about/supervision/index.html"),
        ("贴村口公告栏的哪里打得出来", "2022/notice-board/index.html#print"),
        ("2022年报告", "2022/index.html"),
        ("报告全文", "2022/index.html"),
        ("原文在哪", "2022/index.html"),
        ("什么时候发布的", "2022/index.html"),
        ("整改了吗", "ledger/index.html"),
    ],
)
def test_ways_are_told_in_spoken_words(search: Any, query: str, at: str) -> None:
    answer = search(query)["answer"]

    assert (answer["kind"], answer["at"]) == ("guide", at)


@pytest.mark.parametrize(
    "query",
    [
        "南阳中学的手续",
        "农村学校缺哪些老师",
        "民办学校招生哪个来管",
        "编外老师的待遇怎么办",
        "老师有没有减负的政策",
        "城里新修哪几个学校",
    ],
)
def test_nothing_is_said_to_be_untold_that_was_not_asked_for(search: Any, query: str) -> None:
    found = search(query)

    assert (found["answer"], bool(found["results"])) == (None, True)


@pytest.mark.parametrize(
    "query",
    [
        *("失业率", "辍学率", "远视率是多少", "创业率是多少", "篮球学校几所"),
        *("成都近视率", "丰都县近视率是多少", "忠县教育经费多少", "梁平区教育经费"),
        *("老师近视率", "家长近视率", "教师资助多少", "奖学金多少", "有多少足球场"),
    ],
)
def test_another_word_place_or_person_gets_no_figure(search: Any, query: str) -> None:
    assert search(query)["answer"] is None


@pytest.mark.parametrize(
    ("query", "unknown"),
    [("忠县教育经费", ["忠县"]), ("丰都县近视率", ["丰都县"]), ("涪陵近视率", ["涪陵"]), ("近视率", [])],
)
def test_a_place_that_the_site_does_not_know_is_told(search: Any, query: str, unknown: list[str]) -> None:
    assert search(query)["unknown"] == unknown


def test_who_finds_nothing_is_told_words_and_no_pieces_of_them(search: Any) -> None:
    assert search("奖学金多少")["known"] == []
    assert search("苹果手机价格")["known"] == ["手机", "收费"]


def test_every_result_is_told_where_all_are_wanted(search: Any) -> None:
    some = search("学校")

    assert (len(some["results"]), some["count"] > 12) == (12, True)


@pytest.mark.parametrize(
    ("query", "lead"),
    [
        ("哪个学段生均经费最高", "其中最高的是职业高中。"),
        ("生均经费最少的是哪个阶段", "其中最低的是学前教育。"),
        ("哪个学段涨得最多", "其中增幅最大的是学前教育。"),
        ("高中和初中生均经费哪个高", "其中较高的是普通初中。"),
        ("职高和普高哪个生均经费多", "其中较高的是职业高中。"),
        ("初中差异系数比小学小吗", "其中较低的是初中。"),
        ("初中比小学生均经费高吗", "数值相同。"),
        ("各学段生均经费多少", ""),
        ("生均比上年增长多少", ""),
        ("差异系数最大的是哪项", ""),
    ],
)
def test_which_is_the_highest_is_named(search: Any, query: str, lead: str) -> None:
    assert search(query)["answer"]["lead"] == lead


@pytest.mark.parametrize("query", ["大班额标准多少人", "多少人算大班额", "大班额是几个人"])
def test_how_many_make_one_is_explained(search: Any, query: str) -> None:
    answer = search(query)["answer"]

    assert (answer["kind"], answer["title"]) == ("term", "大班额")
    assert "56人及以上" in answer["text"]


@pytest.mark.parametrize(
    ("query", "term"),
    [("人次跟人数是不是一回事", "人次"), ("人次和人数一样吗", "人次"), ("生均经费是发给学生的吗", "生均")],
)
def test_what_a_thing_is_and_is_not_is_explained(search: Any, query: str, term: str) -> None:
    answer = search(query)["answer"]

    assert (answer["kind"], answer["title"]) == ("term", term)


def test_who_wants_to_listen_is_told_of_the_phone_that_reads(search: Any) -> None:
    assert "自带的读屏功能" in search("眼睛看不清怎么听网页")["answer"]["text"]


def test_which_three_is_not_answered_with_another_number(search: Any) -> None:
    assert search("三个增长是哪三个")["answer"] is None


def test_aid_in_money_is_told_in_money(search: Any) -> None:
    assert answered(search("助学金多少")) == [("发放资助金", "6100余万元")]


def test_what_an_unpublished_ledger_would_tell_leads_to_its_page(search: Any) -> None:
    found = search("整改台账由哪个单位牵头")

    assert "报告未载明" in found["answer"]["text"]
    assert found["answer"]["at"] == found["results"][0]["at"] == "ledger/index.html"


def test_where_to_turn_is_answered(search: Any) -> None:
    found = search("怎么提意见")

    assert found["answer"]["kind"] == "guide"
    assert found["results"][0]["at"].startswith("about/supervision/index.html")


def test_a_kind_can_be_chosen(search: Any) -> None:
    assert {result["kind"] for result in search("教师", kind="problem")["results"]} == {"problem"}


@pytest.mark.parametrize("query", ["整改谁负责", "整改什么时候完成", "问题由哪个部门负责解决"])
def test_whom_and_when_an_unpublished_ledger_does_not_tell(search: Any, query: str) -> None:
    assert "报告未载明" in search(query)["answer"]["text"]
