"""Checks of what may change after publication only by additions: the ledger, opinions, the notice."""

from collections.abc import Iterator, Mapping, Sequence

from disclosure.checks.ledger.changes import check_rewritten
from disclosure.checks.registry import LEDGER, OPINIONS, register_check
from disclosure.facts.disclosure import Report
from disclosure.facts.ledger import Ledger
from disclosure.facts.published import Entry
from disclosure.findings import Finding
from disclosure.register.diff import Difference, same
from disclosure.register.register import Register
from disclosure.register.snapshot import item_entries, opinion_digest


@register_check("公布过的台账有没有改动", LEDGER)
def check_published_ledger(register: Register, report: Report) -> Iterator[Finding]:
    """Changes of the published ledger that are not allowed."""
    former: dict[str, list[Entry]] = {}
    for entry in register.published(report).values():
        if entry.id.partition("/")[0] == "ledger":
            former.setdefault(entry.id.partition("/")[2], []).append(entry)
    if not former:
        return
    dated = {entry.field: entry for entry in former.pop("", ())}
    if report.ledger is None:
        entries = [*dated.values(), *(entry for found in former.values() for entry in found)]
        yield Finding(
            min(entry.where for entry in entries),
            "ledger-rewritten",
            f"{report.ledger_path} 公布过 {len(former)} 项，现在整个没有了。",
        )
        return
    yield from _dated(dated, report.ledger)
    for name, entries in former.items():
        if item := report.ledger.items.get(name):
            yield from check_rewritten(item, entries, item_entries(item))
        else:
            yield _gone(name, entries, report.ledger, former)


def _gone(name: str, entries: Sequence[Entry], ledger: Ledger, former: Mapping[str, object]) -> Finding:
    """The finding is at the item with the same problem under another id, else at the registered item."""
    problem = next((entry.content for entry in entries if entry.field == "problem"), None)
    for item in ledger.items.values():
        if item.id not in former and same(problem, next(item_entries(item)).content):
            return Finding(
                item.where, "ledger-rewritten", f"“{item.id}”公布的时候编号是“{name}”，编号不能改。"
            )
    return Finding(entries[0].where, "ledger-rewritten", f"“{name}”已经在台账里公布，现在没有了。")


def _dated(former: Mapping[str, Entry], ledger: Ledger) -> Iterator[Finding]:
    """A ledger's date may not go back, nor ``stale_after`` grow: overdue or stale items would be hidden."""
    if "as_of" in former and str(ledger.as_of) < str(former["as_of"].content):
        yield Finding(
            ledger.where_is("as_of"),
            "ledger-rewritten",
            f"台账公布的时候更新到 {former['as_of'].content}，现在写的是 {ledger.as_of}，不能往回改。",
        )
    days = str(former["stale_after"].content) if "stale_after" in former else ""
    if days.isdecimal() and ledger.stale_after > int(days):
        yield Finding(
            ledger.where_is("stale_after"),
            "ledger-rewritten",
            f"公布的是 {days} 天没有变动就提醒，现在是 {ledger.stale_after} 天；要改长，等下一年。",
        )


@register_check("公布过的意见有没有改动", OPINIONS)
def check_published_opinions(register: Register, report: Report) -> Iterator[Finding]:
    """Changes of the published opinions that are not allowed."""
    changes = {change.key: change for change in register.changes[report.year] if change.former}
    lost = [change for change in changes.values() if change.key[0].startswith("opinions/") and change.lost]
    if lost and report.opinions and report.opinions.publish != "公开":
        yield Finding(
            report.opinions.where_is("publish"),
            "opinion-rewritten",
            f"{sum(len(change.lost) for change in lost)} 条意见已经公开，publish 不能改成不公开。",
        )
        return
    for change in lost:
        yield from _lost_opinions(change, register, report)
    for change in changes.values():
        if change.key[0].startswith("withdrawn/") and change.former and change.lost:
            yield Finding(
                change.former.where,
                "opinion-rewritten",
                f"{change.key[1]} 收到的、关于“{change.key[0].partition('/')[2]}”的意见写过撤下，"
                "现在改了或者没有了。",
            )


def _lost_opinions(lost: Difference, register: Register, report: Report) -> Iterator[Finding]:
    """A published opinion that is gone needs a withdrawal of its own."""
    (_, about), received = lost.key[0].split("/", 1), lost.key[1]
    withdrawn = [
        change.added
        for change in register.changes[report.year]
        if change.key == (f"withdrawn/{about}", received)
    ]
    fresh = [
        opinion
        for opinion in report.public_opinions
        if (opinion.about, str(opinion.received)) == (about, received)
        and opinion_digest(opinion) in lost.added
    ]
    name = f"{received} 收到的、关于“{about}”的意见"
    for _ in lost.lost[sum(map(len, withdrawn)) :]:
        if fresh:
            yield Finding(fresh.pop(0).where, "opinion-rewritten", f"{name}公布以后改了。")
        elif lost.former:
            yield Finding(
                lost.former.where,
                "opinion-rewritten",
                f"{name}已经公布，现在没有了。本人撤回同意的，写进 withdrawn。",
            )


@register_check()
def check_published_notice(register: Register, report: Report) -> Iterator[Finding]:
    """The notice and its extensions must stay as they were published."""
    changes = {change.key: change for change in register.changes[report.year] if change.former}
    notice, extended = (changes.get(("notice", field)) for field in ("notice", "extended"))
    now = report.record.notice
    if notice and notice.former and now is None:
        yield Finding(notice.former.where, "opinion-rewritten", "公示已经公布，report.yml 里现在没有了。")
    elif notice and now:
        yield Finding(
            now.where, "opinion-rewritten", "公示公布以后改了。延长的，closes 照旧，在 extended 里加一条。"
        )
    if now and extended and extended.former and (rewritten := extended.rewritten):
        place, _ = rewritten
        yield Finding(
            now.extended[place].where if place < len(now.extended) else extended.former.where,
            "opinion-rewritten",
            f"第 {place + 1} 次延长公示已经公布，现在改了或者没有了。",
        )
