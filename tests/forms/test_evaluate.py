"""The evaluation itself: what it reads, draws and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from forms.evaluate import drawn, evaluation, find, sample, score
from forms.expressions import Expression
from forms.readings import read_change, read_period
from forms.texts import read_folder

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "2021年投入约3000万元，比上年增长5%，覆盖三类学校。\n同比分别下降1.5%、2%，近三年持平。"
BODY = "<w:p><w:r><w:t>投入3 000</w:t></w:r><w:r><w:t> 万元</w:t><w:br/><w:t>增长5%</w:t></w:r></w:p>"


def test_a_folder_is_read_with_a_paragraph_a_line(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("# a note\n投入 30 万元\n\n12 34\n", "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", f'<w:body xmlns:w="{namespace}">{BODY}<w:p/></w:body>')

    texts = read_folder(tmp_path)

    assert list(texts.items()) == [("a.docx", "投入3 000万元\n增长5%"), ("b.txt", "投入30万元\n12 34")]


@pytest.mark.parametrize(
    ("kind", "expressions"),
    [
        ("quantities", ["约3000万元", "5%", "三类", "1.5%", "2%"]),
        ("exempted", ["2021", "三"]),
        ("changes", ["比上年增长5%", "同比分别下降1.5%", "下降2%", "持平"]),
        ("periods", ["2021年", "比上年", "近三年"]),
    ],
)
def test_expressions_are_found_whole(kind: str, expressions: list[str]) -> None:
    assert [expression.text for expression in find({"a.txt": TEXT})[kind]] == expressions


@pytest.mark.parametrize(
    ("file", "readings"),
    [
        ("2025年政府工作报告.docx", ["2021", "over-2023", "2022-to-2024"]),
        ("2024年统计公报.docx", ["2021", "over-2023", "2022-to-2024"]),
        ("a.txt", ["2021", "from covers", "from written"]),
    ],
)
def test_relative_periods_count_from_the_year_in_the_name_of_the_file(file: str, readings: list[str]) -> None:
    assert [read_period(period).words for period in find({file: TEXT})["periods"]] == readings


def test_the_evaluation_counts_and_gives_an_example_of_what_is_left() -> None:
    texts = {"a.txt": "型号是1.2.3。"}

    lines = list(evaluation(texts, find(texts)))

    assert lines[:3] == [
        "1 texts, 9 characters",
        "1 numbers, 100.0% of them open",
        "1 open numbers, 0.0% of them parse",
    ]
    assert "     1  N  型号是【1.2.3】。" in lines


def test_the_same_seed_draws_the_same_sample() -> None:
    found = find({"a.txt": TEXT})["all"]

    assert drawn(found, 3, "7") == drawn(found, 3, "7")
    assert sorted(row.text for row in drawn(found, 99, "7")) == sorted(row.text for row in found)


def test_a_sample_says_how_each_was_read() -> None:
    found = find({"a.txt": "投入约3000万元"})["quantities"]

    header, row = sample("quantities", found)

    assert header[0] == "mark"
    assert row[:5] == ("", "quantities", "a.txt", "约3000万元", "投入【约3000万元】")
    assert row[5].startswith("30000000 ")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("比上年增长5%—6%", "5..6 [5, 6] %"),
        ("比上年下降5%—6%", "-6..-5 [-6, -5] %"),
        ("低于全国1.4个百分点", "-1.4 [-1.45, -1.35] 个百分点"),
        ("持平", "0 [0, 0]"),
    ],
)
def test_a_change_and_a_comparison_are_read_with_their_sign(text: str, reading: str) -> None:
    assert read_change(Expression("a.txt", text, text, text)).words == reading


def test_marks_are_counted_with_their_interval() -> None:
    rows = ["mark\tkind", "1\texempted", "1\texempted", "n\topen", "0\topen", "\topen"]

    assert list(score(rows)) == [
        "right: 2 of 4, 50.0% (15.0% to 85.0%)",
        "no figures that a rule knows: 2 of 3, 66.7% (20.8% to 93.9%)",
    ]
