"""Words for days: 2022年1-9月, 去年底, “十四五”末, 近三年, each with its first and last day.

Some count from the report's own dates: 去年, 上年 and 近三年 from the day of writing, 全年, 年末 and 上半年
from the period that the report is of.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Literal, NamedTuple

from disclosure.facts.days import PARTS, Days, month_end
from disclosure.facts.numerals import whole_number

Origin = Literal["written", "covers"]
"""The field of ``report.yml`` that relative words count from."""


class ReportDates(NamedTuple):
    """The dates of a report that relative words count from, as far as they are known."""

    written: date | None = None
    covers: Days = Days()
    """The days that the report is of."""

    def year(self, origin: Origin) -> int | None:
        """The year of a date; ``None`` if it is not known, or not within one year."""
        first, last = (self.written, self.written) if origin == "written" else self.covers.ends
        return first.year if first and last and first.year == last.year else None


UNDATED = ReportDates()


class Read(NamedTuple):
    """What words say: their days, and what these count from if that is a date of the report."""

    days: Days
    """Without ends where that date can't be counted from."""
    origin: Origin | None = None


_DASH = r"(?:[-–—―~]{1,2}|至|到)"
_N = r"(\d{1,2}|[一二两三四五六七八九十]{1,3})"
_STEMS: dict[str, tuple[Origin, int]] = {
    "今": ("written", 0),
    "去": ("written", -1),
    "上一": ("written", -1),
    "上": ("written", -1),
    "前": ("written", -2),
    "明": ("written", 1),
    "本": ("covers", 0),
}
"""Words before 年, with what they count from and how many years later they mean."""
_YEAR = re.compile(rf"(?:(?P<digits>(?:19|20)\d\d)(?=年|$)|(?P<stem>{'|'.join(_STEMS)})(?=年))?(?P<rest>.*)")


def _months(year: int, first: int, last: int) -> Days:
    return Days(date(year, first, 1), month_end(year, last))


def _day(day: date) -> Days:
    return Days(day, day)


_IN_A_YEAR: tuple[tuple[str, Callable[..., Days]], ...] = (
    (r"年|年?全年|年度|年内", lambda year: _months(year, 1, 12)),
    (r"年?年[末底]", lambda year: _day(date(year, 12, 31))),
    (r"年?年初", lambda year: _day(date(year, 1, 1))),
    (rf"年?({'|'.join(PARTS)})", lambda year, name: _months(year, *PARTS[name])),
    (rf"年?第?{_N}季度", lambda year, n: _months(year, 3 * _count(n) - 2, 3 * _count(n))),
    (rf"年?前{_N}个?月", lambda year, n: _months(year, 1, _count(n))),
    (rf"年?{_N}月?份?{_DASH}{_N}月份?", lambda year, one, two: _months(year, _count(one), _count(two))),
    (rf"年?{_N}月份?", lambda year, n: _months(year, _count(n), _count(n))),
    (rf"年?{_N}月[末底]", lambda year, n: _day(month_end(year, _count(n)))),
    (rf"年?{_N}月初", lambda year, n: _day(date(year, _count(n), 1))),
    (rf"年?{_N}月{_N}日", lambda year, month, day: _day(date(year, _count(month), _count(day)))),
    (r"年?春季学期", lambda year: Days(date(year, 2, 1), date(year, 8, 31))),
    (r"年?秋季学期", lambda year: Days(date(year, 9, 1), date(year + 1, 1, 31))),
    (r"年?春季", lambda year: _months(year, 3, 5)),
    (r"年?夏季", lambda year: _months(year, 6, 8)),
    (r"年?秋季", lambda year: _months(year, 9, 11)),
    (r"年?冬季", lambda year: Days(date(year, 12, 1), month_end(year + 1, 2))),
)
"""What may follow the name of a year, or stand alone, and the days that it is of that year."""
_SCHOOL_YEAR = re.compile(
    rf"((?:19|20)\d\d)(?:(?:{_DASH}|/)((?:\d\d)?\d\d))?学年度?(?:(第?一学期|上学期|秋季学期)|(第?二学期|下学期|春季学期))?"
)
_PLAN = re.compile(
    r"(?P<open>[“‘\"]?)(?P<number>十[一二三四五六七八九]?|[六七八九])五[”’\"]?(?P<time>(?:规划)?(?:时期|期间))?(?P<end>[末初])?"
)
_SOME_YEARS = re.compile(
    rf"(?:(?:最?近|过去的?|连续|这){_N}年(?:来|间|以来)?|{_N}年[来间]|(?:未来|今后){_N}年)"
)
_TENTH = 10
_SOME_YEAR = 2000
"""Stands for a year that can't be counted, while the form of the words is read."""


