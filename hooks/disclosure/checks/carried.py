"""What an earlier ledger said stays in the next: every open item, its problem, its way, and its end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from disclosure.facts.ledger import STATES
from disclosure.findings import Finding
from disclosure.prose.folding import fold
from disclosure.reckoning.progress import vanished

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.ledger import LedgerItem
    from disclosure.facts.record import Record
    from disclosure.reckoning.progress import Vanished


def check_carried(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """What a report's ledger leaves out or rewrites of the ledgers before it."""
    unread = report.ledger is None and disclosure.unsure(report.ledger_path)
    for lost in () if unread else vanished(disclosure, report):
        yield _lost(lost, report)
    for item in report.ledger.items.values() if report.ledger else ():
        ledgers = (other.ledger for other in disclosure.before(report.year) if other.ledger)
        former = next((ledger.items[item.id] for ledger in ledgers if item.id in ledger.items), None)
        if former:
            yield from _kept(item, former)
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


def _kept(now: LedgerItem, former: LedgerItem) -> Iterator[Finding]:
    """The problem and the way so far, word for word; another end only with a reason."""
    if _problem(now) != _problem(former):
        message = f"“{now.id}”以前写的问题是“{former.problem.text}”（{former.source}），现在换成了别的。"
        yield Finding(now.problem.where, "ledger-rewritten", message)
    for index, step in enumerate(former.history):
        kept = now.history[index] if index < len(now.history) else None
        if kept is None or (kept.date, kept.state, kept.note) != (step.date, step.state, step.note):
            message = f"“{now.id}”以前的经过里有 {step.date} {step.state}，现在没有照原样保留。"
            where = kept.where if kept else now.where_is("history")
            yield Finding(where, "ledger-rewritten", message)
            return
    if any(step.note for step in now.history[len(former.history) :]):
        return
    for field, name, said, says in (
        ("due", "完成期限", former.due, now.due),
        ("acceptance", "验收办法", _content(former.acceptance), _content(now.acceptance)),
    ):
        if said and says != said:
            message = f"“{now.id}”的{name}改了，要在 history 里加一条，用 note 写明为什么。"
            yield Finding(now.where_is(field), "ledger-rewritten", message)


def _content(record: Record | None) -> Mapping[str, object] | None:
    return record.content if record else None


def _problem(item: LedgerItem) -> tuple[str, str, str | None]:
    return item.source, fold(item.problem.text), item.problem.document
