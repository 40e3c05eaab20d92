"""The report of 2022, published: complete and exact."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from disclosure.facts.change import parse_change
from disclosure.facts.loading import load
from disclosure.facts.quantity import parse_quantity
from disclosure.text.folding import fold
from project import REPOSITORY, build, disclose, mkdocs_build

if TYPE_CHECKING:
    from pathlib import Path

    from disclosure.facts.disclosure import Disclosure

SOURCE = REPOSITORY / "data" / "2022" / "source.txt"
SECTIONS = (
    "leadership funding development reform teachers equity safety management problems next-steps".split()
)


@pytest.fixture(scope="module")
def disclosure() -> Disclosure:
    made, findings = load(REPOSITORY)
    assert findings == []
    return made


def _official(page: Path) -> str:
    tree = LexborHTMLParser(page.read_text("utf-8"))
    return fold("".join(node.text(deep=True) for node in tree.css("[data-official-text]")))


def test_the_check_is_silent() -> None:
    done = disclose(REPOSITORY, "check")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_notices_name_what_someone_should_look_at_and_what_the_publisher_has_not_told() -> None:
    done = disclose(REPOSITORY, "check", "--notices")

    assert done.returncode == 0
    assert re.findall(r"^(\S+?):\d+:\d+: .*\[([a-z-]+)\]$", done.stderr, re.MULTILINE) == [
        ("data/2022/values.yml", "same-value"),
        ("data/2022/values.yml", "hundred-run"),
        ("data/publisher.yml", "publisher-gap"),
        ("data/publisher.yml", "not-authorised"),
        ("docs/2022/next-steps.md", "similar-terms"),
    ]
    assert "（普通小学）”与“生均一般公共预算教育支出（普通初中）”同是 14662元" in done.stderr
    assert "“教育费附加”与 docs/2022/next-steps.md 第 9 行的“教育附加费”只差字的次序" in done.stderr
    for field in ("address", "site_code", "icp", "telephone", "links"):
        assert f"（{field}）" in done.stderr


def test_the_published_words_are_the_official_words(real_site: Path) -> None:
    official = fold(SOURCE.read_text("utf-8"))

    assert _official(real_site / "2022" / "index.html") == official


def test_the_section_pages_hold_the_official_words_once_more(real_site: Path) -> None:
    whole = _official(real_site / "2022" / "index.html")

    words = {name: _official(real_site / "2022" / name / "index.html") for name in SECTIONS}
    assert min(map(len, words.values())) > 100
    assert [name for name in SECTIONS if words[name] not in whole] == []


def test_official_punctuation_is_full_width(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "2022" / "index.html").read_text("utf-8"))
    words = "".join(node.text(deep=True) for node in tree.css("[data-official-text]"))

    assert re.findall(r"[\u4e00-\u9fff][,;:()?!]|[,;:()?!][\u4e00-\u9fff]", words) == []
    assert "\u2002" not in words


def test_every_quantity_of_the_report_prints_itself(disclosure: Disclosure) -> None:
    observations = disclosure.reports[0].observations

    assert len(observations) == 70
    assert sum(1 for item in observations if item.change) == 7
    for item in observations:
        assert str(parse_quantity(str(item.value))) == str(item.value)
        if item.change:
            assert str(parse_change(str(item.change))) == str(item.change)


@pytest.mark.parametrize(
    ("metric", "category", "period", "printed", "value"),
    [
        ("education-budget", None, "2021", "143311万元", "1433110000"),
        ("per-pupil-spending", "primary", "2021", "14662元", "14662"),
        ("student-aid-amount", None, "2021", "6100余万元", "61000000"),
        ("sampled-myopia-rate", None, "2021", "48.52%", "48.52"),
        ("inclusive-kindergarten-coverage", None, "2022", "95.08%", "95.08"),
        ("public-kindergarten-share", None, "未载明", "52.04%", "52.04"),
        ("counselling-rooms-investment", None, "未载明", "208万", "2080000"),
        ("guidance-visits", None, "2021年以来", "30余次", "30"),
        ("fee-adjustment-years", None, "未载明", "三年", "3"),
        ("policy-documents", None, "2021年以来", "7个", "7"),
    ],
)
def test_a_figure_is_what_the_report_says(
    disclosure: Disclosure, metric: str, category: str | None, period: str, printed: str, value: str
) -> None:
    found = {(item.category, item.period.text): item for item in disclosure.reports[0].by_metric[metric]}[
        category, period
    ]

    assert (str(found.value), found.value.value) == (printed, Decimal(value))


def test_terms_of_the_report_are_kept(disclosure: Disclosure) -> None:
    names = {metric.name for metric in disclosure.metrics.values()}

    assert "抽检学生近视率" in names
    assert not names & {"近视率", "全县近视率", "教育总投入"}
    assert {metric.definition_basis for metric in disclosure.metrics.values()} <= {"本站说明", "报告原文"}
    assert {metric.body for metric in disclosure.metrics.values()} == {None}


def test_every_inline_figure_is_a_link_around_machine_readable_data(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "2022" / "equity" / "index.html").read_text("utf-8"))
    figures = {node.attributes["id"]: node for node in tree.css("a.figure")}

    aid = figures["figure-student-aid-amount-2021"]
    data = aid.css_first("data")
    assert (
        aid.attributes["href"]
        == "../../metrics/student-aid-amount/index.html#value-student-aid-amount-2021-2022"
    )
    assert aid.attributes["aria-label"].startswith("6100余万元")
    assert data.text() == "6100余万元"
    assert {key: data.attributes[key] for key in ("value", "data-metric", "data-period", "data-bound")} == {
        "value": "61000000",
        "data-metric": "student-aid-amount",
        "data-period": "2021",
        "data-bound": "above",
    }


def test_every_figure_leads_from_the_report_to_its_page_and_back(
    real_site: Path, disclosure: Disclosure
) -> None:
    assert len(disclosure.metrics) == 64
    for metric in disclosure.metrics:
        tree = LexborHTMLParser((real_site / "metrics" / metric / "index.html").read_text("utf-8"))
        back = [node.attributes["href"] for node in tree.css(".quotation figcaption a")]
        quoted = [node.text() for node in tree.css(".quotation mark")]
        assert back
        assert all(link.startswith("../../2022/") and "#figure-" in link for link in back)
        assert set(quoted) >= {str(item.value) for item in disclosure.observations(metric)}


def test_what_the_report_does_not_state_is_said_so(real_site: Path) -> None:
    report = (real_site / "2022" / "index.html").read_text("utf-8")
    metric = (real_site / "metrics" / "education-budget" / "index.html").read_text("utf-8")

    assert re.search(r"<dt>索引号</dt><dd><span class=\"unstated\">报告未载明", report)
    assert re.search(r"<dt>责任单位</dt><dd><span class=\"unstated\">报告未载明", metric)


def test_a_verdict_whose_text_was_read_shows_the_clause_and_names_the_copy(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "2022/teachers/index.html").read_text("utf-8"))
    words = fold(tree.css_first(".verdicts").text())

    assert (
        fold("条文：“企、事业单位的继续教育经费按国家会计制度和财务管理的规定在职工教育经费中支付。") in words
    )
    assert (
        fold("据全文镜像（公开代码库 LawRefBook/Laws 的“重庆市专业技术人员继续教育条例(2010-07-30)”") in words
    )


def test_problems_and_next_steps_are_linked_where_both_speak_of_the_same(real_site: Path) -> None:
    tree = LexborHTMLParser((real_site / "ledger" / "index.html").read_text("utf-8"))

    linked = {}
    for row in tree.css("section:has(h3[id^=match-problem]) tbody tr"):
        says, cells = row.css_first("th").text(strip=True), row.css("td .aside")
        linked |= {says: [cell.text(strip=True).split("（本站")[0][3:].split("，")[0] for cell in cells]}
    assert {says[:12]: found for says, found in linked.items() if found} == {
        "（一）教育经费保障仍需进": ["多渠道筹集教育经费"],
        "教育财政投入力度仍需加强": ["积极争取按规定足额拨付教育附加费、教育配套费", "不断加大财政投入"],
        "但城乡差距仍较大": [
            "根据教育“十四五”规划和“教育现代化2035”远景目标",
            "深化学区制管理和集团化办学改革",
        ],
        "学位供给存在结构性的不平": ["针对城区义务教育资源偏紧及农村教育资源富余的现象"],
    }
    assert len(linked) == 14


def test_no_problem_is_linked_to_a_next_step_without_a_word_in_common(disclosure: Disclosure) -> None:
    (report,) = disclosure.reports

    assert report.record.matches
    for match in report.record.matches:
        pairs = (match.problem_words[at : at + 2] for at in range(len(match.problem_words) - 1))
        assert [pair for pair in pairs if pair in match.next_step_words and pair.isalpha()]


def test_every_page_says_that_it_is_a_demonstration(real_site: Path) -> None:
    pages = list(real_site.rglob("*.html"))

    assert len(pages) == 92
    for page in pages:
        text = page.read_text("utf-8")
        assert text.count("示例站点，非垫江县人民政府网站") == 2
        assert '<meta name="robots" content="noindex">' in text


def test_the_end_of_a_build_says_what_was_made(real: Path) -> None:
    done = mkdocs_build(real)

    for words in (
        "网页 92 个",
        "指标 64 个",
        "数值 70 个",
        "正文里的数字 114 处：与数据对应 77 处，不是统计数字 37 处，没有着落 0 处",
        "标准对照 23 项（核实中 0 项），推算 8 项，复核说明 0 条，更正和修订 9 条",
        "5042 字",
        "错误 0",
        "尚未取得发布授权 1",
        "用时",
    ):
        assert words in done.stderr


def test_an_authorised_site_with_an_address_speaks_for_itself(real: Path) -> None:
    publisher = real / "data" / "publisher.yml"
    text = publisher.read_text("utf-8")
    text = re.sub(r"authorised: null", "authorised: {document: 示例批件, date: 2026-01-05}", text)
    text = re.sub(r"(?m)^address: null", "address: https://www.example.gov.cn/jiaoyu/", text)
    text = re.sub(r"telephone: null", "telephone: 000-00000000", text)
    text = re.sub(r"site_code: null", 'site_code: "0000000000"', text)
    publisher.write_text(text, "utf-8")

    assert build(real).returncode == 0

    funding = (real / "site" / "2022" / "funding" / "index.html").read_text("utf-8")
    missing = (real / "site" / "404.html").read_text("utf-8")
    assert "示例站点" not in funding
    assert '<link rel="canonical" href="https://www.example.gov.cn/jiaoyu/2022/funding/">' in funding
    assert '<meta name="SiteIDCode" content="0000000000">' in funding
    assert '<meta name="PubDate" content="2022-11-03">' in funding
    assert 'href="/jiaoyu/search/index.html"' in missing


def test_nothing_of_the_theme_that_no_page_uses_is_published(real_site: Path) -> None:
    others = (
        re.sub(r"\.[0-9a-f]{8}\.", ".", path.relative_to(real_site).as_posix())
        for path in real_site.rglob("*")
        if path.is_file() and path.suffix != ".html"
    )

    assert sorted(others) == [
        "assets/board.css",
        "assets/charts.css",
        "assets/icon.svg",
        "assets/opinion.js",
        "assets/palette-contrast-dark.css",
        "assets/palette-contrast-light.css",
        "assets/palette-dark.css",
        "assets/reading.js",
        "assets/search.css",
        "assets/search.js",
        "assets/site.css",
        "data/changes.csv",
        "data/corrections.csv",
        "data/disclosure.json",
        "data/figures.csv",
        "data/implied.csv",
        "data/reviews.csv",
        "data/verdicts.csv",
        "manifest.sha256",
        "search/2022-unstated.json",
        "search/2022.json",
        "search/answering.js",
        "search/answers.json",
        "search/dialog.js",
        "search/pages.json",
        "search/site.json",
        "search/spelling.js",
        "search/variants.json",
        "search/worker.js",
    ]
