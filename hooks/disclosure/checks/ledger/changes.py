"""Allowed changes of a published ledger item, within a ledger and from one yearly ledger to the next.

An item changes only by additions, with a note that says why. A due date or an acceptance changes by a
step that names the old one, the new one and the reason. Every open item must be in the next ledger.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from disclosure.analysis.ledger_status import vanished
from disclosure.facts import subjects
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.ledger import STATES, Acceptance, AcceptanceChange, DueChange, LedgerItem
from disclosure.facts.published import Entry
from disclosure.findings import Finding
from disclosure.register.diff import diff, same
from disclosure.register.snapshot import dumped, item_entries
from disclosure.text.folding import fold


def check_carried(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """Items of earlier ledgers that a report's ledger leaves out or rewrites."""
    lost = tuple(vanished(disclosure, report))
    if report.ledger is None and len(lost) > 1:
        names = "、".join(f"“{item.id}”" for _, item in lost)
        year, first = lost[0]
        yield Finding(
            first.where,
            "ledger-vanished",
            f"没有 {report.ledger_path}；{year} 年的台账里有 {len(lost)} 项没有销号，要写明现状：{names}。",
        )
    else:
        yield from (_lost(year, item, report) for year, item in lost)
    for item in report.ledger.items.values() if report.ledger else ():
        ledgers = (other.ledger for other in disclosure.before(report.year) if other.ledger)
        former = next((ledger.items[item.id] for ledger in ledgers if item.id in ledger.items), None)
        if former:
            yield from check_rewritten(item, carried(former), carried(item), growing=GROWING | {"measures"})
        yield from _backward(item)


def _lost(year: str, former: LedgerItem, report: Report) -> Finding:
    """The finding is at the item with the same problem under another id, or else at the former item."""
    items = report.ledger.items.values() if report.ledger else ()
    problem = next(item_entries(former)).content
    renamed = next((item for item in items if next(item_entries(item)).content == problem), None)
    if renamed:
        return Finding(
            renamed.where,
            "ledger-vanished",
            f"“{renamed.id}”在 {year} 年的台账里编号是“{former.id}”，编号不能改。",
        )
    return Finding(
        former.where,
        "ledger-vanished",
        f"“{former.id}”（{former.problem.text}）没有销号，{report.ledger_path} 没有写它怎样了。",
    )


def _backward(item: LedgerItem) -> Iterator[Finding]:
    """A step back to an earlier state needs a note."""
    for step, later in pairwise(item.history):
        if STATES.index(later.state) < STATES.index(step.state) and not later.note:
            yield Finding(
                later.where,
                "ledger-incomplete",
                f"“{item.id}”从“{step.state}”退回“{later.state}”，要在 note 里写明为什么。",
            )


def carried(item: LedgerItem) -> Iterator[Entry]:
    """The entries that the next ledger must repeat: areas and the years of quotations may differ."""
    for entry in item_entries(item):
        if entry.field == "measures":
            yield replace(entry, content=[fold(measure.text) for measure in item.measures])
        elif entry.field != "area":
            yield entry


TERMS = {"due": "完成期限", "acceptance": "验收办法"}
_WITH_A_NOTE = {
    "owner": "牵头单位",
    "measures": "措施",
    "area": "评价重点",
    "cause": "原因",
    "partners": "配合单位",
    "evidence": "佐证",
    "verified_by": "核销单位",
}
"""Fields that may change if a new step has a note."""
GROWING = frozenset({"partners", "evidence"})
"""Lists among these that may grow without a note."""


