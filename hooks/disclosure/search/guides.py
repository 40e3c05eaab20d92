"""Where and how: questions about the site itself, each with the page that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.pages import addresses
from disclosure.pages.book import section_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.facts.disclosure import Report
    from disclosure.pages.book import Book
    from disclosure.search.entries import Sentences

Guide = dict[str, object]
_SUPERVISION = "about/supervision/index.html"
_PAGES: tuple[tuple[str, str, str, str], ...] = (
    (
        _SUPERVISION,
        (
            "提+意见 提+建议 意见建议 意见+哪里 意见+去哪 反映问题 反映情况 反映+找 反映+向 怎么反映 "
            "哪里反映 意见+反映 投诉 举报 电话 联系方式 联系+怎么 联系+谁 问谁 找谁 找哪个 向谁 留言 信访"
        ),
        "怎样提意见",
        (
            "每项数值、报告的每一节、承认的每个问题下面都有“提意见建议”，列着发布单位的渠道。"
            "不方便上网的，可以打印意见建议表，填好以后交给或者寄给受理单位。"
        ),
    ),
    (
        addresses.OPINION_FORM,
        "意见表 意见建议表 打印+意见 打印表 建议表",
        "打印意见建议表",
        "“意见建议表”那一页可以直接用浏览器打印，填好以后交给或者寄给受理单位。",
    ),
    (
        addresses.DATA,
        "下载 导出 开放数据 excel csv json",
        "下载数据",
        "全部数值、标准对照、推算和更正，可以在“数据下载”页下载为 CSV 或 JSON。",
    ),
    (
        addresses.CORRECTIONS,
        "更正+哪 更正+有 改过+哪 改动过 更正过 修订过 改过+数",
        "更正和修订",
        "公布以后改动过的数值，旧的、新的、日期和理由都列在“更正和修订”页。",
    ),
    (
        addresses.LEDGER,
        "整改台账 台账 整改+进度 整改+进展 整改+情况 整改+到哪 整改+怎么样 整改+看",
        "整改台账",
        "",
    ),
    (
        addresses.STANDARDS,
        "全部标准 标准+在哪 标准+哪里 标准+哪儿 标准对照 对照+标准+看 标准+查",
        "标准对照",
        "数值与法定要求、规划目标、认定标准逐项对照，全部列在“标准对照”页。",
    ),
    (
        addresses.METRICS,
        "全部数字 所有数字 全部指标 所有指标 全部数据 所有数据",
        "全部指标",
        "报告里的每一项数值都列在“全部指标”页，各有解释、时期和原文。",
    ),
    (
        addresses.SEARCH,
        "名词+哪 名词解释 索引",
        "数值和名词索引",
        "数值和名词按拼音首字母排在“搜索”页的索引里，名词都有解释。",
    ),
)
"""Address, what is asked (words with + all together), title, answer."""
_SECTIONS: tuple[tuple[str, str, str], ...] = (
    (
        "about/supervision/index.html#what-to-write",
        "意见+写清楚 意见+写什么 意见+怎么写 意见+注意 建议+写",
        "",
    ),
    (
        "about/supervision/index.html#publication",
        "意见+公开 意见+泄露 意见+保密 匿名 实名 意见+别人看 名字+公开",
        "",
    ),
    (
        "about/supervision/index.html#correction",
        "请求更正 申请更正 改错 错+改 错+找 错+反映 错+怎么办 错+告诉 有误 不对+找 不对+改 写错 勘误 不准+找",
        "",
    ),
    (
        "about/supervision/index.html#notice",
        "公示期 公示+什么时候 公示+多久 公示+几天 公示+到哪天 公示+结束",
        "",
    ),
    (
        "about/how-to-read/index.html#source",
        "原文+哪里来 原文+哪来 文字+哪里 数字+哪里来 数字+哪来 数据+来源 数据+哪里来 数据+哪来 原件",
        "",
    ),
    ("about/how-to-read/index.html#order", "先看到+数字 只显示+数字 首页+数字+几个 为什么+这几个数", ""),
    ("about/accessibility/index.html#what-works", "打印+报告 打印+网页 打印+页面 打印+怎么", "打印"),
    (
        "about/accessibility/index.html#what-works",
        "放大+怎么 放大+能 字+太小 字体+小 字+看不清 字体+大 大字版",
        "放大",
    ),
    ("about/accessibility/index.html#what-works", "键盘+怎么 键盘+能 不用鼠标", "键盘"),
    ("about/accessibility/index.html#what-works", "读屏+能 盲人+用", "读屏"),
    ("about/accessibility/index.html#limits", "朗读+有 读出来 语音播报 听+网页", "朗读"),
    ("about/accessibility/index.html#limits", "pdf", "PDF"),
)
"""Sections of the site's own pages that answer by themselves: address, what is asked, and the word of the
sentences that say it; without one the section's beginning does."""
_REPORT = (
    "报告+什么时候 报告+哪天 报告+几号 报告+发布 报告+公布 报告+日期 发布日期 成文 报告+谁写 "
    "报告+谁发 报告+哪个单位 全文 报告+原文 整份报告 报告+在哪 报告+哪里"
)
_PUBLISHED = "报告承认的问题、措施、牵头单位、期限和进展，列在整改台账里。"
_UNPUBLISHED = "整改台账尚未公布。报告承认的问题和写到的打算，放在“问题与措施对照”页里对着看。"
_BEGINNING = 3
"""Sentences of a section's beginning that are told as an answer."""


