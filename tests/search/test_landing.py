"""Where a result lands, and whether what stands there says what is wanted."""

from __future__ import annotations

import pytest

from search.landing import Page
from search.wording import folded, says


def test_whole_figures_are_told_from_parts_of_others():
    assert says("大班额班级１６个", "16个")
    assert not says("大班额班级16个", "6个")
    assert not says("148.52%", "48.52%")
    assert not says("系数0.53", "0.5")


PAGE = """<main><nav>路</nav><h1 id=a>甲</h1><p>一。<b id=b>二</b>三。四。</p><h2 id=c>乙</h2><p>五</p>
<table><caption>表</caption>
<tr id=d><td>六</td></tr><tr><td>七</td></tr></table><h2>丙</h2><p>八</p></main>"""


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("", "甲一。二三。四。乙五表六七丙八"),
        ("a", "甲一。二三。四。乙五表六七丙八"),
        ("b", "二三。"),
        ("c", "乙五表六七"),
        ("d", "表六"),
        ("d:~:text=六", "表六"),
        ("gone", ""),
    ],
)
def test_a_landing_is_the_section_the_row_or_the_sentence_that_the_address_names(fragment: str, text: str):
    assert folded(Page(PAGE).landing(fragment)) == text


def test_of_a_whole_report_only_the_beginning_counts():
    assert Page(f"<main><h1>全文</h1><p>{'长' * 4000}</p></main>").landing("") == "全文" + "长" * 598
