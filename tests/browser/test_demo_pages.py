"""The demonstration county in a real Chromium: every kind of page, several years, ledger and supervision."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urljoin, urlsplit

import pypdfium2
import pytest
from playwright.sync_api import expect
from selectolax.lexbor import LexborHTMLParser

from audit.pages import DEMO as KINDS
from audit.states import EVERY_WIDTH, widen
from disclosure.facts.ledger import STATES
from project import REPOSITORY
from serving import fits, mount, read_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from conftest import County

SITE = "https://www.example.gov.cn/jyzp/"
A4 = {"width": 794, "height": 1123}
"""CSS pixels."""
MARGIN = 38
"""A centimetre in CSS pixels, as browsers leave it."""


@pytest.fixture(scope="module")
def mounted(county: County) -> Iterator[str]:
    """The address of the county's site under the path that its publisher gives it."""
    assert county.made.returncode == 0, county.made.stderr
    with mount(county.site, "/jyzp/") as address:
        yield address


def _tree(county: County, address: str) -> LexborHTMLParser:
    return LexborHTMLParser((county.site / address).read_text("utf-8"))


def _words(tree: LexborHTMLParser, selector: str = "main") -> str:
    return re.sub(r"\s+", " ", " ".join(node.text() for node in tree.css(selector)))


# Years


