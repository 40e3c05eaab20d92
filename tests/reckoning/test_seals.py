"""What the register keeps of ledgers, opinions and notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from disclosure.checks.registered import check_registered
from disclosure.facts.ledger import Acceptance, LedgerItem, Measure, Problem, Step
from disclosure.facts.lock import Lock
from disclosure.facts.supervision import Notice, Opinion
from disclosure.reckoning.seals import read_item, seal_item, seal_notice, seal_opinion, seals

if TYPE_CHECKING:
    from conftest import County

STEPS = (
    Step(date="2024-10-31", state="未启动", note="列入台账。"),
    Step(date="2024-11-20", state="推进中"),
)
ITEM = LedgerItem(
    source="自查",
    area="funding",
    problem=Problem(heading="problem-1", text="校舍维修还不够"),
    measures=(Measure(text="修缮校舍"),),
    owner="bureau",
    due="2025-06-30",
    acceptance=Acceptance(deliverable="校舍验收合格"),
    history=STEPS,
)
OPINION = Opinion(
    about="problem-1",
    received="2024-11-01",
    summary="希望先修漏雨的教室。",
    handling="已列入计划。",
    office="示例县教育局",
    answered="2024-11-10",
    consent="已同意公开",
)
NOTICE = Notice(opens="2024-10-30", closes="2024-11-13", office="督导科", issuer="县政府", date="2024-10-30")


@pytest.mark.parametrize(
    "item",
    [ITEM, LedgerItem(source="自查", area="funding", problem=Problem(text="校舍"), history=STEPS[:1])],
    ids=["whole", "bare"],
)
def test_what_a_line_keeps_of_an_item_is_read_again(item: LedgerItem) -> None:
    assert read_item(str(seal_item(item))) == seal_item(item)


def test_a_further_step_leaves_the_former_ones_at_the_beginning() -> None:
    later = ITEM.model_copy(update={"history": (*STEPS, Step(date="2024-12-01", state="推进中"))})

    assert seal_item(later).steps[:2] == seal_item(ITEM).steps


@pytest.mark.parametrize(
    "change",
    [{"date": date(2024, 10, 30)}, {"state": "未公布"}, {"note": "列入计划。"}, {"note": None}],
    ids=["date", "state", "note", "no note"],
)
def test_whatever_changes_in_a_step_changes_its_hash(change: dict[str, object]) -> None:
    assert seal_item(ITEM.model_copy(update={"history": (STEPS[0].model_copy(update=change),)})).steps != (
        seal_item(ITEM).steps[0],
    )


@pytest.mark.parametrize("field", ["about", "received", "summary", "handling", "office", "answered"])
def test_whatever_readers_see_of_an_opinion_is_kept(field: str) -> None:
    assert seal_opinion(OPINION.model_copy(update={field: "别的"})) != seal_opinion(OPINION)


@pytest.mark.parametrize("field", sorted(Notice.model_fields.keys() - {"where", "places"}))
def test_whatever_a_notice_says_is_kept(field: str) -> None:
    other = date(2024, 1, 1) if isinstance(getattr(NOTICE, field), date) else "别的"

    assert seal_notice(NOTICE.model_copy(update={field: other})) != seal_notice(NOTICE)


def test_the_county_registers_its_ledgers_published_opinions_and_notices(county: County) -> None:
    for report in county.facts.reports:
        assert report.lock is not None
        kept = {(entry.figure, entry.field, entry.printed) for entry in report.lock.entries if entry.sealed}
        assert kept == {(entry.figure, entry.field, entry.printed) for entry in seals(report)}


def test_a_lock_from_before_ledgers_were_kept_stays_valid(county: County) -> None:
    report = county.facts.report("2024")
    assert report is not None
    assert report.lock is not None
    figures = Lock(report.lock.path, tuple(entry for entry in report.lock.entries if not entry.sealed))

    assert (
        list(check_registered(county.facts, replace(report, lock=figures, ledger=None, opinions=None))) == []
    )


def test_nothing_is_said_of_a_file_that_could_not_be_read(county: County) -> None:
    report = county.facts.report("2024")
    assert report is not None
    unread = frozenset({report.ledger_path, report.opinions_path})
    facts = replace(county.facts, uncertain=unread)

    assert list(check_registered(facts, replace(report, ledger=None, opinions=None))) == []


def test_every_item_and_opinion_that_is_gone_is_told(county: County) -> None:
    report = county.facts.report("2024")
    assert report is not None
    found = list(check_registered(county.facts, replace(report, ledger=None, opinions=None)))

    assert [item.code for item in found].count("ledger-rewritten") == len(report.ledger.items)
    assert [item.code for item in found].count("opinion-rewritten") == len(report.opinions.items)
