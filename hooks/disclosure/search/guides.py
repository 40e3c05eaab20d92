"""Where and how: questions about the site itself, each with the page that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.pages import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from disclosure.pages.book import Book

_SUPERVISION = "about/supervision/index.html"
_GUIDES: tuple[tuple[str, str, str, str], ...] = (
    (
        _SUPERVISION,
        (
            "提意见 提建议 提出意见 意见建议 反映问题 反映情况 找哪个反映 找谁反映 向谁反映 怎么反映 "
            "投诉 举报 电话 联系方式 问谁 找谁"
        ),
        "怎样提意见",
        (
            "每项数值、报告的每一节、承认的每个问题下面都有“提意见建议”，列着发布单位的渠道。"
            "不方便上网的，可以打印意见建议表，填好以后交给或者寄给受理单位。"
        ),
    ),
    (
        addresses.OPINION_FORM,
        "意见表 意见建议表 打印意见 打印表",
        "打印意见建议表",
        "“意见建议表”那一页可以直接用浏览器打印，填好以后交给或者寄给受理单位。",
    ),
    (
        addresses.DATA,
        "下载 导出 表格下载 数据下载 下载数据 开放数据",
        "下载数据",
        "全部数值、标准对照、推算和更正，可以在“数据下载”页下载为 CSV 或 JSON。",
    ),
    (
        addresses.CORRECTIONS,
        "更正 申请更正 请求更正 改错 改过哪些 改动过 更正过",
        "更正和修订",
        "公布以后改动过的数值，旧的、新的、日期和理由都列在“更正和修订”页。",
    ),
    (
        addresses.LEDGER,
        "整改台账 台账 整改进度 整改进展 整改情况 整改到哪",
        "整改台账",
        "",
    ),
    (
        addresses.STANDARDS,
        "全部标准 标准在哪 哪些标准 标准对照",
        "标准对照",
        "数值与法定要求、规划目标、认定标准逐项对照，全部列在“标准对照”页。",
    ),
)
"""Address, what is asked, title, answer."""
_PUBLISHED = "报告承认的问题、措施、牵头单位、期限和进展，列在整改台账里。"
_UNPUBLISHED = "整改台账尚未公布。报告承认的问题和写到的打算，放在“问题与措施对照”页里对着看。"


def guides(book: Book, pages: Iterable[str]) -> Iterator[dict[str, object]]:
    """The guides of the pages that the site has."""
    known = set(pages)
    for path, asked, title, text in _GUIDES:
        said = text or (_PUBLISHED if book.ledger else _UNPUBLISHED)
        if path in known:
            yield {"asked": asked.split(), "title": title, "text": said + contact(book, path), "at": path}


def contact(book: Book, path: str = _SUPERVISION) -> str:
    """Whom to ask, as far as the publisher has told; only where opinions are the matter."""
    if path != _SUPERVISION:
        return ""
    told = book.disclosure.publisher.contact
    ways = (("受理科室", told.office), ("电话", told.telephone), ("电子邮箱", told.email))
    known = "，".join(f"{name}{value}" for name, value in ways if value)
    return f"{known}。" if known else "发布单位还没有配置电话和邮箱。"
