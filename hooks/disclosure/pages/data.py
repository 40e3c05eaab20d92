"""Downloads and their dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses

if TYPE_CHECKING:
    from collections.abc import Callable

    from disclosure.exports.formats import Exports


def page(exports: Callable[[], Exports]) -> Page:
    """The page; ``exports`` gives what can be downloaded."""
    meta = PageMeta(
        addresses.DATA,
        "数据下载",
        "data",
        "数值、标准对照、推算和更正的下载，各列的含义。",
        column="数据发布",
    )
    return Page(meta, "data.html", lambda _: {"exports": exports()})
