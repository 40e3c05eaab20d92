"""Reports of other structures than the first one: every part that is there is read, none is made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from finished import page, words
from project import apply, build, make

if TYPE_CHECKING:
    from pathlib import Path

INDEX, SOURCE = "docs/2022/index.md", "data/2022/source.txt"
_ABSENT = re.compile("承认|存在|问题和|问题与|个问题|打算|台账|整改|措施|更新周期")
WITHOUT_PROBLEMS = [{"file": "docs/2022/problems.md", "delete": True}]


@pytest.fixture
def made(tmp_path: Path):
    """Builds the minimal site with changes."""

    def make_site(*edits: dict[str, object]) -> Path:
        root = make(tmp_path)
        apply(root, edits)
        built = build(root)
        assert built.returncode == 0, built.stderr
        return root / "site"

    return make_site


def _replaced(file: str, old: str, new: str) -> dict[str, object]:
    return {"file": file, "replace": old, "with": new}


def _part(text: str, official: str) -> list[dict[str, object]]:
    """The minimal report with another last part, in ``outlook.md``; with none for an empty one."""
    include = "{{ section outlook }}\n\n" if text else ""
    written = [{"file": "docs/2022/outlook.md", "write": text}] if text else []
    return [
        *WITHOUT_PROBLEMS,
        *written,
        _replaced(INDEX, "{{ section problems }}\n\n", include),
        _replaced(SOURCE, "  三、存在问题\n  校舍维修还不够。\n", official),
    ]


def test_a_report_without_problems_and_plans_is_nowhere_said_to_have_any(made) -> None:
    site = made(*_part("", ""))

    told = {
        f"{path.relative_to(site)}: {found[0]}"
        for path in site.rglob("*")
        if path.suffix in {".html", ".json", ".csv", ".xml"} and "404" not in path.name
        for found in _ABSENT.finditer(path.read_text("utf-8", "replace"))
        if "assets" not in path.parts
    }

    assert told == set()
    assert not (site / "ledger").exists()


def test_a_report_with_problems_and_no_plans_speaks_of_problems_only(made) -> None:
    site = made()

    assert words(page(site, "ledger/index.html"), "h1") == "承认的问题（整改台账尚未公布）"
    assert "打算" not in words(page(site, "ledger/index.html")) + words(page(site, "coverage/index.html"))
    assert "更新周期" not in words(page(site, "ledger/index.html"))
    assert "个承认的问题" not in words(page(site, "index.html"))


MIXED = """\
# 三、存在问题及下一步打算 {#outlook}

## （一）校舍。 {#outlook-1}

校舍维修还不够，下一步多修校舍。

## （二）操场。 {#outlook-2}

操场太小。
"""


def test_problems_and_plans_in_one_file_are_matched_with_each_other(made) -> None:
    site = made(
        *_part(
            MIXED,
            "三、存在问题及下一步打算（一）校舍。校舍维修还不够，下一步多修校舍。（二）操场。操场太小。",
        ),
        {
            "file": "data/2022/report.yml",
            "append": "sections: [{file: outlook, kind: 问题和打算}]\n"
            "matches: [{problem: outlook-1, problem_words: 校舍维修还不够, "
            "next_step: outlook-1, next_step_words: 下一步多修校舍}]\n"
            "unmatched: [{heading: outlook-2, words: 操场太小, says: 问题}]\n",
        },
    )

    matches = words(page(site, "ledger/index.html"))
    assert "承认的问题 2 处，找到回应的打算 1 处，没有找到 1 处" in matches
    assert "写的打算 1 处，找到对应的问题 1 处，没有找到 0 处" in matches
    assert "2个承认的问题" in words(page(site, "index.html"))
    assert "操场" in words(page(site, "2022/notice-board/index.html"), ".board-problems")


def test_problems_below_a_heading_of_an_area_link_from_its_page(made) -> None:
    site = made(
        *_part("", "存在的问题一是校舍维修还不够。二是操场太小。下一步打算1.多修校舍。"),
        _replaced(
            "docs/2022/safety.md",
            "{{ figures safety }}",
            "## 存在的问题 {#safety-problems}\n\n一是校舍维修还不够。二是操场太小。\n\n"
            "## 下一步打算 {#safety-plans}\n\n1.多修校舍。\n\n{{ figures safety }}",
        ),
        {
            "file": "data/2022/report.yml",
            "append": "sections:\n  - {file: safety, heading: safety-problems, kind: 问题}\n"
            "  - {file: safety, heading: safety-plans, kind: 打算}\n",
        },
    )

    matches = page(site, "ledger/index.html")
    assert [node.text() for node in matches.css("h3")] == ["存在的问题", "下一步打算"]
    assert matches.css_first("h3 a").attributes["href"] == "../2022/safety/index.html#safety-problems"
    assert "问题与措施对照" in words(page(site, "2022/safety/index.html"))


LETTER = """\
# 示例县人民政府示例县教育局关于履行教育职责情况的报告 {#report}

