"""The queries are sound: what they expect is there, what is absent is not, and nobody picked the test."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from search.landing import Page
from search.queries import ABSENT, QUESTION, TEST, UNSTATED, read, sampled
from search.wording import alternatives, folded, holds, says

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search.queries import Query

QUERIES = read()
KINDS = Counter(query.kind for query in QUERIES)
STRATA = Counter(query.stratum for query in QUERIES)
SOME = sampled(QUERIES, others=300)
each_row = pytest.mark.parametrize(
    "queries", [SOME, pytest.param(QUERIES, marks=pytest.mark.soak)], ids=["some", "all"]
)
each_stratum = pytest.mark.parametrize("stratum", STRATA)


@pytest.fixture(scope="module")
def pages(real_site: Path) -> list[Page]:
    return [Page(path.read_text("utf-8")) for path in sorted(real_site.rglob("*.html"))]


@pytest.fixture(scope="module")
def words(pages: list[Page]) -> list[str]:
    """What each page says."""
    return [page.words() for page in pages]


@pytest.fixture(scope="module")
def landings(pages: list[Page]) -> list[str]:
    """What stands wherever a result could land."""
    return [page.landing(fragment) for page in pages for fragment in page.fragments()]


def _asked(queries: list[Query], column: str) -> Iterator[tuple[Query, list[str]]]:
    """The rows that say something in a column, with the parts of each alternative."""
    return ((query, parts) for query in queries for parts in alternatives(getattr(query, column)))


def test_every_query_has_an_id_of_its_own_and_is_asked_once():
    for names in ([query.id for query in QUERIES], [query.text for query in QUERIES]):
        assert [name for name, count in Counter(names).items() if count > 1] == []


def test_there_are_enough_queries_of_every_class():
    assert len(QUERIES) >= 240
    assert set(KINDS) == {
        *("term several-words question synonym typo pinyin initials traditional").split(),
        *("full-width number entity middle-of-word absent").split(),
    }
    assert min(KINDS.values()) >= 12
    assert KINDS[ABSENT] >= 24
    assert KINDS[QUESTION] >= 40


@pytest.mark.parametrize("stratum", STRATA)
def test_what_is_kept_for_the_test_is_the_newest_of_each_stratum(stratum: str):
    kept = {query.number: query.split for query in QUERIES if query.stratum == stratum}
    tested = [number for number, split in kept.items() if split == TEST]

    assert sorted(kept) == list(range(1, len(kept) + 1))
    assert tested == list(range(len(kept) - len(tested) + 1, len(kept) + 1))


def test_what_is_kept_for_the_test_is_enough_or_spent():
    tested = [query for query in QUERIES if query.split == TEST]

    assert not tested or len(tested) >= 100


def test_of_what_is_asked_side_by_side_a_third_is_the_test_and_no_class_is_missing():
    asked = sampled(QUERIES)
    kept = [query for query in asked if query.split == TEST]

    assert kept == [query for query in QUERIES if query.split == TEST]
    assert len(asked) >= 200
    assert len(kept) / len(asked) == pytest.approx(1 / 3, abs=0.01)
    assert {query.kind for query in asked} == set(KINDS)


def test_the_id_names_the_class():
    assert [query.id for query in QUERIES if not query.id.startswith(query.kind)] == []
    assert {query.stratum for query in QUERIES if query.kind == QUESTION} == {
        f"question-{kind}" for kind in ("found", "value", "change", "list", "standard", "where", "unstated")
    }


@each_row
def test_what_is_expected_stands_where_a_result_can_land(queries: list[Query], landings: list[str]):
    expected = list(_asked(queries, "expect"))

    assert len(expected) > 200
    assert [(query.id, parts) for query, parts in expected if not _said(parts, landings)] == []


def _said(parts: list[str], texts: list[str]) -> bool:
    """Whether one of the texts says all parts."""
    return any(all(says(text, part) for part in parts) for text in texts)


def test_only_what_is_absent_or_unstated_expects_nothing():
    silent = {query for query in QUERIES if not query.expect}

    assert {query for query in silent if query.answer != UNSTATED} == {
        query for query in QUERIES if query.kind == ABSENT
    }


@each_row
def test_an_answer_can_be_given_from_one_page(queries: list[Query], words: list[str]):
    answers = list(_asked(queries, "answer"))

    assert len(answers) > 100
    assert [(query.id, parts) for query, parts in answers if not _said(parts, words)] == []


@each_row
def test_a_figure_that_would_be_wrong_is_one_of_the_site_and_no_part_of_the_right_one(
    queries: list[Query], words: list[str]
):
    wrongs = list(_asked(queries, "never"))

    assert len(wrongs) > 20
    assert [(query.id, wrong) for query, wrong in wrongs if not _said(wrong, words)] == []
    assert [(query.id, wrong) for query, (wrong,) in wrongs if holds(query.answer, wrong)] == []


def test_what_the_report_does_not_say_is_asked_in_one_stratum():
    assert {query.stratum for query in QUERIES if query.answer == UNSTATED} == {"question-unstated"}


def _pieces(text: str) -> Iterator[str]:
    """Words in Latin letters, and each pair of Chinese characters."""
    for run in re.findall(r"[a-z]+|[\u4e00-\u9fff]+", folded(text)):
        if run.isascii():
            yield run
        else:
            yield from (run[start : start + 2] for start in range(len(run) - 1))


def test_the_site_says_less_than_half_of_an_absent_topic(words: list[str]):
    said = {piece for text in words for piece in _pieces(text)}
    absent = {query.text: list(_pieces(query.text)) for query in QUERIES if query.kind == ABSENT}
    met = {text: [piece for piece in pieces if piece in said] for text, pieces in absent.items()}

    assert len(absent) >= 24
    assert {text: found for text, found in met.items() if 2 * len(found) > len(absent[text])} == {}
