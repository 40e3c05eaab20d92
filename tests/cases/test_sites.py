"""Small complete sites, built for real: one that is fine, some broken for each error, some doubtful."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

import project
from disclosure.rules import RULES, Severity

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

BROKEN = sorted((project.CASES / "broken").glob("*.yml"))
DOUBTFUL = sorted((project.CASES / "doubtful").glob("*.yml"))
ALWAYS = ("data/2022/published.json:1:1 register-missing", "data/publisher.yml:2:1 publisher-gap")
"""The notices of the minimal site itself: it registers nothing and leaves fields open."""


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
    reports = [cell.text() for cell in LexborHTMLParser(metrics).css("td")]
    assert reports.count("2022年报告") == reports.count("2023年报告") == 8


@pytest.mark.parametrize("case", [project.case(path) for path in BROKEN], ids=[path.stem for path in BROKEN])
def test_a_broken_site_is_told_exactly_what_is_wrong_and_stays_as_it_was(
    case: dict[str, list[object]], tmp_path: Path
) -> None:
    root = project.make(tmp_path)
    project.publish_former(root)
    project.apply(root, case["edits"])

    build = project.mkdocs_build if case.get("host") == "mkdocs" else project.build
    made = build(root, "--quiet")

    assert project.findings(made.stderr) == project.in_order(case["findings"]), made.stderr
    assert all(words in made.stderr for words in case.get("says", ())), made.stderr
    project.assert_refused(root, made)


def test_every_error_has_a_broken_site() -> None:
    shown = {finding.split()[1] for path in BROKEN for finding in project.case(path)["findings"]}

    missing = {code for code, rule in RULES.items() if rule.severity is Severity.ERROR} - shown

    assert not missing


def test_the_minimal_site_has_few_notices(tmp_path: Path) -> None:
    root = project.make(tmp_path)

    made = _check(root)

    assert project.findings(made.stderr) == list(ALWAYS)
    assert made.returncode == 0


@pytest.mark.parametrize(
    "case", [project.case(path) for path in DOUBTFUL], ids=[path.stem for path in DOUBTFUL]
)
def test_a_doubtful_site_is_built_and_its_doubts_are_told(
    case: dict[str, list[object]], tmp_path: Path
) -> None:
    root = project.make(tmp_path)
    project.apply(root, case["edits"])

    made = _check(root)

    told = [finding for finding in project.findings(made.stderr) if finding not in ALWAYS]
    assert told == project.in_order(case["findings"]), made.stderr
    assert all(words in made.stderr for words in case.get("says", ())), made.stderr
    assert made.returncode == 0, made.stderr


def test_nothing_is_left_to_register_once_all_is_registered(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    registered = project.case(project.CASES / "doubtful" / "figures-all-registered.yml")
    project.apply(root, registered["edits"])

    made = _check(root)

    assert project.findings(made.stderr) == [ALWAYS[1]]


def test_every_notice_has_a_doubtful_site() -> None:
    shown = {finding.split()[1] for path in DOUBTFUL for finding in project.case(path)["findings"]}

    missing = {code for code, rule in RULES.items() if rule.severity is Severity.NOTICE} - shown

    # The minimal site itself has one of the former; the other only comes with errors (test_two_slips.py).
    assert missing == {"publisher-gap", "not-checked"}


def _check(root: Path) -> subprocess.CompletedProcess[str]:
    return project.disclose(root, "check", "--notices")
