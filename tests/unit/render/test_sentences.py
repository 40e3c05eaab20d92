"""Sentences of a finished text, enclosed and told."""

from __future__ import annotations

from disclosure.render.sentences import Sentence, number_sentences

WORDS = (
    '<h1 id="funding">（一）投入。</h1>\n'
    '<p>共<a id="figure-x-2021" href="#"><data value="5">5；元</data></a>。增长了；<em>不少</em></p>'
)


def test_each_sentence_of_a_paragraph_gets_an_id_and_keeps_its_markup_whole() -> None:
    html, _ = number_sentences(WORDS)

    assert html == (
        '<h1 id="funding">（一）投入。</h1>\n'
        '<p><span id="sentence-1">共<a id="figure-x-2021" href="#"><data value="5">5；元</data></a>。</span>'
        '<span id="sentence-2">增长了；</span><span id="sentence-3"><em>不少</em></span></p>'
    )


def test_a_sentence_tells_its_heading_and_the_figures_inside() -> None:
    _, sentences = number_sentences(WORDS)

    assert sentences[0] == Sentence("sentence-1", "funding", "共5；元。", ("figure-x-2021",))
    assert [item.text for item in sentences] == ["共5；元。", "增长了；", "不少"]


def test_what_stands_in_a_table_is_told_below_its_heading_and_left_as_it_is() -> None:
    table = '<h2 id="t">表</h2><table><tr><td>甲</td><td>乙 &amp; 丙</td></tr></table>'
    html, sentences = number_sentences(table)

    assert html == table
    assert [(item.anchor, item.text) for item in sentences] == [("t", "甲"), ("t", "乙 & 丙")]


def test_parts_that_are_only_brought_in_are_passed_over() -> None:
    brought = '<p>甲。</p><section data-section="x"><h2 id="x">丙</h2><p>乙。</p></section><p>丁。</p>'
    html, sentences = number_sentences(brought)

    assert '<p>乙。</p></section><p><span id="sentence-2">丁。</span></p>' in html
    assert [item.text for item in sentences] == ["甲。", "丁。"]


def test_of_a_report_only_the_official_words_have_sentences() -> None:
    page = "<div data-official-text><p>甲。</p></div><p>乙。</p><div data-official-text><p>丙。</p></div>"
    html, sentences = number_sentences(page, official=True)

    assert "<p>乙。</p>" in html
    assert [item.text for item in sentences] == ["甲。", "丙。"]


def test_no_word_is_lost() -> None:
    html, _ = number_sentences(WORDS)

    assert (
        html.replace("</span>", "")
        .replace('<span id="sentence-1">', "")
        .replace('<span id="sentence-2">', "")
        .replace('<span id="sentence-3">', "")
        == WORDS
    )
