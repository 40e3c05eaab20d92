"""Problems and plans clause by clause, each clause with its counterparts on the other side.

While no ledger is published, a ``Match`` joins words of both; a clerk classifies every other clause
(``Unmatched``). An unclassified clause is a row too, so that no page can leave one out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from disclosure.facts.disclosure import Report
from disclosure.facts.opinions import Says
from disclosure.text.clauses import clauses, quoted, read

Other = tuple[str, str]
"""The anchor of a heading on the other side, and words below that heading."""


@dataclass(frozen=True, slots=True)
class Row:
    """Consecutive clauses with the same counterparts, or with the same classification if they have none."""

    words: str
    says: Says | None
    """What they are; ``None`` if a clerk has not classified them."""
    others: tuple[Other, ...]
    """Their counterparts: plans for a problem, problems for a plan."""
    heading: bool = False
    """Whether these are clauses of the heading itself, which only repeats the words below it."""


def rows(report: Report, anchor: str, passage: str) -> tuple[Row, ...]:
    """The clauses below a heading of problems or plans, in the order of reading.

    Clauses of the heading itself are left out unless a match quotes them.
    """
    classified: dict[int, tuple[Says, tuple[Other, ...], int]] = {}
    for number, item in enumerate(report.record.unmatched):
        if item.heading == anchor:
            classified |= dict.fromkeys(quoted(item.words, passage) or (), (item.says, (), number))
    matched: dict[int, tuple[Says, tuple[Other, ...], int]] = {}
    for says, words, other in _matches(report, anchor):
        for place in quoted(words, passage) or ():
            said, others, _ = matched.get(place, (says, (), 0))
            matched[place] = said, (*others, other), -1  # in one row with clauses of the same counterparts

    found = []
    answers, parts = {**classified, **matched}, clauses(passage)
    shown = (place for place, part in enumerate(parts) if part.paragraph or place in matched)
    for (heading, answer), group in groupby(
        shown, lambda place: (parts[place].paragraph == 0, answers.get(place))
    ):
        places = tuple(group)
        words = read(passage, range(places[0], places[-1] + 1))
        found.append(Row(words, answer and answer[0], answer[1] if answer else (), heading))
    return tuple(found)


def _matches(report: Report, anchor: str) -> Iterator[tuple[Says, str, Other]]:
    """The words below a heading that a match quotes: what they are, the words, their counterpart."""
    for match in report.record.matches:
        problem, plan = (match.problem, match.problem_words), (match.next_step, match.next_step_words)
        if match.problem == anchor:
            yield "问题", match.problem_words, plan
        if match.next_step == anchor:
            yield "打算", match.next_step_words, problem
