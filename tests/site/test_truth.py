"""Standards, implied values, corrections, decisions and downloads, as readers of built sites meet them."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

import finished
import project

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from conftest import County


def test_no_verdict_on_an_unread_basis_stands_anywhere_without_saying_so(built: Path) -> None:
    unread = {
        row["standard_name"] for row in finished.rows(built, "verdicts") if "依据待核实" in row["marks"]
    }
    shown = [
        node.text() for path in built.rglob("*.html") for node in finished.page(path, "").css(".verdict")
    ]
    doubted = [text for text in shown if any(name in text for name in unread)]

    assert bool(doubted) == bool(unread)
    assert [text for text in doubted if "依据待核实" not in text] == []


FIGURE = "myopia-rate.primary@2024"


def test_a_citation_names_everything_and_its_hash_can_be_computed_from_the_download(county: County) -> None:
    (row,) = [
        one for one in finished.rows(county.site, "figures") if one["figure"] == "myopia-rate.primary@2024"
    ]
    cited = finished.page(county.site, "metrics/myopia-rate/index.html").css(".citations li")
    record = county.facts.report("2025").record

    line = "\t".join((record.title, row["figure"], row["value"], row["change"]))
    assert sha256(line.encode()).hexdigest()[:16] == row["hash"]
    (citation,) = [node.text() for node in cited if row["hash"] in node.text()]
    for part in (
        f"{record.issuer}：《",
        record.title,
        str(record.written),
        "（小学）",
        "2024年",
        row["value"],
    ):
        assert part in citation


def test_the_downloads_say_the_same_in_both_forms(built: Path) -> None:
    document = json.loads((built / "data" / "disclosure.json").read_text("utf-8"))
    tables = document["tables"]

    assert {"figures", "verdicts", "implied", "corrections", "reviews"} <= set(tables)
    assert {name: table["rows"] for name, table in tables.items()} == {
        name: [_plain(row) for row in finished.rows(built, name)] for name in tables
    }
    assert [name for name, table in tables.items() if _columns(table) != list(table["columns"])] == []


def _columns(table: dict[str, Any]) -> list[str]:
    """The names in its first row, or where it has none those that it declares."""
    return list(table["rows"][0] if table["rows"] else table["columns"])


def _plain(row: dict[str, str]) -> dict[str, str]:
    return {name: cell.removeprefix("'") for name, cell in row.items()}


# What became of published values


def _register(root: Path) -> None:
    done = project.disclose(root, "register")
    assert done.returncode == 0, done.stderr


def _changed_budget(new: str) -> list[dict[str, str]]:
    return [
        {"file": "data/2022/values.yml", "replace": "value: 4200万元", "with": f"value: {new}"},
        {"file": "data/2022/source.txt", "replace": "4200万元", "with": new},
    ]


CORRECTION = """\
- figure: education-budget@2021
  kind: 更正
  old: 4200万元
  new: 4300万元
  reason: 原来抄错了一位
  date: 2022-12-01
  approver: 示例县人民政府
"""


REWORDED = """\
- figure: 正文
  field: text
  kind: 更正
  old: 2021年以来检查30余次。专职保安配备率2021年为96%
  new: 专职保安配备率2021年为96%
  reason: 原来的一句没有依据，删去
  date: 2022-12-01
  approver: 示例县人民政府
