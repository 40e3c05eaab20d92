"""A verdict that is held back is registered without its outcome; what may become of it afterwards."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

import project
from disclosure.site.site import Site

if TYPE_CHECKING:
    from pathlib import Path

STANDARDS, VALUES, REPORT = "data/standards.yml", "data/2022/values.yml", "data/2022/report.yml"
PUBLISHED = "data/2022/published.json"
STANDARD = (
    "variation: {name: 差异系数要求, metric: school-variation, nature: 认定标准, "
    "requires: 不超过, value: 0.50}\n"
)
MET = "不超过 0.50 → 达到差异系数要求（认定标准；依据待核实）"
OTHER = "不超过 0.50 → 口径不一致（差异系数要求，认定标准；依据待核实）"
HELD_BACK = "不超过 0.50 → 对照结果核实中（差异系数要求，认定标准；依据待核实）"
REVIEW = ", reviewed: {verdict: {decision: 缓公开, reason: 核实中, office: 示例县教育局, date: 2022-10-31}}"

REGISTER = {"file": "data", "register": True}
DEFER = {"file": VALUES, "replace": '"0.42"', "with": f'"0.42"{REVIEW}'}
LIFT = {"file": VALUES, "replace": REVIEW, "with": ""}
PUBLISH = {"file": VALUES, "replace": "缓公开", "with": "公开"}
ANOTHER_DAY = {"file": VALUES, "replace": "2022-10-31", "with": "2022-11-01"}
LAPSE = {"file": REPORT, "append": "as_of: 2022-12-31\n"}
AN_EARLIER_DATE = {"file": REPORT, "replace": "as_of: 2022-12-31\n", "with": ""}
LOWER = {"file": STANDARDS, "replace": "0.50", "with": "0.45"}
ANOTHER_NATURE = {"file": STANDARDS, "replace": "认定标准", "with": "规划目标"}
ANOTHER_OUTCOME = {
    "file": STANDARDS,
    "replace": "}",
    "with": ", set_aside: {verdict: 口径不一致, reason: 分母不同}}",
}

BEHIND = f"{PUBLISHED}:1:1 register-behind"
OF_THE_REVIEW = f"{VALUES}:8:60 unexplained-change"
OF_THE_STANDARD = f"{STANDARDS}:1:89 unexplained-change"


def _correction(*changes: tuple[str, str]) -> dict[str, str]:
    entries = (
        f"- {{figure: school-variation@2021, field: verdict, standard: variation, kind: 修订, old: {old}, "
        f"new: {new}, reason: 核实, date: 2022-11-{day:02}, approver: 县教委}}\n"
        for day, (old, new) in enumerate(changes, 1)
    )
    return {"file": "data/2022/corrections.yml", "write": "".join(entries)}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with one standard, whose verdict is held back by ``DEFER``."""
    project.make(tmp_path)
    project.apply(tmp_path, [{"file": STANDARDS, "write": STANDARD}])
    return tmp_path


def _told(root: Path, *edits: dict[str, Any]) -> list[str]:
    """What is told of the register after some edits."""
    project.apply(root, edits)
    codes = ("unexplained-change", "bad-correction", "register-")
    return [f"{one.where} {one.code}" for one in sorted(Site(root).findings) if one.code.startswith(codes)]


def _registered(root: Path) -> dict[str, Any]:
    """What is registered of the verdict and of its deferral."""
    entries = Site(root).disclosure.report("2022").published.entries.values()
    fields = {one.field: one.content for one in entries if one.id == "school-variation@2021"}
    return {name: said for name, said in fields.items() if name.startswith(("verdict", "deferral"))}


def test_a_verdict_that_is_held_back_is_registered_with_its_day_and_without_its_outcome(root: Path) -> None:
    assert _told(root, DEFER, REGISTER) == []

    assert _registered(root) == {"verdict variation": HELD_BACK, "deferral verdict": "2022-10-31"}
    data = [path.read_text("utf-8") for path in (root / "data").rglob("*") if path.is_file()]
    assert [text for text in data if "达到" in text] == []


@pytest.mark.parametrize("over", [LIFT, PUBLISH, LAPSE], ids=["lifted", "decided otherwise", "lapsed"])
def test_a_deferral_that_is_over_needs_no_correction_and_is_to_be_registered(
    root: Path, over: dict[str, str]
) -> None:
    assert _told(root, DEFER, REGISTER, over) == [BEHIND]

    assert _told(root, REGISTER) == []
    assert _registered(root) == {"verdict variation": MET}


@pytest.mark.parametrize("edit", [LOWER, ANOTHER_NATURE], ids=["threshold", "nature"])
def test_the_requirement_of_a_verdict_that_is_held_back_does_not_change_without_a_word(
    root: Path, edit: dict[str, str]
) -> None:
    assert _told(root, DEFER, REGISTER, edit) == [OF_THE_REVIEW]
    assert _told(root, LIFT) == [BEHIND, OF_THE_STANDARD]


