"""What the register keeps of ledgers, opinions and notices, and what may become of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from disclosure.checks.register.additions import (
    check_published_ledger,
    check_published_notice,
    check_published_opinions,
)
from disclosure.checks.register.chain import check_chain
from disclosure.checks.runner import run_checks
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
from disclosure.facts.opinions import Extension, Notice, Opinion, Withdrawal
from disclosure.findings import Finding, Where
from disclosure.register.diff import digest, same
from disclosure.register.register import Register
from disclosure.register.snapshot import dumped, item_entries, opinion_digest
from disclosure.site.site import Site
from project import SITES

if TYPE_CHECKING:
    from collections.abc import Callable

    from disclosure.facts.disclosure import Report

COUNTY = Site(SITES / "demo-county")
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
EXTENSION = Extension(old="2024-11-13", new="2024-11-20", date="2024-11-12", reason="附表晚几天上网")
WITHDRAWAL = Withdrawal(about="problem-1", received="2024-11-01", date="2024-12-01", reason="本人撤回同意")


def _said(item: LedgerItem) -> dict[str, Any]:
    return {entry.field: entry.content for entry in item_entries(item)}


def _with(record: Any, **fields: object) -> Any:
    return record.model_copy(update=fields)


def test_a_digest_stands_for_what_it_is_of() -> None:
    parts = list(_said(ITEM).values())

    assert len(parts) >= 6
    assert all(same(said, said) and same(digest(said), said) for said in parts)
    assert not any(same(said, digest(said)) or same(digest("别的"), said) for said in parts)


def test_a_further_step_leaves_the_former_ones_at_the_beginning() -> None:
    later = _with(ITEM, history=(*STEPS, Step(date="2024-12-01", state="推进中")))

    assert _said(later)["history"][:2] == _said(ITEM)["history"]


@pytest.mark.parametrize(
    "change",
    [{"date": date(2024, 10, 30)}, {"state": "未公布"}, {"note": "列入计划。"}, {"note": None}],
    ids=["date", "state", "note", "no note"],
)
def test_whatever_changes_in_a_step_is_kept(change: dict[str, object]) -> None:
    assert dumped(_with(STEPS[0], **change)) != dumped(STEPS[0])


@pytest.mark.parametrize("field", ["about", "received", "summary", "handling", "office", "answered"])
def test_whatever_readers_see_of_an_opinion_is_kept_as_a_digest(field: str) -> None:
    assert opinion_digest(_with(OPINION, **{field: "别的"})) != opinion_digest(OPINION)
    assert OPINION.summary not in opinion_digest(OPINION)


@pytest.mark.parametrize("record", [NOTICE, EXTENSION, WITHDRAWAL], ids=["notice", "extension", "withdrawal"])
def test_whatever_a_notice_and_what_changes_it_say_is_kept(record: Any) -> None:
    kinds = {name: field.annotation for name, field in type(record).model_fields.items()}
    contents = {date: date(2001, 1, 1), tuple[Extension, ...]: (EXTENSION,)}
    others = [
        _with(record, **{name: contents.get(kinds[name], "别的")})
        for name in sorted(kinds.keys() - {"where", "places"})
    ]

    assert all(dumped(other) != dumped(record) for other in others)
    assert len(others) >= 4


def test_where_a_step_stands_in_its_file_changes_nothing() -> None:
    change = DueChange(old="2025-06-30", new="2025-09-30", reason="停工")
    moved = _with(change, where=Where("a", 9), places={"old": Where("a", 9, 9)})

    assert dumped(_with(STEPS[1], due=change)) == dumped(_with(STEPS[1], due=moved, where=Where("b")))


def test_what_an_acceptance_was_and_became_and_why_is_kept() -> None:
    done, plan = Acceptance(deliverable="校舍验收合格"), Acceptance(deliverable="修缮方案")
    change = AcceptanceChange(old=done, new=plan, reason="分期")
    changes = [None, change, _with(change, old=plan), _with(change, new=None), _with(change, reason="从简")]

    assert len({str(dumped(_with(STEPS[1], acceptance=said))) for said in changes}) == 5


def test_an_item_in_new_words_keeps_the_first_ones() -> None:
    reworded = (Rewording(document="letter", text="教学楼漏水", note="同一处"),)

    said = _said(_with(ITEM, reworded=reworded))

    assert said["problem"] == _said(ITEM)["problem"]
    assert said["reworded"] == [["教学楼漏水", "letter", "同一处"]]


# What became of a published ledger, of opinions and of a notice


def _told(change: Callable[[Report], Report]) -> list[str]:
    """The codes of what is told once the report of 2024 of the demonstration county is another."""
    former = COUNTY.disclosure.report("2024")
    assert former is not None
    now = change(former)
    reports = tuple(now if one is former else one for one in COUNTY.disclosure.reports)
    facts = replace(COUNTY.disclosure, reports=reports)
    analysis = replace(COUNTY.analysis, book=replace(COUNTY.book, disclosure=facts))
    register = Register(analysis)
    found = [
        *check_published_ledger(register, now),
        *check_published_opinions(register, now),
        *check_published_notice(register, now),
    ]
    return [finding.code for finding in found] or [one.message for one in check_chain(register)]


def _opinions(**fields: object) -> list[str]:
    return _told(lambda report: replace(report, opinions=_with(report.opinions, **fields)))


def test_what_is_registered_needs_no_reminder() -> None:
    assert _told(lambda report: report) == []


def test_an_opinion_may_be_withdrawn_and_stays_withdrawn() -> None:
    opinions = COUNTY.disclosure.report("2024").opinions
    first, *rest = opinions.items
    gone = Withdrawal(about=first.about, received=first.received, date="2025-01-09", reason="本人撤回同意")

    assert _opinions(items=tuple(rest), withdrawn=(*opinions.withdrawn, gone)) == ["还没有登记：意见 1 处。"]
    assert _opinions(items=tuple(rest)) == ["opinion-rewritten"]
    assert _opinions(withdrawn=()) == ["opinion-rewritten"]
    other = _with(gone, about="problem-1")
    assert _opinions(items=tuple(rest), withdrawn=(*opinions.withdrawn, other)) == ["opinion-rewritten"]


def test_one_withdrawal_does_not_excuse_a_second_opinion_of_the_same_day() -> None:
    opinions = COUNTY.disclosure.report("2024").opinions
    (gone,) = opinions.withdrawn
    twins = [_with(OPINION, about=gone.about, received=gone.received, summary=said) for said in "甲乙"]

    def published(report: Report) -> Report:
        key = f"opinions/{gone.about}", str(gone.received)
        entry = replace(next(iter(report.published.entries.values())), id=key[0], field=key[1])
        entry = replace(entry, content=[opinion_digest(twin) for twin in twins])
        return replace(
            report, published=replace(report.published, entries={**report.published.entries, key: entry})
        )

    assert _told(published) == ["opinion-rewritten"] * 2


def test_a_registered_extension_stays() -> None:
    (extension,) = COUNTY.disclosure.report("2024").record.notice.extended

    def after(*extensions: Extension) -> list[str]:
        return _told(
            lambda report: replace(
                report,
                record=_with(report.record, notice=_with(report.record.notice, extended=extensions)),
            )
        )

    assert after(extension) == []
    assert after(extension, EXTENSION) == ["还没有登记：公示 1 处。"]
    assert after() == after(EXTENSION) == ["opinion-rewritten"]


def test_a_further_step_asks_to_be_registered() -> None:
    def further(report: Report) -> Report:
        name, item = next(iter(report.ledger.items.items()))
        later = _with(item, history=(*item.history, STEPS[1]))
        return replace(report, ledger=_with(report.ledger, items={**report.ledger.items, name: later}))

    assert _told(further) == ["还没有登记：台账里新列入或者有变动的 1 项。"]


def test_every_item_and_opinion_that_is_gone_is_told() -> None:
    opinions = COUNTY.disclosure.report("2024").opinions

    codes = _told(lambda report: replace(report, ledger=None, opinions=None))

    assert codes.count("ledger-rewritten") == 1
    assert codes.count("opinion-rewritten") == len((*opinions.items, *opinions.withdrawn))


@pytest.mark.parametrize("name", ["ledger", "opinions"])
def test_nothing_is_said_of_a_file_that_could_not_be_read(name: str) -> None:
    report = replace(COUNTY.disclosure.report("2024"), **{name: None})
    reports = tuple(report if one.year == "2024" else one for one in COUNTY.disclosure.reports)
    facts = replace(COUNTY.disclosure, reports=reports)
    register = Register(replace(COUNTY.analysis, book=replace(COUNTY.book, disclosure=facts)))
    path = f"data/2024/{name}.yml"
    lost = Finding(Where(path), "yaml-syntax", "甲", about={path})

    found = [item for item in run_checks(register, [lost]) if item.code.endswith("rewritten")]

    assert found == []


def test_the_county_registered_all_that_readers_see() -> None:
    assert COUNTY.register.complete
    assert {year: len(changes) for year, changes in COUNTY.register.changes.items()} == dict.fromkeys(
        ("2025", "2024", "2023"), 0
    )