def test_the_newest_year_is_what_home_shows(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{KINDS['home']}")
    main = desk.locator("main")

    expect(desk.locator(".main-nav")).to_contain_text("2025年报告")
    assert desk.locator(".main-nav").get_by_text(re.compile("202[34]年报告")).count() == 0
    assert main.locator("a.button").first.get_attribute("href") == "2025/index.html"
    assert main.locator("h3 a").all_inner_texts() == [
        "责任投入",
        "普惠均衡",
        "普职融通",
        "师生成长",
        "校园安全",
    ]
    expect(main).to_contain_text("更新到 2025-11-03，共 13 项。")
    expect(main).to_contain_text("公示期内，欢迎提出意见")
    assert {re.match(r"\d{4}", href)[0] for href in _targets(main, "h3 a")} == {"2025"}


def _targets(part, selector: str) -> list[str]:
    return [link.get_attribute("href") for link in part.locator(selector).all()]


@pytest.mark.parametrize(
    ("start", "year", "place", "back"),
    [
        ("2023/governance/", "2025", "2025/responsibility/", "2023/governance/"),
        ("2023/governance/", "2024", "2024/governance/", "2023/governance/"),
        ("2025/people/", "2023", "2023/staff/", "2025/people/"),
        ("2023/safety/", "2025", "2025/safety/", "2023/safety/"),
        ("2025/problems/", "2023", "2023/problems/", "2025/problems/"),
        ("2024/next-steps/", "2025", "2025/next-steps/", "2024/next-steps/"),
        ("2024/", "2025", "2025/", "2024/"),
        ("2025/changes/", "2024", "2024/changes/", "2025/changes/"),
        ("2025/changes/", "2023", "2023/", None),
        ("ledger/2024/", "2025", "ledger/2025/", "ledger/2024/"),
        ("ledger/2023/", "2024", "ledger/2024/", "ledger/2023/"),
        ("ledger/", "2024", "ledger/2024/", "ledger/2025/"),
        ("ledger/table/", "2024", "ledger/2024/table/", "ledger/2025/table/"),
        ("ledger/2024/table/", "2023", "ledger/2023/", "ledger/2024/"),
    ],
)
def test_a_switch_of_year_keeps_the_place(
    county: County, start: str, year: str, place: str, back: str | None
) -> None:
    here = _tree(county, f"{start}index.html").css_first(".years [aria-current]").text().removesuffix("年")

    assert _other_year(county, start, year) == place
    if back:
        assert _other_year(county, place, here) == back


def _other_year(county: County, place: str, year: str) -> str:
    """Where the switch of year leads from a page, below the site's root."""
    links = _tree(county, f"{place}index.html").css(".years a")
    link = next(link for link in links if link.text().startswith(f"{year}年"))
    return urljoin(f"/{place}", link.attributes["href"]).removeprefix("/").removesuffix("index.html")


def test_a_year_is_chosen_with_a_click(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}2023/governance/index.html")

    desk.locator(".years").get_by_role("link", name="2025年").first.click()

    assert desk.url == f"{mounted}2025/responsibility/index.html"


@pytest.mark.parametrize("area", ["investment", "early-years", "compulsory", "upper-secondary", "wellbeing"])
def test_every_area_of_the_old_scheme_leads_to_its_successor(county: County, area: str) -> None:
    successors = {
        former: name
        for name, item in county.facts.schemes["demo-2025"].areas.items()
        for former in item.succeeds
    }
    links = [node.attributes["href"] for node in _tree(county, f"2023/{area}/index.html").css(".years a")]

    assert links == [f"../../2025/{successors[area]}/index.html", f"../../2024/{area}/index.html"]


def test_an_area_that_took_in_several_leads_to_each_of_them_by_name(county: County) -> None:
    links = _tree(county, "2025/people/index.html").css(".years a")

    assert [(node.text(), node.attributes["href"]) for node in links] == [
        (f"{year}年（{name}）", f"../../{year}/{area}/index.html")
        for year in ("2024", "2023")
        for name, area in (("教师队伍", "staff"), ("学生发展", "wellbeing"))
    ]


def test_a_figure_shows_all_its_years_each_with_its_report(county: County) -> None:
    rows = _tree(county, KINDS["restated metric"]).css("#values ~ .table-scroll tbody tr")
    values = [(row.css_first("data").text(), row.css_first("td:last-child").text()) for row in rows]

    assert ("90.7%", "2025年报告") in values
    assert ("90.5%", "2024年报告") in values
    assert {report for _, report in values} == {"2025年报告", "2024年报告", "2023年报告"}
    assert "2025年报告已改为 90.7%，以后者为准" in _words(_tree(county, KINDS["restated metric"]))


def test_a_corrected_figure_shows_what_it_was(county: County) -> None:
    tree = _tree(county, KINDS["corrected metric"])

    assert "416场次" in _words(tree, "#values ~ .table-scroll del")
    assert "461场次" in _words(tree, "#values ~ .table-scroll data")
    assert "印发时两个数字颠倒" in _words(tree, ".corrections")


def test_a_withdrawn_figure_leaves_a_page_that_says_why(county: County) -> None:
    tree = _tree(county, KINDS["withdrawn metric"])

    assert "已经撤下" in _words(tree, "main .notice")
    assert _words(tree, "#values ~ .table-scroll del") == "约3万人次"
    assert "接待登记没有区分学生和成年人" in _words(tree, ".corrections")
    assert tree.css("#citation") == []


def test_changes_say_what_is_new_gone_and_restated_and_why(county: County) -> None:
    tree = _tree(county, KINDS["changes"])
    words = _words(tree)
    counts = {
        node.attributes["id"]: int(re.search(r"（(\d+) 个", node.text())[1])
        for node in tree.css("#fresh, #gone, #restated, #kept")
    }
    newest, former = (set(report.by_metric) for report in county.facts.reports[:2])

    assert counts["fresh"] == len(newest - former) > 0
    assert counts["gone"] == len(former - newest) > 0
    assert counts["kept"] == len(newest & former) == len(tree.css("#kept ~ .table-scroll tbody tr"))
    assert counts["restated"] == 1
    assert "2024年报告是 90.5%，这份报告是 90.7%。理由：普惠性民办园的认定范围调整" in words
    assert "责任投入，接续组织领导、经费投入" in words


def test_a_figure_that_is_gone_has_the_reason_that_was_given_or_says_that_there_is_none(
    county: County,
) -> None:
    told, untold = (_words(_tree(county, f"{year}/changes/index.html")) for year in ("2024", "2025"))

    assert "社会捐资助学：由示例县民政局统一公布。" in told
    assert "其余的，为什么不再报，没有说明。" in told
    assert " 为什么不再报，没有说明。" in untold


@pytest.mark.parametrize("address", ["metrics/index.html", "sitemap/index.html"])
def test_metrics_stand_below_the_areas_of_the_newest_scheme(county: County, address: str) -> None:
    tree = _tree(county, address)
    newest = [area.short for area in county.facts.reports[0].areas]

    if address.startswith("metrics"):
        assert [node.text() for node in tree.css("main h2")] == newest
    for metric, area in (
        ("public-kindergarten-share", "普惠均衡"),  # its area was one of two that went on as one
        ("donations", "责任投入"),  # the newest report no longer gives it
        ("safety-drills", "校园安全"),
    ):
        link = next(one for one in tree.css("main a") if f"{metric}/index.html" in one.attributes["href"])
        around = link.parent
        while not re.match(f"\\s*({'|'.join(newest)})", around.text()):
            around = around.parent
        assert around.text().strip().startswith(area)


def test_a_metric_of_a_former_scheme_says_so(county: County) -> None:
    words = _words(_tree(county, "metrics/public-kindergarten-share/index.html"), "#about + dl")

    assert "评价重点普惠均衡（以前的评价方案里是“学前教育”）" in words
    assert "以前的评价方案" not in _words(_tree(county, "metrics/safety-drills/index.html"))


def test_a_change_within_a_scheme_does_not_speak_of_schemes(county: County) -> None:
    assert _tree(county, KINDS["changes within a scheme"]).css("#schemes") == []


# The ledger


def test_a_ledger_shows_every_state_and_what_is_late(county: County) -> None:
    tree = _tree(county, KINDS["ledger"])
    items = tree.css("#items ~ section.card")

    assert len(items) == 13
    shown = [item.css_first("dd strong").text() for item in items]
    assert set(shown) == set(STATES)
    late = [item.css_first("h3").attributes["id"] for item in items if item.css(".overdue")]
    assert late == ["item-rural-arts-teachers", "item-exchange-incentives"]
    assert "共 13 项，其中已销号 3 项，超过期限 2 项" in _words(tree)
    assert "已超过期限 64 天" in items[4].text()
    assert "（2024年结转）" in items[0].text()
    assert "结转" not in items[-1].text()


PUT_OFF = "原定 2024-12-31，2025-02-17 延至 2025-09-30，理由：网上办理要等市里的政务平台升级"


@pytest.mark.parametrize(
    ("address", "scope"),
    [
        ("ledger/index.html", "section:has(#item-fee-waiver-procedure)"),
        ("ledger/2025/index.html", "section:has(#item-fee-waiver-procedure)"),
        ("ledger/2025/table/index.html", "tbody"),
        ("2025/changes/index.html", "#amended ~ dl"),
        ("bodies/education-bureau/index.html", "#owned + ul"),
    ],
)
def test_a_due_date_that_was_put_off_is_shown_with_the_former_one_and_the_reason(
    county: County, address: str, scope: str
) -> None:
    assert PUT_OFF in _words(_tree(county, address), scope)


def test_what_was_put_off_is_counted_and_the_year_before_does_not_know_of_it(county: County) -> None:
    tree = _tree(county, KINDS["ledger"])
    (row,) = [row for row in tree.css("caption#progress ~ tbody tr") if "减免手续" in row.text()]

    assert "超过期限 2 项，改过期限 1 项" in _words(tree)
    assert row.css_first("td:last-child").text() == "2025-09-30（原定 2024-12-31）"
    assert "延至" not in _words(_tree(county, "ledger/2024/index.html"))


RESET = (
    "原来是“校际差异系数（小学）不超过 0.40”，2025-10-15 改为“校际差异系数（小学）不超过 0.38”，"
    "理由：市里统一了各县的目标，比原来的严。"
)


@pytest.mark.parametrize(
    ("address", "scope"),
    [
        ("ledger/index.html", "section:has(#item-school-gap)"),
        ("ledger/2025/index.html", "section:has(#item-school-gap)"),
        ("ledger/2025/table/index.html", "tbody"),
        ("2025/changes/index.html", "#amended ~ dl"),
    ],
)
def test_an_acceptance_that_became_another_is_shown_with_the_former_one_and_the_reason(
    county: County, address: str, scope: str
) -> None:
    assert RESET in _words(_tree(county, address), scope)


def test_an_acceptance_that_became_another_is_counted_and_the_year_before_does_not_know_of_it(
    county: County,
) -> None:
    assert "改过验收办法 1 项。" in _words(_tree(county, KINDS["ledger"]))
    assert "改为" not in _words(_tree(county, "ledger/2024/index.html"))


FORMER, LATTER = "交流轮岗的激励办法还不完善", "跨学校任教的管理办法尚不完善"


def test_a_problem_in_new_words_is_shown_with_the_former_ones_and_where_both_are_from(county: County) -> None:
    tree = _tree(county, KINDS["ledger"])
    card = tree.css_first("section:has(#item-exchange-incentives)")
    wordings = next(dd for dt, dd in zip(card.css("dt"), card.css("dd"), strict=True) if "说法" in dt.text())

    assert card.css_first("h3").text().endswith(f". {LATTER}")
    assert [re.search("“(.+?)”", item.text())[1] for item in wordings.css("li")] == [FORMER, LATTER]
    assert [link.attributes["href"] for link in wordings.css("a")] == [
        "../2024/problems/index.html#problem-3",
        "../2025/problems/index.html#problem-3",
    ]
    assert "是同一个问题：交流轮岗就是跨学校任教" in wordings.text()
    assert f"以前写“{FORMER}”，现在写“{LATTER}”" in _words(_tree(county, KINDS["changes"]), "#amended ~ dl")
    assert f"（以前写“{FORMER}”）" in _words(_tree(county, "ledger/2025/table/index.html"), "tbody th")
    assert LATTER not in _words(_tree(county, "ledger/2024/index.html"))


def test_every_view_of_the_ledger_holds_every_item_once(county: County) -> None:
    tree = _tree(county, KINDS["ledger"])
    items = [f"#{node.attributes['id']}" for node in tree.css("h3[id^=item-]")]

    for anchor in ("by-owner", "by-state", "by-due"):
        linked = [node.attributes["href"] for node in tree.css(f"[data-view={anchor}] li a")]
        assert sorted(linked) == sorted(items), anchor
    by_state = [node.text().partition("（")[0] for node in tree.css("[data-view=by-state] p strong")]
    assert by_state == list(STATES)
    by_due = [node.text().partition("（")[0] for node in tree.css("[data-view=by-due] p strong")]
    assert by_due == [*sorted(by_due[:-1]), "期限未公布"]


def test_a_picture_of_progress_has_a_bar_for_every_problem_and_the_same_in_words(county: County) -> None:
    rows = _tree(county, KINDS["ledger"]).css("caption#progress ~ tbody tr")

    assert len(rows) == 13
    for row in rows:
        state = row.css_first("td strong").text()
        step = STATES.index(state)
        assert (len(row.css("rect.chart-sure")), len(row.css("rect"))) == (step, 5)
        said = "不按步数算" if state == "长期坚持" else f"第 {step} 步，共 5 步"
        assert said in row.text()


def test_what_a_county_owes_in_each_area_stands_on_the_areas_page(county: County) -> None:
    tree = _tree(county, "2025/people/index.html")

    linked = [node.attributes["href"] for node in tree.css("#ledger-people ~ ul a")]
    assert linked == [
        f"../../ledger/2025/index.html#item-{item.id}"
        for item in county.facts.reports[0].ledger.items.values()
        if item.area == "people"
    ]
    assert len(linked) == 5


def test_a_body_shows_what_it_leads_and_helps_with(county: County) -> None:
    tree = _tree(county, "bodies/finance-bureau/index.html")
    items = county.facts.reports[0].ledger.items.values()

    helped = [node.attributes["href"].partition("#item-")[2] for node in tree.css("#partnered + ul a")]
    assert helped == [item.id for item in items if "finance-bureau" in item.partners]
    assert tree.css("#owned + ul") == []


def test_a_body_shows_the_measures_that_it_leads_and_what_it_verified(county: County) -> None:
    items = county.facts.reports[0].ledger.items.values()
    led = _words(_tree(county, "bodies/education-bureau/index.html"), "#owned + ul")
    verified = _tree(county, "bodies/inspection-office/index.html").css("#verified + ul a")

    measures = [
        m.text.rstrip("。") for item in items if item.owner == "education-bureau" for m in item.measures
    ]
    assert len(measures) > 10
    assert [text for text in measures if text not in led] == []
    names = [node.attributes["href"].partition("#item-")[2] for node in verified]
    own = [item.id for item in items if item.verified_by == "inspection-office"]
    assert names[: len(own)] == own
    assert "gate-congestion" in names  # of the year before


COLUMNS = "序号 问题 来源 原因 整改措施 责任单位 完成期限 完成标准 进展 佐证 核销".split()


def test_the_ledger_is_printed_as_a_table_with_the_customary_columns(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{KINDS['ledger as a table']}")
    sheet = desk.pdf(prefer_css_page_size=True, format="A4")
    width = float(re.search(rb"/MediaBox ?\[0 0 ([\d.]+) ", sheet)[1]) * 96 / 72  # of the sheet, from points

    desk.emulate_media(media="print")
    desk.set_viewport_size({"width": int(width) - 2 * MARGIN, "height": A4["height"]})

    assert desk.locator("thead th:visible").all_inner_texts() == COLUMNS
    rows = desk.locator("tbody tr").all()
    assert [row.locator("th").first.inner_text() for row in rows] == [str(number + 1) for number in range(13)]
    assert [name for name in (".main-nav", ".search", ".portal") if desk.locator(name).is_visible()] == []
    # Paper can't be scrolled: what does not fit is lost.
    lost = desk.evaluate(
        "[...document.querySelectorAll('.table-scroll')].map(box => box.scrollWidth - box.clientWidth)"
    )
    assert lost == [0]


def test_the_ledgers_table_never_scrolls_sideways(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{KINDS['ledger as a table']}")

    assert {width: _scrolled(desk, width) for width in EVERY_WIDTH} == dict.fromkeys(EVERY_WIDTH, (True, [0]))
    assert desk.get_by_role("row").count() == 14


def _scrolled(page: Page, width: int) -> tuple[bool, list[int]]:
    """Whether the page fits a window of this width, and the pixels of each table that don't."""
    widen(page, width)
    boxes = page.locator(".table-scroll")
    return fits(page), boxes.evaluate_all("all => all.map(box => box.scrollWidth - box.clientWidth)")


@pytest.mark.parametrize("year", ["2025", "2024"])
def test_every_years_ledger_has_its_own_table(county: County, year: str) -> None:
    rows = _tree(county, f"ledger/{year}/table/index.html").css("tbody tr")
    table = [
        node.attributes["href"] for node in _tree(county, f"ledger/{year}/index.html").css("main .way a")
    ]

    assert len(rows) == len(county.facts.report(year).ledger.items)
    assert table == ["table/index.html"]
    assert not (county.site / "ledger/2023/table").exists()


def test_the_year_without_a_ledger_does_not_look_as_if_it_had_one(county: County) -> None:
    tree = _tree(county, KINDS["year without a ledger"])

    assert _words(tree, "h1") == "问题与措施对照（整改台账尚未公布）"
    assert [len(tree.css(f"#{name} ~ section")) for name in ("problems", "next-steps")] == [7, 4]
    assert [state for state in STATES if re.search(f"(?<!尚){state}", _words(tree))] == []


# Supervision


WAYS = {
    "metric": (
        "metrics/per-pupil-spending/index.html",
        "main",
        "per-pupil-spending",
        "metrics/per-pupil-spending/",
    ),
    "section": ("2025/people/index.html", "main", "2025/people", "2025/people/"),
    "ledger item": (
        "ledger/index.html",
        "section:has(#item-oversized-classes)",
        "oversized-classes",
        "ledger/2025/#item-oversized-classes",
    ),
    "older ledger item": (
        "ledger/2024/index.html",
        "section:has(#item-gate-congestion)",
        "gate-congestion",
        "ledger/2024/#item-gate-congestion",
    ),
    "problem": (
        "ledger/2023/index.html",
        "section:has(#match-problem-1)",
        "2023/problem-1",
        "2023/problems/#problem-1",
    ),
}


@pytest.mark.parametrize("kind", WAYS)
def test_an_opinion_begins_with_what_it_is_about(desk: Page, mounted: str, kind: str) -> None:
    address, scope, about, shown = WAYS[kind]
    desk.goto(f"{mounted}{address}")

    block = desk.locator(f"{scope} .opine")
    title = re.fullmatch("对“(.+)”提意见建议", block.locator("summary").inner_text())[1]
    call, form, mail = _targets(block, "li a")

    paper = urlsplit(_targets(block, "p a")[0])
    assert paper.path.endswith("opinions/form/index.html")
    assert parse_qs(paper.query)["id"] == [about]
    assert call == "tel:00000000000"
    assert form.startswith("https://www.example.gov.cn/yjjy?")
    assert form.isascii()
    assert parse_qs(urlsplit(form).query) == {"id": [about], "title": [title], "url": [f"{SITE}{shown}"]}
    assert mail.startswith("mailto:demo@example.gov.cn?")
    assert mail.isascii()
    written = parse_qs(urlsplit(mail).query)
    assert written["subject"] == [f"关于“{title}”的意见（编号 {about}）"]
    assert written["body"][0].split() == [f"编号：{about}", f"网页：{SITE}{shown}", "意见："]


@pytest.mark.parametrize("kind", WAYS)
def test_the_form_is_filled_in_from_where_it_is_opened(desk: Page, mounted: str, kind: str) -> None:
    address, scope, about, shown = WAYS[kind]
    desk.goto(f"{mounted}{address}")
    title = desk.locator(f"{scope} :is(h1, h3)").first.inner_text()

    desk.locator(f"{scope} .opine summary").click()
    desk.locator(f"{scope} .opine p a").click()

    expect(desk.locator("[data-fill=title]")).to_have_text(title)
    filled = [desk.locator(f"[data-fill={name}]").inner_text() for name in ("id", "address")]
    assert filled == [about, f"{SITE}{shown}"]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?id=people",
        "?id=people&page=2025/nobody/index.html",
        "?id=people&page=2025/people/index.html%23nothing",
        "?id=people&page=https://www.example.org/index.html",
        "?id=people&page=//www.example.org/index.html",
        "?id=people&page=../../elsewhere/index.html",
        "?id=Send%20money&page=2025/people/index.html",
        "?id=people&page=2025/people/index.html&title=Send%20money",
    ],
)
def test_no_link_puts_words_on_the_form(lenient: Page, mounted: str, query: str) -> None:
    lenient.goto(f"{mounted}opinions/form/index.html{query}")
    lenient.wait_for_load_state("networkidle")

    told = [lenient.locator(f"[data-fill={name}]").inner_text() for name in ("id", "title", "address")]

    whole = "title=" in query
    assert told == (
        ["people", "（四）建强教师队伍，促进学生成长。", f"{SITE}2025/people/"] if whole else [""] * 3
    )


def test_without_a_script_the_form_has_blanks_to_write_in(chromium: Browser, county: County) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{(county.site / 'opinions/form/index.html').as_uri()}?id=people&page=2025/people/index.html")

    words = page.locator("main").inner_text()
    context.close()

    assert all(f"{label}：" in words for label in ("编号", "名称", "网址"))
    assert "编号印在那一项“提意见建议”里" in words
    assert "people" not in words


def test_from_a_disk_the_form_has_at_least_the_id(desk: Page, county: County) -> None:
    desk.goto(f"{(county.site / 'opinions/form/index.html').as_uri()}?id=people&page=2025/people/index.html")

    expect(desk.locator("[data-fill=id]")).to_have_text("people")
    expect(desk.locator("[data-fill=title]")).to_be_empty()


def test_the_code_on_the_form_leads_to_how_to_give_an_opinion(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{KINDS['opinion form']}")

    read = read_code(desk.locator("main svg.qr"))

    assert read == f"{SITE}about/supervision/"
    expect(desk.locator("figcaption")).to_have_text(f"扫码看怎样提意见：{read}")


def test_the_form_and_its_code_are_printed(desk: Page, mounted: str) -> None:
    desk.goto(f"{mounted}{KINDS['opinion form']}")
    desk.emulate_media(media="print")

    code = desk.locator("main svg.qr")
    expect(code).to_be_visible()
    assert desk.locator(".write-here").count() == 15
    assert code.bounding_box()["width"] >= 94  # two and a half centimetres
    with pypdfium2.PdfDocument(desk.pdf(prefer_css_page_size=True)) as sheets:
        assert len(sheets) == 1


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("index.html", "公示期内，欢迎提出意见"),
        ("2025/index.html", "公示期内，欢迎提出意见"),
        ("2023/index.html", "公示已经结束"),
    ],
)
def test_a_notice_is_shown_open_or_closed_by_the_dates_in_the_data(
    county: County, address: str, words: str
) -> None:
    shown = _words(_tree(county, address), "section:has([id^=notice-])")

    assert words in shown
    for part in ("示例县教育局督导科", "示例路0号", "000-00000000", "demo@example.gov.cn", "000000"):
        assert part in shown


