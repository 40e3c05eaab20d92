"""What the register keeps of ledgers, opinions and notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from disclosure.analysis.seals import (
    neighbours,
    read_item,
    seal_extension,
    seal_item,
    seal_notice,
    seal_opinion,
    seal_withdrawal,
    seals,
)
from disclosure.checks.register.ledger import check_registered
from disclosure.checks.register.pending import check_unregistered
from disclosure.facts.ledger import (
    Acceptance,
    AcceptanceChange,
    DueChange,
    LedgerItem,
    Measure,
    Problem,
    Rewording,
    Step,
)
from disclosure.facts.lock import Lock, Locked
from disclosure.facts.opinions import Extension, Notice, Opinion, Withdrawal
from disclosure.findings import Where

if TYPE_CHECKING:
    from conftest import County
    from disclosure.facts.disclosure import Report

YEARS = {"2023", "2024", "2025"}
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


@pytest.mark.parametrize("field", sorted(Notice.model_fields.keys() - {"where", "places", "extended"}))
def test_whatever_a_notice_says_is_kept(field: str) -> None:
    other = date(2024, 1, 1) if isinstance(getattr(NOTICE, field), date) else "别的"

    assert seal_notice(NOTICE.model_copy(update={field: other})) != seal_notice(NOTICE)


EXTENSION = Extension(old="2024-11-13", new="2024-11-20", date="2024-11-12", reason="附表晚几天上网")
WITHDRAWAL = Withdrawal(about="problem-1", received="2024-11-01", date="2024-12-01", reason="本人撤回同意")


def test_an_extension_leaves_the_notice_as_it_was_and_is_kept_beside_it() -> None:
    assert seal_notice(NOTICE.model_copy(update={"extended": (EXTENSION,)})) == seal_notice(NOTICE)


@pytest.mark.parametrize("field", ["old", "new", "date", "reason"])
def test_whatever_an_extension_says_is_kept(field: str) -> None:
    other = "别的" if field == "reason" else date(2024, 1, 1)

    assert seal_extension(EXTENSION.model_copy(update={field: other})) != seal_extension(EXTENSION)


@pytest.mark.parametrize("field", ["about", "received", "date", "reason"])
def test_whatever_is_left_of_an_opinion_is_kept(field: str) -> None:
    other = date(2024, 1, 1) if field in {"received", "date"} else "别的"

    assert seal_withdrawal(WITHDRAWAL.model_copy(update={field: other})) != seal_withdrawal(WITHDRAWAL)


def test_where_a_step_stands_in_its_file_changes_nothing() -> None:
    change = DueChange(old="2025-06-30", new="2025-09-30", reason="停工")
    here, there = (
        seal_item(ITEM.model_copy(update={"history": (step,)}))
        for step in (
            STEPS[1].model_copy(update={"due": change, "where": Where("a", line)}) for line in (1, 2)
        )
    )
    moved = change.model_copy(update={"where": Where("a", 9), "places": {"old": Where("a", 9, 9)}})
    elsewhere = seal_item(ITEM.model_copy(update={"history": (STEPS[1].model_copy(update={"due": moved}),)}))

    assert here == there == elsewhere


def test_what_an_acceptance_was_and_became_and_why_is_kept() -> None:
    done, plan = Acceptance(deliverable="校舍验收合格"), Acceptance(deliverable="修缮方案")
    change = AcceptanceChange(old=done, new=plan, reason="分期")
    seals = [
        seal_item(
            ITEM.model_copy(update={"history": (STEPS[1].model_copy(update={"acceptance": said}),)})
        ).steps
        for said in (
            None,
            change,
            change.model_copy(update={"old": plan}),
            change.model_copy(update={"new": None}),
            change.model_copy(update={"reason": "从简"}),
        )
    ]

    assert len(set(seals)) == 5


def test_an_item_in_new_words_is_read_again_with_them() -> None:
    reworded = (Rewording(document="letter", text="教学楼漏水", note="同一处"),)
    item = ITEM.model_copy(update={"reworded": reworded})

    assert read_item(str(seal_item(item))) == seal_item(item)
    assert seal_item(item).problem == seal_item(ITEM).problem


def _after(county: County, **opinions: object) -> list[str]:
    """What is told of the demonstration county's opinions of 2024 once its file says something else."""
    report = county.facts.report("2024")
    assert report is not None
    assert report.opinions is not None
    now = replace(report, opinions=report.opinions.model_copy(update=opinions))
    return [finding.code for finding in check_registered(county.facts, now)]


