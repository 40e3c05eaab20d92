"""A ledger that was published goes on and is not rewritten; opinions and the notice stay as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.findings import Finding
from disclosure.reckoning.seals import read_item, seal_item, seal_notice, seal_opinion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.ledger import LedgerItem
    from disclosure.facts.lock import Locked
    from disclosure.reckoning.seals import ItemSeal

_NAMES = {"due": "完成期限", "owner": "牵头单位", "acceptance": "验收办法", "measures": "措施"}


def check_registered(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """What became of the ledger, the opinions and the notice that a report's lock keeps.

    A lock that was written before they were kept says nothing of them.
    """
    kept: dict[str, list[Locked]] = {"ledger": [], "opinion": [], "notice": []}
    for entry in report.lock.entries if report.lock else ():
        kept.get(entry.kind, []).append(entry)
    if not disclosure.unsure(report.ledger_path):
        registered = {entry.figure for entry in kept["ledger"]}
        for entry in kept["ledger"]:
            yield from _item(entry, report, registered)
    if not disclosure.unsure(report.opinions_path):
        yield from _opinions(kept["opinion"], report)
    for entry in kept["notice"]:
        yield from _notice(entry, report)


def _item(entry: Locked, report: Report, registered: set[str]) -> Iterator[Finding]:
    items = report.ledger.items if report.ledger else {}
    former = read_item(entry.printed)
    if item := items.get(entry.figure):
        yield from _kept(item, former, seal_item(item))
        return
    fresh = (item for item in items.values() if item.id not in registered)
    renamed = next((item for item in fresh if seal_item(item).problem == former.problem), None)
    if renamed:
        message = f"“{renamed.id}”公布的时候编号是“{entry.figure}”，编号不能改。"
        yield Finding(renamed.where, "ledger-rewritten", message)
    else:
        message = f"“{entry.figure}”已经在台账里公布，现在没有了。"
        yield Finding(entry.where, "ledger-rewritten", message)


def _kept(item: LedgerItem, former: ItemSeal, now: ItemSeal) -> Iterator[Finding]:
    """The problem and the steps as they were; another end only with a new step that says why."""
    if now.problem != former.problem:
        message = f"“{item.id}”的问题、来源或者文件公布以后改了。"
        yield Finding(item.problem.where, "ledger-rewritten", message)
    for index, step in enumerate(former.steps):
        if index >= len(now.steps):
            message = f"“{item.id}”的经过公布了 {len(former.steps)} 条，现在只有 {len(now.steps)} 条。"
            yield Finding(item.where_is("history"), "ledger-rewritten", message)
            return
        if now.steps[index] != step:
            message = f"“{item.id}”的经过，第 {index + 1} 条公布以后改了；新的变动要写在最后。"
            yield Finding(item.history[index].where, "ledger-rewritten", message)
            return
    if any(step.note for step in item.history[len(former.steps) :]):
        return
    for field, said in former.terms.items():
        if now.terms.get(field) != said:
            message = f"“{item.id}”的{_NAMES[field]}公布以后改了，要在 history 里加一条，用 note 写明为什么。"
            yield Finding(item.where_is(field), "ledger-rewritten", message)


def _opinions(entries: Iterable[Locked], report: Report) -> Iterator[Finding]:
    """Every opinion that was published is still there, word for word."""
    present = {seal_opinion(opinion) for opinion in report.public_opinions}
    lost = [entry for entry in entries if entry.printed not in present]
    if lost and report.opinions and not report.public_opinions:
        where = report.opinions.where_is("publish")
        message = f"{len(lost)} 条意见已经公开，publish 不能改成不公开。"
        yield Finding(where, "opinion-rewritten", message)
        return
    registered = {entry.printed for entry in entries}
    fresh = [item for item in report.public_opinions if seal_opinion(item) not in registered]
    for entry in lost:
        received = entry.field.partition(" ")[2]
        name = f"{received} 收到的、关于“{entry.figure}”的意见"
        changed = next(
            (item for item in fresh if (item.about, str(item.received)) == (entry.figure, received)), None
        )
        if changed:
            fresh.remove(changed)
            yield Finding(changed.where, "opinion-rewritten", f"{name}公布以后改了。")
        else:
            yield Finding(entry.where, "opinion-rewritten", f"{name}已经公布，现在没有了。")


def _notice(entry: Locked, report: Report) -> Iterator[Finding]:
    notice = report.record.notice
    if notice is None:
        yield Finding(entry.where, "opinion-rewritten", "公示已经公布，report.yml 里现在没有了。")
    elif seal_notice(notice) != entry.printed:
        yield Finding(notice.where, "opinion-rewritten", "公示公布以后改了。")
