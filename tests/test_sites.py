"""Small complete sites, built for real: one that is fine, and one broken for each finding code."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import project
from disclosure.rules import RULES, Severity

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = sorted((project.SITES / "broken").glob("*.yml"))


def test_the_minimal_site_builds_without_a_finding(tmp_path: Path) -> None:
    root = project.make(tmp_path)

    made = project.build(root)

    assert made.returncode == 0, made.stderr
    assert project.findings(made.stderr) == []
    assert (root / "site" / "2022" / "safety" / "index.html").is_file()
    assert not list(root.glob(".site*"))


def test_a_hidden_file_is_not_published(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    project.apply(root, [{"file": "docs/.draft.md", "write": "# 草稿 {#draft}\n"}])

    made = project.build(root)

    assert made.returncode == 0, made.stderr
    assert not list((root / "site").glob(".draft*"))


def test_a_second_year_stands_beside_the_first(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    for directory in ("data", "docs"):
        shutil.copytree(root / directory / "2022", root / directory / "2023")

    made = project.build(root)

    assert made.returncode == 0, made.stderr
    home = (root / "site" / "index.html").read_text("utf-8")
    metrics = (root / "site" / "metrics" / "index.html").read_text("utf-8")
    assert 'href="2022/index.html"' in home
    assert 'href="2023/index.html"' in home
    assert metrics.count("<td>2022年报告</td>") == metrics.count("<td>2023年报告</td>") == 8


@pytest.mark.parametrize("case", [project.case(path) for path in BROKEN], ids=[path.stem for path in BROKEN])
def test_a_broken_site_is_told_exactly_what_is_wrong_and_stays_as_it_was(
    case: dict[str, list[object]], tmp_path: Path
) -> None:
    root = project.make(tmp_path)
    project.publish_former(root)
    project.apply(root, case["edits"])

    made = project.build(root, "--quiet")

    assert project.findings(made.stderr) == project.in_order(case["findings"]), made.stderr
    project.assert_refused(root, made)


def test_every_error_has_a_broken_site() -> None:
    shown = {finding.split()[1] for path in BROKEN for finding in project.case(path)["findings"]}

    missing = {code for code, rule in RULES.items() if rule.severity is Severity.ERROR} - shown

    assert not missing
