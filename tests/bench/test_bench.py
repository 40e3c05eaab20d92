"""The bench compares like with like: its synthetic site is sound, and its rival has the very same pages."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench.checks import check_cost
from bench.measuring import html_pages, mkdocs_build
from bench.plain import SHELL, SHORT, WHOLE, write_plain
from bench.synthetic import write_project

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.ci


class Sites(NamedTuple):
    """The same pages, built by our hooks and by plain Material with either navigation."""

    pages: int
    ours: Path
    whole: Path
    short: Path


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Sites:
    """Three real builds; each raises where it does not end with 0."""
    root = tmp_path_factory.mktemp("bench")
    ours, theirs = root / "ours", root / "plain"
    pages = write_project(ours, PROJECT, pages=100)
    mkdocs_build(ours).run()
    write_plain(ours / "site", theirs)
    mkdocs_build(theirs, WHOLE).run()
    mkdocs_build(theirs, SHORT).run()
    return Sites(pages, ours / "site", theirs / "whole", theirs / "short")


def test_a_synthetic_site_has_the_pages_that_were_asked_for(sites: Sites) -> None:
    assert 100 <= sites.pages <= 140
    assert len(html_pages(sites.ours)) == sites.pages


def test_a_year_has_a_hundred_metrics_and_forty_items_in_its_ledger(sites: Sites) -> None:
    ledger = LexborHTMLParser((sites.ours / "ledger/index.html").read_text("utf-8"))

    assert len(list((sites.ours / "metrics").glob("*/index.html"))) == 100
    assert len(ledger.css("[id^='item-']")) == 40


def test_a_focus_area_has_a_thousand_characters_eleven_figures_and_a_table(sites: Sites) -> None:
    page = LexborHTMLParser((sites.ours / "2030/funding-2030/index.html").read_text("utf-8"))

    words = "".join(node.text() for node in page.css("[data-official-text]"))
    metrics = {node.attributes["data-metric"] for node in page.css("a.figure data")}
    assert 950 <= len("".join(words.split())) <= 1100
    assert len(metrics) == 12
    assert page.css_first("#table-per-pupil-spending-funding-2030")


@pytest.mark.parametrize("navigation", ["whole", "short"])
def test_the_rival_has_the_very_same_pages_with_the_very_same_words(sites: Sites, navigation: str) -> None:
    rival = sites.whole if navigation == "whole" else sites.short

    addresses = [page.relative_to(sites.ours) for page in html_pages(sites.ours)]
    assert [page.relative_to(rival) for page in html_pages(rival)] == addresses
    for address in addresses:
        if address.name != "404.html":
            assert _words(rival / address, "article") == _words(sites.ours / address, "main"), address


def test_the_checks_alone_can_be_measured(sites: Sites) -> None:
    cost = check_cost(sites.ours.parent, sites.ours, runs=1)

    assert cost.all == cost.facts + cost.bytes > 0


def test_two_projects_from_one_seed_are_the_same(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"

    write_project(one, PROJECT, pages=100)
    write_project(other, PROJECT, pages=100)
    assert _texts(one) == _texts(other)


def _texts(root: Path) -> dict[str, bytes]:
    paths = [*(root / "data").rglob("*.*"), *(root / "docs").rglob("*.*")]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def _words(page: Path, element: str) -> str:
    tree = LexborHTMLParser(page.read_text("utf-8"))
    for node in tree.css(SHELL):
        node.decompose()
    return "".join(tree.css_first(element).text().split())
