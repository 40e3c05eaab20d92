"""A ledger that was published goes on and is not rewritten."""

from collections.abc import Iterator, Mapping, Sequence

from disclosure.checks.ledger.item_changes import check_rewritten
from disclosure.checks.registry import LEDGER, register_check
from disclosure.facts.disclosure import Report
from disclosure.facts.ledger import Ledger
from disclosure.facts.published import Entry
from disclosure.findings import Finding
from disclosure.register.diff import same
from disclosure.register.register import Register
from disclosure.register.snapshot import item_entries


@register_check("公布过的台账有没有改动", LEDGER)
def check_published_ledger(register: Register, report: Report) -> Iterator[Finding]:
    """What became of the ledger that was published with a report."""
    former: dict[str, list[Entry]] = {}
    for entry in register.published(report).values():
        if entry.id.partition("/")[0] == "ledger":
            former.setdefault(entry.id.partition("/")[2], []).append(entry)
    if not former:
        return
    dated = {entry.field: entry for entry in former.pop("", ())}
    if report.ledger is None:
        message = f"{report.ledger_path} 公布过 {len(former)} 项，现在整个没有了。"
        entries = [*dated.values(), *(entry for found in former.values() for entry in found)]
        yield Finding(min(entry.where for entry in entries), "ledger-rewritten", message)
        return
    yield from _dated(dated, report.ledger)
    for name, entries in former.items():
        if item := report.ledger.items.get(name):
            yield from check_rewritten(item, entries, item_entries(item))
        else:
            yield _gone(name, entries, report.ledger, former)


def _gone(name: str, entries: Sequence[Entry], ledger: Ledger, former: Mapping[str, object]) -> Finding:
    """Told where it stands under another id, or else where it was registered."""
    problem = next((entry.said for entry in entries if entry.field == "problem"), None)
    for item in ledger.items.values():
        if item.id not in former and same(problem, next(item_entries(item)).said):
            message = f"“{item.id}”公布的时候编号是“{name}”，编号不能改。"
            return Finding(item.where, "ledger-rewritten", message)
    message = f"“{name}”已经在台账里公布，现在没有了。"
    return Finding(entries[0].where, "ledger-rewritten", message)


def _dated(former: Mapping[str, Entry], ledger: Ledger) -> Iterator[Finding]:
    """A ledger's own day never goes back, or what is overdue would no longer be."""
    if "as_of" in former and str(ledger.as_of) < str(former["as_of"].said):
        message = f"台账公布的时候更新到 {former['as_of'].said}，现在写的是 {ledger.as_of}，不能往回改。"
        yield Finding(ledger.where_is("as_of"), "ledger-rewritten", message)
    days = str(former["stale_after"].said) if "stale_after" in former else ""
    if days.isdecimal() and ledger.stale_after > int(days):
        message = f"公布的是 {days} 天没有变动就提醒，现在是 {ledger.stale_after} 天；要改长，等下一年。"
        yield Finding(ledger.where_is("stale_after"), "ledger-rewritten", message)
