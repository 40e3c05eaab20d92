"""What is held back stands nowhere on a site, and what was held back too long is said again."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from disclosure.analysis.requirements import Outcome
from disclosure.analysis.statement import grouped
from disclosure.analysis.verdicts import judge, wording
from disclosure.site.site import Site
from project import build, make

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from conftest import County
    from disclosure.analysis.analysis import Analysis
    from disclosure.analysis.statement import VerdictStatement

HELD_BACK = "对照结果核实中"


def _held_back(root: Path, figures: Iterable[tuple[str, str]], about: str, date: str) -> None:
    """Holds back what is said ``about`` figures, each named by its report's year and its reference.

    What was decided already stays. The register is written anew, as if nothing had been published before.
    """
    wanted = set(figures)
    review = {"decision": "缓公开", "reason": "正在核对", "office": "示例县教育局", "date": date}
    for path in root.glob("data/2*/values.yml"):
        values: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone
        for metric, given in values.items():
            for category, entry in _entries(given):
                period = entry.get("period") or given["period"]
                name = f"{metric}.{category}" if category else metric
                if (path.parent.name, f"{name}@{period}") in wanted:
                    entry.setdefault("reviewed", {}).setdefault(about, dict(review))  # no alias
                    wanted.remove((path.parent.name, f"{name}@{period}"))
        path.write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), "utf-8")
    assert not wanted
    Site(root).register.write(root)


def _entries(given: Any) -> list[tuple[str, dict[str, Any]]]:
    """The entries of a metric by category; by an empty name where it has none."""
    if isinstance(given, list):
        return [("", entry) for entry in given]
    if "value" in given:
        return [("", given)]
    return [(name, entry) for name, entry in given.items() if isinstance(entry, dict)]


def _named(items: Iterable[Any]) -> set[tuple[str, str]]:
    return {(item.observation.year, item.observation.reference) for item in items if item.observation}


def _verdicts(analysis: Analysis) -> list[VerdictStatement]:
    return [item for items in analysis.verdicts.values() for item in items]


def _texts(site: Path) -> dict[str, str]:
    """All files of a site that hold words, whatever they are written in."""
    found = {}
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix not in {".png", ".woff2"}:
            data = path.read_bytes()
            text = data.decode("gbk" if path.parent.name == "search" and path.suffix == ".json" else "utf-8")
            found[str(path.relative_to(site))] = html.unescape(re.sub(r"<[^>]*>", "", text))
    return found


def _data(root: Path) -> dict[str, str]:
    """All files of the data."""
    files = (path for path in sorted(root.glob("data/**/*")) if path.is_file())
    return {str(path.relative_to(root)): path.read_text("utf-8") for path in files}


@pytest.mark.parametrize("half", [0, pytest.param(1, marks=pytest.mark.ci)])
def test_no_byte_of_site_or_register_gives_a_verdict_away_while_it_is_held_back(
    county: County, tmp_path: Path, half: int
) -> None:
    """Every verdict of the demonstration county is held back once, beside others that are not."""
    before = county.loaded.analysis
    standards = [item for item in before.disclosure.standards.values() if item.metric and item.requirement]
    chosen = {item.id for item in standards[half::2]}
    figures = _named(item for item in _verdicts(before) if item.standard.id in chosen)
    root = make(tmp_path, "demo-county")
    _held_back(root, figures, "verdict", str(before.disclosure.reports[0].as_of))

    made = build(root, "-q")

    assert made.returncode == 0, made.stdout + made.stderr
    after = Site(root).analysis
    deferred = [item for item in _verdicts(after) if item.deferred]
    texts, data = _texts(root / "site"), _data(root)
    assert len(deferred) >= len(figures) > 3
    assert any(item.outcome for item in _verdicts(after))
    public = {item.standard.id for item in _verdicts(after) if not item.deferred}
    assert len(chosen - public) >= len(chosen) - 1  # of one a deferral is over
    for standard in (after.disclosure.standards[name] for name in chosen - public):
        secrets = [wording(standard, outcome) for outcome in Outcome if outcome is not Outcome.NONE_FOUND]
        assert [(name, secret) for name, text in data.items() for secret in secrets if secret in text] == []
        secrets += [standard.set_aside.reason] if standard.set_aside else []
        assert [(name, secret) for name, text in texts.items() for secret in secrets if secret in text] == []
        assert standard.name in texts["standards/index.html"]
        assert standard.requirement in texts["standards/index.html"]
    for item in deferred:
        metric = texts[f"metrics/{item.observation.metric}/index.html"]
        assert item.value in metric
        assert f"{HELD_BACK}（自" in metric


def test_no_line_of_the_county_names_a_figure_with_an_outcome_that_is_held_back(county: County) -> None:
    deferred = [item for item in _verdicts(county.loaded.analysis) if item.deferred]
    texts = {**_texts(county.site), **_data(county.root)}

    assert deferred
    for item in deferred:
        secrets = [wording(item.standard, outcome) for outcome in Outcome]
        lines = {
            (name, line)
            for name, text in texts.items()
            for line in text.splitlines()
            if item.observation.reference in line
        }
        assert {name for name, _ in lines} >= {"data/2025/published.json", "data/verdicts.csv"}
        assert [(name, secret) for name, line in lines for secret in secrets if secret in line] == []


def test_a_statement_is_the_same_whatever_outcome_it_holds_back(
    county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make(tmp_path, "demo-county")
    before = _verdicts(county.loaded.analysis)
    date = str(county.facts.reports[0].as_of)
    _held_back(root, _named(before), "verdict", date)
    asked: list[VerdictStatement] = []
    monkeypatch.setattr(
        "disclosure.analysis.statement.judge", lambda *given: asked.append(given) or judge(*given)
    )

    verdicts = _verdicts(Site(root).analysis)

    deferred = [item for item in verdicts if item.deferred]
    assert len(deferred) == len([item for item in before if item.observation]) - 1  # of one it is over
    assert {(item.outcome, item.why, item.sentence) for item in deferred} == {(None, "", HELD_BACK)}
    assert {item.observation for item in deferred}.isdisjoint(observation for _, observation, _ in asked)
    # Neither their order nor their groups depend on it.
    assert [_group(items[0]) for items in grouped(deferred)] == list(dict.fromkeys(map(_group, deferred)))


def _group(item: VerdictStatement) -> tuple[str, str, str]:
    """What verdicts have in common that are held back together."""
    assert item.observation
    assert item.decision
    return item.observation.year, item.standard.id, item.decision.text


# The other kinds, and what may be said again


def test_what_was_held_back_too_long_is_said_again_with_its_decision(county: County) -> None:
    (lapsed,) = [item for item in _verdicts(county.loaded.analysis) if item.decision and item.decision.lapsed]

    assert not lapsed.deferred
    assert lapsed.missed
    assert lapsed.sentence.startswith("未达到示例标准一的公办园要求")


def test_an_implied_value_is_held_back_with_its_numbers(county: County, tmp_path: Path) -> None:
    before = county.loaded.analysis.arithmetic["2023"]
    figures = _named(item for item in before if item.shown and not item.decision)
    root = make(tmp_path, "demo-county")
    _held_back(root, figures, "implied", str(county.facts.reports[0].as_of))

    loaded = Site(root)

    after = loaded.analysis.arithmetic["2023"]
    assert len([item for item in after if item.deferred]) >= len(figures) > 1
    implied = next(table.rows for table in loaded.exports.tables if table.name == "implied")
    for old, new in zip(before, after, strict=True):
        if old.shown and not old.decision:
            assert new.parts[1] == "推算结果核实中"
            assert old.parts[1] not in new.sentence
            assert new.implied
            assert (new.implied.low, new.implied.high, new.shown) == (None, None, False)
            page = loaded.body(f"metrics/{new.observation.metric}/index.html")
            assert "推算结果核实中" in page
            assert old.sentence not in re.sub(r"<[^>]*>", "", html.unescape(page))
    numbers = [row for row in implied if (row["report"], row["figure"]) in figures]
    assert {(row["implied_min"], row["implied_max"]) for row in numbers} == {("", "")}
    assert all(row["decision"].startswith("缓公开：正在核对") for row in numbers)


STANDARD = """
coverage:
  name: 示例标准一的普惠园要求
  metric: inclusive-coverage
  requires: 不低于
  value: 90.6%
  nature: 认定标准
  document: standard-1
  primary_text: 已读
"""


def test_a_figure_says_what_a_later_report_made_of_it_and_of_its_verdict(tmp_path: Path) -> None:
    root = make(tmp_path, "demo-county")
    with (root / "data" / "standards.yml").open("a", encoding="utf-8") as stream:
        stream.write(STANDARD)

    analysis = Site(root).analysis

    figures = {
        figure.observation.reference + figure.observation.year: figure for figure in analysis.figures.values()
    }
    former, later = (figures[f"inclusive-coverage@2023{year}"] for year in ("2024", "2025"))
    assert former.superseded_by is later.observation
    assert (former.value, former.sentence) == ("90.5%", "2025年报告已改为90.7%，以后者为准。")
    assert (later.superseded_by, later.sentence) == (None, "")
    assert [item.correction.old for item in later.corrections] == ["90.5%"]
    assert [item.outcome for item in former.verdicts] == [Outcome.MISSED]
    assert former.concerns == former.verdicts
    assert [item.outcome for item in later.verdicts] == [Outcome.MET]
    assert later.concerns == ()
