"""The account of numbers: what data or reason stands behind each number of the official prose."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from disclosure.facts.records import Exemption
from disclosure.text.exemptions import ExemptionRule
from disclosure.text.numbers import Number, continues, numbers
from disclosure.text.official_words import Words


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number of the official prose, and what stands behind it."""

    number: Number
    section: str
    """The name of the section that it stands in."""
    words: Words
    bound: int | None
    """The index of the figure that prints it, within its section."""
    exemption: Exemption | None
    """The entry of ``report.yml`` that says why it is no figure."""

    @property
    def kind(self) -> str:
        """The kind of exemption; empty for figures and for numbers that nothing accounts for."""
        return self._why.kind if self._why else ""

    @property
    def reason(self) -> str:
        """The reason why it is no figure; empty like ``kind``."""
        return self._why.reason if self._why else ""

    @property
    def _why(self) -> Exemption | ExemptionRule | None:
        """What says that it is no figure: data before rules."""
        return None if self.bound is not None else self.exemption or self.number.rule

    @property
    def context(self) -> tuple[str, str, str]:
        """The words around it."""
        return self.words.around(self.number.start, self.number.end)


@dataclass(frozen=True, slots=True)
class Cut:
    """A figure that prints only a part of a number."""

    words: Words
    start: int
    end: int
    begin: int
    """Start of the complete number."""
    stop: int
    """End of the complete number."""


@dataclass(frozen=True)
class Account:
    """All numbers of a report."""

    numerals: tuple[Numeral, ...]
    """In the order of reading."""
    cut: tuple[Cut, ...]

    @cached_property
    def open(self) -> tuple[Numeral, ...]:
        """The numbers that nothing accounts for."""
        return tuple(numeral for numeral in self.numerals if numeral.bound is None and not numeral.kind)

    @cached_property
    def exempt(self) -> tuple[Numeral, ...]:
        """The numbers that are no figures."""
        return tuple(numeral for numeral in self.numerals if numeral.kind)

    @property
    def line(self) -> str:
        """The account in one line."""
        bound = sum(numeral.bound is not None for numeral in self.numerals)
        return (
            f"正文里的数字 {len(self.numerals)} 处：与数据对应 {bound} 处，"
            f"不是统计数字 {len(self.exempt)} 处，没有着落 {len(self.open)} 处"
        )


def make_account(sections: Mapping[str, Words], exemptions: Iterable[Exemption]) -> Account:
    """The account of a report's sections, given in the order of reading."""
    listed = tuple(exemptions)
    numerals = (numeral for name, words in sections.items() for numeral in _numerals(name, words, listed))
    return Account(tuple(numerals), tuple(cut for words in sections.values() for cut in _cut(words)))


def _numerals(section: str, words: Words, exemptions: Iterable[Exemption]) -> Iterator[Numeral]:
    """The numbers of a section."""
    stretches = _stretches(words.text, exemptions)
    starts = [start for start, _, _ in stretches]
    figure_starts = [start for start, _ in words.figures]
    for number in numbers(words.text):
        place = bisect_right(figure_starts, number.end - 1) - 1
        start, end = words.figures[place] if place >= 0 else (0, 0)
        bound = place if start <= number.start and number.end <= end else None
        nearest = bisect_right(starts, number.start)
        near = () if bound is not None else stretches[max(0, nearest - 5) : nearest]
        exemption = next((reason for _, end, reason in near if number.end <= end), None)
        yield Numeral(number, section, words, bound, exemption)


def _cut(words: Words) -> Iterator[Cut]:
    """Figures that print only a part of the number in the prose: 6100 of 6100余万元."""
    for span in words.figures:
        complete = continues(words.text, *span)
        if complete != span:
            yield Cut(words, *span, *complete)


def _stretches(text: str, exemptions: Iterable[Exemption]) -> list[tuple[int, int, Exemption]]:
    found = [
        (match.start(), match.end(), exemption)
        for exemption in exemptions
        for match in re.finditer(re.escape(exemption.words), text)
    ]
    return sorted(found, key=lambda stretch: stretch[:2])