def test_an_extended_notice_says_until_when_it_was_meant_to_be_open(county: County) -> None:
    shown = _words(_tree(county, "2024/index.html"), "section:has([id^=notice-])")

    assert "2024-10-31 至 2024-11-21" in shown
    assert "原定到 2024-11-14，2024-11-13 决定延长到 2024-11-21，理由：报告的附表晚几天才上网" in shown


def test_the_portals_links_stand_in_the_utility_bar(county: County) -> None:
    links = [
        (node.text(), urlsplit(node.attributes["href"]).netloc)
        for node in _tree(county, KINDS["ledger"]).css(".portal a")
    ]

    labels = ("登录", "注册", "部门街镇", "智能机器人", "便民地图")
    assert links == [(f"{label}（门户网站）", "www.example.gov.cn") for label in labels]


def test_corrections_and_opinions_are_in_the_navigation(county: County) -> None:
    labels = [node.text() for node in _tree(county, KINDS["home"]).css(".main-nav a")]

    assert {"整改台账", "更正和修订", "意见和答复", "部门街镇"} <= set(labels)


def test_published_opinions_lead_to_what_they_are_about(desk: Page, county: County, mounted: str) -> None:
    desk.goto(f"{mounted}{KINDS['opinions']}")

    cards = desk.locator("section.card")
    assert cards.count() == 3
    targets = _targets(desk, "section.card dd a")
    assert targets == [
        "../ledger/2024/index.html#item-gate-congestion",
        "../2024/problems/index.html#problem-4",
        "../metrics/public-kindergarten-share/index.html#value-public-kindergarten-share-2023-2024",
    ]
    assert all(item.consent == "已同意公开" for item in county.facts.report("2024").opinions.items)
    assert all("（2024年报告）" in text for text in cards.locator("h2").all_inner_texts())


