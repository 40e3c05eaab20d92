"""The macro language: inline macros ``{{ id.category@period change }}``, block macros ``{{ figures area }}``.

No expressions and no code: a macro names a fact, or a block that is made of facts. On the site's own pages
``{{ report.title }}`` names a field of the newest report.
"""

import re
from dataclasses import dataclass

BLOCKS = {
    "figures": "一个评价重点那一节的全部数值表，后面写评价重点的编号",
    "verdicts": "一个评价重点的标准对照，后面写评价重点的编号",
    "table": "一个指标的数值表，后面写指标的编号",
    "chart": "一个指标的图，后面写指标的编号",
    "section": "编入同一年份的一节正文，后面写文件名（不带 .md），只用于 index.md",
    "needs": "网站没有那一页时不显示这一节，后面写 ledger、opinions 或 bodies，只用于报告以外的页",
}
"""Block macros, each with what it prints and what its argument is."""

OPTIONAL = ("ledger", "opinions", "bodies")
"""Pages that a site may lack; ``{{ needs … }}`` names one below the heading of a section about it."""
FIELDS = {"value": "数值", "change": "增减", "comparison": "比较", "name": "指标名称", "unit": "单位"}
"""The fields of an observation that an inline macro can print."""

RECORDS = {"report": "最新一份报告", "publisher": "发布单位"}
"""Records whose fields an inline macro on the site's own pages can print."""

_INLINE = re.compile(
    r"(?P<id>[^\s.@{}]+)(?:\.(?P<category>[^\s.@{}]+))?(?:@(?P<period>[^\s{}]+))?(?:\s+(?P<field>\S+))?"
)


@dataclass(frozen=True, slots=True)
class FigureCall:
    """An inline macro."""

    metric: str
    category: str | None
    period: str | None
    field: str


@dataclass(frozen=True, slots=True)
class BlockCall:
    """A block macro."""

    name: str
    argument: str


def parse_call(text: str) -> FigureCall | BlockCall | None:
    """The call that the text between the braces makes, or ``None`` if it is no macro."""
    words = text.split()
    if len(words) == 1 and words[0] in BLOCKS:
        return None
    if len(words) == 2 and words[0] in BLOCKS:  # noqa: PLR2004 - a name and its argument
        return BlockCall(*words)
    match = _INLINE.fullmatch(text.strip())
    if match is None:
        return None
    return FigureCall(match["id"], match["category"], match["period"], match["field"] or "value")
