"""What home says of standards: only what was compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from project import apply, build, make

if TYPE_CHECKING:
    from pathlib import Path

_REQUIREMENT = """
{name}:
  name: 示例{name}
  metric: school-variation
  {terms}
  level: 国家
  nature: 法定要求
  document: example-scheme
  quote: 学校之间的差异系数不超过0.50。
  primary_text: 已读
"""
_TEXT = [
    {
        "file": "data/sources.yml",
        "replace": "date: 2022-01-15}",
        "with": "date: 2022-01-15, text: {kind: 发文单位网站, origin: 示例县人民政府网站}}",
    },
    {"file": "data/texts/example-scheme.txt", "write": "第一条 学校之间的差异系数不超过0.50。\n"},
]
_COMPARED = 'requires: 不超过\n  value: "0.50"'
_UNDECIDED = "wording: 差异系数应当下降\n  set_aside: {verdict: 无法判定, reason: 示例}"


@pytest.mark.parametrize(
    ("terms", "glance", "below"),
    [
        ([], None, None),
        ([_UNDECIDED], "1项标准对照，都不能判定，逐项对照", "这份报告的数值，还没有能比出结果的标准。"),
        ([_COMPARED], "0项没有达到标准，逐项对照达到1项", "都达到了"),
    ],
)
def test_home_tells_of_standards_what_was_compared(
    tmp_path: Path, terms: list[str], glance: str | None, below: str | None
) -> None:
    root = make(tmp_path / "project")
    wanted = [_REQUIREMENT.format(name=f"rule-{at}", terms=term) for at, term in enumerate(terms)]
    apply(root, _TEXT if terms else [])
    (root / "data/standards.yml").write_text("".join(wanted) or "{}\n", "utf-8")

    made = build(root)

    assert made.returncode == 0, made.stderr
    words = re.sub(
        r"\s+",
        "",
        LexborHTMLParser((root / "site/index.html").read_text("utf-8")).css_first("main").text(),
    )
    for said in (glance, below):
        assert said is None or said in words
    assert ("标准对照" in words or "达到标准" in words) == bool(terms)
