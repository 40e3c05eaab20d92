"""Small complete sites, built for real: one that is fine, and one broken for each finding code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import project
from disclosure.findings import RULES, Severity

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = sorted((project.SITES / "broken").glob("*.yml"))


def parameters(path: Path) -> object:
    """A case; one that shows a bug known but not mended yet says so under ``bug``."""
    case = project.case(path)
    marks = pytest.mark.xfail(reason=case["bug"]) if "bug" in case else ()
    return pytest.param(case, id=path.stem, marks=marks)


def test_the_minimal_site_builds_without_a_finding(tmp_path: Path) -> None:
    root = project.make(tmp_path)

    made = project.build(root)

    assert made.returncode == 0, made.stderr
    assert project.findings(made.stderr) == []
    assert (root / "site" / "2022" / "safety" / "index.html").is_file()
    assert not list(root.glob(".site*"))


@pytest.mark.parametrize("case", [parameters(path) for path in BROKEN])
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
