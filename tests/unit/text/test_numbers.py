"""Every number of a text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.text.numbers import continues, numbers


def _found(text: str) -> list[tuple[str, str]]:
    return [(number.text, number.rule.kind if number.rule else "") for number in numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # figures
        ("教育预算4200万元", ["4200"]),
        ("增长3.5%", ["3.5"]),
        ("投入12,600元", ["12,600"]),
        ("小学9800元、初中12600元", ["9800", "12600"]),
        ("小学9800，初中12600", ["9800", "12600"]),
        ("差异系数0.42，2022年为0.40", ["0.42", "2022 日期", "0.40"]),
        ("整改１２处", ["１２"]),
        ("实施“百日100查”行动", ["百 名称或引文", "100 名称或引文"]),
        ("师生比1∶12", ["1", "12"]),
        ("3～6岁儿童", ["3 口径", "6 口径"]),
        ("“5+2”服务", ["5 名称或引文", "2 名称或引文"]),
        ("A4纸", ["4 专名"]),
        ("2021.11", ["2021.11"]),
        ("2021所学校", ["2021"]),
        # Chinese ones, with a measure word or of several digits
        ("整改三类隐患", ["三"]),
        ("新建两所学校", ["两"]),
        ("一百零五所", ["一百零五"]),
        ("一千二百", ["一千二百"]),
        ("三个一批", ["三 专名", "一 非确数"]),
        ("九成以上", ["九"]),
        ("百分之九十", ["百分之九十"]),
        ("二十多个", ["二十"]),
        ("十余所", ["十"]),
        ("百余次", ["百"]),
        ("千余名", ["千"]),
        ("创建省一、二级幼儿园", ["一 序数", "二 序数"]),
        ("三、四年级和五所", ["三 序数", "四 序数", "五"]),
        # no numbers
        ("进一步统一", []),
        ("三农、双减", []),
        ("过半、半数", ["半 非确数", "半 非确数"]),
        ("百分点和万元", []),
        ("十几所、几百人", ["百 非确数"]),
        ("一是、二是", []),
        # dates
        ("2021年", ["2021 日期"]),
        ("２０２１年", ["２０２１ 日期"]),
        ("2022年10月31日", ["2022 日期", "10 日期", "31 日期"]),
        ("二〇二二年十月三十一日", ["二〇二二 日期", "十 日期", "三十一 日期"]),
        ("2021-2022学年", ["2021 日期", "2022 日期"]),
        ("2020至2022年", ["2020 日期", "2022 日期"]),
        ("3个月", ["3"]),
        ("2022年3个月", ["2022 日期", "3"]),
        ("6月1日至3日", ["6 日期", "1 日期", "3 日期"]),
        ("三年", ["三"]),
        ("9年义务教育", ["9"]),
        # numbers of documents
        ("渝府发〔2021〕12号", ["2021 文号", "12 文号"]),
        ("（2021）12号", ["2021 文号", "12 文号"]),
        ("12号楼", ["12 序数"]),
        # titles, and short words in quotation marks
        ("《教育现代化2035》", ["2035 名称或引文"]),
        ("《三年行动计划》", ["三 名称或引文"]),
        ("“三个一批”", ["三 名称或引文", "一 名称或引文"]),
        ("“3个”", ["3"]),
        ("“一百二十所学校”", ["一百二十"]),
        ("“三个一批，这一句话长得已经不像一个名称，所以要算数”", ["三 专名", "一 非确数", "一 非确数"]),
        # ordinals
        ("第三届", ["三 序数"]),
        ("第12届", ["12 序数"]),
        # numbers of paragraphs
        ("1.经费", ["1 结构"]),
        ("1、经费", ["1 结构"]),
        ("（1）经费", ["1 结构"]),
        ("1.5万元", ["1.5"]),
        ("共1、2两类", ["1", "2", "两"]),
        # one number, and the words that end in a scale or look like a number
        ("办理280余万件", ["280"]),
        ("二十余万件", ["二十"]),
        ("每千人6.5批次", ["6.5"]),
        ("十分重要", []),
        ("得分为十分。", ["十"]),
        ("零部件、四周、万一", []),
        ("百分之3.5", ["百分之3.5"]),
        ("翻一番、翻番", ["翻一番", "翻番"]),
        ("俩孩子", ["俩"]),
        # signs that look like others
        ("二○三五所", ["二○三五"]),
        ("⼆十个", ["⼆十"]),
        ("𝟏𝟐个", ["𝟏𝟐"]),
        ("卅年、廿三个", ["卅", "廿三"]),
        ("占⅕、㉑、⑴、❶", ["⅕", "㉑", "⑴", "❶"]),
        # none in particular
        ("数十所", ["十 非确数"]),
    ],
)
def test_every_number_is_found_with_the_rule_that_exempts_it(text: str, found: list[str]) -> None:
    assert [f"{number} {rule}".strip() for number, rule in _found(text)] == found


@pytest.mark.parametrize(
    ("text", "figure", "whole"),
    [
        ("预算4200万元。", "4200万元", "4200万元"),
        ("预算4200万元。", "4200", "4200万"),
        ("检查30余次。", "30余次", "30余次"),
        ("检查30余次。", "30", "30余"),
        ("8.2万余人次", "8.2", "8.2万余"),
        ("8.2万余人次", "8.2万", "8.2万余"),
        ("3亿多元", "3亿", "3亿多"),
        ("3万亿元", "3万", "3万亿"),
        ("6100余万元", "6100余", "6100余万"),
        ("十余所", "十", "十余"),
        ("二十多个", "二十", "二十多"),
        ("占96%。", "96", "96%"),
        ("占96％。", "96", "96％"),
        ("占5‰。", "5", "5‰"),
        ("下降0.65个百分点", "0.65", "0.65个百分点"),
        ("约3000人", "3000人", "约3000人"),
        ("大约3000人", "3000人", "大约3000人"),
        ("不低于80%", "80%", "不低于80%"),
        ("超过3000人", "3000人", "超过3000人"),
        ("最近3000人", "3000人", "3000人"),
        ("3000人左右", "3000人", "3000人左右"),
        ("80%以上", "80%", "80%以上"),
        ("56人及以上", "56人", "56人及以上"),
        ("19800元", "9800元", "19800元"),
        ("9800元", "980", "9800"),
        ("0.42，2022年", "0.42", "0.42"),
        ("系数0.42。", "0.42", "0.42"),
        ("系数0.42。", "0.4", "0.42"),
        ("系数10.42。", "0.42", "10.42"),
        ("12,600元", "12", "12,600"),
        ("12,600元", "600元", "12,600元"),
        ("3个人", "3", "3"),
        ("3千米", "3", "3"),
        ("小学9800元、初中12600元", "9800元", "9800元"),
        # scales and words of a bound
        ("办理280余万件", "280", "280余万"),
        ("办理280余万件", "280余", "280余万"),
        ("投入1亿2千万元", "1亿", "1亿2千万"),
        ("投入1亿2千万元", "2千万元", "1亿2千万元"),
        ("总量突破万亿元。", "万亿元", "突破万亿元"),
        ("突破6000家", "6000家", "突破6000家"),
        ("突破29项关键技术", "29项", "29项"),
        ("通过300项", "300项", "300项"),
        ("学校过百所", "百所", "过百所"),
        ("九成半", "九成", "九成半"),
        ("三年半以后", "三年", "三年半"),
        ("两成多的人", "两成", "两成多"),
        ("引进260个亿元以上项目", "260", "260"),
        ("引进260个亿元以上项目", "260个", "260个"),
        ("56人（含）以上", "56人", "56人（含）以上"),
        # a minus is one only where nothing else is
        ("减负2500亿元", "2500亿元", "2500亿元"),
        ("增速为-3.5%", "3.5%", "-3.5%"),
        ("增速为负3.5%", "3.5%", "负3.5%"),
        # ranks, ranges, ratios, fractions
        ("居全国第2位", "2位", "第2位"),
        ("增长4.5%-5%。", "4.5%", "4.5%-5%"),
        ("增长4.5%-5%。", "5%", "4.5%-5%"),
        ("增长4.5—5%。", "4.5", "4.5—5%"),
        ("0-6岁儿童", "6岁", "0-6岁"),
        ("0-6岁儿童", "0", "0-6"),
        ("5万元至10万元", "5万元", "5万元至10万元"),
        ("从3个到5个", "5个", "5个"),
        ("生师比19.2:1。", "19.2", "19.2:1"),
        ("1.9：35.9：62.2", "35.9", "1.9：35.9：62.2"),
        ("共12：其中", "12", "12"),
        ("占三分之一", "三", "三分之一"),
        ("占百分之九十以上", "百分之九十", "百分之九十以上"),
        ("死亡率21.2/10万。", "21.2", "21.2/10万"),
    ],
)
def test_a_quantity_goes_on_over_bound_scale_and_sign(text: str, figure: str, whole: str) -> None:
    start = text.index(figure)

    begin, stop = continues(text, start, start + len(figure))

    assert text[begin:stop] == whole


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4200万", "4200"),
        ("12,600元", "12600"),
        ("１２．５处", "12.5"),
        ("一百零五所", "105"),
        ("两所", "2"),
        ("一千二百", "1200"),
        ("1.2.3", None),
        ("二〇二二年", None),
        ("廿三个", "23"),
        ("㉑", "21"),
        ("翻一番", None),
    ],
)
def test_a_number_has_a_value_where_it_can_be_read(text: str, value: str | None) -> None:
    (number,) = numbers(text)

    assert number.value == (None if value is None else Decimal(value))


grouped = st.integers(1000, 10**9).map(lambda number: f"{number:,}")
decimals = st.decimals(0, 10**6, places=2).map(str)
wholes = st.integers(0, 10**9).map(str)
wide = wholes.map(lambda digits: digits.translate(str.maketrans("0123456789", "０１２３４５６７８９")))


@given(
    before=st.text("检查整改隐患学校，。；、（“《约共了", max_size=8),
    digits=wholes | decimals | grouped | wide,
    after=st.sampled_from(["", "元", "万元", "余次", "%", "个百分点", "所学校", "，其中", "。", "；", "）"]),
)
def test_a_number_is_found_wherever_it_is_placed(before: str, digits: str, after: str) -> None:
    text = f"{before}{digits}{after}"

    found = {(number.start, number.end, number.text) for number in numbers(text)}
    assert (len(before), len(before) + len(digits), digits) in found


@given(st.text("2021年9800余万元，。、三十百个第（）“”《》〔〕号-.%约数几", max_size=30))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    found = list(numbers(text))

    ends = [0, *(number.end for number in found)]
    assert ends == sorted(set(ends))
    assert [number for number in found if text[number.start : number.end] != number.text] == []
    assert [end for end, number in zip(ends, found, strict=False) if end > number.start] == []
