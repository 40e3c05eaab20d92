"""Whatever was published is told when it changes, until a correction says why."""

from __future__ import annotations

import errno
import os
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import project
from disclosure.checks.register.corrections import check_corrections
from disclosure.cli import main
from disclosure.facts.published import FIELD_NAMES, correctable
from disclosure.facts.records import Correction
from disclosure.findings import errors
from disclosure.register.register import Register, RegisterError
from disclosure.register.snapshot import snapshot
from disclosure.site.site import Site

if TYPE_CHECKING:
    from disclosure.facts.disclosure import Report
    from disclosure.facts.published import Key
    from disclosure.facts.record import Record

COUNTY = Site(project.SITES / "demo-county")
CORRECTED = {one.key for report in COUNTY.disclosure.reports for one in report.corrections}
PUBLISHED = [
    (report.year, key)
    for report in COUNTY.disclosure.reports
    for key in report.published.entries
    # What the county itself has corrected is explained already.
    if correctable(key) and key not in {("正文", "text"), *CORRECTED}
]


def _found(year: str, key: Key, former: str | None, *corrections: Correction) -> list[tuple[str, str]]:
    """What is told where ``former`` was published, and the data now say what they say."""

    def changed(report: Report) -> Report:
        entries = dict(report.published.entries)
        if former is None:
            del entries[key]
        else:
            entries[key] = replace(entries[key], content=former)
        said = (*report.corrections, *corrections)
        return replace(report, published=replace(report.published, entries=entries), corrections=said)

    reports = tuple(changed(one) if one.year == year else one for one in COUNTY.disclosure.reports)
    facts = replace(COUNTY.disclosure, reports=reports)
    register = Register(replace(COUNTY.analysis, book=replace(COUNTY.book, disclosure=facts)))
    report = facts.report(year)
    return [(one.code, one.message) for one in check_corrections(register, report)]


def _correction(key: Key, old: str, new: str | None) -> Correction:
    kind, _, standard = key[1].partition(" ")
    return Correction(
        figure=key[0],
        field=kind,
        standard=standard or None,
        kind="更正",
        old=old,
        new=new,
        reason="抄错",
        date=date(2024, 1, 1),
        approver="示例县人民政府",
    )


def test_there_are_many_kinds_of_what_is_published() -> None:
    assert {key[0].partition("/")[0] for _, key in PUBLISHED if "@" not in key[0]} >= {
        *("metrics", "standards", "sources", "bodies", "report", "publisher"),
    }
    assert {key[1] for _, key in PUBLISHED} >= {
        *("name", "definition", "definition_basis", "better", "note", "clause", "level", "document", "title"),
        *("issuer", "written", "published", "value", "change", "period_basis"),
    }


def _filled(record: Record) -> Record:
    """A record that says something in every field that may be left out."""
    empty = {
        name: str(field.annotation)
        for name, field in type(record).model_fields.items()
        if getattr(record, name) is None
    }
    choices = {name: re.search(r"Literal\['(.+?)'", kind) for name, kind in empty.items()}
    update = {
        name: date(2024, 1, 1) if "datetime.date" in kind else choices[name][1] if choices[name] else "2024"
        for name, kind in empty.items()
        if "disclosure." not in kind  # a record within
    }
    return record.model_copy(update=update)


def test_readers_have_a_name_for_every_field_that_a_correction_can_name() -> None:
    facts, kinds = COUNTY.disclosure, ("metrics", "standards", "sources", "bodies")
    filled = {kind: {id_: _filled(one) for id_, one in getattr(facts, kind).items()} for kind in kinds}
    reports = tuple(replace(report, record=_filled(report.record)) for report in facts.reports)
    facts = replace(facts, **filled, reports=reports, publisher=_filled(facts.publisher))
    analysis = replace(COUNTY.analysis, book=replace(COUNTY.book, disclosure=facts))

    fields = {
        entry.field.partition(" ")[0]
        for report in reports
        for entry in snapshot(analysis, report)
        if correctable(entry.key)
    }

    assert len(fields) > 40
    assert fields - FIELD_NAMES.keys() == set()


