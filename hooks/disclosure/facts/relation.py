"""How one metric follows from others: declared with its definition, recomputed from every report."""

from typing import Literal

from disclosure.facts.fields import Text
from disclosure.facts.record import Record
from disclosure.findings import first_fault

UNSTATED_OPERAND = "未载明"
"""Stands in the place of an operand that no report gives."""
OPERANDS = {"total": None, "difference": 2, "share": 2, "per": 2, "part": 1}
"""How many metrics each kind of relation names; ``None``: two or more."""
KIND_NAMES = {"total": "合计", "difference": "差额", "share": "占比", "per": "平均或比值", "part": "部分"}


class Relation(Record):
    """One relation of a metric to others of the same report, period and category."""

    kind: Literal["total", "difference", "share", "per", "part"]
    """什么关系"""
    of: tuple[Text, ...]
    """有关的指标；报告没有给出的写“未载明”"""
    unstated: Text | None = None
    """“未载明”的那一项叫什么"""
    unit: Text | None = None
    """“未载明”的那一项的单位"""

    @property
    def fault(self) -> str | None:
        """What is wrong with the relation as such, as a Chinese clause; names are checked elsewhere."""
        wanted, unknown = OPERANDS[self.kind], self.of.count(UNSTATED_OPERAND)
        miscounted = len(self.of) != wanted if wanted else len(self.of) < 2  # noqa: PLR2004 - two or more
        return first_fault(
            {
                f"{KIND_NAMES[self.kind]}（{self.kind}）要写{wanted or '两个以上'}个指标": miscounted,
                "“未载明”只能有一项": unknown > 1,
                "of 里写“未载明”时要用 unstated 写明它叫什么，反之亦然": bool(unknown) != bool(self.unstated),
            }
        )
