"""Ledgers and matches must quote the report verbatim, in complete clauses, and without omissions."""

from collections.abc import Iterator, Mapping

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.clause_matches import rows
from disclosure.checks.registry import LEDGER, PLANS, PROBLEMS, Doubt, report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.ledger import LedgerItem, Measure, Problem
from disclosure.facts.opinions import Says
from disclosure.facts.record import Record
from disclosure.facts.records import About
from disclosure.findings import Finding, Where, nearest
from disclosure.report.book import Book
from disclosure.report.passages import Passage
from disclosure.report.source_text import HOLE
from disclosure.text.clauses import clauses, quoted
from disclosure.text.folding import fold, fold_with_places
from disclosure.text.official_words import Words


def check_quotations(book: Book, report: Report, item: LedgerItem) -> Iterator[Finding]:
    """Faults in an item's quotations from its own report or an earlier one."""
    parts: list[tuple[About, Problem | Measure]] = [
        *((PROBLEMS, wording) for wording in item.wordings),
        *((PLANS, measure) for measure in item.measures),
    ]
    for about, part in parts:
        cited = book.disclosure.report(part.report or report.year)
        if cited is None or cited.year > report.year:
            yield _no_report(book.disclosure, report, part)
        elif part.heading is not None:
            yield from check_quoted(part, ("heading", "text"), book, cited, about)
    for wording in item.reworded:
        if wording.heading is None and wording.document is None:
            yield Finding(
                wording.where,
                "bad-passage",
                "新的说法要用 heading 写明在报告的哪一节，或者用 document 写明在哪份文件里。",
            )
    if item.problem.heading is None and item.source == "自查":
        yield Finding(item.problem.where, "bad-passage", "自查的问题要用 heading 写明在报告的哪一节。")


def named(book: Book, report: Report) -> set[str]:
    """The problems of the report that its ledger names; for a misspelt or missing name, the likeliest."""
    anchors, wordings = book.passages(report.year, PROBLEMS), _own_problems(report)
    bare = [wording.text for wording in wordings if not (wording.heading or wording.document)]
    meant = {
        name
        for name, passage in anchors.items()
        if any(HOLE in passage.text or quoted(text, passage.text) for text in bare)
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
    words, problems = analysis.book.words[report.year], _own_problems(report)
    for anchor, passage in wanting(analysis.book, report, PROBLEMS).items():
        ranges = [quoted(problem.text, passage.text) for problem in problems if problem.heading == anchor]
        if not ranges or None in ranges:
            continue
        cited = {place for run in ranges for place in run or ()}
        for place, clause in enumerate(clauses(passage.text)):
            if place not in cited and clause.paragraph > 0:
                finding = Finding(
                    typed_at(words.get(passage.section.name), clause.words, passage.where),
                    "ledger-unquoted",
                    f"“{anchor}”那一节里，台账没有一项引到的话",
                )
                yield Doubt(finding, clause.words, heading=anchor)


def wanting(book: Book, report: Report, about: About | None = None) -> Mapping[str, Passage]:
    """The passages that want a ledger item or a match: not the title of a file, which names no problem."""
    found = book.stated(report.year, about).items()
    return {anchor: passage for anchor, passage in found if passage.heading.level > 1}


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
    record: Record, fields: tuple[str, str], book: Book, report: Report, about: About | None
) -> Iterator[Finding]:
    """A finding if a record does not quote clauses below the heading that it names.

    ``fields`` are those of the heading's anchor and of the words; only passages ``about`` problems or plans
    may be quoted. Holes and rewritten words have findings of their own.
    """
    heading, words = fields
    below = book.passages(report.year, about)
    anchor, text = getattr(record, heading), getattr(record, words)
    subject = frozenset({subjects.record(record.where.path, anchor)})
    if anchor not in below:
        yield Finding(
            record.where_is(heading),
            "bad-passage",
            no_heading(report, about, anchor),
            nearest(anchor, below),
            subject,
            unread_headings(report, about),
        )
    elif quoted(text, below[anchor].text) is None and HOLE not in below[anchor].text:
        partly = fold(text) in fold(below[anchor].text)
        lacks = f"“{text}”只是一句话的一部分，要从标点引到标点" if partly else f"没有“{text}”"
        where, message = record.where_is(words), f"“{anchor}”那一节里{lacks}。"
        yield Finding(where, "bad-passage", message, about=subject, because={where.whole_line})


def no_heading(report: Report, about: About | None, anchor: str) -> str:
    """The message that no passage has this heading."""
    what, files = about or "问题和打算", "、".join(f"{file}.md" for file in report.files(about))
    if not files:
        return f"report.yml 的 sections 没有写哪里是{what}，找不到编号为“{anchor}”的标题。"
    return f"写{what}的部分（{files}）里没有编号为“{anchor}”的标题。"


def unread_headings(report: Report, about: About | None = None) -> frozenset[str]:
    """What must be readable before a passage may be called missing."""
    files = (f"*/{report.year}/{file}.md" for file in report.files(about))
    return subjects.anchors(*files) | {subjects.sections(report.year)}


@report_check()
def check_matches(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Matches, and words without one, that are not in the report or are listed twice."""
    book = analysis.book
    passages = book.passages(report.year)
    taken: set[tuple[str, int]] = set()
    for match in report.record.matches:
        yield from check_quoted(match, ("problem", "problem_words"), book, report, PROBLEMS)
        yield from check_quoted(match, ("next_step", "next_step_words"), book, report, PLANS)
        taken |= _places(passages, match.problem, match.problem_words)
        taken |= _places(passages, match.next_step, match.next_step_words)
    for item in report.record.unmatched:
        yield from check_quoted(item, ("heading", "words"), book, report, _ABOUT[item.says])
        quoted_places = _places(passages, item.heading, item.words)
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


_ABOUT: Mapping[Says, About | None] = {"问题": PROBLEMS, "原因": PROBLEMS, "打算": PLANS, "情况": None}
"""Where unmatched words may stand, by what they are."""


def _places(passages: Mapping[str, Passage], anchor: str, words: str) -> set[tuple[str, int]]:
    passage = passages[anchor].text if anchor in passages else ""
    return {(anchor, place) for place in quoted(words, passage) or ()}


@report_check("问题和打算的每句话", PROBLEMS, PLANS, LEDGER)
def check_open_clauses(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """While there is no ledger, clauses of problems and plans in no match and no ``unmatched``."""
    words = analysis.book.words[report.year]
    unlisted = analysis.book.stand_in(report) if report.ledger is None else None
    for anchor, passage in (wanting(analysis.book, report) if unlisted else {}).items():
        for row in rows(report, anchor, passage.text):
            if row.says is None:
                finding = Finding(
                    typed_at(words.get(passage.section.name), row.words, passage.where),
                    "match-open",
                    f"“{anchor}”那一节里，matches 和 unmatched 都没有写到的话",
                )
                yield Doubt(finding, row.words, heading=anchor)


@report_check()
def check_mentions(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Mentions of focus areas that the words of problems and plans don't support."""
    passages = analysis.book.passages(report.year)
    for mention in report.record.mentions:
        if mention.heading not in passages:
            yield Finding(
                mention.where_is("heading"),
                "bad-mention",
                no_heading(report, None, mention.heading),
                nearest(mention.heading, passages),
                because=unread_headings(report),
            )
        elif not any(part in fold(passages[mention.heading].text) for part in (fold(mention.words), HOLE)):
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
