"""Published opinions and the notice stay as they were; they may be withdrawn or extended in the open."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from disclosure.analysis.seals import seal_extension, seal_notice, seal_opinion, seal_withdrawal
from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from disclosure.facts.disclosure import Report
    from disclosure.facts.lock import Locked


def check_opinions_kept(
    opinions: Iterable[Locked], withdrawn: Sequence[Locked], report: Report
) -> Iterator[Finding]:
    """Every opinion that a lock keeps is still there, word for word, or is said to be withdrawn.

    ``withdrawn`` are the lock's lines of those that were withdrawn before.
    """
    entries = list(opinions)
    present = {seal_opinion(opinion) for opinion in report.public_opinions}
    graves = Counter((gone.about, str(gone.received)) for gone in report.withdrawn_opinions)
    graves -= Counter((entry.figure, _received(entry)) for entry in withdrawn)
    lost = [entry for entry in entries if entry.printed not in present]
    if lost and report.opinions and report.opinions.publish != "公开":
        where = report.opinions.where_is("publish")
        message = f"{len(lost)} 条意见已经公开，publish 不能改成不公开。"
        yield Finding(where, "opinion-rewritten", message)
        return
    registered = {entry.printed for entry in entries}
    fresh = [item for item in report.public_opinions if seal_opinion(item) not in registered]
    for entry in lost:
        key = (entry.figure, _received(entry))
        if graves[key]:
            graves[key] -= 1
            continue
        name = f"{key[1]} 收到的、关于“{entry.figure}”的意见"
        changed = next((item for item in fresh if (item.about, str(item.received)) == key), None)
        if changed:
            fresh.remove(changed)
            yield Finding(changed.where, "opinion-rewritten", f"{name}公布以后改了。")
        else:
            message = f"{name}已经公布，现在没有了。本人撤回同意的，写进 withdrawn。"
            yield Finding(entry.where, "opinion-rewritten", message)
    yield from _withdrawals_kept(withdrawn, report)


def _withdrawals_kept(withdrawn: Iterable[Locked], report: Report) -> Iterator[Finding]:
    """Whoever was told that an opinion is withdrawn is told so for good."""
    left = {seal_withdrawal(gone) for gone in report.withdrawn_opinions}
    for entry in withdrawn:
        if entry.printed not in left:
            message = f"{_received(entry)} 收到的、关于“{entry.figure}”的意见写过撤下，现在改了或者没有了。"
            yield Finding(entry.where, "opinion-rewritten", message)


def _received(entry: Locked) -> str:
    return entry.field.partition(" ")[2]


def check_notice_kept(
    notices: Iterable[Locked], extensions: Iterable[Locked], report: Report
) -> Iterator[Finding]:
    """The notice as it was first given, and every extension of it that a lock keeps."""
    notice = report.record.notice
    for entry in notices:
        if notice is None:
            yield Finding(entry.where, "opinion-rewritten", "公示已经公布，report.yml 里现在没有了。")
        elif seal_notice(notice) != entry.printed:
            message = "公示公布以后改了。延长的，closes 照旧，在 extended 里加一条。"
            yield Finding(notice.where, "opinion-rewritten", message)
    for entry in extensions if notice else ():
        place = int(entry.field.partition(" ")[2]) - 1
        kept = notice.extended[place] if notice and place < len(notice.extended) else None
        if kept is None or seal_extension(kept) != entry.printed:
            where = kept.where if kept else entry.where
            message = f"第 {place + 1} 次延长公示已经公布，现在改了或者没有了。"
            yield Finding(where, "opinion-rewritten", message)
