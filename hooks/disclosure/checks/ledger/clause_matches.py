"""The links by words that stand in for a ledger: true to the report, and with nothing left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.analysis.clause_matches import rows
from disclosure.checks.doubts import Doubt
from disclosure.checks.ledger.quotations import check_quoted, typed_at
from disclosure.facts.disclosure import PROBLEM_SECTIONS
from disclosure.findings import Finding
from disclosure.text.clauses import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from disclosure.checks.ledger.quotations import Spoken
    from disclosure.facts.disclosure import Report
    from disclosure.facts.opinions import Unmatched
    from disclosure.findings import Where
    from disclosure.text.official_words import Words

_PROBLEMS, _NEXT_STEPS = PROBLEM_SECTIONS


def check_matches(report: Report, spoken: Spoken) -> Iterator[Finding]:
    """Links, and words without one, that the report does not bear out, or that are there twice."""
    taken: set[tuple[str, int]] = set()
    for match in report.record.matches:
        yield from check_quoted(match, spoken, _PROBLEMS, "problem", "problem_words")
        yield from check_quoted(match, spoken, _NEXT_STEPS, "next_step", "next_step_words")
        taken |= _places(spoken, _PROBLEMS, match.problem, match.problem_words)
        taken |= _places(spoken, _NEXT_STEPS, match.next_step, match.next_step_words)
    for item in report.record.unmatched:
        section = _section(item, spoken)
        yield from check_quoted(item, spoken, section, "heading", "words")
        own = _places(spoken, section, item.heading, item.words)
        if own & taken:
            message = f"“{item.words}”写在 unmatched 里，matches 或者 unmatched 的另一条里又有。"
            yield Finding(item.where_is("words"), "listed-twice", message)
        taken |= own
    for field in ("matches", "unmatched") if report.ledger else ():
        if getattr(report.record, field):
            message = f"公布了 ledger.yml，{field} 不再显示。"
            yield Finding(report.record.where_is(field), "matches-unused", message)


def _section(item: Unmatched, spoken: Spoken) -> str:
    """Where words that are no link stand: 打算 are of the next steps, 情况 of either."""
    if item.says == "情况":
        return _NEXT_STEPS if item.heading in spoken.get(_NEXT_STEPS, {}) else _PROBLEMS
    return _NEXT_STEPS if item.says == "打算" else _PROBLEMS


def _places(spoken: Spoken, section: str, anchor: str, words: str) -> set[tuple[str, int]]:
    passage = spoken.get(section, {}).get(anchor, "")
    return {(anchor, place) for place in quoted(words, passage) or ()}


def unsaid(
    report: Report,
    spoken: Spoken,
    headings: Mapping[str, Mapping[str, Where]],
    words: Mapping[str, Words],
) -> Iterator[Doubt]:
    """Clauses of problems and next steps of which nobody says what they are, while there is no ledger.

    ``headings`` are the places of the anchors of each section, ``words`` those of each section.
    """
    for section, anchors in headings.items() if report.ledger is None else ():
        for anchor, where in anchors.items():
            for row in rows(report, section, anchor, spoken.get(section, {}).get(anchor, "")):
                if row.says is None:
                    message = f"“{anchor}”那一节里，matches 和 unmatched 都没有写到的话"
                    place = typed_at(words.get(section), row.words, where)
                    yield Doubt(Finding(place, "match-open", message), word=row.words, heading=anchor)
