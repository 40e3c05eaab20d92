"""What shows that a problem is solved changes only by a step that says so: from what, to what, and why."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from disclosure.analysis.seals import seal_acceptance
from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.ledger import LedgerItem


def check_acceptance(item: LedgerItem) -> Iterator[Finding]:
    """The changes of an acceptance that do not go on from one another, or not up to the acceptance itself."""
    changes = [
        (day, change, seal_acceptance(change.old), seal_acceptance(change.new))
        for day, change in item.acceptance_changes
    ]
    for day, change, old, new in changes:
        if new == old:
            message = f"{day} 改的验收办法，原来的和改成的一样。"
            yield Finding(change.where_is("new"), "ledger-acceptance", message)
    for (day, _, _, former), (_, later, old, _) in pairwise(changes):
        if old != former:
            message = f"这次写的原来的验收办法，与上一次（{day}）改成的不一样，接不上。"
            yield Finding(later.where_is("old"), "ledger-acceptance", message)
    if changes and changes[-1][3] != seal_acceptance(item.acceptance):
        day, *_ = changes[-1]
        message = f"“{item.id}”的 acceptance 与 history 里最后（{day}）改成的不一样。"
        yield Finding(item.where_is("acceptance"), "ledger-acceptance", message)


def reset_unsaid(item: LedgerItem, former: str | None, *, steps: int) -> Iterator[Finding]:
    """Another acceptance than the one published, though no step after the first ``steps`` says so.

    ``former`` is the seal of what was published, since a lock keeps no more.
    """
    if former is None:
        return
    told = [step.acceptance for step in item.history[steps:] if step.acceptance]
    if told and seal_acceptance(told[0].old) != former:
        message = f"“{item.id}”公布的验收办法不是这样写的；原来的（old）要与公布的一字不差。"
        yield Finding(told[0].where_is("old"), "ledger-rewritten", message)
    elif not told and seal_acceptance(item.acceptance) != former:
        message = (
            f"“{item.id}”的验收办法公布以后{'改了' if item.acceptance else '没有了'}；"
            "要在 history 里加一条，用 acceptance 写明原来的、改成的验收办法和理由。"
        )
        yield Finding(item.where_is("acceptance"), "ledger-rewritten", message)
