"""Ledgers and matches must quote the report verbatim, in complete clauses, and without omissions."""

from collections.abc import Iterator
from posixpath import basename

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.clause_matches import rows
from disclosure.checks.registry import LEDGER, NEXT_STEPS, PROBLEMS, Doubt, report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import PROBLEM_SECTIONS, Disclosure, Report
from disclosure.facts.ledger import LedgerItem, Measure, Problem
from disclosure.facts.opinions import Unmatched
from disclosure.facts.record import Record
from disclosure.findings import Finding, Where, nearest
from disclosure.report.book import Book
from disclosure.report.source_text import HOLE
from disclosure.text.clauses import clauses, quoted
from disclosure.text.folding import fold, fold_with_places
from disclosure.text.official_words import Words

Passages = dict[str, dict[str, str]]
"""The passages of problems and next steps of a report, by section and anchor."""
_PROBLEMS, _NEXT_STEPS = PROBLEM_SECTIONS


def check_quotations(book: Book, report: Report, item: LedgerItem) -> Iterator[Finding]:
    """Faults in an item's quotations from its own report or an earlier one."""
    parts: list[tuple[str, Problem | Measure]] = [
        *((_PROBLEMS, wording) for wording in item.wordings),
        *((_NEXT_STEPS, measure) for measure in item.measures),
    ]
    for section, part in parts:
        year = part.report or report.year
        if book.disclosure.report(year) is None or year > report.year:
            yield _no_report(book.disclosure, report, part)
        elif part.heading is not None:
            yield from check_quoted(part, book.passages[year], f"{year}/{section}", "heading", "text")
    for wording in item.reworded:
        if wording.heading is None and wording.document is None:
            yield Finding(
                wording.where,
                "bad-passage",
                "新的说法要用 heading 写明在报告的哪一节，或者用 document 写明在哪份文件里。",
            )
    if item.problem.heading is None and item.source == "自查":
        yield Finding(item.problem.where, "bad-passage", "自查的问题要用 heading 写明在报告的哪一节。")


def named(report: Report, passages: Passages) -> set[str]:
    """The problems of the report that its ledger names; for a misspelt or missing name, the likeliest."""
    anchors, wordings = passages.get(_PROBLEMS, {}), _own_problems(report)
    bare = [wording.text for wording in wordings if not (wording.heading or wording.document)]
    meant = {
        name
        for name, passage in anchors.items()
        if any(HOLE in passage or quoted(text, passage) for text in bare)
    }
    headings = [wording.heading for wording in wordings if wording.heading]
    return meant | {name if name in anchors else nearest(name, anchors) or name for name in headings}


def _own_problems(report: Report) -> list[Problem]:
    """The wordings in the ledger that quote the ledger's own report."""
    items = report.ledger.items.values() if report.ledger else ()
    return [wording for item in items for wording in item.wordings if wording.quotes(report.year)]


