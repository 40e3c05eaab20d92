"""What the shipped county's search costs, and reads out."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from serving import mount

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def test_a_first_search_costs_less_than_45_kilobytes(real_site: Path) -> None:
    names = ["search/site.*", "search/2022.*", "search/worker.*", "search/dialog.*", "assets/search.*"]
    paths = [path for name in names for path in real_site.glob(name)]

    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths) < 45_000


def test_what_many_figures_share_is_read_out_once(page: Page, real_site: Path) -> None:
    with mount(real_site) as address:
        page.goto(f"{address}index.html")
        page.fill("form[role=search] input[name=q]", "各学段生均经费")
        expect(page.get_by_role("status")).to_have_text(re.compile("找到"))
        expect(page.locator("[data-search-answer]")).to_be_visible()
        spoken = page.get_by_role("status").inner_text()

    assert spoken.count("逐年只增不减") == 1
    assert spoken.count("上年金额报告未载明") == 1