def read_days(words: str, dates: ReportDates, *, base: bool = False) -> Read | None:
    """The days that ``words`` name, or ``None`` if they name none.

    In ``base``, what a change is relative to, every word counts from the days that the report is of.
    """
    with suppress(ValueError):  # 2月30日
        return (
            _school_year(words)
            or _plan(words)
            or _some_years(words, dates)
            or _same_days(words, dates)
            or _within_year(words, dates, base=base)
            or _from_to(words, dates)
        )
    return None


def _count(words: str) -> int:
    return int(words) if words.isdigit() else whole_number(words) or 0


def _school_year(words: str) -> Read | None:
    """A school year or a term of it: the second begins on 1 February."""
    match = _SCHOOL_YEAR.fullmatch(words)
    if match is None:
        return None
    year, last, autumn, spring = int(match[1]), match[2], match[3], match[4]
    if last and last != str(year + 1)[-len(last) :]:
        return None
    first = date(year + 1, 2, 1) if spring else date(year, 9, 1)
    return Read(Days(first, date(year + 1, 1, 31) if autumn else date(year + 1, 8, 31)))


def _plan(words: str) -> Read | None:
    """The years of a five-year plan: the sixth began in 1981."""
    match = _PLAN.fullmatch(words)
    number = whole_number(match["number"]) if match else None
    if match is None or number is None:
        return None
    if number <= _TENTH and not (match["open"] or match["time"] or match["end"]):
        return None  # 九五 and 十五 are numbers, too
    first = date(1981 + 5 * (number - 6), 1, 1)
    last = date(first.year + 4, 12, 31)
    return Read({"初": _day(first), "末": _day(last), None: Days(first, last)}[match["end"]])


def _some_years(words: str, dates: ReportDates) -> Read | None:
    """近三年, 未来三年 and the like: whole years before or after the New Year next to the day of writing."""
    match = _SOME_YEARS.fullmatch(words)
    count = _count(match[1] or match[2] or match[3]) if match else 0
    if match is None or not count:
        return None
    if not dates.written:
        return Read(Days(), "written")
    next_year = dates.written.year + (dates.written.month > 6)  # noqa: PLR2004 - the second half of the year
    first = next_year if match[3] else next_year - count
    return Read(Days(date(first, 1, 1), date(first + count - 1, 12, 31)), "written")


def _same_days(words: str, dates: ReportDates) -> Read | None:
    """上年同期, 2019年同期: the days of the report in another year."""
    match = re.fullmatch(r"(?:((?:19|20)\d\d)年|上年|去年)同期", words)
    if match is None:
        return None
    covers = dates.covers
    years = int(match[1]) - covers.year if match[1] else -1
    return Read(covers.moved(years) if all(covers.ends) else Days(), "covers")


def _within_year(words: str, dates: ReportDates, *, base: bool = False) -> Read | None:
    """A year, a part of one or a day; without any name of a year it is that of the report."""
    named = _YEAR.fullmatch(words)
    if named is None or words == "年":
        return None
    if named["digits"]:
        days = _part(named["rest"] or "年", int(named["digits"]))
        return Read(days) if days else None
    origin, later = _STEMS.get(named["stem"], ("covers", 0))
    year = dates.year("covers" if base else origin)
    days = _part(named["rest"], year + later if year else _SOME_YEAR)
    return Read(days if year else Days(), "covers" if base else origin) if days else None


def _part(words: str, year: int) -> Days | None:
    for pattern, days in _IN_A_YEAR:
        if match := re.fullmatch(pattern, words):
            return days(year, *match.groups())
    return None


def _from_to(words: str, dates: ReportDates) -> Read | None:
    """From the first day of one expression to the last of another, which may leave out the year."""
    for dash in re.finditer(_DASH, words):
        one, ends = _within_year(words[: dash.start()], dates), words[dash.end() :]
        if not (one and ends):
            continue
        if other := _within_year(f"{one.days.year}年{ends}", dates) or _within_year(ends, dates):
            first, last, origin = one.days.first, other.days.last, one.origin or other.origin
            if not (first and last):
                return Read(Days(), origin)
            return Read(Days(first, last), origin) if first <= last else None
    return None
