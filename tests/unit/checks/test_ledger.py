"""What a ledger may not do to its own past, and how it quotes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis.analysis import Analysis
from disclosure.checks.ledger.changes import carried, check_carried, check_rewritten, check_term
from disclosure.checks.ledger.completeness import check_ledger
from disclosure.checks.ledger.quotations import check_unquoted, named
from disclosure.facts.ledger import (
    CLOSED,
    STATES,
    Acceptance,
    AcceptanceChange,
    DueChange,
    Ledger,
    LedgerItem,
    Measure,
    Problem,
    Rewording,
    Step,
)
from disclosure.facts.loading import load
from disclosure.findings import Where
from disclosure.report.binding import bind
from disclosure.report.book import Book
from disclosure.text.markdown import scan
from project import SITES

if TYPE_CHECKING:
    from disclosure.facts.disclosure import Report
    from disclosure.findings import Finding
    from disclosure.report.binding import Section

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
    written = {
        "2020/problems.md": "# 存在问题 {#problems}\n\n校舍维修\n还不够。\n",
        "2020/next-steps.md": "# 下一步打算 {#next-steps}\n\n多修校舍，60余万。\n",
    }
    return list(check_ledger(_analysis(reports, written), reports[0]))


def _analysis(reports: tuple[Report, ...], written: dict[str, str]) -> Analysis:
    """The analysis of reports with these Markdown files."""
    sections = {path: _section(path, text) for path, text in written.items()}
    book = Book(replace(MINIMAL, reports=reports), sections)
    vars(book).update(words={report.year: {} for report in reports})
    return Analysis(book)


def _section(path: str, text: str) -> Section:
    return bind(scan(f"docs/{path}", text)[0], year=path.partition("/")[0], disclosure=MINIMAL)[0]


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
def test_whoever_takes_a_state_back_says_why(history: tuple[Step, ...]) -> None:
    back = [
        later
        for step, later in pairwise(history)
        if STATES.index(later.state) < STATES.index(step.state) and not later.note
    ]
    told = [finding for finding in _check(history) if "退回" in finding.message]

    assert len(told) == len(back)
    assert {finding.code for finding in told} <= {"ledger-incomplete"}


@given(history=histories, due=st.integers(-100, 400).map(lambda days: DAY + timedelta(days=days)))
def test_nothing_is_due_before_it_was_listed(history: tuple[Step, ...], due: date) -> None:
    told = [finding for finding in _check(history, due=due) if "完成期限" in finding.message]

    assert [finding.code for finding in told] == ["ledger-order"] * (due < history[0].date)


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
        (Problem(text="甲"), Measure(heading="next-steps", text="60余万"), ()),
        (Problem(heading="problems", text="校"), None, (None,)),
        (Problem(text="甲"), Measure(heading="next-steps", text="多修校舍，60"), (None,)),
        (Problem(text="甲", report="2019"), None, ("2020",)),
        (Problem(heading="problems", text="校舍维修还不够", report="2021"), None, ("2020",)),
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


CLAUSES = ("校舍破旧", "操场太小", "灯光昏暗", "食堂拥挤")
PLACE = Where("docs/2022/problems.md", 7)


@given(shares=st.lists(st.integers(0, 3), max_size=4))
def test_every_clause_of_a_problem_is_quoted_by_an_item_or_told(shares: list[int]) -> None:
    items = {
        f"item-{number}": LedgerItem(
            source="自查",
            area="funding",
            problem=Problem(heading="problem-1", text=CLAUSES[share]),
            history=STEPS,
        )
        for number, share in enumerate(shares)
    }
    ledger = Ledger(title="台账", as_of=DAY, items=items) if items else None
    text = "\n" * 6 + f"## （一）校园设施。 {{#problem-1}}\n\n{'，'.join(CLAUSES)}。"

    report = replace(REPORT, ledger=ledger)
    analysis = _analysis((report,), {f"{report.year}/problems.md": text})
    told = list(check_unquoted(analysis, report))

    left = [clause for place, clause in enumerate(CLAUSES) if place not in shares]
    assert [doubt.subject for doubt in told] == (left if shares else [])
    assert {doubt.finding.where for doubt in told} <= {PLACE}


def test_a_problem_whose_heading_was_forgotten_is_not_missing_besides() -> None:
    items = {
        "gates": LedgerItem(source="自查", area="funding", problem=Problem(text=CLAUSES[1]), history=STEPS)
    }
    report = replace(REPORT, ledger=Ledger(title="台账", as_of=DAY, items=items))
    text = "".join(f"## 问题 {{#problem-{at}}}\n\n{CLAUSES[at - 1]}。\n\n" for at in (1, 2))
    analysis = _analysis((report,), {f"{report.year}/problems.md": text})

    assert named(analysis.book, report) == {"problem-2"}


names = st.sampled_from("repairs playground canteen gate".split())


@given(
    former=st.dictionaries(names, st.sampled_from(STATES), min_size=1),
    now=st.dictionaries(names, st.none(), min_size=1),
    moved=st.booleans(),
)
def test_what_vanished_is_told_where_it_stood_or_stands_now(
    former: dict[str, str], now: dict[str, None], *, moved: bool
) -> None:
    """``moved`` puts one vanished item under an id of its own."""

    def item(name: str, year: str, state: str = "推进中", problem: str | None = None) -> LedgerItem:
        return LedgerItem(
            source="群众意见",
            area="funding",
            problem=Problem(text=f"{problem or name}的问题"),
            history=(Step(date=DAY, state=state),),
        ).model_copy(update={"id": name, "where": Where(f"{year} {name}")})

    lost = [name for name, state in former.items() if state not in CLOSED and name not in now]
    ledgers = {
        "2020": {name: item(name, "2020", state) for name, state in former.items()},
        "2021": {name: item(name, "2021") for name in now},
    }
    if moved and lost:
        ledgers["2021"]["other"] = item("other", "2021", problem=lost[0])
    reports = tuple(
        replace(
            REPORT,
            year=year,
            ledger=Ledger(title="台账", as_of=DAY, items=items).model_copy(update={"items": items}),
        )
        for year, items in sorted(ledgers.items(), reverse=True)
    )

    found = [
        finding
        for finding in check_carried(replace(MINIMAL, reports=reports), reports[0])
        if finding.code == "ledger-vanished"
    ]

    places = [f"2020 {name}" for name in lost]
    if moved and lost:
        places[0] = "2021 other"
    assert [finding.where.path for finding in found] == places
    assert all(name in finding.message for name, finding in zip(lost, found, strict=True))


def test_a_whole_ledger_that_is_not_carried_on_is_told_once() -> None:
    items = {
        name: LedgerItem(source="群众意见", area="funding", problem=Problem(text=name), history=STEPS)
        for name in ("gate", "canteen")
    }
    former = replace(REPORT, year="2020", ledger=Ledger(title="台账", as_of=DAY, items=items))
    now = replace(REPORT, year="2021", ledger=None)

    (told,) = check_carried(replace(MINIMAL, reports=(now, former)), now)

    assert told.code == "ledger-vanished"
    assert all(f"“{name}”" in told.message for name in items)


def _aims(former: dict[str, object], now: dict[str, object], *added: Step) -> list[str]:
    """What is told of an item whose later ledger says ``now`` of it where the former said ``former``."""
    item = LedgerItem.model_validate(
        {"source": "群众意见", "area": "funding", "problem": Problem(text="校舍漏雨"), "history": STEPS}
    )
    later = item.model_copy(update=now | {"history": (*STEPS, *added)})
    before = item.model_copy(update=former)
    return [found.code for found in check_rewritten(later, carried(before), carried(later))]


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ({}, {"problem": Problem(text="校舍旧了")}),
        ({}, {"problem": Problem(text="校舍漏雨", document="letter")}),
        ({}, {"source": "自查"}),
        ({"due": DAY}, {"due": DAY + timedelta(days=1)}),
        ({"due": DAY}, {"due": None}),
        ({"acceptance": Acceptance(deliverable="竣工")}, {"acceptance": Acceptance(deliverable="开工")}),
        ({"acceptance": Acceptance(deliverable="竣工")}, {"acceptance": None}),
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


LATER = DAY + timedelta(days=30)
LATEST = DAY + timedelta(days=60)


def _put_off(*days: date | None) -> tuple[Step, ...]:
    """A step a change of the due date, from each of some days to the next."""
    return tuple(
        Step(date=DAY, state="推进中", due=DueChange(old=old, new=new, reason="雨季停工"))
        for old, new in pairwise(days)
    )


@pytest.mark.parametrize(
    ("now", "added", "told"),
    [
        (LATER, (Step(date=DAY, state="推进中"),), ["ledger-rewritten"]),
        (LATER, (Step(date=DAY, state="推进中", note="雨季停工"),), ["ledger-rewritten"]),
        (LATER, _put_off(DAY, LATER), []),
        (LATEST, _put_off(DAY, LATER, LATEST), []),
        (None, _put_off(DAY, None), []),
        (DAY, _put_off(DAY, LATER, DAY), []),
        (LATEST, _put_off(LATER, LATEST), ["ledger-rewritten"]),
        (DAY, _put_off(LATER, DAY), ["ledger-rewritten"]),
    ],
    ids="silent noted said twice given-up and-back of-another-day of-no-change".split(),
)
def test_a_due_date_moves_only_by_a_step_that_says_from_where(
    now: date | None, added: tuple[Step, ...], told: list[str]
) -> None:
    assert _aims({"due": DAY}, {"due": now}, *added) == told


DONE, HALF, PLAN = (Acceptance(deliverable=what) for what in ("竣工", "完成一期", "拿出方案"))


def _reset(*acceptances: Acceptance | None) -> tuple[Step, ...]:
    """A step a change of the acceptance, from each of some to the next."""
    return tuple(
        Step(
            date=DAY,
            state="推进中",
            acceptance=AcceptanceChange(old=old or DONE, new=new, reason="分两期修"),
        )
        for old, new in pairwise(acceptances)
    )


@pytest.mark.parametrize(
    ("now", "added", "told"),
    [
        (HALF, (Step(date=DAY, state="推进中"),), ["ledger-rewritten"]),
        (HALF, (Step(date=DAY, state="推进中", note="分两期修"),), ["ledger-rewritten"]),
        (HALF, _put_off(DAY, LATER), ["ledger-rewritten"]),
        (HALF, _reset(DONE, HALF), []),
        (PLAN, _reset(DONE, HALF, PLAN), []),
        (None, _reset(DONE, None), []),
        (None, (), ["ledger-rewritten"]),
        (DONE, _reset(DONE, HALF, DONE), []),
        (DONE.model_copy(update={"where": Where("a", 9)}), (), []),
        (PLAN, _reset(HALF, PLAN), ["ledger-rewritten"]),
        (DONE, _reset(HALF, DONE), ["ledger-rewritten"]),
    ],
    ids="silent noted of-the-date said twice given-up gone and-back moved of-another of-no-change".split(),
)
def test_an_acceptance_changes_only_by_a_step_that_says_from_what(
    now: Acceptance | None, added: tuple[Step, ...], told: list[str]
) -> None:
    assert _aims({"acceptance": DONE}, {"acceptance": now}, *added) == told


@given(
    said=st.lists(st.none() | st.sampled_from([DONE, HALF, PLAN]), min_size=2, max_size=4),
    now=st.none() | st.sampled_from([DONE, HALF, PLAN]),
)
def test_changes_of_an_acceptance_lead_from_one_to_the_next_and_up_to_it(
    said: list[Acceptance | None], now: Acceptance | None
) -> None:
    changes = [(old or DONE, new) for old, new in pairwise(said)]
    item = LedgerItem(
        source="群众意见",
        area="funding",
        problem=Problem(text="校舍漏雨"),
        acceptance=now,
        history=_reset(*said),
    )

    told = [finding.code for finding in check_term(item, "acceptance")]

    broken = sum(later[0] != former[1] for former, later in pairwise(changes))
    level = sum(old == new for old, new in changes)
    assert told == ["ledger-acceptance"] * (broken + level + (changes[-1][1] != now))


moves = st.lists(st.none() | st.sampled_from([DAY, LATER, LATEST]), min_size=2, max_size=4)


@given(days=moves, due=st.none() | st.sampled_from([DAY, LATER, LATEST]))
def test_changes_of_a_due_date_lead_from_one_to_the_next_and_up_to_it(
    days: list[date | None], due: date | None
) -> None:
    changes = [(old or LATEST, new) for old, new in pairwise(days)]
    steps = tuple(
        Step(date=DAY, state="推进中", due=DueChange(old=old, new=new, reason="停工")) for old, new in changes
    )
    item = LedgerItem(
        source="群众意见", area="funding", problem=Problem(text="校舍漏雨"), due=due, history=steps
    )

    told = [finding.code for finding in check_term(item, "due")]

    broken = sum(later[0] != former[1] for former, later in pairwise(changes))
    level = sum(old == new for old, new in changes)
    assert told == ["ledger-due"] * (broken + level + (changes[-1][1] != due))


def test_a_due_date_is_not_put_off_to_a_day_that_has_passed() -> None:
    step = Step(date=LATEST, state="推进中", due=DueChange(old=DAY, new=LATER, reason="停工"))
    item = LedgerItem(
        source="群众意见", area="funding", problem=Problem(text="校舍漏雨"), due=LATER, history=(step,)
    )

    assert [finding.code for finding in check_term(item, "due")] == ["ledger-due"]


ANEW = Rewording(heading="problems", text="校舍维修还不够", note="说的是同一处校舍")
AGAIN = Rewording(document="letter", text="教学楼漏水", note="意见书指的也是这处校舍")


@pytest.mark.parametrize(
    ("former", "now", "told"),
    [
        ((), (ANEW,), []),
        ((ANEW,), (ANEW.model_copy(update={"report": "2020"}),), []),
        ((ANEW,), (ANEW, AGAIN), []),
        ((ANEW,), (), ["ledger-rewritten"]),
        ((ANEW,), (AGAIN,), ["ledger-rewritten"]),
        ((ANEW,), (ANEW.model_copy(update={"note": "大体相同"}),), ["ledger-rewritten"]),
        ((ANEW, AGAIN), (AGAIN, ANEW), ["ledger-rewritten"]),
    ],
)
def test_a_problem_may_be_put_into_new_words_and_keeps_the_former_ones(
    former: tuple[Rewording, ...], now: tuple[Rewording, ...], told: list[str]
) -> None:
    assert _aims({"reworded": former}, {"reworded": now}) == told


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        (ANEW, []),
        (AGAIN, []),
        (ANEW.model_copy(update={"text": "校舍维修"}), ["bad-passage"]),
        (ANEW.model_copy(update={"heading": "next-steps"}), ["bad-passage"]),
        (Rewording(text="校舍大体修好", note="换个说法"), ["bad-passage"]),
    ],
)
def test_new_words_are_those_of_a_report_or_of_a_document(wording: Rewording, told: list[str]) -> None:
    found = _codes(STEPS, reworded=(wording,), measures=(Measure(text="乙"),))

    assert [code for code in found if code == "bad-passage"] == told


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