def guides(book: Book, pages: Iterable[str], sentences: Sentences) -> Iterator[Guide]:
    """The guides of the pages that the site has."""
    known = set(pages)
    for path, asked, title, text in _PAGES:
        said = text or (_PUBLISHED if book.ledger else _UNPUBLISHED)
        if path in known:
            yield _guide(path, asked, title, said + contact(book, path))
    titles, texts = _own_sections(book, sentences)
    for at, asked, word in _SECTIONS:
        told = [text for text in texts.get(at, ()) if word in text]
        if told:
            yield _guide(at, asked, titles[at], "".join(told[: 2 if word else _BEGINNING]))
    for report in book.reports[:1]:
        yield _guide(addresses.report(report.year), _REPORT, report.record.name, _dates(report))


def _guide(at: str, asked: str, title: str, text: str) -> Guide:
    return {"asked": asked.split(), "title": title, "text": text, "at": at}


def _own_sections(book: Book, sentences: Sentences) -> tuple[Mapping[str, str], Mapping[str, list[str]]]:
    """Heading and sentences of every section of the site's own pages, by address."""
    titles: dict[str, str] = {}
    texts: dict[str, list[str]] = {}
    for section in book.site_sections:
        path = section_address(section)
        titles |= {f"{path}#{heading.anchor}": heading.text for heading in section.headings}
        for item in sentences.get(path, ()):
            texts.setdefault(f"{path}#{item.heading}", []).append(item.text)
    return titles, texts


def _dates(report: Report) -> str:
    record = report.record
    published = record.published
    said = f"，原文发布日期{_day(published)}" if published else ""
    return f"{record.issuer}的报告，成文日期{_day(str(record.written))}{said}。全文在这一页。"


def _day(written: str) -> str:
    """``2022-11-03``, perhaps with the hour, in words."""
    year, month, day = written[:10].split("-")
    return f"{year}年{int(month)}月{int(day)}日"


def contact(book: Book, path: str = _SUPERVISION) -> str:
    """Whom to ask, as far as the publisher has told; only where opinions are the matter."""
    if path != _SUPERVISION:
        return ""
    told = book.disclosure.publisher.contact
    ways = (("受理科室", told.office), ("电话", told.telephone), ("电子邮箱", told.email))
    known = "，".join(f"{name}{value}" for name, value in ways if value)
    return f"{known}。" if known else "发布单位还没有配置电话和邮箱。"