@pytest.mark.parametrize(
    ("address", "selector"),
    [("opinions/index.html", "#withdrawn ~ ul"), ("2024/next-steps/index.html", ".heard")],
)
def test_of_a_withdrawn_opinion_readers_see_when_and_why_and_no_more(
    county: County, address: str, selector: str
) -> None:
    tree = _tree(county, address)

    (gone,) = tree.css(f"{selector} li")
    for part in ("2024-11-07收到", "2025-01-06撤下", "理由：提意见的人撤回了公开的同意。"):
        assert part in gone.text()
    if selector != ".heard":
        assert gone.css_first("a").attributes["href"] == "../2024/next-steps/index.html#next-step-2"


def test_published_opinions_stand_on_the_pages_of_their_year_alone(county: County) -> None:
    shown = {
        path.relative_to(county.site).as_posix(): [
            node.text() for node in LexborHTMLParser(text).css(".heard li")
        ]
        for path in county.site.rglob("*.html")
        if 'class="site-block heard"' in (text := path.read_text("utf-8"))
    }

    assert {address: len(opinions) for address, opinions in shown.items()} == {
        "2024/next-steps/index.html": 1,
        "2024/problems/index.html": 1,
        "ledger/2024/index.html": 1,
        "metrics/public-kindergarten-share/index.html": 1,
    }
    assert all("关于2024年报告" in opinion for opinions in shown.values() for opinion in opinions)


