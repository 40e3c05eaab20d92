"""Numbers with their units, and dates, kept whole."""

from __future__ import annotations

import pytest

from disclosure.render.no_break import nowrap


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("重庆市2021年校园足球", "2021年"),
        ("提高0.4个百分点。", "0.4个百分点"),
        ("共5300余万元", "5300余万元"),
        ("占52.04%", "52.04%"),
        ("更新到 2025-09-30，", "2025-09-30"),
        ("<p title='2021年'>3 项、14,662元</p>", "14,662元"),
        ('<a href="a/2021年">见2022年报告</a>', "2022年"),
    ],
)
def test_a_number_stays_with_its_unit(html: str, kept: str) -> None:
    assert nowrap(html) == html.replace(f"{kept}", f'<span class="whole">{kept}</span>', 2).replace(
        f'a/<span class="whole">{kept}</span>', f"a/{kept}"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<code>grade@2024年</code>",
        '<a class="figure" href="#a"><data value="9">9项</data></a>',
        '<data value="9">9项</data><time datetime="2025-01-01">2025-01-01</time>',
        "<svg><title>2021年</title><text>2021年</text></svg>",
        "共 12 页",
        "&#8203;A4纸，v1.2版，B12栋",
        "<!-- 2021年 -->",
    ],
)
def test_what_is_whole_already_or_counts_nothing_is_left_alone(html: str) -> None:
    assert nowrap(html) == html


def test_words_after_an_element_left_alone_are_read_again() -> None:
    assert nowrap("<time><b>3年</b></time>3年") == '<time><b>3年</b></time><span class="whole">3年</span>'
