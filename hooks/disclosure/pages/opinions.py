"""Published opinions of the public with their answers, and the form for new ones."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses


def pages(analysis: Analysis) -> Iterator[Page]:
    """The list, if an opinion was published, and the form for printing."""
    if analysis.book.opinions or analysis.book.withdrawn:
        meta = PageMeta(
            addresses.OPINIONS, "意见和答复", "opinions", "群众的意见和办理结果。", column="信息公开目录"
        )
        yield Page(meta, "opinions.html")
    yield Page(
        PageMeta(addresses.OPINION_FORM, "意见建议表", "form", "打印出来填写的意见建议表。"),
        "opinion-form.html",
    )
