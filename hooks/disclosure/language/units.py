"""Units: which of them measure, and how they are written alike.

What is measured (元, 米, 吨, %) is rounded to its last printed place. Anything else (家, 条, 人次) is counted
one by one, so that a plain number of it is exact.
"""

import re

MEASURES = {
    "money": "元 角 美元 欧元 英镑 日元 港元 港币 澳门元 新台币 人民币",
    "share": "% ‰ ‱ 百分点 个百分点",
    "multiple": "倍",
    "length": "毫米 厘米 分米 米 千米 公里 里 华里 海里 mm cm m km",
    "area": "平方厘米 平方米 平米 平方千米 平方公里 ㎡ m² km² 亩 公顷",
    "volume": "毫升 升 千升 立方米 立方 方 m³ mL L",
    "mass": "微克 毫克 克 千克 公斤 斤 吨 mg g kg t",
    "energy": "瓦 千瓦 兆瓦 瓦时 千瓦时 兆瓦时 度 kW MW GW kWh MWh 卡 千卡 吨标准煤 标准煤",
    "time": "秒 分钟 小时",
    "temperature": "℃ 摄氏度",
    "sound": "分贝 dB",
    "information": "字节 比特 KB MB GB TB PB Gbps Mbps",
}
"""The units that measure, by what they measure."""
MEASURING = frozenset(unit for units in MEASURES.values() for unit in units.split())
"""All of them."""
_TIMES = ("小时", "天", "日", "周", "月", "季度", "学期", "年")
"""What a rate counts last: 元/人·年."""
_DENOMINATORS = re.compile(r"[/每·]")

OF_ONE = (
    "个 项 件 份 次 场 所 名 位 人 户 家 条 批 期 届 轮 票 套 台 间 座 栋 幢 班 篇 门 节 课 支 级 处 "
    "本 册 张 辆 幅 首 组 队 团 片 镇 乡 村 岁 元 倍 米 公里 千米 亩 公顷 吨 公斤 分钟 小时 天 周 年 季 "
    "学时 课时 半 平方米 平方公里 百分点 厘米 人次 场次 余 多"
).split()
"""Measure words after which even 一 is a number."""
CLASSIFIERS = [
    *OF_ONE,
    *"种 类 包 对 成 分 日 月 方面 部分 大类 大项 起 例 宗 笔 株 棵 枚 颗 桶 头 匹".split(),
    *"校 县 区 度 番 层 步 线 艘 架 盏 只 口 块 床 趟 款 盒 袋 箱 瓶 部".split(),
]
"""Measure words after any other Chinese number: 一起, 一度 and 一线 are no numbers."""


def counted(unit: str | None) -> bool:
    """Whether things of ``unit`` are counted one by one; a number without a unit, or a rate, is not."""
    return unit is not None and unit != "" and "/" not in unit and unit not in MEASURING


def alike(printed: str, each: str = "") -> str:
    """A printed unit in the form in which units are compared: 元/人·年 of 元 for each 每人每年.

    ``each`` is printed before the number. Percent signs and brackets become those of one width.
    """
    unit = printed.replace("％", "%").replace("(", "（").replace(")", "）")
    counts, *bases = _DENOMINATORS.split(unit)
    bases += each.split("每")[1:]
    ordered = sorted(bases, key=lambda base: _TIMES.index(base) + 1 if base in _TIMES else 0)
    return f"{counts}/{'·'.join(ordered)}" if ordered else unit
