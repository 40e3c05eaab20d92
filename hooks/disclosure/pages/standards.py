"""All verdicts with their standards."""

from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses

PAGE = Page(
    PageMeta(
        addresses.STANDARDS,
        "标准对照",
        "standards",
        "数值与法定要求、政策要求、规划目标、认定标准逐项对照。",
        column="数据发布",
    ),
    "standards.html",
)