def check_rewritten(
    item: LedgerItem,
    former: Iterable[Entry],
    now: Iterable[Entry],
    *,
    growing: frozenset[str] = GROWING,
) -> Iterator[Finding]:
    """Changes of an item since its ``former`` entries that are not allowed."""
    was = {entry.field: entry for entry in former}
    changes = {change.key[1]: change for change in diff(was.values(), now)}
    if "problem" in changes:
        # Rewritten words are no longer a quotation.
        yield Finding(
            item.problem.where,
            "ledger-rewritten",
            f"“{item.id}”的问题、来源或者文件公布的是“{_words(was['problem'].content)}”，"
            "现在换成了别的；换了说法的，problem 照旧，新的写进 reworded。",
            about={item.problem.where.whole_line},
        )
    for field, name, records in (("reworded", "新说法", item.reworded), ("history", "经过", item.history)):
        if rewritten := changes[field].rewritten if field in changes else None:
            place, former_words = rewritten
            where = records[place].where if place < len(records) else item.where_is(field)
            yield Finding(
                where,
                "ledger-rewritten",
                f"“{item.id}”的{name}，"
                f"公布的第 {place + 1} 条“{_words(former_words)}”改了或者没有了；新的要写在最后。",
            )
            if field == "history":
                return
    steps = len(was["history"].content) if "history" in was else 0
    for term in TERMS:
        yield from check_term_kept(item, term, was[term].content if term in was else None, steps=steps)
    if any(step.note for step in item.history[steps:]):
        return
    for field, name in _WITH_A_NOTE.items():
        change = changes.get(field)
        if change and change.former and (change.lost or field not in growing):
            lost = _words(change.lost or change.former.content)
            yield Finding(
                item.where_is(field),
                "ledger-rewritten",
                f"“{item.id}”的{name}公布的是“{lost}”，现在改了，要在 history 里加一条，用 note 写明为什么。",
            )


def check_term(item: LedgerItem, field: str) -> Iterator[Finding]:
    """Changes of a term that don't start from the previous one, or whose last one isn't the current term."""
    name, code, because = TERMS[field], f"ledger-{field}", {subjects.term(item.id, field)}
    changes = _changes(item, field)
    for day, change in changes:
        if _stored(change.new) == _stored(change.old):
            yield Finding(
                change.where_is("new"),
                code,
                f"{day} 改的{name}，原来的和改成的都是“{_words(change.old)}”。",
                because=because,
            )
        elif isinstance(change.new, date) and change.new < day:
            yield Finding(
                change.where_is("new"),
                code,
                f"{day} 改{name}，改成的 {change.new} 却已经过去了。",
                because=because,
            )
    for (day, former), (_, later) in pairwise(changes):
        if _stored(later.old) != _stored(former.new):
            yield Finding(
                later.where_is("old"),
                code,
                f"这次写原来的{name}是“{_words(later.old)}”，上一次（{day}）改成的是“{_words(former.new)}”，接不上。",
                because=because,
            )
    now = getattr(item, field)
    if changes and _stored(changes[-1][1].new) != _stored(now):
        yield Finding(
            item.where_is(field),
            code,
            f"history 里最后改成的{name}是“{_words(changes[-1][1].new)}”，{field} 写的是“{_words(now)}”。",
            because=because,
        )


def check_term_kept(item: LedgerItem, field: str, published: Any, *, steps: int) -> Iterator[Finding]:
    """A finding if a term is not the ``published`` one and no step after the first ``steps`` changes it."""
    if published is None:
        return
    name, now, because = TERMS[field], getattr(item, field), {subjects.term(item.id, field)}
    changes = _changes(item, field, steps)
    if changes and not same(published, _stored(changes[0][1].old)):
        change = changes[0][1]
        yield Finding(
            change.where_is("old"),
            "ledger-rewritten",
            f"“{item.id}”的{name}公布的是 {_words(published)}，"
            f"这里写原来的是 {_words(change.old)}；要与公布的一字不差。",
            because=because,
        )
    elif not changes and not same(published, _stored(now)):
        is_now = f"是 {_words(now)}" if now else "没有了"
        yield Finding(
            item.where_is(field),
            "ledger-rewritten",
            f"“{item.id}”的{name}公布的是 {_words(published)}，现在{is_now}；"
            f"要在 history 里加一条，用 {field} 写明原来的、改成的{name}和理由。",
            because=because,
        )


def _changes(item: LedgerItem, field: str, steps: int = 0) -> list[tuple[date, DueChange | AcceptanceChange]]:
    return [(step.date, getattr(step, field)) for step in item.history[steps:] if getattr(step, field)]


def _stored(term: date | Acceptance | None) -> Any:
    """A term in the form in which the register stores it."""
    return term and (str(term) if isinstance(term, date) else dumped(term))


def _words(content: Any) -> str:
    """An entry's content as text: a list's elements are joined; a term is 2025-06-30 or 校舍验收合格."""
    if content is None:
        return "没有写"
    if isinstance(content, Acceptance):
        return _words(dumped(content))
    if isinstance(content, dict | list | tuple):
        parts = content.values() if isinstance(content, dict) else content
        return " ".join(filter(None, map(_words, parts)))
    return str(content)