@settings(max_examples=settings().max_examples // 3)
@given(st.sampled_from(PUBLISHED), st.sampled_from(["9项", "别的说法", "2020-01-01"]))
def test_a_change_of_any_field_is_told_with_both_values_until_a_correction_names_them(
    place: tuple[str, Key], former: str
) -> None:
    year, key = place
    now = next(one.content for one in COUNTY.register.entries[year] if one.key == key)
    fitting, other = _correction(key, former, now), _correction(key, "别的旧值", now)

    ((code, message),) = _found(year, key, former)

    assert code == "unexplained-change"
    assert f"“{former}”" in message
    assert f"“{now}”" in message
    assert _found(year, key, former, fitting) == []
    assert [code for code, _ in _found(year, key, former, other)] == ["bad-correction"]


@pytest.mark.parametrize("new", ["2025-11-05", None])
def test_no_correction_moves_the_day_of_a_deferral(new: str | None) -> None:
    key = ("myopia-rate.senior-high@2024", "deferral verdict")
    correction = _correction(key, "2025-10-01", new).model_copy(update={"field": key[1], "standard": None})

    codes = [code for code, _ in _found("2025", key, "2025-10-01", correction)]

    assert sorted(codes) == ["bad-correction", "unexplained-change"]


# A site of its own


def _edit(path: str, old: str, new: str) -> dict[str, str]:
    return {"file": path, "replace": old, "with": new}


STANDARD = (
    "variation: {name: 差异系数要求, metric: school-variation, requires: 不超过, value: 0.50, level: 国家, "
    "nature: 认定标准, document: example-scheme, clause: 第三条, scope: 小学和初中}\n"
)
METRICS = "data/metrics/funding.yml"
REPORT = "data/2022/report.yml"
EDITS = {
    "a metric under another name": _edit(METRICS, "name: 教育预算", "name: 教育支出"),
    "two categories exchanged": _edit(
        METRICS, "{primary: 小学, junior-high: 初中}", "{primary: 初中, junior-high: 小学}"
    ),
    "a definition": _edit(METRICS, "修缮校舍的投入。", "修缮校舍以外的投入。"),
    "whose words a definition is": _edit(
        METRICS,
        "修缮校舍的投入。\n  definition_basis: 本站说明",
        "修缮校舍的投入。\n  definition_basis: 报告原文",
    ),
    "a direction": _edit(METRICS, "better: lower", "better: higher"),
    "how a period was read": _edit(
        "data/2022/values.yml", "budget: {period: 2021,", "budget: {period: 2021, period_basis: 承前,"
    ),
    "a clause": _edit("data/standards.yml", "第三条", "第四条"),
    "a level": _edit("data/standards.yml", "国家", "市级"),
    "a scope": _edit("data/standards.yml", "小学和初中", "小学"),
    "a document's title": _edit("data/sources.yml", "title: 示例县评价方案", "title: 示例市评价方案"),
    "a day of writing": _edit(REPORT, "written: 2022-10-31", "written: 2022-10-30"),
    "a day of publication": _edit(REPORT, "published: 2022-11-01", "published: 2022-11-02"),
    "an issuer": _edit(REPORT, "issuer: 示例县人民政府", "issuer: 示例县教育局"),
    "the publisher": _edit("data/publisher.yml", "name: 示例县人民政府", "name: 示例市人民政府"),
}


def _site(root: Path) -> Path:
    project.make(root)
    project.apply(
        root, [{"file": "data/standards.yml", "write": STANDARD}, {"file": "data", "register": True}]
    )
    return root


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_of_what_stands_around_a_figure_is_told_where_it_was_made(
    tmp_path: Path, edit: dict[str, str]
) -> None:
    root = _site(tmp_path)
    before = (root / edit["file"]).read_text("utf-8")
    project.apply(root, [edit])

    found = [one for one in Site(root).findings if one.code == "unexplained-change"]

    lines = before[: before.index(edit["replace"])].count("\n") + edit["with"].count("\n") + 1
    assert [(one.where.path, one.where.line) for one in found] == [(edit["file"], lines)]


def test_registering_twice_changes_no_byte_and_a_change_adds_a_line(tmp_path: Path) -> None:
    root = _site(tmp_path)
    chain, published = root / "data/register.jsonl", root / "data/2022/published.json"
    former = chain.read_bytes(), published.read_bytes()

    told = Site(root).register.write(root)
    assert "没有新的内容" in told[0]
    assert (chain.read_bytes(), published.read_bytes()) == former

    project.apply(root, [{"file": "data/2022/values.yml", "append": "# 注\n"}])
    project.apply(root, [_edit("data/2022/values.yml", "value: 30余次}", "value: 30余次, note: 说明}")])
    head = Site(root).register.line.head
    Site(root).register.write(root)
    assert chain.read_bytes().startswith(former[0])
    assert Site(root).register.line.head == head
    assert len(Site(root).disclosure.chain) == 2


def _refusing(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("method", ["open", "replace"])
def test_a_full_disk_ends_in_one_sentence_and_leaves_the_register_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    root = _site(tmp_path)
    project.apply(root, [_edit("data/2022/values.yml", "value: 30余次}", "value: 30余次, note: 说明}")])
    register = Site(root).register
    former = {path: path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()}
    monkeypatch.setattr(Path, method, _refusing if method == "replace" else Path.open)
    if method == "open":
        monkeypatch.setattr("disclosure.register.register.os.fsync", _refusing)

    with pytest.raises(RegisterError, match=r"^登记簿写不了：磁盘满了；.*原来的登记簿没有变。$"):
        register.write(root)

    assert {path: path.read_bytes() for path in (root / "data").rglob("*") if path.is_file()} == former


class _Killed(BaseException):
    """What no handler of errors catches."""


@pytest.mark.parametrize("first", [True, False], ids=["first", "later"])
def test_a_registration_that_was_killed_goes_on_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, first: bool
) -> None:
    changed = _edit("data/2022/values.yml", "value: 30余次}", "value: 30余次, note: 说明}")
    paths = [Path("data/register.jsonl"), Path("data/2022/published.json")]
    steps: list[int] = []

    def site(name: str) -> Path:
        root = project.make(tmp_path / name) if first else _site(tmp_path / name)
        project.apply(root, [changed])
        return root

    def counted(step: Any, last: int) -> Any:
        def run(*arguments: Any, **options: Any) -> Any:
            if len(steps) >= last:
                raise _Killed
            steps.append(1)
            return step(*arguments, **options)

        return run

    def killed_after(root: Path, last: int) -> bool:
        steps.clear()
        register = Site(root).register
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", counted(Path.replace, last))
            patched.setattr(Path, "unlink", counted(Path.unlink, last))
            patched.setattr("disclosure.register.register.os.fsync", counted(os.fsync, last))
            try:
                register.write(root)
            except _Killed:
                return True
        return False

    expected = site("whole")
    assert not killed_after(expected, 100)
    total = len(steps)
    assert total >= 4
    for last in range(total):
        root = site(f"killed-{last}")
        assert killed_after(root, last)
        assert main(["register"], root) == 0, last
        assert [(root / path).read_bytes() for path in paths] == [
            (expected / path).read_bytes() for path in paths
        ]
        assert not list((root / "data").rglob("*.partial"))


def test_an_edited_file_is_told_once_and_accuses_no_data(tmp_path: Path) -> None:
    root = _site(tmp_path)
    project.apply(root, [_edit("data/2022/published.json", "4200万元", "4300万元")])

    found = errors(Site(root).findings)

    assert [(one.where.path, one.code) for one in found] == [("data/2022/published.json", "register-edited")]


def test_a_figure_is_withdrawn_as_the_manual_says(tmp_path: Path) -> None:
    root = project.make(tmp_path, "demo-county")
    values, words = root / "data/2025/values.yml", root / "docs/2025/safety.md"
    lines = values.read_text("utf-8").splitlines(keepends=True)
    values.write_text("".join(line for line in lines if not line.startswith("guards-rate:")), "utf-8")
    words.write_text(words.read_text("utf-8").replace("{{ guards-rate }}", "100%"), "utf-8")
    report, corrections = root / "data/2025/report.yml", root / "data/2025/corrections.yml"
    exempt = "  - {words: 配备率保持100%, kind: 已撤下, reason: 撤下}\n"
    report.write_text(report.read_text("utf-8").replace("exempt:\n", f"exempt:\n{exempt}"), "utf-8")
    with corrections.open("a", encoding="utf-8") as stream:
        stream.write(
            "- {figure: guards-rate@2024, kind: 更正, old: 100%, new: null, reason: 抄错, date: 2025-10-30, "
            "approver: 示例县人民政府办公室}\n"
        )

    assert [str(one) for one in errors(Site(root).findings)] == []


WORDS = ("校舍维修还不够。", "校舍维修还很不够。", "校舍维修远远不够。")


def _reworded(root: Path, old: str, new: str, *corrections: str) -> list[str]:
    """The errors once the official words are others, with corrections in place of those that there were."""
    for path in ("docs/2022/problems.md", "data/2022/source.txt"):
        project.apply(root, [{"file": path, "replace": old, "with": new}])
    with (root / "data/2022/corrections.yml").open("a", encoding="utf-8") as stream:
        for words in corrections:
            stream.write(
                f"- {{figure: 正文, field: text, {words}, kind: 更正, reason: 原件有误, date: 2022-11-10, "
                "approver: 县教委}\n"
            )
    return [one.code for one in errors(Site(root).findings)]


def test_official_words_are_corrected_again_and_again(tmp_path: Path) -> None:
    root = _site(tmp_path)

    for old, new in pairwise(WORDS):
        assert _reworded(root, old, new, f"old: {old}, new: {new}") == []
        Site(root).register.write(root)

    assert "unexplained-change" in _reworded(root, WORDS[2], WORDS[0])


def test_words_in_brackets_at_the_end_of_a_correction_count(tmp_path: Path) -> None:
    root, old, new = _site(tmp_path), "校舍维修还不够", "校舍维修还不够（见附表）"

    assert _reworded(root, old, new, f"old: {old}, new: {new}") == []


@pytest.mark.parametrize(
    "correction",
    [
        "old: 从来没有的话, new: 校舍维修还很不够。",
        "old: 校舍维修还不够。, new: null",
        "old: 从来没有的话, new: 校舍",
    ],
    ids=["never said", "withdrawn", "elsewhere"],
)
def test_a_correction_of_the_text_explains_what_it_says_and_nothing_else(
    tmp_path: Path, correction: str
) -> None:
    root = _site(tmp_path)

    assert "unexplained-change" in _reworded(root, *WORDS[:2], correction)


def test_figures_that_change_places_in_the_official_text_are_told(tmp_path: Path) -> None:
    root = project.make(tmp_path, "demo-county")
    quota, staff = "编制{{ teacher-quota }}", "在编教职工{{ teachers-in-post }}"
    swapped = ("编制{{ teachers-in-post }}", "在编教职工{{ teacher-quota }}")
    project.apply(
        root,
        [
            {"file": "docs/2025/people.md", "replace": f"{quota}，{staff}", "with": "，".join(swapped)},
            {
                "file": "data/2025/source.txt",
                "replace": "编制2880名，在编教职工2831名",
                "with": "编制2831名，在编教职工2880名",
            },
        ],
    )

    found = errors(Site(root).findings)

    assert [(one.where.path, one.code) for one in found] == [("data/2025/source.txt", "unexplained-change")]


def test_a_standard_without_a_metric_can_be_corrected(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    standard = (
        "gdp: {{name: 支出标准, metric: null, subject: 教育经费, requires: 不低于, value: {}, "
        "nature: 规划目标, set_aside: {{verdict: 不适用, reason: 全国的目标}}}}\n"
    )
    project.apply(root, [{"file": "data/standards.yml", "write": standard.format("4%")}])
    Site(root).register.write(root)
    project.apply(root, [{"file": "data/standards.yml", "write": standard.format("3%")}])
    assert [one.code for one in errors(Site(root).findings)] == ["unexplained-change"]

    rest = "不适用（支出标准，规划目标；依据待核实）"
    correction = (
        f"- {{figure: standards/gdp, field: verdict, standard: gdp, kind: 更正, old: 不低于 4% → {rest}, "
        f"new: 不低于 3% → {rest}, reason: 抄错, date: 2022-11-10, approver: 县教委}}\n"
    )
    project.apply(root, [{"file": "data/2022/corrections.yml", "write": correction}])

    assert [str(one) for one in errors(Site(root).findings)] == []


def test_a_register_that_is_gone_is_told(tmp_path: Path) -> None:
    root = _site(tmp_path)
    (root / "data/2022/published.json").unlink()

    (found,) = [one for one in Site(root).findings if one.code == "register-edited"]

    assert found.where.path == "data/register.jsonl"
    assert "从备份恢复" in found.message


def test_a_chain_that_is_gone_is_told(tmp_path: Path) -> None:
    root = _site(tmp_path)
    (root / "data/register.jsonl").unlink()

    (found,) = [one for one in Site(root).findings if one.code == "register-edited"]

    assert found.where.path == "data/2022/published.json"


def test_the_register_of_another_county_is_told_in_one_finding(tmp_path: Path) -> None:
    root = project.make(tmp_path / "county")
    other = project.SITES / "demo-county" / "data"
    for path in (*other.rglob("published.json"), other / "register.jsonl"):
        place = root / "data" / path.relative_to(other)
        if place.parent.is_dir():
            place.write_bytes(path.read_bytes())
    (root / "data/2022/published.json").write_bytes((other / "2024/published.json").read_bytes())
    project.apply(root, [_edit("data/publisher.yml", "name: 示例县人民政府", "name: 另一县人民政府")])

    found = [one for one in Site(root).findings if one.code.startswith(("register", "un", "report"))]

    assert [(one.where.path, one.code) for one in found] == [("data/register.jsonl", "register-edited")]
    assert "删去 data/register.jsonl" in found[0].message
