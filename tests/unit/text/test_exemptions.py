"""The numbers that are no figures, and those beside them that are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text.exemptions import RULES
from disclosure.text.numbers import numbers


def _exempt(text: str) -> str:
    """The kinds of exemption in ``text``, each once; - for a number that no rule exempts."""
    found = [number.rule.kind if number.rule else "-" for number in numbers(text)]
    return " ".join(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # numbers of documents, in every shape of bracket; of telephones and files
        ("甲教发﹝2021﹞12号", "文号"),
        ("甲教发[2021]12号", "文号"),
        ("甲教发【2021】12号", "文号"),
        ("甲教发〔2021〕第12号", "文号"),
        ("甲教发〔2021〕12、13号", "文号"),
        ("甲教发2021〔12〕号", "文号"),
        ("（2021年）12项", "日期 -"),
        ("电话：0000-12345678", "文号"),
        ("安装电话12部", "-"),
        ("拨打12345热线", "文号"),
        ("热线12345件", "-"),
        ("办理12345件，热线", "-"),
        # days, years without 年, clock times
        ("2022-11-08", "日期"),
        ("2022/11/8", "日期"),
        ("1—9月", "日期"),
        ("3月12日、15日", "日期"),
        ("11月2—3日", "日期"),
        ("5—6个月", "-"),
        ("二○二二年", "日期"),
        ("2021履行职责情况报告", "日期"),
        ("2021所学校都通了网", "-"),
        ("举办2024水利论坛", "日期"),
        ("举办2024场论坛", "-"),
        ("“6·16”暴雨", "日期"),
        ("2024年轻工业产值", "日期"),
        ("2024年轻人返乡", "-"),
        ("每天9:00—17:30", "日期"),
        ("上午9时30分", "日期"),
        ("师生比1:19", "-"),
        ("师生比提高到1:15", "-"),
        # stretches of time, and how long something took
        ("过去五年", "日期"),
        ("近三年", "日期"),
        ("五年来", "日期"),
        ("三年前", "日期"),
        ("前三季度", "日期"),
        ("极不平凡的一年", "日期"),
        ("历时近五年", "-"),
        ("将近五年", "-"),
        ("用三年建成", "-"),
        ("连续36年第一", "-"),
        ("提前一年完成", "-"),
        ("十三五任务", "日期"),
        ("十五所", "-"),
        ("3个季度", "-"),
        ("21世纪", "日期"),
        ("上世纪70年代", "日期"),
        ("建县75周年", "日期"),
        # ordinals, but not ranks
        ("二十大和二十届三中全会", "序数"),
        ("十三届六次、七次全会", "序数"),
        ("六届人大二次会议", "序数"),
        ("举办三届", "-"),
        ("全省第三次普查", "序数"),
        ("居全国第3", "-"),
        ("排名全省第3位，", "-"),
        # grades, stages, numbered things
        ("三级医院", "序数"),
        ("二级以上医院", "序数"),
        ("4A级景区", "序数"),
        ("万亩级基地", "序数"),
        ("3000吨级码头", "序数"),
        ("60个国家级基地", "-"),
        ("四年级", "序数"),
        ("水库二期工程", "序数"),
        ("举办三期", "-"),
        ("二期培训", "-"),
        ("12号线", "序数"),
        ("1—5号泊位", "序数"),
        ("2、3号机组", "序数"),
        ("500强", "序数"),
        ("进入前10位", "序数"),
        ("排名前10。", "序数"),
        ("排名前1%", "-"),
        ("目前3名教师", "-"),
        ("25轮强降雨", "-"),
        # numbers of paragraphs, enclosures and notes
        ("完成目标。2.狠抓落实", "结构"),
        ("1）经费", "结构"),
        ("②师资", "结构"),
        ("附件：1.名单", "结构"),
        ("附件2名单", "结构"),
        ("见图2", "结构"),
        ("代表2人", "-"),
        ("增长明显[45]", "结构"),
        ("以下五项", "结构"),
        ("3岁以下5个班", "口径 -"),
        ("四个方面", "结构"),
        ("4个方面", "-"),
        ("两个重点项目", "-"),
        ("责任三个到位", "结构"),
        # some, a, many
        ("建成一批水库", "非确数"),
        ("新一轮改革", "非确数"),
        ("走出一条路子", "非确数"),
        ("是一个整体", "非确数"),
        ("一支过硬的队伍", "非确数"),
        ("新增一个", "-"),
        ("建成一条公路", "-"),
        ("在一个月内", "-"),
        ("提高一个百分点", "-"),
        ("千名医生下乡", "非确数"),
        ("近万家企业", "-"),
        ("百余家企业", "-"),
        ("百个以上", "-"),
        ("增长保持两位数", "非确数"),
        # parts of words
        ("一次性补助", "非确数"),
        ("一村一品", "非确数"),
        ("一所一级幼儿园", "- 序数"),
        ("千家万户", "非确数"),
        # names
        ("5G基站", "专名"),
        ("400G网络", "-"),
        ("PM2.5浓度", "专名"),
        ("G60公路", "专名"),
        ("GDP5000亿元", "-"),
        ("加入WTO20年", "-"),
        ("1+N体系", "专名"),
        ("三年行动", "专名"),
        ("五年发展规划", "专名"),
        ("十年禁渔", "专名"),
        ("三年制", "专名"),
        ("24小时值班", "专名"),
        ("24小时内办结", "-"),
        ("三年完成规划", "-"),
        ("2023年工作计划", "日期"),
        ("八项规定", "专名"),
        ("“811”工程", "名称或引文"),
        ("‘811’工程", "名称或引文"),
        ("“15分钟健身圈”", "名称或引文"),
        ("“增长5%”", "-"),
        ("“检查100所学校”", "-"),
        # what is counted, not how much of it
        ("65岁以上老人", "口径"),
        ("三岁以下婴幼儿", "口径"),
        ("年满18周岁", "口径"),
        ("0-6岁儿童", "口径"),
        ("平均年龄45岁", "-"),
        ("每10万人", "口径"),
        ("分值10分", "口径"),
        ("自评得10分", "-"),
        # names of one sector stand in its data
        ("九年义务教育", "-"),
    ],
)
def test_a_number_is_exempt_where_the_language_says_that_it_is_no_figure(text: str, kinds: str) -> None:
    assert _exempt(text) == kinds


def test_every_rule_has_a_reason_of_its_own() -> None:
    reasons = [rule.reason for rule in RULES]

    assert sorted(set(reasons)) == sorted(reasons)


@given(
    before=st.sampled_from(["新增", "累计投入", "增长", "占", "达到", "超过", "：", "，其中"]),
    digits=st.integers(21, 10**8).map(str) | st.decimals(0, 10**5, places=2).map(str),
    unit=st.sampled_from(
        ["万元", "亿元", "%", "个百分点", "所", "公里", "万人次", "平方米", "家企业", "名教师"]
    ),
    after=st.sampled_from(["", "，", "。", "以上", "左右", "；2.", "）"]),
)
def test_a_number_with_a_unit_stays_a_figure(before: str, digits: str, unit: str, after: str) -> None:
    (found, *_) = numbers(f"全县{before}{digits}{unit}{after}")

    assert (found.text, found.rule) == (digits, None)
