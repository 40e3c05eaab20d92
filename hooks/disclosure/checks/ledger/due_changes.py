"""A due date moves only by a step that says so: from when, to when, and why."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from disclosure.facts.ledger import LedgerItem


def check_due(item: LedgerItem) -> Iterator[Finding]:
    """The changes of a due date that do not go on from one another, or not up to the date itself."""
    changes = item.due_changes
    for day, change in changes:
        if change.new == change.old:
            message = f"{day} 改的期限，原来的和改成的都是 {change.old}。"
            yield Finding(change.where_is("new"), "ledger-due", message)
        elif change.new and change.new < day:
            message = f"{day} 改期限，改成的 {change.new} 却已经过去了。"
            yield Finding(change.where_is("new"), "ledger-due", message)
    for (_, former), (_, later) in pairwise(changes):
        if later.old != former.new:
            before = f"改成的是 {former.new}" if former.new else "写的是不再定期限"
            message = f"这次写原来的期限是 {later.old}，上一次{before}，接不上。"
            yield Finding(later.where_is("old"), "ledger-due", message)
    if changes and changes[-1][1].new != item.due:
        last = changes[-1][1].new or "不再定期限"
        message = f"history 里最后改成的期限是“{last}”，due 写的是“{item.due or '没有写'}”。"
        yield Finding(item.where_is("due"), "ledger-due", message)


def moved_unsaid(item: LedgerItem, former: date | None, *, steps: int) -> Iterator[Finding]:
    """Another due date than the one that was published, though no step after the first ``steps`` says so."""
    if former is None:
        return
    told = [step.due for step in item.history[steps:] if step.due]
    if told and told[0].old != former:
        message = f"“{item.id}”公布的完成期限是 {former}，这里写原来的期限是 {told[0].old}。"
        yield Finding(told[0].where_is("old"), "ledger-rewritten", message)
    elif not told and item.due != former:
        message = (
            f"“{item.id}”的完成期限公布的是 {former}，现在{f'是 {item.due}' if item.due else '没有写'}；"
            "要在 history 里加一条，用 due 写明原来的、改成的期限和理由。"
        )
        yield Finding(item.where_is("due"), "ledger-rewritten", message)
