"""The links by words that stand in for a ledger: true to the report, and with nothing left out."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.clause_matches import rows
from disclosure.checks.doubts import Doubt
from disclosure.checks.ledger.quotations import Spoken, check_quoted, typed_at
from disclosure.checks.registry import LEDGER, NEXT_STEPS, PROBLEMS, report_check
from disclosure.facts.disclosure import PROBLEM_SECTIONS, Report
from disclosure.facts.opinions import Unmatched
from disclosure.findings import Finding
from disclosure.text.clauses import quoted

_PROBLEMS, _NEXT_STEPS = PROBLEM_SECTIONS


@report_check()
def check_matches(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Links, and words without one, that the report does not bear out, or that are there twice."""
    year, spoken = report.year, analysis.book.passages[report.year]
    taken: set[tuple[str, int]] = set()
    for match in report.record.matches:
        yield from check_quoted(match, spoken, f"{year}/{_PROBLEMS}", "problem", "problem_words")
        yield from check_quoted(match, spoken, f"{year}/{_NEXT_STEPS}", "next_step", "next_step_words")
        taken |= _places(spoken, _PROBLEMS, match.problem, match.problem_words)
        taken |= _places(spoken, _NEXT_STEPS, match.next_step, match.next_step_words)
    for item in report.record.unmatched:
        section = _section(item, spoken)
        yield from check_quoted(item, spoken, f"{year}/{section}", "heading", "words")
        own = _places(spoken, section, item.heading, item.words)
        if own & taken:
            yield Finding(
                item.where_is("words"),
                "listed-twice",
                f"“{item.words}”写在 unmatched 里，matches 或者 unmatched 的另一条里又有。",
            )
        taken |= own
    for field in ("matches", "unmatched") if report.ledger else ():
        if getattr(report.record, field):
            yield Finding(
                report.record.where_is(field), "matches-unused", f"公布了 ledger.yml，{field} 不再显示。"
            )


def _section(item: Unmatched, spoken: Spoken) -> str:
    """Where words that are no link stand: 打算 are of the next steps, 情况 of either."""
    if item.says == "情况":
        return _NEXT_STEPS if item.heading in spoken.get(_NEXT_STEPS, {}) else _PROBLEMS
    return _NEXT_STEPS if item.says == "打算" else _PROBLEMS


def _places(spoken: Spoken, section: str, anchor: str, words: str) -> set[tuple[str, int]]:
    passage = spoken.get(section, {}).get(anchor, "")
    return {(anchor, place) for place in quoted(words, passage) or ()}


@report_check("问题和打算的每句话", PROBLEMS, NEXT_STEPS, LEDGER)
def check_open_clauses(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Clauses of problems and next steps of which nobody says what they are, while there is no ledger."""
    headings = analysis.book.problem_headings(report.year) if report.ledger is None else {}
    spoken, words = analysis.book.passages[report.year], analysis.book.words[report.year]
    for section, anchors in headings.items():
        for anchor, where in anchors.items():
            for row in rows(report, section, anchor, spoken.get(section, {}).get(anchor, "")):
                if row.says is None:
                    message = f"“{anchor}”那一节里，matches 和 unmatched 都没有写到的话"
                    place = typed_at(words.get(section), row.words, where)
                    yield Doubt(Finding(place, "match-open", message), word=row.words, heading=anchor)
