"""What an earlier ledger said stays in the next: every open item, its problem, its way, and its end."""

from collections.abc import Iterator
from itertools import pairwise

from disclosure.analysis.ledger_status import vanished
from disclosure.checks.ledger.item_changes import GROWING, check_rewritten
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.ledger import STATES, LedgerItem
from disclosure.facts.published import Entry
from disclosure.findings import Finding
from disclosure.register.snapshot import item_entries
from disclosure.text.folding import fold


def check_carried(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """What a report's ledger leaves out or rewrites of the ledgers before it."""
    lost = tuple(vanished(disclosure, report))
    if report.ledger is None and len(lost) > 1:
        names = "、".join(f"“{item.id}”" for _, item in lost)
        year, first = lost[0]
        open_then = f"{year} 年的台账里有 {len(lost)} 项没有销号"
        message = f"没有 {report.ledger_path}；{open_then}，要写明现状：{names}。"
        yield Finding(first.where, "ledger-vanished", message)
    else:
        yield from (_lost(year, item, report) for year, item in lost)
    for item in report.ledger.items.values() if report.ledger else ():
        ledgers = (other.ledger for other in disclosure.before(report.year) if other.ledger)
        former = next((ledger.items[item.id] for ledger in ledgers if item.id in ledger.items), None)
        if former:
            growing = GROWING | {"measures"}
            yield from check_rewritten(item, carried(former), carried(item), growing=growing)
        yield from _backward(item)


def _lost(year: str, former: LedgerItem, report: Report) -> Finding:
    """Placed where the item stands under another id, or else where it stood last."""
    items = report.ledger.items.values() if report.ledger else ()
    problem = next(item_entries(former)).said
    renamed = next((item for item in items if next(item_entries(item)).said == problem), None)
    if renamed:
        message = f"“{renamed.id}”在 {year} 年的台账里编号是“{former.id}”，编号不能改。"
        return Finding(renamed.where, "ledger-vanished", message)
    message = f"“{former.id}”（{former.problem.text}）没有销号，{report.ledger_path} 没有写它怎样了。"
    return Finding(former.where, "ledger-vanished", message)


def _backward(item: LedgerItem) -> Iterator[Finding]:
    """Moving to an earlier state requires a note."""
    for step, later in pairwise(item.history):
        if STATES.index(later.state) < STATES.index(step.state) and not later.note:
            message = f"“{item.id}”从“{step.state}”退回“{later.state}”，要在 note 里写明为什么。"
            yield Finding(later.where, "ledger-incomplete", message)


def carried(item: LedgerItem) -> Iterator[Entry]:
    """What the next ledger must repeat: areas may be another scheme's, measures quoted from another year."""
    for entry in item_entries(item):
        if entry.field == "measures":
            texts = [fold(measure.text) for measure in item.measures]
            yield Entry(entry.id, entry.field, texts, entry.where)
        elif entry.field != "area":
            yield entry
