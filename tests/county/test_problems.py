"""The shipped report's problems and next steps, which stand in place of a ledger."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from finished import words
from project import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path


def _card(node) -> dict[str, str]:
    return {
        key.text(): re.sub(r"\s+", " ", value.text()).strip()
        for key, value in zip(node.css("dt"), node.css("dd"), strict=True)
    }


def test_the_real_report_has_problems_and_next_steps_in_place_of_a_ledger(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "ledger/index.html").read_text("utf-8"))
    cards = {node.css_first("h3").attributes["id"]: node for node in tree.css("main section.card")}
    problems = [card for name, card in cards.items() if "problem" in name]
    led = {
        name: sorted({re.sub(r".*#", "", link.attributes["href"]) for link in card.css("td a")})
        for name, card in cards.items()
    }

    assert words(tree, "h1") == "问题与措施对照（整改台账尚未公布）"
    assert led == {
        "match-problem-1": ["next-step-1", "next-step-3"],
        "match-problem-2": ["next-step-2"],
        "match-problem-3": ["next-step-3"],
        "match-next-step-1": ["problem-1"],
        "match-next-step-2": ["problem-2"],
        "match-next-step-3": ["problem-1", "problem-3"],
        "match-next-step-4": [],
    }
    for card in problems:
        said = _card(card)
        assert (said["牵头单位"], said["完成期限"], said["状态"]) == ("报告未载明",) * 3
    matched = [cell.text() for cell in tree.css("main td") if cell.css("a")]
    assert len(matched) == 10
    assert all("本站按文字对应，报告未明示" in text for text in matched)


def test_each_quotation_of_the_other_side_stands_for_itself(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "ledger/index.html").read_text("utf-8"))
    official = (REPOSITORY / "data/2022/source.txt").read_text("utf-8")
    flat = re.sub(r"\s", "", unicodedata.normalize("NFKC", official))
    quoted = [
        unicodedata.normalize("NFKC", node.text())
        .removeprefix("原文:")
        .removesuffix("(本站按文字对应,报告未明示)")
        for node in tree.css("td .way .aside")
    ]

    assert len(quoted) == 13
    assert [words for words in quoted if words not in flat] == []


def test_a_heading_is_not_counted_beside_what_stands_below_it(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "ledger/index.html").read_text("utf-8"))

    (told,) = re.findall(r"承认的问题 (\d+) 处，找到回应的打算 (\d+) 处，没有找到 (\d+) 处", words(tree))
    rows = [
        (bool(row.css("td a")), row.css_first("th").text())
        for row in tree.css("#problems ~ section tbody tr")
        if "问题" in row.css_first("td").text()
    ]
    headings = [node.text().strip("。") for node in tree.css("#problems ~ section h3 a")]
    below = [found for found, words in rows if words.strip("。") not in headings]
    assert tuple(map(int, told)) == (len(below), sum(below), len(below) - sum(below)) == (8, 3, 5)


@pytest.mark.parametrize("address", ["index.html", "opinions/form/index.html"])
def test_where_no_channel_is_configured_nothing_speaks_of_a_link_that_is_not_there(
    real_site: Path, address: str
) -> None:
    tree = LexborHTMLParser((real_site / address).read_text("utf-8"))

    assert "提意见建议" not in words(tree)
    assert any("about/supervision/" in (one.attributes["href"] or "") for one in tree.css("main a"))


def _official_clauses() -> list[tuple[str, str]]:
    """The clauses of the official text's problems and next steps, each with its part: 三（一） and so on."""
    official = unicodedata.normalize("NFKC", (REPOSITORY / "data/2022/source.txt").read_text("utf-8"))
    found, part = [], ""
    for line in official.partition("三、存在主要问题")[2].partition("垫江县人民政府办公室")[0].splitlines():
        if line.strip() == "四、下一步工作打算":
            part = "四"
        elif match := re.fullmatch(r"\s*\(([一二三四])\)([^。]+)。(.+)", line):
            named = f"{part or '三'}{match[1]}"
            found += [(named, clause) for clause in re.split("[,;。]", match[3]) if clause]
    return found


ROWS = {"三": "problem", "四": "next-step"}


SAID = {
    "虽然各学段生均一般公共预算教育支出比上年均有增长": "情况",
    "公民办幼儿园编制外教师待遇保障有待全覆盖": "问题",
    "受教师职称、编制等因素的影响": "原因",
    "教师无法根据学校岗位需求有效流动": "问题",
    "但由于城市化进程加快及生育政策变化": "原因",
    "化解垫江中学高中大班额现象": "打算",
    "加快推进“两项创建”工作": "打算",
}


def test_every_clause_of_the_official_problems_and_next_steps_is_matched_or_shown_without_a_match(
    real_site: Path,
) -> None:
    tree = LexborHTMLParser((real_site / "ledger/2022/index.html").read_text("utf-8"))
    clauses = _official_clauses()

    assert len(clauses) == 17 + 47
    told: dict[str, int] = {}
    for part, clause in clauses:
        anchor = f"match-{ROWS[part[0]]}-{'一二三四'.index(part[1]) + 1}"
        rows = [
            row
            for row in tree.css(f"section:has(#{anchor}) tbody tr")
            if clause in re.split("[,;。]", unicodedata.normalize("NFKC", row.css_first("th").text()))
        ]
        assert len(rows) == 1, clause
        says, other = (cell.text().strip() for cell in rows[0].css("td"))
        assert says == SAID.get(clause, says)
        assert says in {"问题", "原因", "情况"} if part[0] == "三" else says in {"打算", "情况"}
        assert rows[0].css("td a") or "没有找到" in other or says == "情况", clause
        told[says] = told.get(says, 0) + 1
    assert told == {"情况": 7, "问题": 9, "原因": 2, "打算": 46}
    assert "写明的原因 2 处，没有一处找到针对它的打算" in words(tree)


def test_nothing_of_the_real_site_has_a_state(real_site: Path) -> None:
    shown = {
        (path.relative_to(real_site).as_posix(), word)
        for path in real_site.rglob("*.html")
        if "about" not in path.parts  # where the words are explained
        for word in ("推进中", "已销号", "未启动", "长期坚持", "已完成待核销", "超过期限")
        if word in path.read_text("utf-8")
    }

    assert shown == set()


def test_the_real_site_offers_no_table_of_a_ledger_that_is_not_there(real_site: Path) -> None:
    home = LexborHTMLParser((real_site / "index.html").read_text("utf-8"))

    assert not (real_site / "ledger" / "table").exists()
    assert not (real_site / "opinions" / "index.html").exists()
    assert "整改台账" not in [node.text() for node in home.css(".main-nav a")]
    assert "意见和答复" not in [node.text() for node in home.css(".main-nav a")]
    assert "问题与措施对照（整改台账尚未公布）" in words(home)
    assert home.css(".opine") == []
