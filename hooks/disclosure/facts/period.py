"""Periods as a report words them: a year, 2021年以来, 截至目前, 累计, a school year, or none at all."""

import re
from dataclasses import dataclass
from enum import Enum


class Basis(Enum):
    """How the period of a figure was read from the report; readers see it."""

    STATED = "明示"
    """The sentence itself names it."""
    CARRIED = "承前"
    """An earlier clause names it, and the figure's clause continues that one."""
    REPORT = "报告期"
    """No clause nearby names one; it is read as the period of the report."""
    UNSTATED = "未载明"
    """The report gives none, and assuming one would be a guess."""


BASIS_EXPLANATIONS = {
    Basis.STATED: "原文在这句话里写明了时期",
    Basis.CARRIED: "时期写在前文，本句承接前文",
    Basis.REPORT: "原文未单独写明，按报告所反映的时期理解",
    Basis.UNSTATED: "原文没有写明时期，本站不作推断",
}

UNSTATED = "未载明"
_NO_YEAR = 9999
_WORDS = {"截至目前": ("to-date", 3), "累计": ("cumulative", 4), UNSTATED: ("unstated", 5)}
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年)?")
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d)[-—－]((?:19|20)\d\d)学年")


@dataclass(frozen=True, slots=True)
class Period:
    """A period in the report's words, with its slug for addresses and its order."""

    text: str
    """As written in the data; a year without 年."""
    slug: str
    """The form in an anchor: ``2021``, ``since-2021``, ``to-date``."""
    order: tuple[int, int]
    """The sort key: periods with a year in order, then those without."""

    def __str__(self) -> str:
        return f"{self.text}年" if self.text.isdigit() else self.text

    @property
    def label(self) -> str:
        """The text beside a figure, where no heading says that it is a period."""
        return "时期未载明" if self.text == UNSTATED else str(self)

    @property
    def fixed(self) -> bool:
        """Whether it is the same time span in every report: a year or a school year."""
        return self.order[1] in {0, 2} and self.order[0] < _NO_YEAR

    def years(self, report: str) -> tuple[int, int]:
        """The first and the last year that it covers, in a report of the year ``report``.

        A period without a year of its own has that of the report.
        """
        found = [int(year) for year in re.findall(r"(?:19|20)\d\d", self.text)]
        first = found[0] if found else int(report)
        return first, int(report) if "以来" in self.text else (found or [first])[-1]

    @property
    def previous(self) -> str | None:
        """The period that a change is relative to, as the data write it; ``None`` if unclear."""
        if self.text.isdigit():
            return str(int(self.text) - 1)
        if match := _SCHOOL_YEAR.fullmatch(self.text):
            return f"{int(match[1]) - 1}-{match[1]}学年"
        return None


def parse_period(text: str) -> Period | None:
    """The period that ``text`` names, or ``None`` if it names none."""
    if text in _WORDS:
        slug, rank = _WORDS[text]
        return Period(text, slug, (_NO_YEAR, rank))
    if match := _YEAR.fullmatch(text):
        return Period(match[1], match[1], (int(match[1]), 0))
    if match := re.fullmatch(r"((?:19|20)\d\d)年以来", text):
        return Period(text, f"since-{match[1]}", (int(match[1]), 1))
    if (match := _SCHOOL_YEAR.fullmatch(text)) and int(match[2]) == int(match[1]) + 1:
        return Period(text, f"{match[1]}-{match[2]}", (int(match[1]), 2))
    return None
