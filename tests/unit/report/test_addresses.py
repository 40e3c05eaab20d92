"""Addresses and relative links."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.report import addresses


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("metrics/a/index.html", "index.html", "metrics/a/index.html"),
        ("index.html", "2022/funding/index.html", "../../index.html"),
        ("metrics/a/index.html#value-a", "2022/funding/index.html", "../../metrics/a/index.html#value-a"),
        ("2022/funding/index.html#x", "2022/funding/index.html", "#x"),
        ("2022/index.html", "2022/funding/index.html", "../index.html"),
    ],
)
def test_links_are_relative_and_name_the_file(target: str, page: str, link: str) -> None:
    assert addresses.relative(target, page) == link


def test_the_page_for_missing_addresses_links_from_the_root_where_it_is_known() -> None:
    assert addresses.relative("search/index.html", "404.html", "/jiaoyu/") == "/jiaoyu/search/index.html"
    assert addresses.relative("search/index.html", "404.html") == "search/index.html"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", "index.html"),
        ("2022/index.md", "2022/index.html"),
        ("about/how.md", "about/how/index.html"),
    ],
)
def test_markdown_files_become_directories(path: str, address: str) -> None:
    assert addresses.of_markdown(path) == address


def test_a_value_has_a_lasting_address_on_its_metric_page() -> None:
    assert (
        addresses.value("spending.primary@2021", "2022")
        == "metrics/spending/index.html#value-spending.primary-2021-2022"
    )


_PATHS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3).map(
    lambda parts: "/".join([*parts, "index.html"])
)


@given(target=_PATHS, page=_PATHS)
def test_a_link_resolves_to_its_target(target: str, page: str) -> None:
    link = addresses.relative(target, page)

    assert posixpath.normpath(posixpath.join(posixpath.dirname(page), link)) == target