@report_check("台账有没有引全报告承认的问题", PROBLEMS, LEDGER)
def check_unquoted(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Clauses below the heading of a problem that no ledger item quotes.

    Not every clause is a problem: it may be a cause, or something already done. Problems that the ledger
    does not name or quotes wrongly have other findings.
    """
    book = analysis.book
    words, passages = book.words[report.year].get(_PROBLEMS), book.passages[report.year]
    problems = _own_problems(report)
    for anchor, where in book.problem_headings(report.year).get(_PROBLEMS, {}).items():
        passage = passages.get(_PROBLEMS, {}).get(anchor, "")
        ranges = [quoted(problem.text, passage) for problem in problems if problem.heading == anchor]
        if not ranges or None in ranges:
            continue
        cited = {place for run in ranges for place in run or ()}
        for place, clause in enumerate(clauses(passage)):
            if place not in cited and clause.paragraph > 0:
                finding = Finding(
                    typed_at(words, clause.words, where),
                    "ledger-unquoted",
                    f"“{anchor}”那一节里，台账没有一项引到的话",
                )
                yield Doubt(finding, clause.words, heading=anchor)


def typed_at(words: Words | None, clause: str, heading: Where) -> Where:
    """The place of a clause below a heading in the source: of its first character outside figures."""
    if words is None:
        return heading
    (folded, places), sought = fold_with_places(words.text), fold(clause)
    at = folded.find(sought)
    while at >= 0:
        typed = [words.where(place) for place in places[at : at + len(sought)]]
        first = next((where for where in typed if where.path == heading.path), heading)
        if first.line > heading.line:  # otherwise it is in the heading itself
            return first
        at = folded.find(sought, at + 1)
    return heading


def _no_report(disclosure: Disclosure, report: Report, part: Problem | Measure) -> Finding:
    year, where = part.report or report.year, part.where_is("report")
    if disclosure.report(year):
        return Finding(where, "bad-passage", f"{year} 年的报告比这份台账晚，不能引它的话。")
    return Finding(
        where,
        "bad-passage",
        f"没有 {year} 年的报告，引不到它的话。",
        nearest(year, [other.year for other in disclosure.reports if other.year <= report.year]),
        because=frozenset({f"data/{year}/report.yml"}),
    )


def check_quoted(
    record: Record, passages: Passages, section: str, heading: str, words: str
) -> Iterator[Finding]:
    """A finding if the field ``words`` of ``record`` does not quote clauses below the heading it names.

    ``heading`` is the field with the heading's anchor; ``section`` includes the year. Holes and rewritten
    words have findings of their own.
    """
    name = basename(section)
    below = passages.get(name, {})
    anchor, text = getattr(record, heading), getattr(record, words)
    about = frozenset({subjects.record(record.where.path, anchor)})
    if anchor not in below:
        yield Finding(
            record.where_is(heading),
            "bad-passage",
            f"{name}.md 里没有编号为“{anchor}”的标题。",
            nearest(anchor, below),
            about,
            subjects.anchors(f"*/{section}.md"),
        )
    elif quoted(text, below[anchor]) is None and HOLE not in below[anchor]:
        partly = fold(text) in fold(below[anchor])
        lacks = f"“{text}”只是一句话的一部分，要从标点引到标点" if partly else f"没有“{text}”"
        where, message = record.where_is(words), f"“{anchor}”那一节里{lacks}。"
        yield Finding(where, "bad-passage", message, about=about, because={where.whole_line})


@report_check()
def check_matches(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Matches, and words without one, that are not in the report or are listed twice."""
    year, passages = report.year, analysis.book.passages[report.year]
    taken: set[tuple[str, int]] = set()
    for match in report.record.matches:
        yield from check_quoted(match, passages, f"{year}/{_PROBLEMS}", "problem", "problem_words")
        yield from check_quoted(match, passages, f"{year}/{_NEXT_STEPS}", "next_step", "next_step_words")
        taken |= _places(passages, _PROBLEMS, match.problem, match.problem_words)
        taken |= _places(passages, _NEXT_STEPS, match.next_step, match.next_step_words)
    for item in report.record.unmatched:
        section = _section(item, passages)
        yield from check_quoted(item, passages, f"{year}/{section}", "heading", "words")
        quoted_places = _places(passages, section, item.heading, item.words)
        if quoted_places & taken:
            yield Finding(
                item.where_is("words"),
                "listed-twice",
                f"“{item.words}”写在 unmatched 里，matches 或者 unmatched 的另一条里又有。",
            )
        taken |= quoted_places
    for field in ("matches", "unmatched") if report.ledger else ():
        if getattr(report.record, field):
            yield Finding(
                report.record.where_is(field), "matches-unused", f"公布了 ledger.yml，{field} 不再显示。"
            )


def _section(item: Unmatched, passages: Passages) -> str:
    """The section of unmatched words: next steps for 打算, either section for 情况, else problems."""
    there = item.heading in passages.get(_NEXT_STEPS, {})
    return _NEXT_STEPS if item.says == "打算" or (item.says == "情况" and there) else _PROBLEMS


def _places(passages: Passages, section: str, anchor: str, words: str) -> set[tuple[str, int]]:
    passage = passages.get(section, {}).get(anchor, "")
    return {(anchor, place) for place in quoted(words, passage) or ()}


@report_check("问题和打算的每句话", PROBLEMS, NEXT_STEPS, LEDGER)
def check_open_clauses(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """While there is no ledger, clauses of problems and next steps in no match and no ``unmatched``."""
    headings = analysis.book.problem_headings(report.year) if report.ledger is None else {}
    passages, words = analysis.book.passages[report.year], analysis.book.words[report.year]
    for section, anchors in headings.items():
        for anchor, where in anchors.items():
            for row in rows(report, section, anchor, passages.get(section, {}).get(anchor, "")):
                if row.says is None:
                    finding = Finding(
                        typed_at(words.get(section), row.words, where),
                        "match-open",
                        f"“{anchor}”那一节里，matches 和 unmatched 都没有写到的话",
                    )
                    yield Doubt(finding, row.words, heading=anchor)


@report_check()
def check_mentions(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Mentions of focus areas that the words of problems and next steps don't support."""
    sections = analysis.book.passages[report.year].values()
    passages = {anchor: text for section in sections for anchor, text in section.items()}
    unread = subjects.anchors(*(f"*/{report.year}/{name}.md" for name in PROBLEM_SECTIONS))
    for mention in report.record.mentions:
        if mention.heading not in passages:
            yield Finding(
                mention.where_is("heading"),
                "bad-mention",
                f"problems.md 和 next-steps.md 里没有编号为“{mention.heading}”的标题。",
                nearest(mention.heading, passages),
                because=unread,
            )
        elif not any(part in fold(passages[mention.heading]) for part in (fold(mention.words), HOLE)):
            yield Finding(
                mention.where_is("words"),
                "bad-mention",
                f"“{mention.heading}”那一节里没有“{mention.words}”。",
            )
        if mention.area not in report.scheme.areas:
            yield Finding(
                mention.where_is("area"),
                "bad-mention",
                f"这份报告的评价方案里没有“{mention.area}”这个评价重点。",
                nearest(mention.area, report.scheme.areas),
            )
