"""Every number of the official text, and the figure or the reason that stands behind it."""

from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses

PAGE = Page(
    PageMeta(
        addresses.NUMERALS,
        "数字对账",
        "coverage",
        "报告正文里的每一个数字和它的着落。",
        column="数据发布",
    ),
    "numerals.html",
)