尊敬的市教育督导室：

您好！我县履行教育职责
的情况如下，自评得{{ self-score }}。

{{ section funding }}

{{ section safety }}

{{ section scores }}

{{ section annex }}

此致

敬礼

示例县人民政府

示例县教育局

2022年10月31日
"""
FIGURES = """\
# 1.保障教育投入 {#funding}

2021年教育预算{{ education-budget }}，{{ education-budget change }}，
小学、初中生均支出{{ pupil-spending.primary }}、{{ pupil-spending.junior-high }}。
校舍维修投入{{ repair-spending }}。2021年小学校际差异系数{{ school-variation }}。

2021年以来检查{{ inspections }}。
专职保安配备率2021年为{{ guard-share@2021 }}，2022年为{{ guard-share@2022 }}。
"""
WORDS_ONLY = """\
# 2.守护校园安全 {#safety}

## （一）加强领导。 {#lead}

全县成立专班。一是责任到人。二是检查到位。

- 一**个**镇

    - 一个村

{{ figures safety }}

{{ verdicts safety }}
"""
SCORES = """\
# 自评得分表 {#scores}

| 项目 | 自评 | 说明 |
|---|---|---|
| 教育投入 | 合格 | — |
| 总分 | {{ self-score }} | 自评 |
"""
LETTER_SOURCE = """\
示例县人民政府
示例县教育局
关于履行教育职责情况的报告
尊敬的市教育督导室：
您好！我县履行教育职责的情况如下，自评得96分。
1.保障教育投入
2021年教育预算4200万元，增长3.5%，小学、初中生均支出9800元、12600元。校舍维修投入60余万。2021年小学校际差异系数0.42。
2021年以来检查30余次。专职保安配备率2021年为96%，2022年为100%。
2.守护校园安全
（一）加强领导。全县成立专班。一是责任到人。二是检查到位。
一个镇
一个村
自评得分表
项目 自评 说明
教育投入 合格 —
总分 96分 自评
附件：1.校舍名单
2.学校名单
此致
敬礼
示例县人民政府
示例县教育局
2022年10月31日
"""


def test_a_letter_with_scores_and_an_annex_builds_without_a_false_word(made) -> None:
    site = made(
        *WITHOUT_PROBLEMS,
        {"file": INDEX, "write": LETTER},
        {"file": SOURCE, "write": LETTER_SOURCE},
        {"file": "docs/2022/funding.md", "write": FIGURES},
        {"file": "docs/2022/safety.md", "write": WORDS_ONLY},
        {"file": "docs/2022/scores.md", "write": SCORES},
        {"file": "docs/2022/annex.md", "write": "# 附件： {#annex}\n\n1.校舍名单\n\n2.学校名单\n"},
        _replaced(
            "data/2022/report.yml",
            "title: 示例县人民政府履行教育职责报告",
            "title: 示例县人民政府示例县教育局关于履行教育职责情况的报告",
        ),
        _replaced("data/areas.yml", "（一）", "1."),
        _replaced("data/areas.yml", "（二）", "2."),
        {
            "file": "data/2022/values.yml",
            "append": "self-score: {period: 未载明, period_basis: 未载明, value: 96分}\n",
        },
        {
            "file": "data/metrics/index.yml",
            "write": "self-score: {name: 自评得分, measures: index, unit: 分, better: higher, "
            "definition: 自评的总分。, definition_basis: 本站说明}\n",
        },
        {
            "file": "data/2022/report.yml",
            "append": "exempt:\n  - {words: 一个镇, kind: 结构, reason: 数的是前面说的镇。}\n"
            "  - {words: 一个村, kind: 结构, reason: 数的是前面说的村。}\n",
        },
    )

    home, safety = page(site, "index.html"), page(site, "2022/safety/index.html")
    assert "1.保障教育投入" in words(home)
    assert "不分评价重点" in words(page(site, "metrics/index.html"))
    assert "评价重点" not in words(page(site, "metrics/self-score/index.html"))
    assert "可比的标准" not in words(safety)
    assert safety.css("table") == []
    assert [node.text(deep=False).strip() for node in safety.css("article li li")] == ["一个村"]
    assert "履行教育职责的情况" in words(page(site, "2022/index.html"))
    assert page(site, "2022/scores/index.html").css("div.table-scroll > table")
    quoted = page(site, "metrics/self-score/index.html").css("blockquote")
    assert [node.text().strip() for node in quoted] == [
        "我县履行教育职责的情况如下，自评得96分。",
        "总分 96分 自评",
    ]
