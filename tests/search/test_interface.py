"""The search form in a real Chromium: typed into, walked through, read out, and honest when it can't."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from audit.axe import violations
from serving import WIDTHS, fits, mount, quiet_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

    from conftest import County

AREA = "2025/responsibility/index.html"
UNSTATED = "校车多少辆"
"""Asks for what the report does not say."""
FIELD = "form[role=search] input[name=q]"
RESULTS = "a[data-search-result]"
ANSWER = "[data-search-answer]"
PANEL = ".search-panel"


@pytest.fixture(scope="module")
def mounted(county: County) -> Iterator[str]:
    """The address of the demonstration county's site."""
    with mount(county.site) as address:
        yield address


@pytest.fixture(params=[1280, pytest.param(320, marks=pytest.mark.ci)])
def page(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A wide page, in .ci/run a narrow one too, that fails its test when anything goes wrong."""
    with quiet_page(chromium, request.param) as opened:
        yield opened


narrow_first = pytest.mark.parametrize(
    "page", [WIDTHS[0], pytest.param(WIDTHS[-1], marks=pytest.mark.ci)], indirect=True
)


def typed(page: Page, query: str) -> None:
    """Types a query and waits until it is answered."""
    page.fill(FIELD, query)
    expect(page.get_by_role("status")).to_have_text(re.compile("找到|没有"))


@narrow_first
@pytest.mark.parametrize(
    "query",
    [
        "各学段生均经费",  # a table,
        "校服",  # nothing,
        UNSTATED,  # and what the report does not say
        *(pytest.param(query, marks=pytest.mark.ci) for query in ("近视率", "怎么提意见", "哪些达标了")),
    ],
)
def test_the_dialog_has_no_violation_and_fits(page: Page, mounted: str, query: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, query)

    assert violations(page, PANEL) == []
    assert fits(page)


def test_what_the_field_controls_is_the_dialog_that_it_opens(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "近视率")
    field = page.locator(FIELD)

    assert [field.get_attribute(f"aria-{name}") for name in ("haspopup", "expanded")] == ["dialog", "true"]
    opened = page.locator(f"#{field.get_attribute('aria-controls')}")
    expect(opened).to_be_visible()
    expect(opened).to_have_attribute("role", "dialog")
    expect(opened).to_have_attribute("aria-label", "搜索结果")


def test_nothing_of_it_is_fetched_before_somebody_goes_to_the_form(page: Page, mounted: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{mounted}{AREA}")
    page.wait_for_load_state("networkidle")
    before = len(asked)
    page.focus(FIELD)
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.wait_for_load_state("networkidle")

    assert not any("/search/" in address for address in asked[:before])
    names = sorted({address.rsplit("/", 1)[1].split(".")[0] for address in asked[before:]} - {"icon"})
    assert names == ["2025", "dialog", "search", "site", "worker"]


def test_what_reads_letters_is_fetched_once_letters_are_typed(page: Page, mounted: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1].split(".")[0]))
    page.goto(f"{mounted}{AREA}")
    typed(page, "近视率")
    before = list(asked)
    with page.expect_request(re.compile(r"/spelling\.")):
        typed(page, "jinshilv")

    expect(page.locator(RESULTS).first).to_contain_text("近视率")
    assert not {"spelling", "answering", "answers", "pages"} & set(before)
    assert asked.count("spelling") == 1


def test_slash_opens_arrows_walk_escape_closes(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    page.keyboard.press("/")
    page.keyboard.type("校车")
    expect(page.locator(PANEL)).to_be_visible()
    expect(page.locator(RESULTS).first).to_be_visible()
    first = page.locator(RESULTS).first.inner_text()

    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_be_hidden()
    assert page.locator(FIELD).get_attribute("aria-expanded") == "false"
    assert page.locator(FIELD).input_value() == "校车"


def test_a_result_leads_to_the_sentence_and_marks_it(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "电子追溯")
    expect(page.locator(f"{RESULTS} + .aside").first).to_contain_text("报告正文")
    assert page.locator(".search-results mark").first.inner_text() == "电子追溯"
    page.locator(RESULTS).first.click()

    page.wait_for_url("**/2025/safety/index.html#sentence-*")
    assert "电子追溯" in page.evaluate("document.querySelector(':target').textContent")
    colour = "getComputedStyle(document.querySelector(':target')).backgroundColor"
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"
    page.wait_for_function("document.querySelector(':target').getBoundingClientRect().top > innerHeight / 5")


def test_an_answer_says_name_value_period_verdict_sentence_and_source(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "毛入园率")
    answer = page.locator(ANSWER)

    expect(answer).to_contain_text("学前三年毛入园率：95.1%，提高0.7个百分点（2024年，明示）")
    expect(answer).to_contain_text("达到示例标准一的毛入园率要求（认定标准，创建中")
    expect(answer.locator("blockquote")).to_contain_text("2024年学前三年毛入园率为95.1%")
    expect(page.get_by_role("status")).to_contain_text("回答：学前三年毛入园率，95.1%")
    answer.get_by_role("link", name="看原文中的这句话").click()
    assert page.url.endswith("2025/quality-equity/index.html#figure-kindergarten-enrolment-rate-2024")


def test_what_the_report_does_not_say_comes_with_whom_to_ask(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, UNSTATED)

    expect(page.locator(ANSWER)).to_contain_text("“校车”有多少，报告未载明。")
    expect(page.locator(ANSWER).get_by_role("link", name="怎样提意见")).to_be_visible()


def test_pasted_and_dictated_words_are_searched_too(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    page.focus(FIELD)
    page.evaluate("document.activeElement.value = '近视率'")
    page.dispatch_event(FIELD, "input")

    expect(page.locator(RESULTS).first).to_contain_text("学生近视率")


def test_words_under_composition_are_searched_and_enter_does_not_leave(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    page.focus(FIELD)
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "jin'shi'lv", "selectionStart": 10, "selectionEnd": 10})
    expect(page.locator(RESULTS).first).to_contain_text("学生近视率")
    session.send("Input.insertText", {"text": "近视率"})
    session.detach()

    expect(page.locator(ANSWER)).to_contain_text("37.1%")
    assert page.url.endswith(AREA)


def test_the_kind_can_be_chosen(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "教师")
    page.get_by_label("种类").select_option("问题和整改")

    expect(page.locator(f"{RESULTS} + .aside").first).to_contain_text("问题")
    kinds = page.locator(f"{RESULTS} + .aside").all_inner_texts()
    assert {text[:2] for text in kinds} <= {"问题", "整改"}


@narrow_first
def test_a_search_has_an_address(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}search/index.html?q={quote('应急演练')}")
    expect(page.locator(RESULTS).first).to_contain_text("应急演练")
    page.fill(FIELD, "校车")
    expect(page.locator(RESULTS).first).to_contain_text("健全防控体系")

    assert page.url.endswith(f"?q={quote('校车')}")
    assert violations(page, "main") == []
    assert fits(page)


def test_what_is_chosen_is_in_the_address(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}search/index.html?q={quote('教师')}&kind=problem&year=2023")

    expect(page.locator(f"{RESULTS} + .aside").first).to_have_text("问题 · 2023年报告")
    expect(page.get_by_label("种类")).to_have_value("problem")
    expect(page.get_by_label("年份")).to_have_value("2023")
    page.get_by_label("种类").select_option("全部")
    expect(page).to_have_url(re.compile(re.escape(f"?q={quote('教师')}&year=2023") + "$"))


def test_enter_takes_what_is_chosen_along(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "教师")
    page.get_by_label("种类").select_option("问题和整改")
    page.press(FIELD, "Enter")

    page.wait_for_url(f"**/search/index.html?q={quote('教师')}&kind=problem")
    expect(page.locator(f"{RESULTS} + .aside").first).to_contain_text("问题")
    expect(page.get_by_label("种类")).to_have_value("problem")


def test_a_kind_that_there_is_not_is_no_choice(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}search/index.html?q={quote('应急演练')}&kind=everything")

    expect(page.locator(RESULTS).first).to_contain_text("应急演练")
    expect(page.get_by_label("种类")).to_have_value("")


def test_nothing_is_kept(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "近视率")

    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_search_page_is_an_index_by_first_letters_without_scripts(
    chromium: Browser, mounted: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{mounted}search/index.html")
    page.get_by_role("navigation", name="拼音首字母").get_by_role("link", name="X", exact=True).click()

    assert page.evaluate("document.querySelector(':target').textContent") == "X"
    names = page.locator("section:has(:target) li").all_inner_texts()
    assert any(name.startswith("学生资助金 2615万元") for name in names)
    letters = "[...document.querySelectorAll('.letters a')].slice(0, 2)"
    assert len(set(page.evaluate(f"{letters}.map((one) => one.getBoundingClientRect().top)"))) == 1
    context.close()


def test_from_a_file_it_says_why_it_cant_and_offers_the_index(chromium: Browser, county: County) -> None:
    with quiet_page(chromium, 320) as page:
        page.goto((county.site / AREA).as_uri())
        page.fill(FIELD, "资助")

        expect(page.get_by_role("status")).to_contain_text("浏览器不允许它查找")
        page.get_by_role("link", name="请到索引页里找").click()
        expect(page.get_by_role("link", name="学生资助金 2615万元")).to_be_visible()


@pytest.fixture(params=["site.*.json", "worker.*.js"])
def cut_off(lenient: Page, request: pytest.FixtureRequest) -> Page:
    """A page that can't fetch what every search needs."""
    lenient.route(f"**/search/{request.param}", lambda route: route.abort())
    return lenient


def test_where_files_are_missing_it_says_so_and_offers_the_index(cut_off: Page, mounted: str) -> None:
    cut_off.goto(f"{mounted}{AREA}")
    cut_off.fill(FIELD, "近视")

    expect(cut_off.get_by_role("status")).to_contain_text("没有取到")
    assert cut_off.get_by_role("link", name="请到索引页里找").is_visible()


def test_the_index_is_there_again_where_nothing_can_be_searched(cut_off: Page, mounted: str) -> None:
    cut_off.goto(f"{mounted}search/index.html")
    field, groups = cut_off.locator("main input[name=q]"), cut_off.locator("[data-search-group]:visible")
    every = groups.count()
    field.fill("近视率")

    expect(cut_off.get_by_role("status")).to_contain_text("只能在下面的索引里找")
    expect(groups).not_to_have_count(every)
    field.fill("")
    expect(groups).to_have_count(every)


@pytest.mark.parametrize("missing", ["2025-unstated.*.json", "answering.*.js"])
def test_a_later_file_that_is_missing_is_told(lenient: Page, mounted: str, missing: str) -> None:
    lenient.route(f"**/search/{missing}", lambda route: route.abort())
    lenient.goto(f"{mounted}{AREA}")
    lenient.fill(FIELD, UNSTATED)

    expect(lenient.get_by_role("status")).to_contain_text("可能没有找全")


@contextmanager
def held_back(page: Page, name: str) -> Iterator[Callable[[], None]]:
    """Keeps a file of the search back until what it yields is called, which waits until all is fetched."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    def let_go() -> None:
        for route in held:
            route.continue_()
        page.wait_for_load_state("networkidle")

    page.route(f"**/search/{name}", hold)
    yield let_go


def everything_replied(page: Page) -> None:
    """Waits for a reply, which comes after those to all that was asked before."""
    page.evaluate("""() => disclosureSearch.engine.then((worker) => new Promise((heard) => {
        worker.addEventListener("message", ({ data }) => data.id === -1 && heard());
        worker.postMessage({ id: -1, query: "近视率", filter: {} });
    }))""")


@pytest.mark.parametrize(
    ("key", "late"),
    [
        ("Escape", "2025.*.json"),
        ("Shift+Tab", "answers.*.json"),
        pytest.param("Escape", "answers.*.json", marks=pytest.mark.ci),
        pytest.param("Shift+Tab", "2025.*.json", marks=pytest.mark.ci),
    ],
)
def test_what_comes_late_opens_nothing_for_who_has_left(
    lenient: Page, mounted: str, late: str, key: str
) -> None:
    with held_back(lenient, late) as let_go:
        lenient.goto(f"{mounted}{AREA}")
        with lenient.expect_request(f"**/search/{late}"):
            lenient.fill(FIELD, UNSTATED)
        expect(lenient.locator(PANEL)).to_be_visible()
        lenient.press(FIELD, key)
        expect(lenient.locator(PANEL)).to_be_hidden()
        let_go()
        everything_replied(lenient)

        expect(lenient.locator(PANEL)).to_be_hidden()
        lenient.focus(FIELD)
        lenient.keyboard.press("ArrowDown")
        expect(lenient.locator(ANSWER)).to_contain_text("报告未载明")


def test_who_left_before_the_script_came_is_not_called_back(lenient: Page, mounted: str) -> None:
    with held_back(lenient, "dialog.*.js") as let_go:
        lenient.goto(f"{mounted}{AREA}")
        with lenient.expect_request("**/search/dialog.*.js"):
            lenient.fill(FIELD, "近视")
        lenient.press(FIELD, "Escape")
        lenient.keyboard.insert_text("率")
        assert lenient.input_value(FIELD) == "近视率"
        lenient.press(FIELD, "Tab")
        let_go()
        everything_replied(lenient)

        expect(lenient.locator(PANEL)).to_be_hidden()


def test_the_cursor_stays_on_its_result_when_the_answer_comes(lenient: Page, mounted: str) -> None:
    with held_back(lenient, "answers.*.json") as let_go:
        lenient.goto(f"{mounted}{AREA}")
        lenient.fill(FIELD, "毛入园率多少")
        expect(lenient.locator(RESULTS).first).to_be_visible()
        assert "正在" in lenient.get_by_role("status").inner_text()
        lenient.press(FIELD, "ArrowDown")
        where = "[document.activeElement.href, document.activeElement.textContent]"
        before = lenient.evaluate(where)
        let_go()
        expect(lenient.locator(ANSWER)).to_contain_text("95.1%")

        assert lenient.evaluate(where)[0] == before[0]
        lenient.keyboard.press("Escape")
        expect(lenient.locator(PANEL)).to_be_hidden()


@narrow_first
def test_the_rest_of_many_results_can_be_seen(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "学校")
    results, button = page.locator(RESULTS), page.locator(f"{PANEL} button")
    expect(results).to_have_count(12)
    assert violations(page, PANEL) == []
    rest = int(re.sub(r"\D", "", button.inner_text()))
    button.press("Enter")

    expect(results).to_have_count(12 + rest)
    expect(results.nth(12)).to_be_focused()
    expect(button).to_have_count(0)
    typed(page, "教育")
    expect(results).to_have_count(12)


@pytest.mark.parametrize("query", ["近视率多少", UNSTATED])
def test_a_quotation_is_led_in_with_a_colon_alone(page: Page, mounted: str, query: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, query)
    expect(page.locator(f"{ANSWER} blockquote").first).to_be_visible()

    assert "：。" not in page.locator(PANEL).inner_text() + page.get_by_role("status").inner_text()


def test_a_closed_panel_opens_again_where_the_field_is_touched(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "学校")
    page.locator("h1").first.click(position={"x": 1, "y": 1}, force=True)
    expect(page.locator(PANEL)).to_be_hidden()
    page.locator(FIELD).first.click()

    expect(page.locator(RESULTS).first).to_be_visible()


def test_an_emptied_field_leaves_no_query_in_the_address(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}search/index.html?q={quote('应急演练')}&kind=figure")
    expect(page.locator(RESULTS).first).to_contain_text("应急演练")
    page.fill("main input[name=q]", "")

    expect(page).to_have_url(f"{mounted}search/index.html")


def test_a_script_that_was_not_had_is_fetched_when_the_field_is_entered_again(
    lenient: Page, mounted: str
) -> None:
    lenient.route("**/search/dialog.*.js", lambda route: route.abort(), times=1)
    lenient.goto(f"{mounted}{AREA}")
    with lenient.expect_event("requestfailed"):
        lenient.focus(FIELD)
    lenient.keyboard.press("Tab")
    lenient.focus(FIELD)
    lenient.keyboard.insert_text("近视率")

    expect(lenient.locator(RESULTS).first).to_contain_text("学生近视率")


def test_who_lacked_a_file_for_a_while_is_not_told_so_for_ever(lenient: Page, mounted: str) -> None:
    lenient.route("**/search/answers.*.json", lambda route: route.abort(), times=1)
    lenient.goto(f"{mounted}{AREA}")
    lenient.fill(FIELD, "近视率多少")
    expect(lenient.get_by_role("status")).to_contain_text("可能没有找全")
    lenient.fill(FIELD, "公办园占比多少")

    expect(lenient.locator(ANSWER)).to_contain_text("52.4%")
    expect(lenient.locator(PANEL)).not_to_contain_text("可能没有找全")


def test_every_sentence_that_is_read_out_ends(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "大班额是什么意思")
    expect(page.locator(ANSWER)).to_be_visible()

    assert re.search("。找到 [0-9]+ 条$", page.get_by_role("status").text_content() or "")


def test_the_page_below_keeps_its_painting(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    beside = "[...document.querySelectorAll('body > :not(header, script, .skip)')]"

    styles = page.evaluate(f"{beside}.map((each) => getComputedStyle(each).isolation)")
    assert styles
    assert set(styles) == {"isolate"}


def test_no_more_is_looked_for_than_anybody_types(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}search/?q={quote('近视率' * 1000)}")
    expect(page.get_by_role("status")).to_have_text(re.compile("找到|没有"))

    assert len(page.url) < len(mounted) + 1000


def test_a_kind_in_which_nothing_is_found_is_told(page: Page, mounted: str) -> None:
    page.goto(f"{mounted}{AREA}")
    typed(page, "学生资助金")
    page.get_by_label("种类").select_option("问题和整改")

    expect(page.locator(".search-nothing")).to_contain_text("只找了这一种")


@narrow_first
def test_other_years_are_fetched_when_they_are_chosen(page: Page, mounted: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1].split(".")[0]))
    page.goto(f"{mounted}index.html")
    typed(page, "近视率")
    assert not {"2023", "2024"} & set(asked)
    page.get_by_label("年份").select_option("2023年报告")

    expect(page.locator(f"{RESULTS} + .aside").first).to_contain_text("2023年报告")
    assert "2023" in asked
    assert "2024" not in asked
    assert violations(page, PANEL) == []


def test_with_forced_colours_what_matches_is_still_marked(desk: Page, mounted: str) -> None:
    desk.emulate_media(forced_colors="active")
    desk.goto(f"{mounted}{AREA}")
    typed(desk, "近视率")

    border = "getComputedStyle(document.querySelector('.search-panel')).borderTopStyle"
    assert desk.evaluate(border) == "solid"
    assert desk.locator(".search-results mark").first.is_visible()