def test_an_opinion_may_be_withdrawn_and_stays_withdrawn(county: County) -> None:
    opinions = county.facts.report("2024").opinions
    first, *rest = opinions.items
    gone = Withdrawal(about=first.about, received=first.received, date="2025-01-09", reason="本人撤回同意")

    assert _after(county, items=tuple(rest), withdrawn=(*opinions.withdrawn, gone)) == []
    assert _after(county, items=tuple(rest)) == ["opinion-rewritten"]
    assert _after(county, withdrawn=()) == ["opinion-rewritten"]
    other = gone.model_copy(update={"about": "problem-1"})
    assert _after(county, items=tuple(rest), withdrawn=(*opinions.withdrawn, other)) == ["opinion-rewritten"]


def test_one_withdrawal_does_not_excuse_a_second_opinion_of_the_same_day(county: County) -> None:
    report = county.facts.report("2024")
    twin = report.opinions.items[0].model_copy(
        update={"about": "next-step-2", "received": date(2024, 11, 7), "summary": "别的"}
    )
    entry = Locked(twin.about, f"opinion {twin.received}", seal_opinion(twin), Where("lock"))
    lock = replace(report.lock, entries=(*report.lock.entries, entry))

    found = list(check_registered(county.facts, replace(report, lock=lock)))

    assert [finding.code for finding in found] == ["opinion-rewritten"]


def test_a_registered_extension_stays(county: County) -> None:
    report = county.facts.report("2024")
    (extension,) = report.record.notice.extended

    def after(*extensions: Extension) -> list[str]:
        notice = report.record.notice.model_copy(update={"extended": extensions})
        record = report.record.model_copy(update={"notice": notice})
        return [finding.code for finding in check_registered(county.facts, replace(report, record=record))]

    assert after(extension) == after(extension, EXTENSION) == []
    assert after() == after(EXTENSION) == ["opinion-rewritten"]


def _reminded(report: Report, *, rewritten: bool = False) -> list[str]:
    return [finding.message for finding in check_unregistered(report, (), rewritten=rewritten)]


def test_what_is_registered_needs_no_reminder(county: County) -> None:
    assert [_reminded(report) for report in county.facts.reports] == [[], [], []]


def test_what_is_new_since_the_last_registration_is_counted_by_kind(county: County) -> None:
    report = county.facts.report("2024")
    old = {"gate-congestion", "canteen-records"}
    entries = tuple(
        entry
        for entry in report.lock.entries
        if not (entry.figure in old or entry.kind in {"withdrawn", "extension"})
    )
    behind = replace(report, lock=replace(report.lock, entries=entries))

    # an opinion about one of the two items has its id for a figure
    said = "还没有登记：台账里新列入或者有变动的 2 项、意见 2 条、公示 1 处。"
    assert _reminded(behind) == [said]
    assert _reminded(behind, rewritten=True) == []
    assert _reminded(replace(behind, lock=replace(behind.lock, whole=False))) == []
    assert _reminded(replace(behind, lock=None)) == []


def test_a_further_step_asks_to_be_registered(county: County) -> None:
    report = county.facts.report("2024")
    name, item = next(iter(report.ledger.items.items()))
    later = item.model_copy(update={"history": (*item.history, STEPS[1])})
    ledger = report.ledger.model_copy(update={"items": {**report.ledger.items, name: later}})

    assert _reminded(replace(report, ledger=ledger)) == ["还没有登记：台账里新列入或者有变动的 1 项。"]


def test_the_county_registers_its_ledgers_published_opinions_and_notices(county: County) -> None:
    assert {report.year for report in county.facts.reports} == YEARS
    for report in county.facts.reports:
        assert report.lock is not None
        kept = {(entry.figure, entry.field, entry.printed) for entry in report.lock.entries if entry.sealed}
        now = [*seals(report), *neighbours(report, county.facts.reports)]
        assert kept == {(entry.figure, entry.field, entry.printed) for entry in now}
        assert {entry.figure for entry in now if entry.kind == "report"} == YEARS - {report.year}


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

    (whole,) = (item for item in found if item.code == "ledger-rewritten")
    assert f"公布过 {len(report.ledger.items)} 项" in whole.message
    assert [item.code for item in found].count("opinion-rewritten") == len(
        (*report.opinions.items, *report.opinions.withdrawn)
    )
