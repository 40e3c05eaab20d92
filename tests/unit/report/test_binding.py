"""Macros bound to facts, and every way in which one names nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.facts.loading import load
from disclosure.report.binding import Figure, Section, Word, bind, quotations
from disclosure.report.source_text import source_words
from disclosure.text.markdown import scan
from project import make

if TYPE_CHECKING:
    from disclosure.facts.disclosure import Disclosure
    from disclosure.findings import Finding


@pytest.fixture(scope="module")
def disclosure(tmp_path_factory: pytest.TempPathFactory) -> Disclosure:
    made, findings = load(make(tmp_path_factory.mktemp("minimal")))
    assert [finding.code for finding in findings] == []
    return made


def _bind(disclosure: Disclosure, raw: str) -> tuple[Section, list[Finding]]:
    markdown, _ = scan("docs/2022/a.md", raw)
    return bind(markdown, year="2022", disclosure=disclosure, sections={"funding"})


@pytest.mark.parametrize(
    ("macro", "printed"),
    [
        ("inspections", "30余次"),
        ("pupil-spending.primary", "9800元"),
        ("pupil-spending.primary unit", "元"),
        ("inspections name", "安全检查"),
    ],
)
def test_a_macro_prints_what_the_data_say(disclosure: Disclosure, macro: str, printed: str) -> None:
    section, findings = _bind(disclosure, f"甲{{{{ {macro} }}}}乙\n")

    assert findings == []
    assert [item.printed for item in section.bound if isinstance(item, Figure | Word)] == [printed]


@pytest.mark.parametrize(
    ("macro", "code", "guess"),
    [
        ("inspection", "macro-name", "inspections"),
        ("pupil-spending", "macro-category", None),
        ("pupil-spending.primery", "macro-category", "primary"),
        ("inspections.x", "macro-category", None),
        ("inspections vlaue", "macro-field", "value"),
        ("inspections change", "macro-field", None),
        ("inspections@2019", "macro-period", "2021年以来"),
        ("1 + 1", "macro-syntax", None),
        ("", "macro-syntax", None),
        ("figures", "macro-syntax", None),
    ],
)
def test_a_macro_that_names_nothing_is_found(
    disclosure: Disclosure, macro: str, code: str, guess: str | None
) -> None:
    section, findings = _bind(disclosure, f"一\n甲{{{{ {macro} }}}}\n")

    assert [(item.where.line, item.where.column, item.code, item.guess) for item in findings] == [
        (2, 2, code, guess)
    ]
    assert len(section.holes) == 1


def _bind_own(disclosure: Disclosure, raw: str) -> tuple[Section, list[Finding]]:
    markdown, _ = scan("docs/about/a.md", raw)
    return bind(markdown, year=None, disclosure=disclosure)


@pytest.mark.parametrize(
    ("macro", "printed"),
    [
        ("report.title", "示例县人民政府履行教育职责报告"),
        ("report.written", "2022-10-31"),
        ("report.year", "2022"),
        ("publisher.place", "示例县"),
    ],
)
def test_an_own_page_prints_fields_of_the_newest_report_and_the_publisher(
    disclosure: Disclosure, macro: str, printed: str
) -> None:
    section, findings = _bind_own(disclosure, f"# 关于{{{{ {macro} }}}}的页 {{#a}}\n")

    assert findings == []
    assert section.headings[0].text == f"关于{printed}的页"


@pytest.mark.parametrize(
    ("macro", "code", "guess", "words"),
    [
        ("report.tilte", "macro-field", "title", "不是最新一份报告里能印的一项"),
        ("report.index_number", "macro-field", None, "最新一份报告没有填写 index_number"),
        ("report.exempt", "macro-field", None, "“report.exempt”不是最新一份报告里能印的一项"),
        ("report", "macro-field", None, "“report.项目”不是"),
        ("report.title change", "macro-field", None, "不是"),
        ("publisher.contact", "macro-field", None, "“publisher.contact”不是发布单位里能印的一项"),
    ],
)
def test_a_field_that_an_own_page_cannot_print_is_told(
    disclosure: Disclosure, macro: str, code: str, guess: str | None, words: str
) -> None:
    _, (finding,) = _bind_own(disclosure, f"甲{{{{ {macro} }}}}乙\n")

    assert (finding.code, finding.guess) == (code, guess)
    assert words in finding.message


def test_a_part_of_an_own_page_may_need_a_page_that_a_site_can_lack(disclosure: Disclosure) -> None:
    assert _bind_own(disclosure, "# 甲 {#a}\n\n{{ needs ledger }}\n")[1] == []
    assert [found.code for found in _bind_own(disclosure, "{{ needs ledgre }}\n")[1]] == ["macro-name"]
    assert [found.code for found in _bind(disclosure, "{{ needs ledger }}\n")[1]] == ["macro-name"]


def test_the_official_text_prints_no_field_of_a_record(disclosure: Disclosure) -> None:
    assert [found.code for found in _bind(disclosure, "甲{{ report.title }}乙\n")[1]] == ["macro-misplaced"]


def test_a_block_stands_alone_on_its_line(disclosure: Disclosure) -> None:
    assert _bind(disclosure, "{{ figures safety }}\n")[1] == []
    assert [item.code for item in _bind(disclosure, "甲 {{ figures safety }}\n")[1]] == ["macro-misplaced"]
    assert [item.code for item in _bind(disclosure, "{{ figures safty }}\n")[1]] == ["macro-name"]
    assert [item.code for item in _bind(disclosure, "{{ section fnding }}\n")[1]] == ["macro-name"]


def test_a_section_that_is_not_there_may_be_one_that_could_not_be_read(disclosure: Disclosure) -> None:
    section, (finding,) = _bind(disclosure, "{{ section lost }}\n")

    assert "docs/2022/lost.md" in finding.because
    assert len(section.holes) == 1


def test_the_same_figure_twice_has_two_anchors(disclosure: Disclosure) -> None:
    section, _ = _bind(disclosure, "{{ inspections }}和{{ inspections }}\n")

    first, second = (figure.anchor for figure in section.figures)
    assert second == f"{first}-2"


def test_a_figure_is_quoted_in_its_clause(disclosure: Disclosure) -> None:
    section, _ = _bind(disclosure, "前。检查{{ inspections }}，整改；后。\n")

    quotation = quotations(section)[section.figures[0].macro]

    assert (quotation.before, quotation.figure, quotation.after) == ("检查", "30余次", "，整改；")


def test_a_figure_in_a_heading_is_read_there(disclosure: Disclosure) -> None:
    section, _ = _bind(disclosure, "# 检查{{ inspections }} {#a}\n\n## 整改{{ inspections }} {#b}\n")

    assert [heading.text for heading in section.headings] == ["检查30余次", "整改30余次"]


def test_the_characters_of_a_figure_stand_where_its_value_stands(disclosure: Disclosure) -> None:
    section, _ = _bind(disclosure, "# 甲 {#a}\n\n乙{{ inspections }}\n")

    typed = source_words(section)
    words, places = typed.text, typed.places

    assert [words[start:end] for start, end in typed.figures] == ["30余次"]
    assert words.split() == ["甲", "乙30余次"]
    assert places[words.index("乙")].path == "docs/2022/a.md"
    assert {places[words.index("30余次") + at].path for at in range(4)} == {"data/2022/values.yml"}
