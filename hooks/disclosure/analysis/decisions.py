"""What was decided about the site's own statements, and whether it still holds on the data's own date."""

from dataclasses import dataclass
from datetime import date, timedelta

from disclosure.facts.records import Review

DEFERRAL = 20
"""Working days for which a verdict may be held back (政府信息公开条例, art. 26 gives as many)."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Decision:
    """A review with what it means on the day that the data were looked over."""

    review: Review
    deferred: bool
    """The statement is held back for now; the figure and the standard are shown all the same."""
    lapsed: bool
    """It was held back, and the time is over."""
    until: date | None
    """The last day on which it may be held back."""

    @property
    def text(self) -> str:
        """What readers see of it in one line: 加注公开：两个学段恰好相同（县财政局，2024-10-25）."""
        state = "（已到期，恢复公开）" if self.lapsed else ""
        return f"{self.review.decision}{state}：{self.review.signed}"


def decide(review: Review | None, as_of: date) -> Decision | None:
    """The decision that holds on ``as_of``."""
    if review is None:
        return None
    until = add_working_days(review.date, DEFERRAL) if review.deferred and review.date else None
    lapsed = until is not None and as_of > until
    return Decision(review, deferred=until is not None and not lapsed, lapsed=lapsed, until=until)


def add_working_days(day: date, count: int) -> date:
    """The day that is ``count`` working days after ``day``.

    Saturdays and Sundays are left out. Public holidays are not known here and count as working days, so
    that nothing is held back longer than allowed.
    """
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
