"""Days from a first to a last one, open where nothing names an end, and what they are called."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

PARTS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "第一季度": (1, 3),
    "第二季度": (4, 6),
    "第三季度": (7, 9),
    "第四季度": (10, 12),
    "前三季度": (1, 9),
}
"""The parts of a year that have a name, by their first and last month."""
_NAMES = {months: name for name, months in PARTS.items()}
_YEAR, _MONTH, _DAY = len("2021"), len("2021-09"), len("2021-09-30")
"""How much of an ISO date tells a day: the first or last of a year or a month needs no more than that."""
_SCHOOL_YEAR = ((9, 1), (8, 31))
_NO_DAY = (13, 1)
"""Sorts behind every month and day."""

Cycle = tuple[tuple[int, int], tuple[int, int]]
"""Month and day of both ends."""


@dataclass(frozen=True, slots=True)
class Days:
    """All days from ``first`` to ``last``; an end that nothing names is ``None``."""

    first: date | None = None
    last: date | None = None

    @property
    def year(self) -> int:
        """The year in which they begin, or end if they have no first day; 0 without any end."""
        day = self.first or self.last
        return day.year if day else 0

    @property
    def ends(self) -> tuple[date | None, date | None]:
        """Both ends."""
        return self.first, self.last

    @property
    def cycle(self) -> Cycle | None:
        """Month and day of both ends, the same for 上半年 of every year and for every school year.

        ``None`` if they are more than a year, or have no last day.
        """
        first, last = self.first, self.last
        if not last or (first and last >= _moved(first, 1)):
            return None
        begins = (first.month, first.day) if first else _NO_DAY
        return begins, (last.month, 31 if last == month_end(last.year, last.month) else last.day)

    def moved(self, years: int) -> "Days":
        """The same days so many years later; the end of a month stays its end."""
        return Days(*(_moved(day, years) if day else None for day in (self.first, self.last)))

    @property
    def slug(self) -> str:
        """Their name in an address: 2021, 2022-01-to-2022-09, since-2021; 2021-2022 is a school year."""
        if self.first and self.last:
            if self.cycle == _SCHOOL_YEAR:
                return f"{self.first.year}-{self.last.year}"
            first, last = (day.isoformat()[: self._precision] for day in (self.first, self.last))
            return first if first == last else f"{first}-to-{last}"
        if self.first:
            return f"since-{self.first.isoformat()[: _as_first(self.first)]}"
        return f"until-{self.last.isoformat()[: _as_last(self.last)]}" if self.last else ""

    def __str__(self) -> str:
        """Their name in Chinese, which ``parse_period`` reads as the same days; empty without any end."""
        if self.first and self.last:
            return self._closed(self.first, self.last)
        if self.first:
            return f"{_spoken(self.first, _as_first(self.first))}以来"
        if self.last:
            end = "底" if _as_last(self.last) == _YEAR else ""
            return f"截至{_spoken(self.last, _as_last(self.last))}{end}"
        return ""

    def _closed(self, first: date, last: date) -> str:
        if self.cycle == _SCHOOL_YEAR:
            return f"{first.year}-{last.year}学年"
        months = (first.month, last.month)
        if self._precision == _MONTH and first.year == last.year and months in _NAMES:
            return f"{first.year}年{_NAMES[months]}"
        if first == last and _as_last(last) == _YEAR:
            return f"{last.year}年底"
        begins, ends = (_spoken(day, self._precision) for day in (first, last))
        return begins if begins == ends else f"{begins}至{ends}"

    @property
    def _precision(self) -> int:
        """How much of an ISO date tells both ends."""
        return max(_as_first(self.first), _as_last(self.last)) if self.first and self.last else _DAY


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _moved(day: date, years: int) -> date:
    end = month_end(day.year + years, day.month)
    return end if day == month_end(day.year, day.month) else date(end.year, end.month, min(day.day, end.day))


def _as_first(day: date) -> int:
    return _DAY if day.day > 1 else _MONTH if day.month > 1 else _YEAR


def _as_last(day: date) -> int:
    return _DAY if day != month_end(day.year, day.month) else _MONTH if day.month < 12 else _YEAR  # noqa: PLR2004 - December


def _spoken(day: date, precision: int) -> str:
    parts = zip((_YEAR, _MONTH, _DAY), (f"{day.year}年", f"{day.month}月", f"{day.day}日"), strict=True)
    return "".join(words for needed, words in parts if needed <= precision)
