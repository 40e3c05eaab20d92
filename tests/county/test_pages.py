"""The shipped county's pages in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import finished
from serving import mount, quiet_page, sheets

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_the_notice_is_one_sheet_and_says_that_the_site_is_a_demonstration(
    chromium: Browser, real_site: Path
) -> None:
    with mount(real_site) as address, quiet_page(chromium, 794) as page:
        page.goto(f"{address}2022/notice-board/index.html")

        assert sheets(page) == 1
        page.emulate_media(media="print")
        assert page.locator(".notice:visible").all_inner_texts() == ["示例站点，非垫江县人民政府网站"]
        assert page.locator(".write-here:visible").count() == 2
        assert page.locator("svg.qr").count() == 0


def test_a_site_without_an_address_has_labels_but_no_picture(real_site: Path) -> None:
    labels = finished.open_graph(finished.page(real_site, "index.html"))

    assert labels["og:title"] == "垫江县履行教育职责自查自评公开"
    assert labels["og:description"]
    assert "og:image" not in labels
    assert "og:url" not in labels
    assert not (real_site / "share").exists()
