"""Doubts about days that never were (2022年2月30日) and about numbers of documents in another form."""

import re
from collections.abc import Iterator
from datetime import date

from disclosure.analysis.analysis import Analysis
from disclosure.checks.registry import Doubt, report_check
from disclosure.facts.disclosure import Report
from disclosure.facts.numerals import DIGITS, whole_number
from disclosure.findings import Finding

_NUMBER = "(?:[0-9]{1,2}|[０-９]{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = re.compile(
    r"(?:(?P<year>(?<![0-9０-９])[0-9０-９]{4}|[〇○零一二三四五六七八九]{4})年)?"
    rf"(?<![0-9０-９一二三四五六七八九十])(?P<month>{_NUMBER})月(?P<day>{_NUMBER})日"
)
_LEAP_YEAR = 2000
"""A day without a year may be 29 February."""
_DOCUMENT = re.compile(r"[〔﹝\[［【（(][12][0-9OoＯ〇○]{3}[〕﹞\]］】）)](?:第?[0-9０-９]+号)")
_WELL_FORMED = re.compile(r"〔[12][0-9]{3}〕[1-9][0-9]*号")


@report_check()
def check_days(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Days that no calendar has."""
    for words in analysis.book.words[report.year].values():
        for found in _DAY.finditer(words.text):
            if not _exists(found):
                message = f"“{found[0]}”：没有这一天，多半是月份或日子写错了。"
                yield Doubt(Finding(words.where(found.start()), "day-that-never-was", message), found[0])


@report_check()
def check_document_numbers(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Numbers of documents in other brackets than 〔〕, with a letter in the year, 第 or a leading zero."""
    for words in analysis.book.words[report.year].values():
        for found in _DOCUMENT.finditer(words.text):
            if not _WELL_FORMED.fullmatch(found[0]):
                message = f"“{found[0]}”不是文号的规范写法，规范写法像〔2022〕13号。"
                yield Doubt(Finding(words.where(found.start()), "document-number", message), found[0])


def _exists(found: re.Match[str]) -> bool:
    """Whether there is such a day."""
    year = "".join(str(DIGITS.get(char, char)) for char in found["year"] or str(_LEAP_YEAR))
    try:
        date(int(year), *(_whole(found[part]) for part in ("month", "day")))
    except ValueError:
        return False
    return True


def _whole(digits: str) -> int:
    """The number that one or two digits write; 0 if they write none."""
    return int(digits) if digits.isdecimal() else whole_number(digits) or 0
