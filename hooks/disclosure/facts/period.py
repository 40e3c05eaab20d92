"""Periods as a report words them, and the days that they are.

The words stay as the report has them; two periods are the same if their days are.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache

from disclosure.facts.day_words import UNDATED, Origin, ReportDates, read_days
from disclosure.facts.days import Cycle, Days


class Basis(Enum):
    """How the period of a figure was read from the report; readers see it."""

    STATED = "明示"
    """The sentence itself names it."""
    CARRIED = "承前"
    """An earlier clause names it, and the figure's clause continues that one."""
    REPORT = "报告期"
    """No clause nearby names one; it is read as the period of the report."""
    RELATIVE = "相对"
    """The report says 上年, 全年 or the like, and the days follow from its own dates."""
    UNSTATED = "未载明"
    """The report gives none, and assuming one would be a guess."""


BASIS_EXPLANATIONS = {
    Basis.STATED: "原文在这句话里写明了时期",
    Basis.CARRIED: "时期写在前文，本句承接前文",
    Basis.REPORT: "原文未单独写明，按报告所反映的时期理解",
    Basis.RELATIVE: "原文写的是上年、全年一类的话，是哪一年由本站从报告的成文日期或者所反映的时期算出",
    Basis.UNSTATED: "原文没有写明时期，本站不作推断",
}


class Manner(Enum):
    """In what way a period is meant, by its word in addresses; in the order of sorting."""

    WITHIN = ""
    """All of its days, or the situation at their end."""
    YEARLY = "yearly"
    """年均: the average of its years."""
    EACH_YEAR = "each-year"
    """每年."""
    OVER = "over"
    """比2020年: what a change is relative to."""
    AIM = "aim"
    """到2025年, while that is still to come: what is to be reached by then."""
    TO_DATE = "to-date"
    """截至目前: up to some day about the time of writing."""
    CUMULATIVE = "cumulative"
    """累计: since when, the report doesn't say."""
    RECENT = "recent-years"
    """近年来."""
    UNSTATED = "unstated"


_WORDS = {
    **dict.fromkeys(("截至目前", "截止目前", "到目前为止", "目前", "现有", "至今", "迄今"), Manner.TO_DATE),
    "累计": Manner.CUMULATIVE,
    "年均": Manner.YEARLY,
    "每年": Manner.EACH_YEAR,
    **dict.fromkeys(("近年来", "近几年", "近几年来"), Manner.RECENT),
    "未载明": Manner.UNSTATED,
}
"""Periods without any days."""


@dataclass(frozen=True)
class Period:
    """A period in the report's words, with its days; equal to any other of these days, however worded."""

    text: str = field(compare=False)
    """As written in the data; a year without 年."""
    days: Days
    manner: Manner = Manner.WITHIN
    origin: Origin | None = field(default=None, compare=False)
    """What a relative period counts from; ``None`` for any other."""

    def __str__(self) -> str:
        return f"{self.text}年" if self.text.isdigit() else self.text

    @property
    def shown(self) -> str:
        """The text with the days that the site reads into it: 上年，即2024年."""
        return f"{self}，即{self.days}" if self.origin else str(self)

    @property
    def label(self) -> str:
        """The text beside a figure, where no heading says that it is a period."""
        return "时期未载明" if self.manner is Manner.UNSTATED else self.shown

    @cached_property
    def slug(self) -> str:
        """The name in an address: ``2021``, ``since-2021``, ``to-date``; the same for the same days."""
        return "-".join(filter(None, (self.manner.value, self.days.slug)))

    @property
    def order(self) -> tuple[bool, date, date, int]:
        """The sort key: aims before all that was reached, then by first and last day, then those without."""
        first, last = self.days.first or self.days.last or date.max, self.days.last or date.max
        return self.manner is not Manner.AIM, first, last, list(Manner).index(self.manner)

    @property
    def placed(self) -> bool:
        """False for a relative period of a report that lacks the date it counts from."""
        return self.origin is None or self.days != Days()

    @property
    def fixed(self) -> bool:
        """Whether it is the same in every report: its last day is known."""
        return self.days.last is not None

    @property
    def cycle(self) -> Cycle | None:
        """What it has in common with the same period of other years; ``None`` if it has no such."""
        return self.days.cycle if self.manner is Manner.WITHIN else None

    def years(self, report: str) -> tuple[int, int]:
        """The first and the last year that it covers, in a report of the year ``report``.

        An end without a day is that of the report.
        """
        first, last = self.days.first or self.days.last, self.days.last
        return first.year if first else int(report), last.year if last else int(report)

    @property
    def previous(self) -> "Period | None":
        """The same period a year earlier, which a change is relative to; ``None`` if unclear."""
        return parse_period(str(self.days.moved(-1))) if self.cycle else None


_PLAIN_YEAR = re.compile(r"((?:19|20)\d\d)年?", re.ASCII)
_CHINESE_YEAR = re.compile(r"(?:一九|二[〇零○])[〇零○一二三四五六七八九]{2}")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_FORMS = tuple(
    (re.compile(pattern), manner, ends)
    for pattern, manner, ends in (
        (r"(.+)", Manner.WITHIN, "first last"),
        (r"(?:自|从)?(.+?)(?:以来|[-–—―]*[至到]今|起|开始)", Manner.WITHIN, "first"),
        (r"(?:截至|截止)到?(.+?)止?", Manner.WITHIN, "last"),
        (r"(?:力争)?[到至](.+)", Manner.AIM, "last"),
        (r"[比较与同](.+?)(?:相?比)?", Manner.OVER, "first last"),
        (r"(.+?)(?:年均|平均每年)", Manner.YEARLY, "first last"),
        (r"(.+?)每年", Manner.EACH_YEAR, "first last"),
        (r"(.+?)累计", Manner.WITHIN, "first last"),
        (r"累计(.+)", Manner.WITHIN, "first last"),
    )
)
"""Words around those for days, and the ends of these days that they keep."""


@lru_cache(maxsize=1024)
def parse_period(text: str, dates: ReportDates = UNDATED) -> Period | None:
    """The period that ``text`` names, or ``None`` if it names none.

    A relative one of a report that lacks the date has no days, and is not ``placed``.
    """
    words = unicodedata.normalize("NFKC", text)
    words = _CHINESE_YEAR.sub(lambda year: year[0].translate(_DIGITS), words)
    if words in _WORDS:
        return Period(text, Days(), _WORDS[words])
    plain = _PLAIN_YEAR.fullmatch(text)
    for pattern, manner, ends in _FORMS:
        match = pattern.fullmatch(words)
        if match and (read := read_days(match[1], dates, base=manner is Manner.OVER)):
            days = Days(**{end: getattr(read.days, end) for end in ends.split()})
            over = manner is Manner.AIM and days.last and dates.written and days.last < dates.written
            return Period(plain[1] if plain else text, days, Manner.WITHIN if over else manner, read.origin)
    return None
