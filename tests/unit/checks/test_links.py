"""Links of finished pages."""

from __future__ import annotations

import pytest

from disclosure.checks.site.finished_page import read
from disclosure.checks.site.links import check_links
from disclosure.findings import Where

_FILES = {"index.html", "a/index.html", "assets/site.css", "b.pdf"}


def _codes(body: str, root: str | None = None) -> list[str]:
    pages = {
        "a/index.html": read("a/index.html", body),
        "index.html": read("index.html", '<h1 id="top">甲</h1>'),
    }
    return [
        finding.code for finding in check_links(pages, _FILES, locate=lambda path, _: Where(path), root=root)
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../index.html">甲</a>',
        '<a href="../index.html#top">甲</a>',
        '<i id="x"></i><a href="#x">甲</a>',
        '<a href="../b.pdf">甲</a>',
        '<a href="https://www.example.gov.cn/">甲</a>',
        '<a href="mailto:a@example.gov.cn">甲</a>',
        '<link rel="stylesheet" href="../assets/site.css">',
        '<link rel="canonical" href="https://www.example.gov.cn/a/">',
        '<form action="../index.html"></form>',
        '<a href="%69ndex.html">甲</a>',
    ],
)
def test_what_leads_somewhere_is_fine(body: str) -> None:
    assert _codes(body) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="../c/index.html">甲</a>', "broken-link"),
        ('<a href="../">甲</a>', "broken-link"),
        ('<a href="../index.html#bottom">甲</a>', "broken-link"),
        ('<a href="#nowhere">甲</a>', "broken-link"),
        ('<a href="/index.html">甲</a>', "broken-link"),
        ('<a href="javascript:alert(1)">甲</a>', "broken-link"),
        ('<a href="../../../index.html">甲</a>', "broken-link"),
        ('<link rel="stylesheet" href="">', "broken-link"),
        ('<script src=""></script>', "broken-link"),
        ('<img src="https://www.example.com/a.png" alt="甲">', "foreign-request"),
        ('<script src="//www.example.com/a.js"></script>', "foreign-request"),
        ('<img src="data:image/png;base64,x" alt="甲">', "foreign-request"),
        ('<i id="x"></i><i id="x"></i>', "duplicate-anchor"),
        ("<script>alert(1)</script>", "inline-code"),
        ("<style>p { color: red }</style>", "inline-code"),
        ('<p style="color: red">甲</p>', "inline-code"),
        ('<p onclick="x()">甲</p>', "inline-code"),
        ('<iframe src="../index.html"></iframe>', "inline-code"),
        ('<base href="/">', "inline-code"),
        ("<button formaction=javascript:x>甲</button>", "inline-code"),
        ('<meta http-equiv="refresh" content="0;url=x">', "inline-code"),
        ('<video src="https://www.example.com/a.mp4"></video>', "inline-code"),
        ('<a href="../index.html" ping="https://www.example.com/">甲</a>', "inline-code"),
        ('<svg onload="alert(1)"></svg>', "inline-code"),
        ('<a href="https://[x">甲</a>', "broken-link"),
    ],
)
def test_what_leads_nowhere_or_runs_is_found(body: str, code: str) -> None:
    assert _codes(body) == [code]


def test_links_from_the_root_are_followed_where_the_root_is_known() -> None:
    assert _codes('<a href="/jiaoyu/index.html">甲</a>', root="/jiaoyu/") == []
    assert _codes('<a href="/jiaoyu/none.html">甲</a>', root="/jiaoyu/") == ["broken-link"]