"""


def test_a_published_value_can_not_change_in_silence(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    _register(root)
    project.apply(root, _changed_budget("4300万元"))

    made = project.build(root, "-q")

    assert project.findings(made.stderr) == ["data/2022/values.yml:1:41 unexplained-change"]


def test_a_correction_keeps_the_old_value_beside_the_new(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    _register(root)
    project.apply(root, _changed_budget("4300万元"))
    project.apply(root, [{"file": "data/2022/corrections.yml", "write": CORRECTION}])

    made = project.build(root, "-q")

    assert made.returncode == 0, made.stderr
    metric = finished.page(root / "site", "metrics/education-budget/index.html")
    assert [node.text() for node in metric.css("#values ~ .table-scroll del")] == ["4200万元"]
    assert "4300万元" in finished.words(metric, "#values ~ .table-scroll")
    listed = finished.words(finished.page(root / "site", "corrections/index.html"))
    for part in ("4200万元", "4300万元", "原来抄错了一位", "2022-12-01", "示例县人民政府批准"):
        assert part in listed
    assert (
        "corrections/index.html" in (root / "site" / "index.html").read_text("utf-8").partition("</nav>")[0]
    )
    _register(root)
    assert project.build(root, "-q").returncode == 0


def test_a_withdrawn_figure_leaves_its_page_and_its_place(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    _register(root)
    project.apply(
        root,
        [
            {
                "file": "data/2022/values.yml",
                "replace": "inspections: {period: 2021年以来, value: 30余次}\n",
                "with": "",
            },
            {"file": "docs/2022/safety.md", "replace": "2021年以来检查{{ inspections }}。", "with": ""},
            {"file": "data/2022/source.txt", "replace": "2021年以来检查30余次。", "with": ""},
        ],
    )
    refused = project.build(root, "-q")
    entry = CORRECTION.replace("education-budget@2021", "inspections@2021年以来")
    entry = entry.replace("4200万元", "30余次").replace("new: 4300万元", "new: null")
    entry += REWORDED
    project.apply(root, [{"file": "data/2022/corrections.yml", "write": entry}])

    made = project.build(root, "-q")

    assert "unexplained-change" in refused.stderr or "metric-without-value" in refused.stderr
    assert made.returncode == 0, made.stderr
    page = finished.page(root / "site", "metrics/inspections/index.html")
    assert page.css_first("#value-inspections-since-2021-2022 del").text() == "30余次"
    assert "已经撤下" in finished.words(page)


def _registered(root: Path) -> dict[str, bytes]:
    files = (root / "data").rglob("*")
    return {path.name: path.read_bytes() for path in files if path.suffix in {".json", ".jsonl", ".lock"}}


def test_nothing_is_registered_while_anything_is_wrong(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    _register(root)
    former = _registered(root)
    project.apply(root, _changed_budget("4300万元"))

    done = project.disclose(root, "register")

    assert done.returncode == 1
    assert _registered(root) == former


def test_a_build_never_registers(tmp_path: Path) -> None:
    root = project.make(tmp_path)

    assert project.build(root, "-q").returncode == 0

    assert _registered(root) == {}


def test_registering_after_a_build_changes_no_byte_of_the_site_and_twice_none_of_the_register(
    tmp_path: Path,
) -> None:
    root = project.make(tmp_path)
    assert project.build(root, "-q").returncode == 0
    manifest = (root / "site" / "manifest.sha256").read_bytes()
    _register(root)
    former = _registered(root)

    assert project.build(root, "-q").returncode == 0
    _register(root)

    assert (root / "site" / "manifest.sha256").read_bytes() == manifest
    assert _registered(root) == former
    line = json.loads(former["register.jsonl"])
    assert line["manifest"] == sha256(manifest).hexdigest()
    assert line["head"] in (root / "site" / "index.html").read_text("utf-8")


# Years


def _second_year(root: Path, edits: Iterable[dict[str, str]]) -> None:
    for directory in ("data", "docs"):
        project.copy(root / directory / "2022", root / directory / "2023")
    project.apply(root, edits)


def test_a_later_value_for_the_same_period_has_to_be_explained(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    edits = [{**edit, "file": edit["file"].replace("2022", "2023")} for edit in _changed_budget("4300万元")]
    _second_year(root, edits)
    refused = project.build(root, "-q")
    entry = CORRECTION.replace("更正", "修订")
    project.apply(root, [{"file": "data/2023/corrections.yml", "write": entry}])

    made = project.build(root, "-q")

    assert project.findings(refused.stderr) == ["data/2023/values.yml:1:41 restated"]
    assert made.returncode == 0, made.stderr
    row = finished.page(root / "site", "metrics/education-budget/index.html").css_first(
        "#value-education-budget-2021-2022"
    )
    assert "2023年报告已改为 4300万元，以后者为准" in row.text()


# Standards and decisions


STANDARD = """\
variation:
  name: 均衡标准
  metric: school-variation
  requires: 不超过
  value: "0.40"
  nature: 认定标准
