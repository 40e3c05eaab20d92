"""Findings that are no slip of the clerk's: the report itself says so, and someone has to look at it.

They fall silent once the figure's ``reviewed`` names their code and a reason, which readers then see.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.analysis.decisions import decide
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.facts.review import Review
from disclosure.findings import Finding, Where


@dataclass(frozen=True)
class Doubt:
    """A doubt about one figure, or about a word of the official text."""

    finding: Finding
    observation: Observation | None = None
    word: str | None = None
    heading: str | None = None
    """Doubts about words below one heading are told as one, at the first; ``word`` ends the sentence."""

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.finding.code


def about(observation: Observation, code: str, message: str, where: Where | None = None) -> Doubt:
    """A doubt about a figure, told where its value stands unless ``where`` says otherwise."""
    return Doubt(Finding(where or observation.where, code, message), observation)


def unreviewed(doubts: Iterable[Doubt], report: Report) -> Iterator[Finding]:
    """The findings of all doubts that nobody has looked at, or of which a deferral is over."""
    words = {(review.code, review.words): review for review in report.record.reviewed}
    together: dict[tuple[str, str], list[Doubt]] = {}
    for doubt in doubts:
        review: Review | None = words.get((doubt.code, doubt.word or ""))
        if doubt.observation:
            review = doubt.observation.reviewed.get(doubt.code)
        decision = decide(review, report.as_of)
        if decision and not decision.lapsed:
            continue
        if doubt.heading is None:
            yield doubt.finding
        else:
            together.setdefault((doubt.code, doubt.heading), []).append(doubt)
    for first, *others in together.values():
        listed = "、".join(f"“{doubt.word}”" for doubt in (first, *others))
        yield Finding(first.finding.where, first.code, f"{first.finding.message}：{listed}。")
