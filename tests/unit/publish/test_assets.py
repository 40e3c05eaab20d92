"""Stylesheets and scripts as they are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import project
from disclosure.publish.assets import hashed, lean

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

SHEETS = sorted(project.REPOSITORY.glob("hooks/theme/assets/*.css"))
RULES = """sheets => sheets.map(text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    return [...sheet.cssRules].map(rule => rule.cssText.replaceAll(/([,:])\\s+/g, "$1"))
})"""


@pytest.mark.parametrize(
    ("path", "written", "published"),
    [
        ("assets/site.css", "/* One. */\n\np { color: red; }\n", "p{color:red}"),
        (
            "assets/site.css",
            'p { a: "/* kept */"; width: calc(1px + 2px) }',
            'p{a:"/* kept */";width:calc(1px + 2px)}',
        ),
        ("assets/site.js", "// One.\n{\n  /** Two. */\n  let a = 1;\n}\n", "{let a=1;}"),
        ("assets/site.js", 'fetch("https://a/*b*/");', 'fetch("https://a/*b*/");'),
        ("assets/icon.svg", "<!-- kept -->\n  <svg/>\n", "<!-- kept -->\n  <svg/>\n"),
    ],
)
def test_comments_and_spaces_go_and_nothing_else(path: str, written: str, published: str) -> None:
    assert lean(path, written) == published


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_browser_reads_the_same_rules(desk: Page, path: Path) -> None:
    written = path.read_text("utf-8")

    rules, published = desk.evaluate(RULES, [written, lean(path.name, written)])

    assert rules
    assert published == rules


def test_a_name_changes_with_the_content() -> None:
    assert hashed("assets/site.css", b"a") == "assets/site.ca978112.css"
    assert hashed("assets/site.css", b"b") != hashed("assets/site.css", b"a")
