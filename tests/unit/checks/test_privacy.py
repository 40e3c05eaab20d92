"""What tells who somebody is, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks.privacy.patterns import private, private_office
from disclosure.findings import Finding, Where
from project import REPOSITORY, SITES

if TYPE_CHECKING:
    from pathlib import Path

WHERE = Where("data/2022/opinions.yml", 4, 14)
# No region has 999999, nobody alive was born in 1900; 2 is the check digit that belongs to the rest.
IDENTITY = "999999190001019992"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _told(text: str) -> list[Finding]:
    return list(private(text, WHERE))


def _check_digit(first: str) -> str:
    """GB 11643-1999."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first, WEIGHTS, strict=True)) % 11]


def test_the_example_of_an_identity_number_has_its_check_digit() -> None:
    assert _check_digit(IDENTITY[:17]) == IDENTITY[17]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("手机号码", "请打13800000000。"),
        ("手机号码", "13800000000"),
        ("手机号码", "电话：19900000000，白天"),
        ("手机号码", "138 0000 0000"),
        ("手机号码", "138-0000-0000"),
        ("手机号码", "+8613800000000"),
        ("手机号码", "１３８００００００００"),
        ("身份证号码", IDENTITY),
        ("身份证号码", f"证件号码{IDENTITY}的孩子"),
        ("身份证号码", "99999919000101004X"),
        ("身份证号码", "99999919000101004x"),
        ("身份证号码", "999999 19000101 9992"),
        ("身份证号码", "９９９９９９１９０００１０１９９９２"),
        ("住址", "幸福小区3号楼"),
        ("住址", "住在幸福小区3号楼2单元501"),
        ("住址", "示例镇样例村3组"),
        ("住址", "样例花园12栋"),
        ("住址", "3号楼501室的住户"),
        ("住址", "12栋2单元"),
        ("电子邮箱", "请回复nobody@mail.example。"),
        ("电子邮箱", "ｎｏｂｏｄｙ＠ｍａｉｌ．ｅｘａｍｐｌｅ"),
        ("社交账号", "微信号nobody_00000"),
        ("社交账号", "加QQ：00000000"),
        ("姓名", "家长王某反映"),
        ("姓名", "学生李某某"),
        ("姓名", "我叫张三。"),
        ("姓名", "姓名：李四"),
        ("姓名", "由李老师答复"),
        ("姓名", "示例中学王校长回访"),
        ("姓名", "高主任已经答复"),
        ("姓名", "联系人：张三"),
        ("姓名", "经办人：李四 电话000-00000000"),
        ("姓名", "周某反映"),
        ("姓名", "张三同志已经去世"),
        ("姓名", "王小五反映的情况属实"),
        ("姓名", "市民李四，来电"),
        ("姓名", "退休教师陈某某说"),
        ("姓名", "退休教师陈三四来信"),
        ("姓名", "其本人（李四五）"),
        ("姓名", "学生张三的妈妈"),
        ("姓名", "村民王小五建议改成图书室"),
        ("姓名", "家长李四希望早点开门"),
        ("手机号码", "请打一三八零零零零零零零零"),
        ("手机号码", "幺三八〇〇〇〇〇〇〇〇"),
        ("手机号码", "壹叁捌零零零零零零零零"),
        ("手机号码", "138零零零零零零零零"),
        ("手机号码", "一三八 零零零零 零零零零"),
        ("身份证号码", "九九九九九九一九零零零一零一九九九二"),
        ("车牌号码", "渝A12345堵在校门口"),
        ("车牌号码", "渝A·12345"),
        ("车牌号码", "京ad12345"),
        ("车牌号码", "粤Ｂ１２３４学"),
        ("住址", "家住示例镇样例路12号"),
        ("住址", "样例路12号的住户"),
        ("住址", "样例巷12号附3号"),
        ("住址", "样例街12号3-2"),
        ("住址", "样例苑三栋二单元五零一室"),
        ("住址", "3-2-501的业主"),
        ("住址", "门牌号12"),
        ("住址", "示例镇样例村三社"),
        ("班级", "三年级2班的家长"),
        ("班级", "三年级二班学生"),
        ("班级", "三年级（2）班张小明"),
        ("班级", "五（3）班李某某"),
        ("班级", "高一3班一名学生"),
        ("班级", "初三（五）班班主任"),
        ("班级", "2021级4班王晓同学"),
        ("班级", "大（一）班的孩子"),
    ],
)
def test_what_tells_who_somebody_is_is_found_once_without_being_told_again(kind: str, text: str) -> None:
    findings = _told(text)

    assert [(item.code, item.where) for item in findings] == [("private", WHERE)]
    assert f"这里像是{kind}（" in findings[0].message
    assert text not in findings[0].message