"""


def _decided(root: Path, *, date: str, as_of: str) -> None:
    project.apply(
        root,
        [
            {"file": "data/standards.yml", "write": STANDARD},
            {
                "file": "data/2022/values.yml",
                "replace": 'value: "0.42"}',
                "with": 'value: "0.42", reviewed: {verdict: {decision: 缓公开, reason: 正在核对口径, '
                f"office: 示例县教育局, date: {date}}}}}}}",
            },
            {"file": "data/2022/report.yml", "append": f"as_of: {as_of}\n"},
        ],
    )


def test_a_verdict_held_back_still_shows_figure_and_standard_and_is_counted(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    _decided(root, date="2022-11-01", as_of="2022-11-10")

    made = project.build(root, "-q")

    assert made.returncode == 0, made.stderr
    words = finished.words(finished.page(root / "site", "standards/index.html"))
    for part in (
        "0.42",
        "不超过 0.40",
        "对照结果核实中（自2022-11-01起，最迟到2022-11-29）",
        "正在核对口径",
        "对照结果核实中 1 项",
    ):
        assert part in words
    assert "未达到均衡标准" not in words
    assert finished.rows(root / "site", "verdicts")[0]["outcome"] == "对照结果核实中"


def test_a_verdict_held_back_too_long_is_shown_again(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    _decided(root, date="2022-11-01", as_of="2022-11-30")

    made = project.build(root, "-q")

    assert made.returncode == 0, made.stderr
    words = finished.words(finished.page(root / "site", "2022/funding/index.html"))
    assert "未达到均衡标准（认定标准；依据待核实）" in words
    assert "曾自2022-11-01起暂缓公开，到2022-11-29满期，已恢复公开" in words


def test_verdicts_stand_where_the_words_place_them_and_only_there(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    project.apply(
        root,
        [
            {"file": "data/standards.yml", "write": STANDARD},
            {
                "file": "docs/2022/funding.md",
                "replace": "{{ table pupil-spending }}",
                "with": "{{ verdicts funding }}\n\n{{ table pupil-spending }}",
            },
        ],
    )

    assert project.build(root, "-q").returncode == 0

    page = finished.page(root / "site", "2022/funding/index.html")
    assert len(page.css("#verdicts-funding")) == 1
    assert page.css_first("article #verdicts-funding")


# Coverage of a scheme whose text is known


def test_points_of_a_known_scheme_are_answered_or_said_to_be_open(tmp_path: Path) -> None:
    root = project.make(tmp_path)
    project.apply(
        root,
        [
            {
                "file": "data/areas.yml",
                "replace": "short: 校园安全}",
                "with": "short: 校园安全, points: {guards: 配齐专职保安, fire: 定期消防演练}}",
            },
            {
                "file": "data/metrics/safety.yml",
                "replace": "  definition: 配有专职保安的学校所占的比例。",
                "with": "  definition: 配有专职保安的学校所占的比例。\n  points: [guards]",
            },
        ],
    )

    assert project.build(root, "-q").returncode == 0

    rows = [node.text() for node in finished.page(root / "site", "coverage/index.html").css("tbody tr")]
    assert rows == ["配齐专职保安专职保安配备率", "定期消防演练没有对应的数值"]


# Charts


@pytest.mark.parametrize(
    ("value", "width"), [("9800余元", "0.73%"), ("超9800元", "8.00%"), ("9800—9900元", "0.73%")]
)
def test_an_open_value_is_drawn_open(tmp_path: Path, value: str, width: str) -> None:
    root = project.make(tmp_path)
    project.apply(
        root,
        [
            {
                "file": "data/2022/values.yml",
                "replace": "primary: {value: 9800元}",
                "with": f"primary: {{value: {value}}}",
            },
            {"file": "data/2022/source.txt", "replace": "9800元", "with": value},
        ],
    )

    assert project.build(root, "-q").returncode == 0

    page = finished.page(root / "site", "metrics/pupil-spending/index.html")
    drawn = [
        [(rect.attributes["class"], rect.attributes["width"]) for rect in bar.css("rect")]
        for bar in page.css(".chart-bar")
    ]
    assert sorted(drawn) == [
        [("chart-sure", "71.56%"), ("chart-open", width)],
        [("chart-sure", "92.00%")],
    ]