def test_what_is_not_to_be_published_stands_in_no_file(county: County) -> None:
    kept_back = county.facts.report("2025").opinions

    assert kept_back.publish == "不公开"
    words = [text for item in kept_back.items for text in (item.summary, item.handling)]
    told = [
        path.name
        for path in county.site.rglob("*")
        if path.is_file() and any(text.encode() in path.read_bytes() for text in words)
    ]
    assert told == []


@pytest.mark.parametrize("where", ["2025/index.html", "ledger/index.html", "ledger/2023/index.html"])
def test_a_yearly_page_says_how_often_it_comes(county: County, where: str) -> None:
    words = re.sub(r"[\s：]+", "", _tree(county, where).css_first("main").text())

    assert "更新周期每年" in words


ELSEWHERE = {
    "actions": "home and its buttons",
    "form-paper": "the form for opinions",
    "hero": "home",
    "letters": "the index of the search page",
    "scripted": "the page's root, once a script runs",
    "side": "the sections of a report, beside its pages",
    "whole-report": "the report's reading page",
    "years": "the switch of year",
    "chart-steps": "the ledger's progress",
    "chart-rest": "the ledger's progress",
    "charts": "the pages of areas, which have several",
}
"""Classes of which the page of all components has nothing, and where they are seen."""


@pytest.mark.parametrize("sheet", ["site.css", "charts.css"])
def test_the_page_of_all_components_shows_every_class_of_the_stylesheets(county: County, sheet: str) -> None:
    tree = _tree(county, "about/components/index.html")
    shown = {name for node in tree.css("[class]") for name in (node.attributes["class"] or "").split()}

    rules = re.sub(
        r"/\*.*?\*/", "", (REPOSITORY / "hooks/theme/assets" / sheet).read_text("utf-8"), flags=re.DOTALL
    )
    selectors = " ".join(re.findall(r"[^{}]+(?=\{)", rules))
    styled = set(re.findall(r"\.([a-z][\w-]*)", selectors))

    assert len(styled) > 20
    assert sorted(styled - shown - set(ELSEWHERE)) == []
    assert sorted(set(ELSEWHERE) & shown) == []
