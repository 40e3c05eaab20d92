"""A ledger that was published goes on and is not rewritten; opinions and the notice stay as they were."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from disclosure.analysis.seals import TERMS, changed_terms, read_item, seal_item
from disclosure.checks.ledger.acceptance_changes import reset_unsaid
from disclosure.checks.ledger.due_changes import moved_unsaid
from disclosure.checks.register.opinions import check_notice_kept, check_opinions_kept
from disclosure.facts.lock import SEALED
from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.analysis.seals import ItemSeal
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.ledger import Ledger, LedgerItem
    from disclosure.facts.lock import Locked

_SPEAK_FOR_THEMSELVES = frozenset({"due", "acceptance"})
"""Of these the step must say what they were and are; the rest of ``TERMS`` may change with any word."""


def check_registered(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """What became of the ledger, the opinions and the notice that a report's lock keeps.

    A lock that was written before they were kept says nothing of them.
    """
    kept: dict[str, list[Locked]] = {kind: [] for kind in SEALED}
    for entry in report.lock.entries if report.lock else ():
        kept.get(entry.kind, []).append(entry)
    if not disclosure.unsure(report.ledger_path):
        registered = {entry.figure for entry in kept["ledger"]}
        if registered and report.ledger is None:
            message = f"{report.ledger_path} 公布过 {len(registered)} 项，现在整个没有了。"
            yield Finding(kept["ledger"][0].where, "ledger-rewritten", message)
        if report.ledger:
            for entry in kept["ledger"]:
                yield from _item(entry, report, registered, sure=not disclosure.unsure(entry.figure))
            for entry in kept["dated"]:
                yield from _dated(entry, report.ledger)
    if not disclosure.unsure(report.opinions_path):
        yield from check_opinions_kept(kept["opinion"], kept["withdrawn"], report)
    yield from check_notice_kept(kept["notice"], kept["extension"], report)


def _item(entry: Locked, report: Report, registered: set[str], *, sure: bool) -> Iterator[Finding]:
    items = report.ledger.items if report.ledger else {}
    former = read_item(entry.printed)
    if item := items.get(entry.figure):
        yield from _kept(item, former, sure=sure)
        return
    fresh = (item for item in items.values() if item.id not in registered)
    renamed = next((item for item in fresh if seal_item(item).problem == former.problem), None)
    if renamed:
        message = f"“{renamed.id}”公布的时候编号是“{entry.figure}”，编号不能改。"
        yield Finding(renamed.where, "ledger-rewritten", message)
    else:
        message = f"“{entry.figure}”已经在台账里公布，现在没有了。"
        yield Finding(entry.where, "ledger-rewritten", message)


def _kept(item: LedgerItem, former: ItemSeal, *, sure: bool) -> Iterator[Finding]:
    """The problem and the steps as they were; another end only with a new step that says why.

    An acceptance that could not be read surely has a finding of its own.
    """
    now = seal_item(item)
    if now.problem != former.problem:
        message = f"“{item.id}”的问题、来源或者文件公布以后改了。"
        yield Finding(item.problem.where, "ledger-rewritten", message)
    if now.reworded[: len(former.reworded)] != former.reworded:
        message = f"“{item.id}”的新说法公布以后改了；又换了说法的，写在最后。"
        yield Finding(item.where_is("reworded"), "ledger-rewritten", message)
    for index, step in enumerate(former.steps):
        if index >= len(now.steps):
            message = f"“{item.id}”的经过公布了 {len(former.steps)} 条，现在只有 {len(now.steps)} 条。"
            yield Finding(item.where_is("history"), "ledger-rewritten", message)
            return
        if now.steps[index] != step:
            message = f"“{item.id}”的经过，第 {index + 1} 条公布以后改了；新的变动要写在最后。"
            yield Finding(item.history[index].where, "ledger-rewritten", message)
            return
    due = former.terms.get("due")
    yield from moved_unsaid(item, date.fromisoformat(due) if due else None, steps=len(former.steps))
    if sure:
        yield from reset_unsaid(item, former.terms.get("acceptance"), steps=len(former.steps))
    if any(step.note for step in item.history[len(former.steps) :]):
        return
    for field in changed_terms(now, former):
        if field not in _SPEAK_FOR_THEMSELVES:
            message = f"“{item.id}”的{TERMS[field]}公布以后改了，要在 history 里加一条，用 note 写明为什么。"
            yield Finding(item.where_is(field), "ledger-rewritten", message)


def _dated(entry: Locked, ledger: Ledger) -> Iterator[Finding]:
    """A ledger's own day never goes back, or what is overdue would no longer be."""
    day, _, days = entry.printed.partition(" ")
    if ledger.as_of < date.fromisoformat(day):
        message = f"台账公布的时候更新到 {day}，现在写的是 {ledger.as_of}，不能往回改。"
        yield Finding(ledger.where_is("as_of"), "ledger-rewritten", message)
    if ledger.stale_after > int(days):
        message = f"公布的是 {days} 天没有变动就提醒，现在是 {ledger.stale_after} 天；要改长，等下一年。"
        yield Finding(ledger.where_is("stale_after"), "ledger-rewritten", message)
