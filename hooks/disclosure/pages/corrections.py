"""The list of changes after publication."""

from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses

PAGE = Page(
    PageMeta(
        addresses.CORRECTIONS,
        "更正和修订",
        "corrections",
        "公布以后改动过的数值，旧的和新的并列。",
        column="数据发布",
    ),
    "corrections.html",
)