@pytest.mark.parametrize(
    "text",
    [
        # telephones of offices
        "受理电话000-00000000。",
        "0000-1234567转801",
        "12345热线",
        "4000000000",
        # dates and hours
        "2025年11月3日答复",
        "2025-11-03 09:30",
        "20251103",
        "2024-2025学年",
        # documents
        "示政文〔2025〕15号",
        "示教发〔2024〕123号文第3条",
        "GB 50099-2011",
        # amounts
        "投入143311万元",
        "共13800000000元",
        "新建校舍15000平方米",
        "9800元、12600元",
        "新建教学楼2栋、宿舍楼1栋",
        "全县分3组检查",
        "改造1号楼的厕所",
        "1号楼2间教室",
        # accounts that are no person's
        "微信公众号“示例教育”",
        "微信、QQ群里的通知",
        # codes
        "网站标识码5002310001",
        "统一社会信用代码91990000MA00000000",
        "统一社会信用代码119999990000000007",  # no birthday in it
        "索引号119999990000000007/2022-00012",
        "指标编号 per-pupil-spending.primary@2021",
        # people, in general
        "家长反映作业偏多",
        "居民反映路灯不亮",
        "教师方面反映较多",
        "学生任意来信",
        "各校，高中反映学位紧张",
        "本人（或者监护人）",
        "市民说",
        "村民多次建议修路",
        "居民方面希望早点开门",
        "学生许多次要求开放操场",
        "家长周末希望开放操场",
        "学生某科成绩",
        "我是一名家长",
        "九年级三班全体同学",
        "姓名是否公开由本人决定",
        "姓名为必填项",
        "某校老师",
        "示例县示例镇示例路0号",
        "请到示例路8号教育局办理",
        "示例县公安局、示例镇人民政府",
        # classes of nobody
        "三年级2班至5班搬到新楼",
        "小学三年级的学生",
        "改造交互式班班通464套",
        "每班超过55人",
        # what ends like a name's beginning
        "提高老师待遇",
        "感谢老师",
        "对于老师和学生",
        "每周老师家访",
        "任何老师都可以",
        "担任校长",
        "双方老师",
        "二胡老师",
        "武校长期招生",
        "公文书记录",
        "各校校长、园长",
        "负责人：各校校长",
        "联系人：办公室",
        "12万同学",
        "奖励师傅和学徒",
        # numbers in words that are no telephone's
        "二〇二五年一月一日",
        "一二三四五六七八九",
        "三分之一、四分之三",
        "分成三组、四组",
        "全县分三组检查",
        "2025-11-03",
        "3-2-5",
        # plates of nobody
        "新A级景区",
        "苏N95口罩",
        "渝府教督发〔2022〕5号",
        "川A和川B",
    ],
)
def test_what_only_looks_like_it_is_silent(text: str) -> None:
    assert _told(text) == []


OFFICIAL = sorted((*SITES.rglob("source.txt"), *(REPOSITORY / "data").rglob("source.txt")))


@pytest.mark.parametrize("path", OFFICIAL, ids=lambda path: "-".join(path.parts[-4:-1]))
def test_no_official_text_looks_like_it(path: Path) -> None:
    assert [found for line in path.read_text("utf-8").splitlines() for found in _told(line)] == []


@pytest.mark.parametrize(
    "office",
    [
        "示例县教育局李某",
        "示例县教育局张三",
        "示例县教育局欧老师、王老师",
        "李四",
        "王五（教育局）",
        "教育局高主任",
        "办公室：赵六",
        "示例县教育局（张三丰）",
        "督导科13800000000",
    ],
)
def test_in_the_place_of_an_office_a_person_is_found(office: str) -> None:
    assert [item.code for item in private_office(office, WHERE)] == ["private"]


@pytest.mark.parametrize(
    "office",
    [
        "示例县教育局",
        "示例县教育局高中科",
        "示例县教育局督导科（000-00000000）",
        "示例县人民政府办公室",
        "县委教育工作领导小组",
        "示例县教育委员会、示例县财政局",
        "示例镇人民政府",
        "垫江县人民政府",
        "某某县教育委员会",
        "高安镇便民服务中心",
        "信访接待窗口",
        "12345热线",
        "县政府",
        "督导室",
        "白家镇中心小学",
        "政务公开科",
        "文化旅游委",
        "石桥乡党政办",
    ],
)
def test_an_office_is_no_person(office: str) -> None:
    assert list(private_office(office, WHERE)) == []


@given(rest=st.text("0123456789", min_size=9, max_size=9), second=st.sampled_from("3456789"))
def test_any_mobile_number_is_found_and_none_is_told_again(rest: str, second: str) -> None:
    number = f"1{second}{rest}"

    findings = _told(f"请打{number}。")

    assert [item.code for item in findings] == ["private"]
    assert number not in findings[0].message


@given(
    day=st.dates(),
    order=st.integers(0, 999),
    region=st.integers(100000, 999999),
)
def test_any_identity_number_is_found_and_none_is_told_again(day, order: int, region: int) -> None:
    first = f"{region}{1900 + day.year % 130}{day.month:02}{min(day.day, 28):02}{order:03}"
    number = first + _check_digit(first)

    findings = _told(f"证件号码{number}")

    assert [item.code for item in findings] == ["private"]
    assert number not in findings[0].message
