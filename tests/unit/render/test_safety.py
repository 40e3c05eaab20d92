"""HTML that prose may not contain."""

from __future__ import annotations

import pytest
from markdown import markdown as render

from disclosure.render.safety import unsafe_html
from disclosure.text.markdown import scan

_EXTENSIONS = ["attr_list", "tables", "fenced_code"]


def _lines(raw: str) -> list[int]:
    source, _ = scan("a.md", raw)
    return [finding.where.line for finding in unsafe_html(render(raw, extensions=_EXTENSIONS), source)]


@pytest.mark.parametrize(
    "raw",
    [
        "甲\n\n<script>alert(1)</script>\n",
        "甲\n\n<SCRIPT src=x></SCRIPT>\n",
        '甲\n\n<p onclick="x()">乙</p>\n',
        '甲\n\n<p OnClick="x()">乙</p>\n',
        "甲\n\n[乙](javascript:alert(1))\n",
        "甲\n\n[乙](JaVaScRiPt:alert(1))\n",
        '甲\n\n<a href="java&#115;cript:alert(1)">乙</a>\n',
        '甲\n\n<a href="java\tscript:alert(1)">乙</a>\n',
        '甲\n\n<a href=" javascript:alert(1)">乙</a>\n',
        "甲\n\n[乙](data:text/html,x)\n",
        "甲\n\n<iframe src=x></iframe>\n",
        '甲\n\n<p style="color:red">乙</p>\n',
        "甲\n\n<form><input></form>\n",
        "甲\n\n<svg><a>乙</a></svg>\n",
        "甲\n\n**乙**{: onclick=x() }\n",
        "甲\n\n<base href=/x>\n",
        '甲\n\n<meta http-equiv=refresh content="0;url=x">\n',
    ],
)
def test_what_could_run_or_lead_astray_is_found_at_its_line(raw: str) -> None:
    assert set(_lines(raw)) == {3}


@pytest.mark.parametrize(
    "raw",
    [
        "    <script>alert(1)</script>\n",
        "`<script>`\n",
        "```\n<iframe>\n```\n",
        "[乙](https://example.gov.cn/) [丙](../a.md#b) <b>丁</b> [戊](mailto:a@example.gov.cn)\n",
        "甲 {#id .class}\n",
        "甲<br>乙<sup>2</sup>\n",
    ],
)
def test_code_that_is_only_shown_and_plain_markup_are_fine(raw: str) -> None:
    assert _lines(raw) == []


@pytest.mark.parametrize(
    "raw",
    [
        '<span class="skip">甲</span>',
        "**甲**{: .skip }",
        "<details>甲</details>",
        "<del>甲</del>",
        "10<sup>2</sup>",
        "<q>甲</q>",
        "1. 甲",
        "![甲](p.png)",
        '<b title="乙">甲</b>',
        '<b role="img">甲</b>',
        '<b dir="rtl">甲</b>',
        '[甲](a.md "乙")',
    ],
)
def test_official_words_may_not_be_hidden_struck_out_numbered_or_contradicted(raw: str) -> None:
    source, _ = scan("docs/2022/a.md", f"甲\n\n{raw}\n")
    html = render(source.raw, extensions=_EXTENSIONS)

    found = list(unsafe_html(html, source, official=True))

    assert [(item.code, item.where.line) for item in found] == [("unsafe-html", 3)]


@pytest.mark.parametrize(
    "raw", ["**甲** *乙*", "- 甲", "|甲|乙|\n|:-|-:|\n|1|2|", "> 甲", "[甲](a.md)", "甲<br>乙"]
)
def test_official_words_may_be_set_in_plain_markup(raw: str) -> None:
    source, _ = scan("docs/2022/a.md", f"{raw}\n")
    extensions = ["attr_list", "tables"]

    html = render(
        source.raw, extensions=extensions, extension_configs={"tables": {"use_align_attribute": True}}
    )

    assert list(unsafe_html(html, source, official=True)) == []
