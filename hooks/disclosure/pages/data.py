"""The downloads and the dictionary of their columns."""

from collections.abc import Callable

from disclosure.exports.formats import Exports
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses


def page(exports: Callable[[], Exports]) -> Page:
    """The page; ``exports`` gives the tables and files."""
    meta = PageMeta(
        addresses.DATA,
        "数据下载",
        "data",
        "数值、标准对照、推算和更正的下载，各列的含义。",
        column="数据发布",
    )
    return Page(meta, "data.html", lambda _: {"exports": exports()})
