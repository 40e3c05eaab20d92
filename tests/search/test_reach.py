"""What the search reaches on the queries that it was tuned on: no change may bring less."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from search.engine import opened, told
from search.interface import Reply
from search.judging import Score, judge, score
from search.landing import Page
from search.queries import TUNE, read

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def reached(chromium: Browser, real_site: Path) -> Score:
    search = opened(chromium, real_site, ("2022",))
    page = cache(lambda path: Page((real_site / path).read_text("utf-8")))

    @cache
    def landing(at: str) -> str:
        path, _, fragment = at.partition("#")
        return page(path).landing(fragment)

    def reply(query: str) -> Reply:
        found = search(query)
        shown = tuple((result["at"],) for result in found["results"][:10])
        return Reply(shown, told(found["answer"]))

    return score(judge(query, reply(query.text), landing) for query in read() if query.split == TUNE)


def test_first_results_lead_to_what_is_meant(reached: Score) -> None:
    assert reached.first >= 0.97 * reached.asked
    assert reached.three >= 0.98 * reached.asked


def test_absent_topics_bring_nothing(reached: Score) -> None:
    assert reached.silent >= 0.97 * reached.absent


def test_no_answer_is_wrong_and_few_are_missing(reached: Score) -> None:
    assert reached.wrong == 0
    assert reached.right >= 0.96 * reached.due
