"""The checks find what they are for: each page of ``flawed/`` has the flaw that its name begins with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audit.inspecting import inspect
from audit.keyboard import walk
from serving import shared_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FLAWED = sorted((Path(__file__).parent / "flawed").glob("*-*.html"))
SOUND = Path(__file__).parent / "flawed" / "sound.html"
CHECKS = (
    *("contrast", "graphics", "targets", "layout", "order"),
    *("links", "outline", "starts", "stillness", "sticky"),
)
_PAGE = """<!doctype html><html lang="zh-CN"><title>一页</title><style>
body { background: #fff; font: 16px/1.7 sans-serif }
:focus-visible { outline: 3px solid #000 }
header a { display: inline-block; min-width: 44px; min-height: 44px }
</style>"""


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    with shared_page(chromium, 320) as opened:
        yield opened


def _show(page: Page, path: Path) -> None:
    page.set_content(f"{_PAGE}{path.read_text('utf-8')}")


def _said(page: Page, check: str) -> list[str]:
    if check != "keyboard":
        return inspect(page, check)
    walked = walk(page)
    return [*walked.faults, *walked.missed, *walked.disorder]


@pytest.mark.parametrize("path", FLAWED, ids=lambda path: path.stem)
def test_a_check_finds_the_flaw_that_it_is_for(phone: Page, path: Path):
    _show(phone, path)

    assert _said(phone, path.stem.partition("-")[0])


@pytest.mark.parametrize("check", [*CHECKS, "keyboard"])
def test_a_check_says_nothing_of_a_sound_page(phone: Page, check: str):
    _show(phone, SOUND)

    assert _said(phone, check) == []


@pytest.mark.parametrize("check", [*CHECKS, "keyboard"])
def test_every_check_has_a_flaw_to_find(check: str) -> None:
    assert [path for path in FLAWED if path.stem.startswith(f"{check}-")]
