"""Every kind of page is listed, and every template belongs to one."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from disclosure import pages
from disclosure.analysis.analysis import Analysis
from disclosure.facts.loading import load
from disclosure.pages.page import Page
from disclosure.register.register import Register
from disclosure.report.book import Book
from disclosure.report.loading import load_sections
from project import SITES

_ROOM = Path(pages.__file__).parent
_LIST = Path(pages.__file__).read_text("utf-8")
_MODULES = [path.stem for path in sorted(_ROOM.glob("*.py")) if path.stem != "__init__"]


@pytest.fixture(scope="module")
def made() -> tuple[Page, ...]:
    """The pages of the demonstration county."""
    root = SITES / "demo-county"
    disclosure, _ = load(root)
    analysis = Analysis(Book(disclosure, load_sections(root, disclosure)[0]))
    written = (pages.section_page(analysis, section) for section in analysis.book.sections.values())
    return (*written, *pages.generated_pages(analysis, tuple, Register(analysis)))


@pytest.mark.parametrize("name", _MODULES)
def test_a_module_that_makes_pages_is_in_the_list(name: str) -> None:
    module = import_module(f"disclosure.pages.{name}")

    offered = [maker for maker in ("PAGE", "pages", "page") if hasattr(module, maker)]
    assert [maker for maker in offered if f"{name}.{maker}" not in _LIST] == []


def test_no_two_pages_share_an_address(made: tuple[Page, ...]) -> None:
    counts = Counter(page.meta.path for page in made)

    assert len(counts) > 100
    assert [path for path, count in counts.items() if count > 1] == []


def test_every_template_of_a_page_belongs_to_a_kind(made: tuple[Page, ...]) -> None:
    files = {path.name for path in (_ROOM / "templates").glob("*.html")}
    used = {page.template for page in made}
    imported = set(
        re.findall(r'"(\w+\.html)"', (_ROOM.parent / "render" / "templates.py").read_text("utf-8"))
    )

    assert files - used - imported == {"parts.html"}
