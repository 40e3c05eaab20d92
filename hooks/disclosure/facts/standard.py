"""Standards: what a document requires of a figure, with its basis, and how sure the site is of it."""

from typing import Literal

from disclosure.facts.fields import Identifier, Text, Year
from disclosure.facts.quantity import Quantity, quantity_in
from disclosure.facts.record import KnownId, Record

Requires = Literal["不超过", "不低于", "大于", "小于", "等于"]


class OfficialText(Record):
    """Where the copy of a document's text in ``data/texts/`` was taken from."""

    kind: Literal["发文单位网站", "全文镜像"]
    """取自发文单位自己的网站，还是别处的全文镜像"""
    origin: Text
    """取自哪里；写名称，不写网址"""


class SetAside(Record):
    """Why a figure can't be compared with a standard, as people judged it."""

    verdict: Literal["不适用", "口径不一致", "无法判定"]
    """不能比较时的结论"""
    reason: Text
    """理由，读者看得到"""


class Standard(Record):
    """A threshold with its basis, or (without ``requires``) the note that none was found."""

    id: KnownId = ""
    name: Text
    """标准的叫法，如 优质均衡县评估标准"""
    metric: Identifier | None = None
    """对照哪个指标；报告没有这个数值的写 null"""
    category: Identifier | None = None
    """只对照其中一个分类时，分类的编号"""
    subject: Text | None = None
    """没有 metric 时，标准说的是什么"""
    field: Literal["value", "change"] = "value"
    """对照数值还是增减"""
    requires: Requires | None = None
    """怎样才算达到；没有查到标准的写 null"""
    value: Text | None = None
    """标准值，如 80%、0.50"""
    wording: Text | None = None
    """要求不能写成一个数时，用一句话写"""
    level: Literal["国家", "市级", "县级"] | None = None
    """哪一级的标准"""
    nature: Literal["法定要求", "政策要求", "规划目标", "认定标准"] | None = None
    """标准的性质"""
    document: Text | None = None
    """文件在 sources.yml 中的编号"""
    clause: Text | None = None
    """条款"""
    quote: Text | None = None
    """条款的原话，照 data/texts/ 里的全文抄"""
    valid_from: Year | None = None
    """从哪一年起适用"""
    valid_until: Year | None = None
    """适用到哪一年为止"""
    stage: Text | None = None
    """认定的进展，如 创建中"""
    scope: Text | None = None
    """对照时要说明的范围"""
    caution: Text | None = None
    """口径还要确认的地方"""
    primary_text: Literal["已读", "未读"] = "未读"
    """文件原文读过没有；已读的要有 quote，data/texts/ 里要有全文"""
    set_aside: SetAside | None = None
    """不能比较的结论和理由"""

    @property
    def limit(self) -> Quantity | None:
        """The threshold; ``None`` where there is none, or none that can be read, as loading has told."""
        return quantity_in(self.value)

    @property
    def requirement(self) -> str | None:
        """What it requires, in words: 不超过 0.50; ``None`` where no standard was found."""
        limit = self.limit
        if not self.requires or limit is None:
            return self.wording
        if self.field == "value":
            return f"{self.requires} {limit}"
        if self.requires == "大于" and not limit.value:
            return "比上年增长（大于 0）"
        if self.requires == "不超过" and limit.value < 0:
            return f"下降不少于 {str(limit).lstrip('-−')}"
        return f"增减{self.requires} {limit}"
