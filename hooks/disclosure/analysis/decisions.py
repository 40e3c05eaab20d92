"""Decisions about the site's own statements, and whether they still hold on the data's own date."""

from dataclasses import dataclass
from datetime import date, timedelta

from disclosure.facts.records import Review

DEFERRAL = 20
"""Working days for which a verdict may be held back (政府信息公开条例, art. 26 gives as many)."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A review and its effect on the date of the data."""

    review: Review
    deferred: bool
    """The statement is held back for now; readers still see the figure and the standard."""
    lapsed: bool
    """It was held back, and the period for that is over."""
    until: date | None
    """The last day of holding it back; ``None`` if it never was."""

    @property
    def text(self) -> str:
        """For readers: 加注公开：两个学段恰好相同（县财政局，2024-10-25）."""
        state = "（已到期，恢复公开）" if self.lapsed else ""
        return f"{self.review.decision}{state}：{self.review.signed}"


def decide(review: Review | None, as_of: date) -> Decision | None:
    """The decision with its effect on ``as_of``; ``None`` without a review."""
    if review is None:
        return None
    until = add_working_days(review.date, DEFERRAL) if review.deferred and review.date else None
    lapsed = until is not None and as_of > until
    return Decision(review, deferred=until is not None and not lapsed, lapsed=lapsed, until=until)


def add_working_days(day: date, count: int) -> date:
    """The day that is ``count`` working days after ``day``.

    Saturdays and Sundays are skipped. Public holidays are unknown and count as working days, so that
    nothing is held back longer than allowed.
    """
    while count:
        day += timedelta(days=1)
        count -= day.isoweekday() in range(1, 6)
    return day
