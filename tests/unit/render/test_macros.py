"""Macros through the Markdown renderer and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown import markdown as render

from disclosure.render.macros import insert_tokens, replace_tokens
from disclosure.report.binding import Block, Section, Word
from disclosure.text.macros import BlockCall
from disclosure.text.markdown import scan

if TYPE_CHECKING:
    from disclosure.findings import Where


def _section(raw: str, name: str = "a") -> Section:
    """``{{ w }}`` prints a word, ``{{ figures x }}`` is a block, ``{{ section b }}`` composes."""
    markdown, _ = scan(f"docs/2022/{name}.md", raw)
    bound = tuple(
        Block(macro, BlockCall(*macro.text.split())) if len(macro.text.split()) == 2 else Word(macro, "<9项>")
        for macro in markdown.macros
    )
    return Section(markdown, "2022", name, bound)


def _settled(raw: str, *, official: bool = False, **others: str) -> tuple[str, list[Where]]:
    parts = {name: _section(text, name) for name, text in others.items()}
    expanded = insert_tokens(_section(raw), parts, depths={"b": 2})
    html = render(expanded.markdown, extensions=["attr_list", "tables", "fenced_code"])
    text, findings = replace_tokens(
        html,
        expanded,
        inline=lambda _: "",
        block=lambda call: f"<hr class={call.argument}>",
        official=official,
    )
    return text, [finding.where for finding in findings]


def test_a_word_is_printed_escaped_where_it_stands() -> None:
    assert _settled("甲{{ w }}乙\n") == ("<p>甲&lt;9项&gt;乙</p>", [])


def test_void_elements_have_no_slash_as_in_html() -> None:
    assert _settled("甲  \n乙\n\n---\n\n<p title='/>'>丙 /&gt;</p>\n") == (
        "<p>甲<br>\n乙</p>\n<hr>\n<p title='/>'>丙 /&gt;</p>",
        [],
    )


@pytest.mark.parametrize(
    "raw",
    [
        "- 甲{{ w }}\n",
        "> {{ w }}\n",
        "|甲|\n|--|\n|{{ w }}|\n",
        "**{{ w }}**\n",
        "# 甲{{ w }} {#a}\n",
        "甲_{{ w }}_乙\n",
    ],
)
def test_words_may_stand_in_lists_quotes_tables_emphasis_and_headings(raw: str) -> None:
    text, findings = _settled(raw)

    assert text.count("&lt;9项&gt;") == 1
    assert findings == []


@pytest.mark.parametrize(
    "raw",
    [
        "    {{ w }}\n",
        '[甲](x.md "{{ w }}")\n',
        "![{{ w }}](x.png)\n",
        '<p title="{{ w }}">甲</p>\n',
        "甲\n\n[乙]: {{ w }}\n",
        "<pre>{{ w }}</pre>\n",
    ],
)
def test_words_may_not_stand_in_code_or_attributes(raw: str) -> None:
    text, findings = _settled(raw)

    assert "&lt;9项&gt;" not in text
    assert len(findings) == 1


def test_words_may_stand_in_a_link() -> None:
    assert _settled("[{{ w }}](x.md)\n") == ('<p><a href="x.md">&lt;9项&gt;</a></p>', [])


def test_a_block_takes_the_place_of_its_paragraph() -> None:
    assert _settled("甲\n\n{{ figures x }}\n\n乙\n") == (
        "<p>甲</p>\n\n<hr class=x>\n\n<p>乙</p>".replace("\n\n<hr", "\n<hr").replace("x>\n\n", "x>\n"),
        [],
    )


@pytest.mark.parametrize(
    "raw", ["甲\n{{ figures x }}\n", "- 甲\n\n    {{ figures x }}\n", "> {{ figures x }}\n"]
)
def test_a_block_stands_nowhere_else(raw: str) -> None:
    text, findings = _settled(raw)

    assert "<hr" not in text
    assert len(findings) == 1


def test_official_words_are_marked_and_blocks_are_not_among_them() -> None:
    text, _ = _settled("甲\n\n{{ figures x }}\n", official=True)

    assert text.index("data-official-text") < text.index("甲") < text.index("</div>") < text.index("<hr")
    assert text.count("data-official-text") == 1


def test_a_composed_section_sinks_its_headings_and_leaves_its_blocks_out() -> None:
    text, findings = _settled(
        "# 全文 {#t}\n\n{{ section b }}\n\n终\n",
        official=True,
        b="# 节 {#s}\n\n甲{{ w }}\n\n{{ figures x }}\n",
    )

    assert findings == []
    assert '<section data-section="b">' in text
    assert '<h3 id="s">节</h3>' in text
    assert "<hr" not in text
    assert text.count("data-official-text") == 3
