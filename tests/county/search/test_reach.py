"""What the search reaches: no less than before on what it was tuned on, and what it must on the rest."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from search.engine import opened, told
from search.interface import Reply
from search.judging import Judgement, Score, judge, score
from search.landing import Page
from search.musts import of_quality
from search.queries import TUNE, read, sampled

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture(
    scope="module",
    params=[pytest.param(300, marks=pytest.mark.ci), pytest.param(None, marks=pytest.mark.soak)],
    ids=["some", "all"],
)
def judged(chromium: Browser, real_site: Path, request: pytest.FixtureRequest) -> tuple[Judgement, ...]:
    rows = sampled(read(), others=request.param) if request.param else read()
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

    return tuple(judge(query, reply(query.text), landing) for query in rows)


@pytest.fixture(scope="module")
def reached(judged: tuple[Judgement, ...]) -> Score:
    """On the queries that it was tuned on."""
    return score(one for one in judged if one.query.split == TUNE)


def test_first_results_lead_to_what_is_meant(reached: Score) -> None:
    assert reached.first >= 0.98 * reached.asked
    assert reached.three >= 0.99 * reached.asked


def test_absent_topics_bring_nothing(reached: Score) -> None:
    assert reached.silent >= 0.97 * reached.absent


def test_no_answer_is_wrong_and_few_are_missing(reached: Score) -> None:
    assert reached.wrong == 0
    assert reached.right >= 0.97 * reached.due


def test_queries_that_nobody_tuned_on_find_and_are_answered_as_they_must(
    judged: tuple[Judgement, ...],
) -> None:
    assert [f"{must.words}: {must.measured}" for must in of_quality(judged) if not must.met] == []
