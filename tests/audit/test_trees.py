"""What a screen reader hears is reviewed like code: a changed tree is a changed file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audit.trees import KINDS, SITE, stored, tree
from serving import quiet_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_is_told_what_the_stored_tree_says(chromium: Browser, at: Callable, kind: str):
    with quiet_page(chromium, 1280) as page:
        page.goto(at(SITE, kind))

        assert tree(page) == stored(kind).read_text("utf-8"), "after a look at the difference: make trees"


def test_no_tree_is_kept_that_nobody_compares() -> None:
    assert sorted(stored(KINDS[0]).parent.iterdir()) == sorted(stored(kind) for kind in KINDS)
