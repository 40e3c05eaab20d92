"""What an earlier ledger said stays in the next: every open item, its problem, its way, and its end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from disclosure.analysis.ledger_status import vanished
from disclosure.analysis.seals import TERMS, seal_acceptance, wording
from disclosure.checks.ledger.acceptance_changes import reset_unsaid
from disclosure.checks.ledger.due_changes import moved_unsaid
from disclosure.facts.ledger import STATES
from disclosure.findings import Finding
from disclosure.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from disclosure.analysis.ledger_status import Vanished
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.ledger import LedgerItem, Rewording, Step
    from disclosure.facts.record import Record
    from disclosure.findings import Where


def check_carried(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """What a report's ledger leaves out or rewrites of the ledgers before it."""
    unread = report.ledger is None and disclosure.unsure(report.ledger_path)
    lost = () if unread else tuple(vanished(disclosure, report))
    if report.ledger is None and len(lost) > 1:
        names = "、".join(f"“{one.item.id}”" for one in lost)
        open_then = f"{lost[0].year} 年的台账里有 {len(lost)} 项没有销号"
        message = f"没有 {report.ledger_path}；{open_then}，要写明现状：{names}。"
        yield Finding(lost[0].item.where, "ledger-vanished", message)
    else:
        yield from (_lost(one, report) for one in lost)
    for item in report.ledger.items.values() if report.ledger else ():
        ledgers = (other.ledger for other in disclosure.before(report.year) if other.ledger)
        former = next((ledger.items[item.id] for ledger in ledgers if item.id in ledger.items), None)
        if former:
            yield from _kept(item, former, sure=not disclosure.unsure(item.id))
        yield from _backward(item)


def _lost(lost: Vanished, report: Report) -> Finding:
    """Told where it stands under another id, or else where it stood last."""
    former = lost.item
    items = report.ledger.items.values() if report.ledger else ()
    renamed = next((item for item in items if _problem(item) == _problem(former)), None)
    if renamed:
        message = f"“{renamed.id}”在 {lost.year} 年的台账里编号是“{former.id}”，编号不能改。"
        return Finding(renamed.where, "ledger-vanished", message)
    message = f"“{former.id}”（{former.problem.text}）没有销号，{report.ledger_path} 没有写它怎样了。"
    return Finding(former.where, "ledger-vanished", message)


def _backward(item: LedgerItem) -> Iterator[Finding]:
    """Whoever takes a state back says why."""
    for step, later in pairwise(item.history):
        if STATES.index(later.state) < STATES.index(step.state) and not later.note:
            message = f"“{item.id}”从“{step.state}”退回“{later.state}”，要在 note 里写明为什么。"
            yield Finding(later.where, "ledger-incomplete", message)


def _kept(now: LedgerItem, former: LedgerItem, *, sure: bool = True) -> Iterator[Finding]:
    """The problem and the way so far, word for word; another end only with a reason.

    An acceptance that could not be read surely has a finding of its own.
    """
    if _problem(now) != _problem(former):
        message = (
            f"“{now.id}”以前写的问题是“{former.problem.text}”（{former.source}），现在换成了别的。"
            "同一个问题换了说法的，problem 照旧，新的说法写进 reworded。"
        )
        yield Finding(now.problem.where, "ledger-rewritten", message)
    if (index := _changed(map(_saying, former.reworded), map(_saying, now.reworded))) is not None:
        message = f"“{now.id}”以前换过说法“{former.reworded[index].text}”，现在没有照原样保留。"
        yield Finding(_at(now.reworded, index, now.where_is("reworded")), "ledger-rewritten", message)
    if (index := _changed(map(_step, former.history), map(_step, now.history))) is not None:
        step = former.history[index]
        message = f"“{now.id}”以前的经过里有 {step.date} {step.state}，现在没有照原样保留。"
        yield Finding(_at(now.history, index, now.where_is("history")), "ledger-rewritten", message)
        return
    yield from moved_unsaid(now, former.due, steps=len(former.history))
    if sure:
        yield from reset_unsaid(now, seal_acceptance(former.acceptance), steps=len(former.history))
    if not any(step.note for step in now.history[len(former.history) :]):
        for field, said in _way(now).items():
            if _way(former)[field] - said:
                message = f"“{now.id}”的{TERMS[field]}与以前的台账不同，要在 history 里加一条，写明为什么。"
                yield Finding(now.where_is(field), "ledger-rewritten", message)


def _way(item: LedgerItem) -> dict[str, AbstractSet[object]]:
    """How it is solved, as the next ledger must go on: more of each may be added."""
    return {
        "cause": {fold(item.cause or "")} - {""},
        "measures": {fold(measure.text) for measure in item.measures},
        "owner": {item.owner} - {None},
        "partners": set(item.partners),
        "evidence": {(one.document, one.figure) for one in item.evidence},
        "verified_by": {item.verified_by} - {None},
    }


def _changed(former: Iterable[object], now: Iterable[object]) -> int | None:
    """The place of the first that is another now, or gone; more may follow at the end."""
    later = iter(now)
    return next((index for index, one in enumerate(former) if next(later, None) != one), None)


def _at(records: Sequence[Record], index: int, missing: Where) -> Where:
    return records[index].where if index < len(records) else missing


def _step(step: Step) -> tuple[object, ...]:
    due, accept = step.due, step.acceptance
    return (
        *(step.date, step.state, step.note),
        due and (due.old, due.new, due.reason),
        accept and (seal_acceptance(accept.old), seal_acceptance(accept.new), accept.reason),
    )


def _saying(saying: Rewording) -> tuple[str, ...]:
    return (*wording(saying), saying.note)


def _problem(item: LedgerItem) -> tuple[str, ...]:
    return (item.source, *wording(item.problem))
