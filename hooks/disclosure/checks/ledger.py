"""A ledger names every problem, quotes truly, says who and until when, and closes nothing unproven."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from disclosure.checks.carried import check_carried
from disclosure.checks.privacy import private
from disclosure.facts.disclosure import SPOKEN
from disclosure.facts.ledger import CLOSED, DONE, UNDER_WAY
from disclosure.findings import Finding, Where, nearest
from disclosure.prose.folding import fold
from disclosure.reckoning.progress import Progress, progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.ledger import LedgerItem, Measure, Problem
    from disclosure.facts.record import Record

Spoken = dict[str, dict[str, str]]
"""The problems and the next steps of a report: by section and anchor."""
Passages = dict[str, Spoken]
"""The same of every report, by year."""
_PROBLEMS, _NEXT_STEPS = SPOKEN


def check_ledger(
    disclosure: Disclosure, report: Report, passages: Passages, problems: Mapping[str, Where]
) -> Iterator[Finding]:
    """What is wrong with a report's ledger, and with the links that stand in for one.

    ``problems`` are the anchors of the problems that the report admits, with their places.
    """
    yield from _matches(report, passages.get(report.year, {}))
    yield from check_carried(disclosure, report)
    if report.ledger is None:
        return
    named = {
        item.problem.heading for item in report.ledger.items.values() if item.problem.quotes(report.year)
    }
    for anchor, where in problems.items():
        if anchor not in named:
            yield Finding(where, "ledger-problem-missing", f"报告承认的问题“{anchor}”没有列入 ledger.yml。")
    for item in progress(disclosure, report):
        yield from _quotes(item.item, report, passages)
        yield from _history(item)
        yield from _incomplete(item.item)
        yield from _private(item.item)
        yield from _closed(item, disclosure)
        if item.overdue:
            late = f"到 {item.ledger.as_of} 已超过 {item.days_overdue} 天"
            message = f"“{item.item.id}”应在 {item.item.due} 前完成，{late}。"
            yield Finding(item.item.where_is("due"), "ledger-overdue", message)
        if item.stale:
            message = f"“{item.item.id}”已有 {item.days_still} 天没有变动（到 {item.ledger.as_of}）。"
            yield Finding(item.item.where_is("history"), "ledger-stale", message)


def _matches(report: Report, spoken: Spoken) -> Iterator[Finding]:
    """Links by words, while no ledger is published."""
    for match in report.record.matches:
        yield from _quoted(match, spoken, _PROBLEMS, "problem", "problem_words")
        yield from _quoted(match, spoken, _NEXT_STEPS, "next_step", "next_step_words")
    for item in report.record.unmatched:
        section = _PROBLEMS if item.lacks == "措施" else _NEXT_STEPS
        yield from _quoted(item, spoken, section, "heading", "words")


def _quoted(record: Record, spoken: Spoken, section: str, heading: str, words: str) -> Iterator[Finding]:
    """Whether the words that one field of ``record`` holds stand below the heading that another names."""
    passages = spoken.get(section, {})
    anchor, quoted = getattr(record, heading), getattr(record, words)
    if anchor not in passages:
        message = f"{section}.md 里没有编号为“{anchor}”的标题。"
        yield Finding(record.where_is(heading), "bad-passage", message, nearest(anchor, passages))
    elif fold(quoted) not in fold(passages[anchor]):
        yield Finding(record.where_is(words), "bad-passage", f"“{anchor}”那一节里没有“{quoted}”。")


def _quotes(item: LedgerItem, report: Report, passages: Passages) -> Iterator[Finding]:
    problem = item.problem
    parts: list[tuple[str, Problem | Measure]] = [(_PROBLEMS, problem)]
    parts += [(_NEXT_STEPS, measure) for measure in item.measures]
    for section, part in parts:
        if part.heading is not None:
            yield from _quoted(part, passages.get(part.report or report.year, {}), section, "heading", "text")
    if problem.heading is None and item.source == "自查":
        yield Finding(problem.where, "bad-passage", "自查的问题要用 heading 写明在报告的哪一节。")
    if item.source == "督导意见书" and problem.document is None:
        yield Finding(problem.where, "ledger-incomplete", "督导意见书提出的问题，要用 document 写明文件。")


def _history(item: Progress) -> Iterator[Finding]:
    for former, later in pairwise(item.item.history):
        if later.date < former.date:
            message = f"日期往回走了：{former.date} 之后写的是 {later.date}。"
            yield Finding(later.where_is("date"), "ledger-order", message)
    last = item.item.history[-1]
    if last.date > item.ledger.as_of:
        message = f"变动的日期 {last.date} 晚于台账更新的日期 {item.ledger.as_of}。"
        yield Finding(last.where_is("date"), "ledger-order", message)


def _private(item: LedgerItem) -> Iterator[Finding]:
    """What the county adds in its own words tells of nobody; what the report says was published before."""
    quoted: tuple[Problem | Measure, ...] = (item.problem, *item.measures)
    fields: list[tuple[Record, str]] = [(part, "text") for part in quoted if part.heading is None]
    fields += [(item, "cause"), *((step, "note") for step in item.history)]
    if item.acceptance:
        fields.append((item.acceptance, "deliverable"))
    for record, field in fields:
        if text := getattr(record, field):
            yield from private(text, record.where_is(field))


def _incomplete(item: LedgerItem) -> Iterator[Finding]:
    if not item.measures and item.state not in UNDER_WAY:
        yield Finding(item.where, "ledger-no-measure", f"“{item.id}”还没有措施。")
    if item.state not in UNDER_WAY:
        return
    wanted = ("measures", "owner", *(() if item.state == "长期坚持" else ("due",)))
    missing = [name for name in wanted if not getattr(item, name)]
    if missing:
        message = f"“{item.id}”的状态是“{item.state}”，缺少 {'、'.join(missing)}。"
        yield Finding(item.where, "ledger-incomplete", message)


def _closed(item: Progress, disclosure: Disclosure) -> Iterator[Finding]:
    """What is said to be done must be shown, and closed by somebody."""
    entry, state = item.item, item.item.state
    figures = {other.reference for report in disclosure.reports for other in report.observations}
    for evidence in entry.evidence:
        if evidence.figure and evidence.figure not in figures and not disclosure.uncertain:
            guess = nearest(evidence.figure, figures)
            message = f"没有“{evidence.figure}”这个数值。"
            yield Finding(evidence.where_is("figure"), "unknown-metric", message, guess)
        elif not evidence.figure and not evidence.document:
            yield Finding(evidence.where, "missing-field", "佐证要写 document 或 figure。")
    if state not in DONE:
        return
    if not entry.evidence:
        yield Finding(entry.where, "ledger-unproven", f"“{entry.id}”的状态是“{state}”，没有佐证。")
    if item.met is False and item.accepted_by:
        message = (
            f"“{entry.id}”的状态是“{state}”，验收的数值却没有达到：{item.accepted_by.reference} 是 "
            f"{item.accepted_by.value}。"
        )
        yield Finding(entry.where_is("acceptance"), "ledger-unproven", message)
    if state in CLOSED and entry.acceptance and entry.acceptance.metric and item.met is None:
        message = f"“{entry.id}”已销号，验收用的数值还没有报告，或者只是概数。"
        yield Finding(entry.where_is("acceptance"), "ledger-unproven", message)
    if state in CLOSED and entry.verified_by is None:
        message = f"“{entry.id}”已销号，没有写明由谁核销（verified_by）。"
        yield Finding(entry.where, "ledger-unproven", message)
