"""What may be said is worded in one place: no other module or template has the words for it."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from disclosure.analysis.requirements import Outcome
from project import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = REPOSITORY / "hooks" / "disclosure"
WORDS = re.compile(
    "|".join(sorted({*(item.value for item in Outcome), "对照结果核实中", "推算结果核实中"}, key=len))
)
PROSE = {
    # What a data file may say, and what a clerk is told; neither is printed beside a figure.
    "facts/records.py": ("不适用", "口径不一致", "无法判定"),
    "facts/change.py": ("了|为|是|达到|达",),
    "checks/ledger/completeness.py": ("验收的数值却没有达到",),
    "rules.py": ("达到要求的数值",),
    # Headings, counts, and explanations of the whole list.
    "pages/": ("没有达到的标准",),
    "pages/templates/board.html": ("项，都达到了{%", "项对照结果核实中。"),
    "pages/templates/home.html": (
        "没有达到标准",
        "项都达到了{%",
        ">达到{{ tally.hits }}项",
        "对照结果核实中{{ tally.deferred }}项",
    ),
    "pages/templates/standards.html": (
        "没有达到的，报告没有提也照列",
        "的还没有评上，可以还没有达到",
        "没有达到的在最前",
        "：达到 {{ tally.met }} 项",
        "未达到 {{ tally.missed }} 项",
        "项没有达到，但依据待核实",
        "对照结果核实中 {{ tally.deferred }} 项",
        '{{ standard.requirement or "暂未查到可比标准" }}',
    ),
}
"""Where outcomes are named without wording the verdict on a figure. Scripts read sentences and make none."""


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def _sources() -> list[Path]:
    paths = (path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".html"})
    return sorted(path for path in paths if "analysis" not in path.parts)


@cache
def _literals(path: Path) -> str:
    """The strings of a module without its docstrings; a template without its comments."""
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        return re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)
    tree = ast.parse(text)
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in docstrings]
    return "\n".join(node.value for node in constants if isinstance(node.value, str))


@pytest.mark.parametrize("path", _sources(), ids=_name)
def test_nothing_outside_the_analysis_words_a_verdict(path: Path) -> None:
    allowed = [phrase for place in PROSE if _name(path).startswith(place) for phrase in PROSE[place]]

    rest = _literals(path)
    for phrase in allowed:
        rest = rest.replace(phrase, "")
    assert WORDS.findall(rest) == []


def test_no_phrase_is_allowed_that_is_not_there() -> None:
    texts = {_name(path): _literals(path) for path in _sources()}

    for place, phrases in PROSE.items():
        here = [text for name, text in texts.items() if name.startswith(place)]
        assert [phrase for phrase in phrases if not any(phrase in text for text in here)] == []


def test_the_words_are_looked_for_where_they_are_made() -> None:
    assert "对照结果核实中" in WORDS.findall(_literals(PACKAGE / "analysis" / "verdicts.py"))
    assert "未达到" in WORDS.findall(_literals(PACKAGE / "analysis" / "requirements.py"))


def test_only_analysis_checks_and_register_know_what_is_held_back() -> None:
    raw = re.compile(r"disclosure\.analysis\.(claims|decisions|verdicts)\b|\.claims\b")

    readers = {
        _name(path).split("/")[0] for path in PACKAGE.rglob("*.py") if raw.search(path.read_text("utf-8"))
    }
    assert {"analysis", "checks"} <= readers <= {"analysis", "checks", "register"}
    assert [path for path in PACKAGE.rglob("*.html") if "claims" in path.read_text("utf-8")] == []
    judging = {
        _name(path) for path in PACKAGE.rglob("*.py") if re.search(r"\bjudge\b", path.read_text("utf-8"))
    }
    assert judging == {"analysis/statement.py", "analysis/verdicts.py"}
