"""Stylesheets and scripts as they are published."""

from __future__ import annotations

import pytest

import project
from disclosure.release.assets import hashed, lean


@pytest.mark.parametrize(
    ("path", "written", "published"),
    [
        ("assets/site.css", "/* One. */\n\np { color: red; }\n", "p { color: red; }\n"),
        (
            "assets/site.css",
            "/* One,\n   and two. */\n@media print {\n  p { a: b; }\n}\n",
            "@media print {\np { a: b; }\n}\n",
        ),
        ("assets/site.css", 'p { a: "/* kept */"; } /* kept */\n', 'p { a: "/* kept */"; } /* kept */\n'),
        (
            "assets/site.js",
            "// One.\n{\n  /** Two. */\n  let a = 1; // kept\n}\n",
            "{\nlet a = 1; // kept\n}\n",
        ),
        ("assets/site.js", 'fetch("https://a/*b*/");\n', 'fetch("https://a/*b*/");\n'),
        ("assets/icon.svg", "<!-- kept -->\n  <svg/>\n", "<!-- kept -->\n  <svg/>\n"),
    ],
)
def test_only_lines_that_comment_and_indents_go(path: str, written: str, published: str) -> None:
    assert lean(path, written.encode()) == published.encode()


@pytest.mark.parametrize(
    "path", sorted(project.REPOSITORY.glob("hooks/theme/assets/*")), ids=lambda path: path.name
)
def test_what_is_published_says_the_same(path) -> None:
    written = path.read_bytes()
    lines = {line.strip() for line in written.decode().splitlines()}

    published = lean(path.name, written)

    assert set(published.decode().splitlines()) <= lines | {""}
    assert lean(path.name, published) == published


def test_a_name_changes_with_the_content() -> None:
    assert hashed("assets/site.css", b"a") == "assets/site.ca978112.css"
    assert hashed("assets/site.css", b"b") != hashed("assets/site.css", b"a")
