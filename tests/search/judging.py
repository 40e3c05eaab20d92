"""How a reply is judged; README.md tells it in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from search.queries import ABSENT, UNSTATED
from search.wording import alternatives, holds, says

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from search.interface import Reply
    from search.queries import Query

_SAID_SO = f"，{UNSTATED}"
"""Said of a matter; a figure whose period is 时期报告未载明, or whose note says so, is no such answer."""


class Verdict(Enum):
    """What an instant answer is worth."""

    NONE = "none"
    """There is none, and none is due; or it keeps to the topic unasked."""
    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one query."""

    query: Query
    place: int | None
    """The place of the first result that lands right, 1 being first; none where no result does."""
    results: int
    """How many results were shown, at most ten."""
    verdict: Verdict
    answer: str

    @property
    def noisy(self) -> bool:
        """Whether an absent topic brought anything."""
        return self.query.kind == ABSENT and (self.results > 0 or self.verdict is Verdict.WRONG)

    @property
    def failed(self) -> bool:
        """Whether anything is left to wish for."""
        amiss = self.verdict in {Verdict.WRONG, Verdict.MISSING}
        return amiss or self.noisy or (bool(self.query.expect) and self.place != 1)


def judge(query: Query, reply: Reply, landing: Callable[[str], str]) -> Judgement:
    """Follows the results of ``reply``; ``landing`` is what stands at an address."""
    right = (
        place
        for place, links in enumerate(reply.results, start=1)
        if any(holds(landing(link), query.expect) for link in links)
    )
    place = next(right, None) if query.expect else None
    return Judgement(query, place, len(reply.results), _verdict(query, reply.answer), reply.answer)


def _verdict(query: Query, answer: str) -> Verdict:
    if not answer:
        return Verdict.MISSING if query.answer else Verdict.NONE
    if any(says(answer, wrong) for (wrong,) in alternatives(query.never)):
        return Verdict.WRONG
    if query.answer:
        due = _SAID_SO if query.answer == UNSTATED else query.answer
        return Verdict.RIGHT if holds(answer, due) else Verdict.WRONG
    wanted = _SAID_SO if query.kind == ABSENT else query.expect
    return Verdict.NONE if holds(answer, wanted) else Verdict.WRONG


@dataclass(frozen=True, slots=True)
class Score:
    """What came of a group of queries."""

    asked: int
    """Queries with something to be found."""
    first: int
    three: int
    found: int
    absent: int
    """Queries about absent topics."""
    silent: int
    due: int
    """Queries that an answer is due for."""
    right: int
    missing: int
    wrong: int
    """Wrong answers, whether one was due or not."""


def score(judgements: Iterable[Judgement]) -> Score:
    """Counts."""
    every = list(judgements)
    places = [one.place or 11 for one in every if one.query.expect]
    absent = [one for one in every if one.query.kind == ABSENT]
    verdicts = Counter(one.verdict for one in every)
    return Score(
        asked=len(places),
        first=sum(place == 1 for place in places),
        three=sum(place <= 3 for place in places),
        found=sum(place <= 10 for place in places),
        absent=len(absent),
        silent=sum(not one.noisy for one in absent),
        due=sum(bool(one.query.answer) for one in every),
        right=verdicts[Verdict.RIGHT],
        missing=verdicts[Verdict.MISSING],
        wrong=verdicts[Verdict.WRONG],
    )
