"""The shipped accessibility statement says what is done about each success criterion."""

from __future__ import annotations

from audit.criteria import statement
from project import REPOSITORY

STATEMENT = (REPOSITORY / "docs" / "about" / "accessibility.md").read_text("utf-8")


def test_the_statement_page_says_the_same() -> None:
    section = STATEMENT.partition("{#criteria}")[2].partition("\n## ")[0].splitlines()

    shown = [line for line in section if line.startswith(("- 1", "- 2", "- 3", "- 4", "###"))]
    assert shown == [line for line in statement() if line]
