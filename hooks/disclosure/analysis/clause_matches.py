"""Problems and next steps clause by clause, each clause with its counterparts in the other section.

While no ledger is published, a ``Match`` joins words of both sections; a clerk classifies every other clause
(``Unmatched``). An unclassified clause is a row too, so that no page can leave one out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from disclosure.facts.disclosure import PROBLEM_SECTIONS, Report
from disclosure.facts.opinions import Says
from disclosure.text.clauses import clauses, quoted, read

Other = tuple[str, str]
"""The anchor of a heading of the other section, and words below that heading."""


@dataclass(frozen=True, slots=True)
class Row:
    """Consecutive clauses with the same counterparts, or with the same classification if they have none."""

    words: str
    says: Says | None
    """What they are; ``None`` if a clerk has not classified them."""
    others: tuple[Other, ...]
    """Their counterparts in the other section."""
    heading: bool = False
    """Whether these are clauses of the heading itself, which only repeats the words below it."""


def rows(report: Report, section: str, anchor: str, passage: str) -> tuple[Row, ...]:
    """The clauses below a heading of problems or next steps, in the order of reading.

    Clauses of the heading itself are left out unless a match quotes them.
    """
    matched: dict[int, tuple[Other, ...]] = {}
    for words, other in _matches(report, section, anchor):
        for place in quoted(words, passage) or ():
            matched[place] = (*matched.get(place, ()), other)
    classified: dict[int, tuple[int, Says]] = {}
    for number, unmatched in enumerate(report.record.unmatched):
        if unmatched.heading == anchor:
            classified |= dict.fromkeys(quoted(unmatched.words, passage) or (), (number, unmatched.says))

    kind: Says = "问题" if section == PROBLEM_SECTIONS[0] else "打算"
    found = []
    answers = {**classified, **matched}
    parts = clauses(passage)
    shown = (place for place, part in enumerate(parts) if part.paragraph or place in matched)
    for (heading, _), group in groupby(
        shown, lambda place: (parts[place].paragraph == 0, answers.get(place))
    ):
        first, *others = group
        words = read(passage, range(first, (others or [first])[-1] + 1))
        says = kind if first in matched else classified[first][1] if first in classified else None
        found.append(Row(words, says, matched.get(first, ()), heading))
    return tuple(found)


def _matches(report: Report, section: str, anchor: str) -> Iterator[tuple[str, Other]]:
    """Words below a heading, each with its counterpart."""
    for match in report.record.matches:
        ends = (match.problem, match.problem_words), (match.next_step, match.next_step_words)
        (heading, words), other = ends if section == PROBLEM_SECTIONS[0] else ends[::-1]
        if heading == anchor:
            yield words, other
