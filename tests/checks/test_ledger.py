"""What a ledger may not do to its own past, and how it quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks.carried import _kept
from disclosure.checks.ledger import check_ledger
from disclosure.facts.ledger import CLOSED, STATES, Acceptance, Ledger, LedgerItem, Measure, Problem, Step
from disclosure.facts.loading import load
from project import SITES

if TYPE_CHECKING:
    from disclosure.findings import Finding

MINIMAL, _ = load(SITES / "minimal")
(REPORT,) = MINIMAL.reports
DAY = date(2022, 1, 1)

steps = st.builds(
    Step,
    date=st.integers(0, 300).map(lambda days: DAY + timedelta(days=days)),
    state=st.sampled_from(STATES),
    note=st.none() | st.sampled_from(["列入台账", "开始施工"]),
)
histories = st.lists(steps, min_size=1, max_size=5).map(tuple)


def _check(*histories: tuple[Step, ...] | None, **fields: object) -> list[Finding]:
    """What is told of the last of some yearly ledgers that all hold one item; ``None`` for a year without."""
    given = {"source": "群众意见", "area": "funding", "problem": Problem(text="校舍漏雨")} | fields
    reports = tuple(
        replace(
            REPORT,
            year=str(2020 + index),
            ledger=Ledger(
                title="台账", as_of=date(2099, 1, 1), items={"repairs": LedgerItem(**given, history=history)}
            )
            if history
            else None,
        )
        for index, history in enumerate(histories)
    )[::-1]
    passages = {
        "2020": {
            "problems": {"problems": "校舍维修\n还不够。"},
            "next-steps": {"next-steps": "多修校舍，60余万。"},
        }
    }
    return list(check_ledger(replace(MINIMAL, reports=reports), reports[0], passages, {}))


def _codes(*histories: tuple[Step, ...] | None, **fields: object) -> list[str]:
    return [finding.code for finding in _check(*histories, **fields)]


def _plain(history: tuple[Step, ...]) -> list[tuple[date, str, str | None]]:
    return [(step.date, step.state, step.note) for step in history]


@given(former=histories, added=st.lists(steps, max_size=3).map(tuple))
def test_what_only_adds_to_its_past_rewrites_nothing(
    former: tuple[Step, ...], added: tuple[Step, ...]
) -> None:
    assert "ledger-rewritten" not in _codes(former, (*former, *added))


@given(former=histories, added=st.lists(steps, max_size=3).map(tuple), data=st.data())
def test_any_change_of_a_former_step_is_told_once(
    former: tuple[Step, ...], added: tuple[Step, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(former) - 1))
    step = former[at]
    changed = data.draw(
        st.sampled_from(
            [
                (step.model_copy(update={"date": step.date + timedelta(days=1)}),),
                (step.model_copy(update={"state": STATES[STATES.index(step.state) - 1]}),),
                (step.model_copy(update={"note": f"{step.note or ''}改"}),),
            ]
        )
    )

    assert _codes(former, (*former[:at], *changed, *former[at + 1 :], *added)).count("ledger-rewritten") == 1


@given(former=histories, now=histories)
def test_a_history_is_rewritten_exactly_when_it_does_not_begin_as_before(
    former: tuple[Step, ...], now: tuple[Step, ...]
) -> None:
    kept = _plain(now)[: len(former)] == _plain(former)

    assert _codes(former, now).count("ledger-rewritten") == (0 if kept else 1)


@given(first=histories, now=histories)
def test_a_year_without_a_ledger_does_not_let_the_past_be_forgotten(
    first: tuple[Step, ...], now: tuple[Step, ...]
) -> None:
    kept = _plain(now)[: len(first)] == _plain(first)

    assert ("ledger-rewritten" in _codes(first, None, now)) != kept


@given(history=histories)
def test_whoever_opens_a_closed_item_again_says_why(history: tuple[Step, ...]) -> None:
    reopened = [
        later
        for step, later in pairwise(history)
        if step.state in CLOSED and later.state not in CLOSED and not later.note
    ]
    told = [
        finding
        for finding in _check(history)
        if finding.code == "ledger-incomplete" and "销号以后" in finding.message
    ]

    assert len(told) == len(reopened)


@given(history=histories)
def test_a_date_that_goes_backwards_is_told_where_it_does(history: tuple[Step, ...]) -> None:
    backwards = sum(later.date < step.date for step, later in pairwise(history))

    assert _codes(history).count("ledger-order") == backwards


STEPS = (Step(date=DAY, state="未启动"),)


@pytest.mark.parametrize(
    ("problem", "measure", "guess"),
    [
        (Problem(heading="problems", text="校舍维修还不够"), None, ()),
        (Problem(heading="problems", text="校舍维修 还不够。"), None, ()),
        (Problem(text="甲"), Measure(heading="next-steps", text="多修校舍,60余万"), ()),
        (Problem(heading="problem", text="校舍维修"), None, ("problems",)),
        (Problem(heading="repairs", text="校舍维修"), None, (None,)),
        (Problem(heading="problems", text="校舍维修不够"), None, (None,)),
        (Problem(text="甲"), Measure(heading="next-step", text="多修校舍"), ("next-steps",)),
        (Problem(text="甲"), Measure(heading="next-steps", text="多修操场"), (None,)),
        (Problem(text="甲"), Measure(text="多修操场"), ()),
        (Problem(heading="next-steps", text="多修校舍"), None, (None,)),
        (Problem(text="甲"), Measure(heading="problems", text="校舍维修"), (None,)),
    ],
)
def test_words_are_quoted_from_the_passage_that_is_named(
    problem: Problem, measure: Measure | None, guess: tuple[str | None, ...]
) -> None:
    found = _check(STEPS, problem=problem, measures=(measure,) if measure else (Measure(text="乙"),))

    told = [item for item in found if item.code == "bad-passage"]
    assert tuple(item.guess for item in told) == guess


def _aims(former: dict[str, object], now: dict[str, object], *added: Step) -> list[str]:
    """What is told of an item whose later ledger says ``now`` of it where the former said ``former``."""
    item = LedgerItem.model_validate(
        {"source": "群众意见", "area": "funding", "problem": Problem(text="校舍漏雨"), "history": STEPS}
    )
    return [
        found.code
        for found in _kept(
            item.model_copy(update=now | {"history": (*STEPS, *added)}), item.model_copy(update=former)
        )
    ]


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ({}, {"problem": Problem(text="校舍旧了")}),
        ({}, {"problem": Problem(text="校舍漏雨", document="letter")}),
        ({}, {"source": "自查"}),
        ({"due": DAY}, {"due": DAY + timedelta(days=1)}),
        ({"due": DAY}, {"due": None}),
        ({"acceptance": Acceptance(deliverable="竣工")}, {"acceptance": Acceptance(deliverable="开工")}),
    ],
)
def test_a_problem_that_is_carried_over_keeps_its_words_and_its_end(
    former: dict[str, object], now: dict[str, object]
) -> None:
    assert _aims(former, now) == ["ledger-rewritten"]


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ({}, {"problem": Problem(text="校舍 漏雨", report="2020")}),
        ({}, {"due": DAY}),
        ({"due": DAY}, {"due": DAY}),
    ],
)
def test_white_space_and_a_first_end_rewrite_nothing(
    former: dict[str, object], now: dict[str, object]
) -> None:
    assert _aims(former, now) == []


def test_another_end_with_a_reason_is_no_rewriting() -> None:
    later = {"due": DAY + timedelta(days=30)}

    assert _aims({"due": DAY}, later, Step(date=DAY, state="推进中")) == ["ledger-rewritten"]
    assert _aims({"due": DAY}, later, Step(date=DAY, state="推进中", note="雨季停工")) == []


NUMBER = "请打13800000000"


@pytest.mark.parametrize(
    "fields",
    [
        {"problem": Problem(text=NUMBER)},
        {"measures": (Measure(text=NUMBER),)},
        {"cause": NUMBER},
        {"acceptance": Acceptance(deliverable=NUMBER)},
    ],
)
def test_the_countys_own_words_tell_of_nobody(fields: dict[str, object]) -> None:
    assert _codes(STEPS, **fields).count("private") == 1
