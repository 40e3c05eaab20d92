"""Whatever the site has a name for is found by that name, however it is typed."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Any

import pytest

from search.engine import data, opened, rows_of, titles
from search.landing import Page
from search.wording import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

from pypinyin import lazy_pinyin

STRANGER = "瓜"
"""A character that the site never prints, in place of another."""
ENTITIES = (
    "骨干教师 学科带头人 责任督学 总督学 县教委 县职教中心 垫江中学 垫江实验中学 松林小学 城南小学 "
    "古城半山小学 南阳中学 三合湖校区 朝阳校区 教育督导室 立德树人 产教融合 校企合作 结对帮扶 绿色通道 "
    "营养改善计划 收费公示 成本分担 应急演练 校园欺凌 一键式报警 视频监控 封闭管理 网络安全 意识形态 "
    "一票否决 职称 师德 心理健康筛查 劳动实践基地 课外读物 教辅材料 招生计划 联席会议 教育评价改革 "
    "疫情防控 核酸检测 课桌椅 视力筛查 教育配套费 城乡差距 城市化进程 生育政策 教学综合楼 初中部 专用教室"
).split()
"""Names in the official text that no record bears."""


@pytest.fixture(scope="module")
def search(chromium: Browser, real_site: Path) -> Callable[..., dict[str, Any]]:
    return opened(chromium, real_site, ("2022",))


@pytest.fixture(scope="module")
def says(real_site: Path) -> Callable[[dict[str, Any], str], bool]:
    """Whether one of the first three results is called so, or leads to where it is said."""
    pages: dict[str, Page] = {}

    def landing(at: str) -> str:
        path, _, fragment = at.partition("#")
        if path not in pages:
            pages[path] = Page((real_site / path).read_text("utf-8"))
        return pages[path].landing(fragment)

    def said(found: dict[str, Any], name: str) -> bool:
        words = [*titles(found)[:3], *(landing(result["at"]) for result in found["results"][:3])]
        return any(_bare(name) in _bare(text) for text in words)

    return said


def _bare(text: str) -> str:
    return re.sub(r"[“”《》（）、，。]", "", folded(text))


def _names(real_site: Path) -> list[str]:
    """Metrics, terms, focus areas, titles and quotations of the report, and names in its text."""
    year, pages = data(real_site, "2022"), data(real_site, "pages")["pages"]
    text = "".join(line for entry in rows_of(year["entries"]) for line in entry.get("lines", ()))
    found = {metric["name"] for metric in rows_of(year["metrics"])}
    found |= {entry["title"] for entry in pages if entry["kind"] == "term"}
    found |= {
        word
        for entry in rows_of(year["entries"])
        if entry["kind"] == "section"
        for word in entry.get("words", ())[:1]
    }
    found |= set(re.findall(r"[“《]([^“”《》]{2,20})[”》]", text)) | set(ENTITIES)
    return sorted(
        name
        for name in found
        if 2 <= len("".join(re.findall(r"[\u4e00-\u9fff]+", name))) <= 16 and "报告" not in name
    )


def _typed(name: str) -> Iterator[tuple[str, str]]:
    """Ways to type a name, each with what it is called."""
    plain, han = _bare(name), "".join(re.findall(r"[\u4e00-\u9fff]+", name))
    syllables = lazy_pinyin(han)
    yield "as it is", plain
    yield "asked for", f"请问一下{plain}的情况"
    yield "pinyin", "".join(syllables)
    yield "pinyin with spaces", " ".join(syllables)
    if len(han) > 3:
        yield "initials", "".join(syllable[0] for syllable in syllables)
    if len(plain) > 3:
        yield "two exchanged", f"{plain[0]}{plain[2]}{plain[1]}{plain[3:]}"
        yield "one changed", f"{plain[:2]}{STRANGER}{plain[3:]}"
    if len(plain) > 4:
        yield "one left out", f"{plain[:2]}{plain[3:]}"


WAYS = ["as it is", "asked for", "pinyin", "pinyin with spaces", "initials", "two exchanged", "one changed"]


@pytest.mark.parametrize("share", [5, pytest.param(1, marks=pytest.mark.soak)])
@pytest.mark.parametrize("way", [*WAYS, "one left out"])
def test_every_name_is_found_in_every_way(
    search: Any, says: Any, real_site: Path, way: str, share: int
) -> None:
    every = _names(real_site)
    names = every[::share]
    missed = [
        query
        for name in names
        for called, query in _typed(name)
        if called == way and not says(search(query), name)
    ]

    assert len(every) > 150
    assert len(missed) <= ceil(len(names) / 50), missed


def test_every_figure_is_answered_when_it_is_asked_for(search: Any, real_site: Path) -> None:
    metrics = rows_of(data(real_site, "2022")["metrics"])
    answered = {
        metric["name"]: [
            fact["name"] for fact in (search(f"{metric['name']}是多少")["answer"] or {}).get("facts", [])
        ]
        for metric in metrics
    }

    assert {name for name, facts in answered.items() if not facts} == set()
    assert all(fact.startswith(name) for name, facts in answered.items() for fact in facts)
