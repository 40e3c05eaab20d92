"""The judges: what counts as found, as noise, and as an answer; and what an interface is seen to show."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest

from search.hosting import STRICT, Sent, host
from search.interface import OURS, Interface, Reply
from search.judging import Verdict, judge, score
from search.musts import of_costs, of_quality
from search.queries import Query
from search.timing import Speed

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

FIGURE = Query("question-value-03", "test", "question", "近视率多少", "近视率", "48.52%&近视率", "49.17%")
TERM = Query("term-03", "test", "term", "近视率", "近视率", "", "")
UNTOLD = Query("question-unstated-03", "test", "question", "保安工资", "", "报告未载明", "")
NOTHING = Query("absent-03", "test", "absent", "校车", "", "", "")
PLACES = {"a": "校舍", "b": "抽检学生近视率", "c": "近视率"}


def _judge(query: Query, links: str = "", answer: str = ""):
    return judge(query, Reply(tuple((link,) for link in links), answer), PLACES.__getitem__)


@pytest.mark.parametrize(("links", "place"), [("b", 1), ("abc", 2), ("a", None), ("", None)])
def test_the_place_is_that_of_the_first_result_which_lands_right(links: str, place: int | None):
    assert _judge(TERM, links).place == place


def test_a_result_that_leads_to_two_places_at_once_is_right_if_one_of_them_is():
    assert judge(TERM, Reply((("a",), ("a", "b")), ""), PLACES.__getitem__).place == 2


@pytest.mark.parametrize(
    ("query", "answer", "verdict"),
    [
        (FIGURE, "抽检学生近视率 48.52%", Verdict.RIGHT),
        (FIGURE, "", Verdict.MISSING),
        (FIGURE, "抽检学生近视率", Verdict.WRONG),
        (FIGURE, "抽检学生近视率 148.52%", Verdict.WRONG),
        (FIGURE, "抽检学生近视率 48.52%，上年 49.17%", Verdict.WRONG),
        (TERM, "", Verdict.NONE),
        (TERM, "抽检学生近视率 48.52%", Verdict.NONE),
        (TERM, "新建校舍 15000平方米", Verdict.WRONG),
        (NOTHING, "", Verdict.NONE),
        (NOTHING, "校车，报告未载明。", Verdict.NONE),
        (NOTHING, "新建校舍：15000平方米（时期报告未载明）", Verdict.WRONG),
        (UNTOLD, "保安的工资，报告未载明。", Verdict.RIGHT),
        (UNTOLD, "保安配备率：100%（时期报告未载明）", Verdict.WRONG),
        (NOTHING, "新建校舍 15000平方米", Verdict.WRONG),
    ],
)
def test_an_answer_is_right_wrong_or_missing(query: Query, answer: str, verdict: Verdict):
    assert _judge(query, answer=answer).verdict is verdict


def test_anything_about_an_absent_topic_is_noise():
    assert _judge(NOTHING, "a").noisy
    assert _judge(NOTHING, answer="新建校舍").noisy
    assert not _judge(NOTHING).noisy
    assert not _judge(NOTHING, answer="校车，报告未载明。").noisy


def test_what_came_of_several_queries_is_counted():
    counted = score([_judge(TERM, "b"), _judge(FIGURE, "aab"), _judge(NOTHING, "a", "校舍")])

    assert (counted.asked, counted.first, counted.three, counted.found) == (2, 1, 2, 2)
    assert (counted.absent, counted.silent) == (1, 0)
    assert (counted.due, counted.right, counted.missing, counted.wrong) == (1, 0, 1, 1)


def test_the_musts_are_those_of_the_issue():
    good = [_judge(TERM, "b"), _judge(FIGURE, "b", "近视率 48.52%"), _judge(NOTHING)]
    bad = [_judge(TERM, "ab"), _judge(FIGURE, "a"), _judge(NOTHING, "a", "校舍")]

    assert [must.met for must in of_quality(good)] == [True] * 5
    assert [must.met for must in of_quality(bad)] == [False] * 5
    assert [must.met for must in of_costs(Speed(5_000, 40_000, 1000, 50, 90))] == [True] * 3
    assert [must.met for must in of_costs(Speed(5_001, 40_000, 1001, 51, 90))] == [False] * 3


PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>搜</title>
<script src="search.js" defer></script>
<header><form role="search"><input name="q"></form></header>
<main><p role="status">请输入</p><div></div></main>"""
SCRIPT = """
const shown = document.querySelector("div"), status = document.querySelector("p");
document.querySelector("input").addEventListener("input", ({ target }) => {
  status.textContent = target.value ? "正在找" : "请输入";
  shown.textContent = "";
  if (target.value) setTimeout(() => {
    status.textContent = "找到 1 条";
    shown.innerHTML = `<p data-search-answer>${target.value} <b>48.52%</b><q>上年 49.17%</q></p>
      <a data-search-result href="page.html#a">一</a><a data-search-result href="b" hidden>二</a>`;
  }, 200);
});
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "search.js").write_text(SCRIPT, "utf-8")
    return tmp_path


def test_an_interface_is_read_when_it_is_done_and_without_what_it_quotes(chromium: Browser, site: Path):
    with host(site, policy=STRICT) as hosted:
        page = chromium.new_page()
        page.goto(hosted.address)
        interface = Interface(page, OURS)

        replies = [interface.ask(text) for text in ("近视率", "比率")]

        link = f"{hosted.address}page.html#a"
        assert replies == [Reply(((link,),), f"{text} 48.52%") for text in ("近视率", "比率")]
        page.close()


def test_the_host_records_what_it_sends_compressed(site: Path):
    with host(site) as hosted:
        asked = Request(f"{hosted.address}search.js", headers={"Accept-Encoding": "gzip"})  # noqa: S310
        with urlopen(asked) as answer:  # noqa: S310 - our own loopback server
            body = answer.read()

    assert answer.headers["Content-Encoding"] == "gzip"
    assert hosted.sent == [Sent("search.js", len(body))]
    assert len(body) < len(SCRIPT.encode())