def test_the_day_of_a_deferral_does_not_change(root: Path) -> None:
    (found,) = _told(root, DEFER, REGISTER, ANOTHER_DAY)

    assert found == OF_THE_REVIEW


@pytest.mark.parametrize("back", [[DEFER], [DEFER, LAPSE, REGISTER, AN_EARLIER_DATE]], ids=["new", "lapsed"])
def test_an_outcome_that_was_registered_is_not_held_back_without_a_correction(
    root: Path, back: list[dict[str, str]]
) -> None:
    assert _told(root, REGISTER, *back) == [BEHIND, OF_THE_REVIEW]

    assert _told(root, _correction((MET, HELD_BACK))) == [BEHIND]


def test_what_a_correction_held_back_comes_again_as_it_was(root: Path) -> None:
    assert _told(root, REGISTER, DEFER, _correction((MET, HELD_BACK)), REGISTER, LIFT) == [BEHIND]
    assert _told(root, REGISTER) == []

    later = _correction((MET, HELD_BACK), (MET, OTHER))
    assert _told(root, ANOTHER_OUTCOME, later) == [BEHIND]


def test_another_outcome_than_that_which_was_held_back_needs_a_further_correction(root: Path) -> None:
    first = MET, HELD_BACK
    edits = REGISTER, DEFER, _correction(first), REGISTER, LIFT, ANOTHER_OUTCOME
    assert _told(root, *edits) == [f"{_correction()['file']}:1:125 bad-correction", BEHIND]

    assert _told(root, _correction(first, (HELD_BACK, OTHER))) == [BEHIND]
    assert _told(root, REGISTER) == []


@pytest.mark.parametrize(
    "corrected",
    [[], [ANOTHER_OUTCOME, _correction((MET, HELD_BACK), (HELD_BACK, OTHER))]],
    ids=["verdict", "correction"],
)
def test_a_report_that_cannot_be_read_brings_no_deferral_back(
    root: Path, corrected: list[dict[str, str]]
) -> None:
    """Without the later report the data seem to be of a day on which the deferral was in force."""
    for directory in ("data", "docs"):
        project.copy(root / directory / "2022", root / directory / "2023")
    later = {"file": "data/2023/report.yml", "append": "as_of: 2022-12-31\n"}
    assert _told(root, later, DEFER, *corrected, REGISTER) == []

    project.apply(root, [{"file": later["file"], "replace": "scheme: ", "with": "shceme: "}])

    site = Site(root)
    assert {one.key[1] for one in site.register.changes["2022"]} == {"verdict variation", "deferral verdict"}
    assert [one.code for one in site.findings if one.code in {"unexplained-change", "bad-correction"}] == []


# Registers of former releases, which hold the outcome beside the day of its deferral


@pytest.fixture(params=["published.json", "figures.lock"])
def leaking(root: Path, request: pytest.FixtureRequest) -> Path:
    """A site whose register holds an outcome that readers do not see."""
    project.apply(root, [DEFER, REGISTER])
    published = root / PUBLISHED
    published.write_text(published.read_text("utf-8").replace(HELD_BACK, MET), "utf-8")
    if request.param == "figures.lock":
        lines = [f"school-variation@2021\t{field}\t{said}\t0" for field, said in _registered(root).items()]
        title = "# 已公布的数值。由 python hooks/disclose.py lock 写成，请不要手改。"
        head = f"# sha256 {sha256('|'.join(lines).encode()).hexdigest()}"
        (root / "data/2022/figures.lock").write_text("\n".join([title, head, *lines, ""]), "utf-8")
        published.unlink()
        (root / "data/register.jsonl").unlink()
    else:
        project.apply(root, [{"file": "data/register.jsonl", "chain": {}}])
    return root


def test_the_register_of_a_former_release_loses_the_outcome_when_it_is_written_anew(leaking: Path) -> None:
    assert {one.rpartition(" ")[2] for one in _told(leaking)} <= {"register-behind", "register-missing"}
    assert _told(leaking) != []

    assert _told(leaking, REGISTER) == []
    assert _registered(leaking) == {"verdict variation": HELD_BACK, "deferral verdict": "2022-10-31"}


@pytest.mark.parametrize("over", [LIFT, LAPSE], ids=["lifted", "lapsed"])
def test_a_deferral_that_a_former_release_registered_may_be_over(leaking: Path, over: dict[str, str]) -> None:
    assert "unexplained-change" not in " ".join(_told(leaking, over))

    assert _told(leaking, REGISTER) == []
    assert _registered(leaking) == {"verdict variation": MET}


@pytest.mark.parametrize("edit", [LOWER, ANOTHER_NATURE, ANOTHER_DAY], ids=["threshold", "nature", "day"])
def test_nothing_else_changes_unexplained_with_the_register_of_a_former_release(
    leaking: Path, edit: dict[str, str]
) -> None:
    assert OF_THE_REVIEW in _told(leaking, edit)
