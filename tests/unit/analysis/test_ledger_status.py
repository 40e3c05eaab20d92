"""How far the items of a ledger are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis.ledger_status import Progress, progress, vanished
from disclosure.analysis.requirements import Outcome
from disclosure.facts.ledger import (
    CLOSED,
    DONE,
    STATES,
    Acceptance,
    Ledger,
    LedgerItem,
    Measure,
    Problem,
    Step,
)
from disclosure.facts.loading import load
from disclosure.facts.period import parse_period
from disclosure.facts.quantity import parse_quantity
from project import SITES

MINIMAL, _ = load(SITES / "minimal")
(REPORT,) = MINIMAL.reports
AS_OF = date(2022, 12, 31)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
states = st.sampled_from(STATES)
names = st.sampled_from("repairs playground canteen gate lights".split())


def _item(*states: str, day: date = date(2022, 11, 1), **fields: object) -> LedgerItem:
    """An item that went through ``states``, all on one day."""
    history = tuple(Step(date=day, state=state) for state in states or ("未启动",))
    given = {"source": "群众意见", "area": "funding", "problem": Problem(text="校舍漏雨"), "history": history}
    return LedgerItem(**(given | fields))


def _ledger(as_of: date = AS_OF, stale_after: int = 180, **items: LedgerItem) -> Ledger:
    return Ledger(title="台账", as_of=as_of, stale_after=stale_after, items=items)


def _progress(item: LedgerItem, *, as_of: date = AS_OF, stale_after: int = 180) -> Progress:
    ledger = _ledger(as_of, stale_after, repairs=item)
    report = replace(REPORT, ledger=ledger)
    (made,) = progress(replace(MINIMAL, reports=(report,)), report)
    return made


# Overdue


@pytest.mark.parametrize(
    ("due", "state", "late"),
    [
        ("2022-12-30", "推进中", 1),
        ("2022-12-30", "未公布", 1),
        ("2022-12-30", "未启动", 1),
        ("2021-12-31", "推进中", 365),
        ("2022-12-31", "推进中", 0),
        ("2023-01-01", "推进中", 0),
        ("2022-12-30", "长期坚持", 1),  # it need not have a due date, but has one
        ("2022-12-30", "已完成待核销", 0),
        ("2022-12-30", "已销号", 0),
        (None, "推进中", 0),
    ],
)
def test_an_item_is_overdue_from_the_day_after_its_due_date(due: str | None, state: str, late: int) -> None:
    made = _progress(_item(state, due=due))

    assert (made.overdue, made.days_overdue) == (late > 0, late)


@given(due=st.none() | days, as_of=days, state=states)
def test_an_item_is_overdue_only_after_its_due_date_and_never_once_it_is_done(
    due: date | None, as_of: date, state: str
) -> None:
    made = _progress(_item(state, due=due), as_of=as_of)

    if made.overdue:
        assert state not in DONE
        assert due is not None
        assert due + timedelta(days=made.days_overdue) == as_of > due
    else:
        assert made.days_overdue == 0
        assert due is None or due >= as_of or state in DONE


@given(due=days, as_of=days, wait=st.integers(0, 1000), state=states)
def test_waiting_ends_no_delay_and_finishing_ends_it(due: date, as_of: date, wait: int, state: str) -> None:
    item = _item(state, due=due)
    now = _progress(item, as_of=as_of)

    later = _progress(item, as_of=as_of + timedelta(days=wait))
    done = _progress(_item(state, "已完成待核销", due=due), as_of=as_of)

    assert later.overdue or not now.overdue
    assert not done.overdue


@given(due=days, as_of=days, first=states, last=states)
def test_only_the_last_state_counts(due: date, as_of: date, first: str, last: str) -> None:
    one = _progress(_item(first, last, due=due), as_of=as_of)
    other = _progress(_item(last, due=due), as_of=as_of)

    assert (one.overdue, one.stale, one.step) == (other.overdue, other.stale, other.step)


# Standing still


@pytest.mark.parametrize(
    ("day", "state", "still", "stale"),
    [
        ("2022-12-31", "推进中", 0, False),
        ("2022-07-04", "推进中", 180, False),
        ("2022-07-03", "推进中", 181, True),
        ("2022-07-03", "长期坚持", 181, True),
        ("2022-07-03", "未公布", 181, True),
        ("2022-07-03", "已完成待核销", 181, True),  # someone still has to close it
        ("2022-07-03", "已销号", 0, False),
    ],
)
def test_an_item_is_stale_after_half_a_year_without_an_entry(
    day: str, state: str, still: int, *, stale: bool
) -> None:
    made = _progress(_item(state, day=date.fromisoformat(day)))

    assert (made.days_still, made.stale) == (still, stale)


@given(day=days, wait=st.integers(0, 2000), allowed=st.integers(1, 1000), state=states)
def test_an_item_is_stale_exactly_when_it_is_open_and_still_for_longer_than_allowed(
    day: date, wait: int, allowed: int, state: str
) -> None:
    made = _progress(_item(state, day=day), as_of=day + timedelta(days=wait), stale_after=allowed)

    assert made.stale == (state not in CLOSED and wait > allowed)


# Acceptance


def _outcome(requires: str, limit: str, *printed: str, period: str = "2021") -> Outcome:
    """Whether figures of ever later reports, the first of 2022, let an item of 2022 be accepted."""
    reports = [
        replace(
            REPORT,
            year=str(2022 + index),
            observations=(
                replace(
                    REPORT.observations[0],
                    metric="rate",
                    category=None,
                    year=str(2022 + index),
                    period=parse_period(period) or pytest.fail(period),
                    value=parse_quantity(value),
                ),
            ),
        )
        for index, value in enumerate(printed)
    ] or [replace(REPORT, observations=())]
    item = _item("推进中", acceptance=Acceptance(metric="rate", requires=requires, value=limit))
    reports[0] = replace(reports[0], ledger=_ledger(repairs=item))
    (made,) = progress(replace(MINIMAL, reports=tuple(reports[::-1])), reports[0])
    return made.outcome


@pytest.mark.parametrize(
    ("requires", "limit", "printed", "met"),
    [
        ("不低于", "96%", "96%", True),
        ("不低于", "96%", "95.9%", False),
        ("大于", "96%", "96%", False),
        ("不超过", "0.40", "0.4", True),
        ("等于", "0个", "0个", True),
        ("等于", "0个", "1个", False),
        ("不低于", "6000万元", "6100余万元", True),
        ("不低于", "6200万元", "6100余万元", False),
        ("不低于", "6200万元", "逾6100万元", None),
        ("不低于", "6000万元", "6100万元左右", None),
        ("不低于", "6000万元", "0.61亿元", True),
    ],
)
def test_a_figure_is_accepted_where_all_its_numbers_are_as_required(
    requires: str, limit: str, printed: str, *, met: bool | None
) -> None:
    assert _outcome(requires, limit, printed) is Outcome.of(met)


def test_an_aim_accepts_nothing() -> None:
    assert _outcome("不低于", "90%", "95%", period="到2025年") is Outcome.UNDECIDED


def test_a_figure_that_is_not_reported_decides_nothing() -> None:
    assert _outcome("不低于", "96%") is Outcome.UNDECIDED


def test_a_later_report_does_not_accept_for_an_earlier_ledger() -> None:
    assert _outcome("不低于", "96%", "95%", "97%") is Outcome.MISSED


@pytest.mark.parametrize(
    "acceptance", [None, Acceptance(deliverable="竣工验收"), Acceptance(metric="guard-share")]
)
def test_without_a_limit_nothing_is_decided(acceptance: Acceptance | None) -> None:
    assert _progress(_item("推进中", acceptance=acceptance)).outcome is Outcome.UNDECIDED


# States and quotations


def test_the_steps_follow_the_states_in_their_order() -> None:
    assert [_progress(_item(state)).step for state in STATES] == list(range(len(STATES)))


@pytest.mark.parametrize(
    ("problem", "measures", "quotes"),
    [
        (Problem(text="甲", heading="problem-1"), (), True),
        (Problem(text="甲", heading="problem-1", report="2022"), (), True),
        (Problem(text="甲", heading="problem-1", report="2021"), (), False),
        (Problem(text="甲", heading="problem-2"), (), False),
        (Problem(text="甲"), (), False),
        (Problem(text="甲"), (Measure(text="乙"), Measure(text="丙", heading="problem-1")), True),
        (Problem(text="甲"), (Measure(text="丙", heading="problem-1", report="2021"),), False),
    ],
)
def test_an_item_quotes_its_own_report_only(
    problem: Problem, measures: tuple[Measure, ...], *, quotes: bool
) -> None:
    made = _progress(_item(problem=problem, measures=measures))

    assert made.quotes({"problem-1", "problem-3"}) == quotes


@pytest.mark.parametrize(("year", "carried"), [(None, None), ("2022", None), ("2021", "2021")])
def test_a_problem_of_an_earlier_report_is_carried_from_there(year: str | None, carried: str | None) -> None:
    assert _progress(_item(problem=Problem(text="甲", report=year))).carried_from == carried


# From year to year


def _lost(*ledgers: dict[str, LedgerItem] | None) -> list[tuple[str, str]]:
    """What vanished from the last of some yearly ledgers, the first of 2020; ``None`` for a year without."""
    reports = tuple(
        replace(REPORT, year=str(2020 + index), ledger=_ledger(**items) if items else None)
        for index, items in enumerate(ledgers)
    )[::-1]
    return [(item.id, year) for year, item in vanished(replace(MINIMAL, reports=reports), reports[0])]


OPEN, SHUT = _item("推进中"), _item("推进中", "已销号")


@pytest.mark.parametrize(
    ("ledgers", "lost"),
    [
        ([{"repairs": OPEN}], []),
        ([None, {"repairs": OPEN}], []),
        ([{"repairs": OPEN}, {"repairs": SHUT}], []),
        ([{"repairs": OPEN}, {"gate": OPEN}], [("repairs", "2020")]),
        ([{"repairs": OPEN}, None], [("repairs", "2020")]),
        ([{"repairs": SHUT}, {"gate": OPEN}], []),
        ([{"repairs": SHUT}, None], []),
        ([{"repairs": _item("已完成待核销")}, None], [("repairs", "2020")]),
        ([{"repairs": _item("已销号", "推进中")}, None], [("repairs", "2020")]),
        ([{"repairs": OPEN}, None, {"gate": OPEN}], [("repairs", "2020")]),
        ([{"repairs": OPEN}, {"repairs": SHUT}, {"gate": OPEN}], []),
        ([{"repairs": OPEN}, {"gate": OPEN}, {"gate": OPEN}], []),  # told of the year that lost it
    ],
)
def test_an_open_item_has_to_go_on(
    ledgers: list[dict[str, LedgerItem] | None], lost: list[tuple[str, str]]
) -> None:
    assert _lost(*ledgers) == lost


@given(
    former=st.dictionaries(names, states, min_size=1),
    now=st.none() | st.dictionaries(names, states, min_size=1),
)
def test_an_open_item_without_a_successor_is_always_found_and_a_closed_one_never(
    former: dict[str, str], now: dict[str, str] | None
) -> None:
    ledgers = [
        {name: _item(state) for name, state in items.items()} if items else None for items in (former, now)
    ]

    lost = _lost(*ledgers)

    assert [name for name, _ in lost] == [
        name for name, state in former.items() if state not in CLOSED and name not in (now or {})
    ]
