"""What residents say, and what reports of this kind call it. A county's own words stand in its data.

A line begins with the report's words, in the order of preference; what follows is said for them. Of a line
only what the site's own text contains is published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LINES = """
教师 = 老师 先生
学生 儿童 = 孩子 娃儿 娃娃 小孩 小朋友 娃
幼儿园 = 幼稚园 幼园 托儿所
学前教育 = 学前 幼儿园
普通小学 小学 = 小学生 小学阶段
普通初中 初中 = 初中生 初中阶段
普通高中 高中 = 普高 高中生 高中阶段
职业高中 中等职业 中职 = 职高 职校 中专 职业学校 技校
民办 = 私立 私人办 民营
公办 = 公立 国办
公办幼儿园 公办幼儿 = 公立幼儿园 公办园 公立园
普惠性幼儿园 = 普惠幼儿园 普惠园
农村 = 乡下 乡里 乡村 乡镇 村里 村小
城区 城镇 = 城里 县城 城头
校外培训 = 补习班 补课 辅导班 培训班 补习
欺凌 = 霸凌 欺负 校园暴力
资助 补助 = 困难补助 助学金
贫困 资助 = 困难 穷 困难学生 贫困生 困难家庭
职称 = 评职称
体育运动场馆 = 操场 体育场 运动场 体育馆
不足 不平衡 = 不够 不够用 紧缺
学位 = 上学名额 入学名额
作业负担 = 作业多 作业太多 家庭作业
编制外教师 编制外 = 编外老师 临聘老师 代课老师
编制外 = 编外 临聘 合同制 代课
差距 = 差别 悬殊
走教 教师交流 = 轮岗
近视 视力 = 眼镜 戴眼镜 眼睛
视力 = 眼力
抽检 = 抽查
配备 = 配齐 配足
经费 资金 投入 = 钱 费用 花费 开支
支出 = 花的钱
搬迁 = 搬家 搬走
心理健康 心理辅导 = 心理咨询 心理问题 抑郁
收费 = 学费 交费 缴费
招生 入学 = 报名
疫情防控 = 防疫 新冠
保安 = 门卫
监控 = 摄像头
生均 = 每个学生 人均 平均每个学生
学段 = 阶段
国内生产总值 = gdp
校舍 = 教学楼 房子
平方米 = 平米 平方
核酸检测 = 做核酸
升学 = 考学
就业 = 找工作
残疾儿童 残疾 = 残疾孩子 残疾娃娃 残疾人
寄宿 = 住校
放大 = 字太小 看不清 字小 大字
打印 = 印出来
金额 = 总额 总金额
线上 = 网上
增设 = 新增 新增加
意见 = 建议 投诉 举报 反映
整改 = 改正
台账 = 清单
下一步工作 打算 = 今后 接下来 计划做
""".strip()


def everyday(contains: Iterable[str], site: str) -> Mapping[str, tuple[str, ...]]:
    """Everyday word → the site's words for it; words of ``contains`` are added as they are.

    ``site`` is all text of the site: what does not stand in it is no help to anybody.
    """
    found: dict[str, dict[str, None]] = {}
    for line in (*_LINES.splitlines(), *contains):
        proper, _, spoken = line.partition(" = ")
        ours = [word for word in proper.split() if word in site]
        for word in spoken.split() if ours else ():
            found.setdefault(word, {}).update(dict.fromkeys(ours))
    return {word: tuple(found[word]) for word in sorted(found)}
