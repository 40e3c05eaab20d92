"""The standards, implied values and downloads of the shipped report, figure by figure."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

import finished

if TYPE_CHECKING:
    from pathlib import Path


MISSED = "未达到优质均衡县评估标准（认定标准，创建中；依据待核实）"


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "2022/equity/index.html",
        "metrics/inter-school-variation/index.html",
        "standards/index.html",
    ],
)
def test_a_missed_standard_is_shown_with_its_nature_and_its_doubt(real_site: Path, address: str) -> None:
    tree = finished.page(real_site, address)

    missed = [node.text().strip() for node in tree.css(".verdict-missed")]
    assert missed
    assert {text.split("：")[0] for text in missed} == {MISSED}
    assert "0.53" in finished.words(tree, ".verdicts, .judged")
    assert "0.47" in finished.words(tree, ".verdicts, .judged")


def test_only_verdicts_on_a_basis_that_was_read_are_counted(real_site: Path) -> None:
    words = finished.words(finished.page(real_site, "standards/index.html"))

    assert (
        "登记的对照有 23 项，逐项列在下面，没有达到的在最前。文件原文读过、口径没有疑问的 5 项：达到 5 项。"
        "另有 2 项没有达到，但依据待核实。" in words
    )


@pytest.mark.parametrize(
    ("figure", "outcome", "marks"),
    [
        ("inter-school-variation.primary@2021", "未达到", "依据待核实"),
        ("inter-school-variation.junior-high@2021", "未达到", "依据待核实"),
        ("education-budget@2021", "达到", "依据待核实"),
        ("education-budget@2021", "无法判定", ""),
        ("per-pupil-spending.preschool@2021", "达到", "依据待核实"),
        ("per-pupil-spending.preschool@2021", "达到", ""),
        ("inclusive-kindergarten-coverage@2021", "达到", "依据待核实"),
        ("inclusive-kindergarten-coverage@2022", "达到", "依据待核实"),
        ("public-kindergarten-share@未载明", "达到", "口径待确认；依据待核实"),
        ("compulsory-large-classes@截至目前", "不适用", "依据待核实"),
        ("sampled-myopia-rate@2021", "口径不一致", "依据待核实"),
        ("disabled-children-enrolment-rate@未载明", "达到", "依据待核实"),
        ("high-school-large-class-share@截至目前", "暂未查到可比标准", ""),
        ("teacher-training-budget-share@未载明", "达到", "口径待确认"),
        ("", "不适用", "依据待核实"),
    ],
)
def test_a_standard_says_what_the_register_knows(
    real_site: Path, figure: str, outcome: str, marks: str
) -> None:
    found = [row for row in finished.rows(real_site, "verdicts") if row["figure"] == figure]

    assert (outcome, marks) in {(row["outcome"], row["marks"]) for row in found}


@pytest.mark.parametrize(
    ("figure", "low", "high"),
    [
        ("per-pupil-spending.primary@2021", "13843", "13845"),
        ("per-pupil-spending.preschool@2021", "3948", "3950"),
        ("sampled-myopia-rate@2021", "49.16", "49.18"),
        ("high-school-large-class-share@截至目前", "352", "359"),
        ("education-budget@2021", "1421520000", "1421670000"),
    ],
)
def test_an_unstated_value_is_implied_by_the_stated_ones(
    real_site: Path, figure: str, low: str, high: str
) -> None:
    (row,) = [row for row in finished.rows(real_site, "implied") if row["figure"] == figure]
    page = finished.words(
        finished.page(real_site, f"metrics/{figure.partition('@')[0].partition('.')[0]}/index.html")
    )

    assert (row["implied_min"], row["implied_max"]) == (low, high)
    assert row["caveat"] == "本站推算，非统计数据"
    assert "本站推算，非统计数据" in page


def test_every_number_of_the_report_is_accounted_for_on_apage(real_site: Path) -> None:
    tree = finished.page(real_site, "coverage/numerals/index.html")

    listed = tree.css("tbody tr")
    bound = [row for row in listed if row.css_first("td:last-child a")]
    assert "正文里的数字 114 处：与数据对应 77 处，不是统计数字 37 处，没有着落 0 处" in finished.words(tree)
    assert (len(listed), len(bound)) == (114, 77)


def test_the_scheme_that_was_not_obtained_judges_no_point(real_site: Path) -> None:
    words = finished.words(finished.page(real_site, "coverage/index.html"))

    assert "评价方案原文未取得" in words
    assert "没有对应的数值" not in words
    assert words.count("报告未载明") == 8


def test_a_bound_is_never_dropped(real_site: Path) -> None:
    rows = {row["figure"]: row for row in finished.rows(real_site, "figures")}

    ends = {
        figure: tuple(rows[figure][column] for column in ("value", "value_min", "value_max", "qualifier"))
        for figure in (
            "student-aid-amount@2021",
            "new-school-buildings@未载明",
            "disabled-boarders-subsidy@未载明",
            "student-loan-borrowers@2021",
        )
    }
    assert ends == {
        "student-aid-amount@2021": ("6100余万元", "61000000", "62000000", "above"),
        "new-school-buildings@未载明": ("约15000平方米", "", "", "about"),
        "disabled-boarders-subsidy@未载明": ("2000元左右", "", "", "about"),
        "student-loan-borrowers@2021": ("6497人", "6497", "6497", "exact"),
    }
    assert sum(row["qualifier"] != "exact" for row in rows.values()) == 16


def test_a_citation_names_everything_and_its_hash_can_be_computed_from_the_download(real_site: Path) -> None:
    (row,) = [
        row
        for row in finished.rows(real_site, "figures")
        if row["figure"] == "per-pupil-spending.primary@2021"
    ]
    cited = finished.words(
        finished.page(real_site, "metrics/per-pupil-spending/index.html"), ".citations li:nth-child(4)"
    )
    title = "垫江县人民政府办公室关于2021年以来履行教育职责自查自评的报告"

    line = "\t".join((title, row["figure"], row["value"], row["change"]))
    assert sha256(line.encode()).hexdigest()[:16] == row["hash"]
    for part in (
        "垫江县人民政府办公室：《",
        title,
        "2022-11-02",
        "（普通小学）",
        "2021年",
        "14662元",
        row["hash"],
    ):
        assert part in cited


def test_the_report_has_seventy_figures(real_site: Path) -> None:
    assert len(finished.rows(real_site, "figures")) == 70
