"""Doubts about terms that differ only in the position of one character: 文化事业费, 文化费事业."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from disclosure.analysis.analysis import Analysis
from disclosure.checks.registry import Doubt, report_check
from disclosure.facts.disclosure import Report
from disclosure.findings import Finding, Where

_LENGTH = 5
"""Characters. Shorter terms are mostly two words in another order (优质服务, 服务优质)."""
_RUN = re.compile(r"[\u4e00-\u9fff]+")


@report_check()
def check_terms(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Each pair of similar terms, at the first place of the later one."""
    sections = analysis.book.words[report.year]
    seen: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for name, words in sections.items():
        for run in _RUN.finditer(words.text):
            for start in range(run.start(), run.end() - _LENGTH + 1):
                term = words.text[start : start + _LENGTH]
                seen.setdefault("".join(sorted(term)), {}).setdefault(term, []).append((name, start))
    for alike in seen.values():
        for one, other in combinations(sorted(alike), 2):
            if _moved(one, other) and not _overlap(alike[one], alike[other]):
                firsts = [(term, *alike[term][0]) for term in (one, other)]
                yield _doubt({term: sections[name].where(start) for term, name, start in firsts})


def _moved(one: str, other: str) -> bool:
    """Whether moving one character of ``one`` gives ``other``."""
    without = {(one[:at] + one[at + 1 :], one[at]) for at in range(len(one))}
    return any((other[:at] + other[at + 1 :], other[at]) in without for at in range(len(other)))


def _overlap(one: list[tuple[str, int]], other: list[tuple[str, int]]) -> bool:
    """Whether two terms share characters somewhere: then both are parts of the same words."""
    taken = {(name, start + shift) for name, start in one for shift in range(1 - _LENGTH, _LENGTH)}
    return not taken.isdisjoint(other)


def _doubt(terms: Mapping[str, Where]) -> Doubt:
    (earlier, first), (later, where) = sorted(terms.items(), key=lambda item: item[1])
    return Doubt(
        Finding(
            where,
            "similar-terms",
            f"“{later}”与 {first.path} 第 {first.line} 行的“{earlier}”只差字的次序，多半指同一样东西。",
        ),
        later,
    )
