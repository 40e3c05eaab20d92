"""Published opinions and the notice stay as they were; they may be withdrawn or extended in the open."""

from collections.abc import Iterator

from disclosure.checks.registry import OPINIONS, register_check
from disclosure.facts.disclosure import Report
from disclosure.findings import Finding
from disclosure.register.diff import Change
from disclosure.register.register import Register
from disclosure.register.snapshot import opinion_digest


@register_check("公布过的意见有没有改动", OPINIONS)
def check_published_opinions(register: Register, report: Report) -> Iterator[Finding]:
    """What became of the opinions that were published with a report."""
    changes = {one.key: one for one in register.changes[report.year] if one.former}
    lost = [one for one in changes.values() if one.key[0].startswith("opinions/") and one.lost]
    if lost and report.opinions and report.opinions.publish != "公开":
        message = f"{sum(len(one.lost) for one in lost)} 条意见已经公开，publish 不能改成不公开。"
        yield Finding(report.opinions.where_is("publish"), "opinion-rewritten", message)
        return
    for one in lost:
        yield from _lost_opinions(one, register, report)
    for one in changes.values():
        if one.key[0].startswith("withdrawn/") and one.former and one.lost:
            said = f"{one.key[1]} 收到的、关于“{one.key[0].partition('/')[2]}”的意见"
            message = f"{said}写过撤下，现在改了或者没有了。"
            yield Finding(one.former.where, "opinion-rewritten", message)


def _lost_opinions(lost: Change, register: Register, report: Report) -> Iterator[Finding]:
    """Every opinion that is gone must be withdrawn, by one withdrawal more than there were."""
    (_, about), received = lost.key[0].split("/", 1), lost.key[1]
    key = f"withdrawn/{about}", received
    gone = [one.added for one in register.changes[report.year] if one.key == key]
    fresh = [
        one
        for one in report.public_opinions
        if (one.about, str(one.received)) == (about, received) and opinion_digest(one) in lost.added
    ]
    name = f"{received} 收到的、关于“{about}”的意见"
    for _ in lost.lost[sum(map(len, gone)) :]:
        if fresh:
            yield Finding(fresh.pop(0).where, "opinion-rewritten", f"{name}公布以后改了。")
        elif lost.former:
            message = f"{name}已经公布，现在没有了。本人撤回同意的，写进 withdrawn。"
            yield Finding(lost.former.where, "opinion-rewritten", message)


@register_check()
def check_published_notice(register: Register, report: Report) -> Iterator[Finding]:
    """The notice as it was first given, and every extension of it."""
    changes = {one.key: one for one in register.changes[report.year] if one.former}
    notice, extended = (changes.get(("notice", field)) for field in ("notice", "extended"))
    now = report.record.notice
    if notice and notice.former and now is None:
        message = "公示已经公布，report.yml 里现在没有了。"
        yield Finding(notice.former.where, "opinion-rewritten", message)
    elif notice and now:
        message = "公示公布以后改了。延长的，closes 照旧，在 extended 里加一条。"
        yield Finding(now.where, "opinion-rewritten", message)
    if now and extended and extended.former and (rewritten := extended.rewritten):
        place, _ = rewritten
        where = now.extended[place].where if place < len(now.extended) else extended.former.where
        message = f"第 {place + 1} 次延长公示已经公布，现在改了或者没有了。"
        yield Finding(where, "opinion-rewritten", message)
