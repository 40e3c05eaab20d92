"""What readers see and no lock keeps yet: a reminder to register once more after publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.analysis.seals import seals
from disclosure.facts.lock import field_name
from disclosure.findings import Finding, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from disclosure.facts.disclosure import Report
    from disclosure.facts.lock import Locked

_KINDS = {
    ("ledger",): "台账里新列入或者有变动的 {count} 项",
    ("dated",): "台账更新的日期",
    ("opinion", "withdrawn"): "意见 {count} 条",
    ("notice", "extension"): "公示 {count} 处",
}


def check_unregistered(report: Report, published: Iterable[Locked], *, rewritten: bool) -> Iterator[Finding]:
    """How much of a report its lock does not keep; nothing while it has none, or was edited.

    ``published`` are its figures and what is said of them now. Where the ledger or an opinion was
    ``rewritten``, that wants mending before anything of them is registered.
    """
    lock = report.lock
    if lock is None or not lock.whole:
        return
    known = {entry.key for entry in lock.entries}
    fresh = [entry for entry in published if entry.key not in known]
    said = [f"数值、增减和结论 {len(fresh)} 项（第一项是{_name(fresh[0])}）"] if fresh else []
    if not rewritten:
        kept = {(*entry.key, entry.printed) for entry in lock.entries}
        sealed = [entry for entry in seals(report) if (*entry.key, entry.printed) not in kept]
        counts = {kinds: sum(entry.kind in kinds for entry in sealed) for kinds in _KINDS}
        said += [_KINDS[kinds].format(count=count) for kinds, count in counts.items() if count]
    if said:
        yield Finding(Where(lock.path), "lock-behind", f"还没有登记：{'、'.join(said)}。")


def _name(entry: Locked) -> str:
    return f"“{entry.figure}”{field_name(entry.field)}"
