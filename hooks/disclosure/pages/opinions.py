"""Published opinions of the public with their answers."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses


def pages(analysis: Analysis) -> Iterator[Page]:
    """One page, once an opinion was published."""
    if analysis.book.opinions or analysis.book.withdrawn:
        meta = PageMeta(
            addresses.OPINIONS, "意见和答复", "opinions", "群众的意见和办理结果。", column="信息公开目录"
        )
        yield Page(meta, "opinions.html")
