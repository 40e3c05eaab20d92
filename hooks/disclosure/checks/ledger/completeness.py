"""A ledger names every problem, quotes truly, says who and until when, and closes nothing unproven."""

from collections.abc import Iterator
from itertools import pairwise

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.ledger_status import Progress
from disclosure.analysis.requirements import Outcome
from disclosure.checks.ledger.changes import TERMS, check_carried, check_term
from disclosure.checks.ledger.quotations import check_quotations, named
from disclosure.checks.privacy.patterns import private
from disclosure.checks.registry import LEDGER, report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import PROBLEM_SECTIONS, Disclosure, Report
from disclosure.facts.figure_name import FigureName, split_name
from disclosure.facts.ledger import CLOSED, DONE, UNDER_WAY, LedgerItem, Measure, Problem
from disclosure.facts.record import Record
from disclosure.findings import Finding, nearest


@report_check("台账", LEDGER)
def check_ledger(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """What is wrong with a report's ledger."""
    book, disclosure = analysis.book, analysis.disclosure
    yield from check_carried(disclosure, report)
    if report.ledger is None:
        return
    listed = named(report, book.passages[report.year])
    for anchor, where in book.problem_headings(report.year).get(PROBLEM_SECTIONS[0], {}).items():
        if anchor not in listed:
            yield Finding(where, "ledger-problem-missing", f"报告承认的问题“{anchor}”没有列入 ledger.yml。")
    newest = not any(other.ledger for other in disclosure.reports if other.year > report.year)
    for item in analysis.progress[report.year]:
        yield from check_quotations(book, report, item.item)
        yield from _history(item)
        for term in TERMS:
            yield from check_term(item.item, term)
        yield from _incomplete(item.item)
        yield from _private(item.item)
        yield from _evidence(item.item, disclosure)
        yield from _closed(item)
        if newest:
            yield from _late(item)


def _late(item: Progress) -> Iterator[Finding]:
    """What only the newest ledger can still mend: those before it stay as they were."""
    unread = frozenset({"data/*/report.yml", "data/*/ledger.yml"})
    if item.overdue:
        yield Finding(
            item.item.where_is("due"),
            "ledger-overdue",
            f"“{item.item.id}”应在 {item.item.due} 前完成，"
            f"到 {item.ledger.as_of} 已超过 {item.days_overdue} 天。",
            because=unread,
        )
    if item.stale:
        yield Finding(
            item.item.history[-1].where,
            "ledger-stale",
            f"“{item.item.id}”已有 {item.days_still} 天没有变动（到 {item.ledger.as_of}）。",
            because=unread,
        )


def _history(item: Progress) -> Iterator[Finding]:
    for former, later in pairwise(item.item.history):
        if later.date < former.date:
            yield Finding(
                later.where_is("date"),
                "ledger-order",
                f"日期往回走了：{former.date} 之后写的是 {later.date}。",
            )
    first, last = item.item.history[0], item.item.history[-1]
    if item.item.due and item.item.due < first.date:
        yield Finding(
            item.item.where_is("due"),
            "ledger-order",
            f"完成期限 {item.item.due} 早于列入台账的日期 {first.date}。",
        )
    if last.date > item.ledger.as_of:
        yield Finding(
            last.where_is("date"),
            "ledger-order",
            f"变动的日期 {last.date} 晚于台账更新的日期 {item.ledger.as_of}。",
        )


def _private(item: LedgerItem) -> Iterator[Finding]:
    """What the county adds in its own words tells of nobody; what the report says was published before."""
    quoted: tuple[Problem | Measure, ...] = (*item.sayings, *item.measures)
    fields: list[tuple[Record, str]] = [(part, "text") for part in quoted if part.heading is None]
    fields += [(item, "cause"), *((step, "note") for step in item.history)]
    fields += [*((saying, "note") for saying in item.reworded)]
    fields += [(step.due, "reason") for step in item.history if step.due]
    fields += [(step.acceptance, "reason") for step in item.history if step.acceptance]
    fields += [(acceptance, "deliverable") for acceptance in item.acceptances]
    for record, field in fields:
        if text := getattr(record, field):
            yield from private(text, record.where_is(field))


def _incomplete(item: LedgerItem) -> Iterator[Finding]:
    if item.source == "督导意见书" and item.problem.document is None:
        yield Finding(
            item.problem.where, "ledger-incomplete", "督导意见书提出的问题，要用 document 写明文件。"
        )
    if not item.measures and item.state not in UNDER_WAY:
        yield Finding(item.where, "ledger-no-measure", f"“{item.id}”还没有措施。")
    if item.state not in UNDER_WAY:
        return
    wanted = ("measures", "owner", *(() if item.state == "长期坚持" else ("due",)))
    missing = [name for name in wanted if not getattr(item, name)]
    if missing:
        yield Finding(
            item.where, "ledger-incomplete", f"“{item.id}”的状态是“{item.state}”，缺少 {'、'.join(missing)}。"
        )


def _evidence(entry: LedgerItem, disclosure: Disclosure) -> Iterator[Finding]:
    """Evidence is a document or a figure that exists, and one by which the item is accepted."""
    figures, accept = disclosure.references, entry.acceptance
    for evidence in entry.evidence:
        if not evidence.figure and not evidence.document:
            yield Finding(evidence.where, "missing-field", "佐证要写 document 或 figure。")
        if not evidence.figure:
            continue
        name, where = split_name(evidence.figure), evidence.where_is("figure")
        if evidence.figure not in figures:
            yield Finding(
                where,
                "unknown-metric",
                f"没有“{evidence.figure}”这个数值。",
                nearest(evidence.figure, figures),
                because=subjects.values(name.metric) | {subjects.METRIC_FILES},
            )
        elif accept and accept.metric and name[:2] != (accept.metric, accept.category):
            wanted = FigureName(accept.metric, accept.category, name.period)
            yield Finding(
                where,
                "ledger-unproven",
                f"“{evidence.figure}”不是验收用的数值。",
                nearest(str(wanted), figures),
                because=frozenset({subjects.term(entry.id, "acceptance")}),
            )


def _closed(item: Progress) -> Iterator[Finding]:
    """What is said to be done must be shown; what is closed must be accepted, by somebody."""
    entry, state, accept = item.item, item.item.state, item.item.acceptance
    if entry.own_verifier:
        yield Finding(
            entry.where_is("verified_by"),
            "ledger-self-verified",
            f"“{entry.id}”由{entry.own_verifier}单位自己核销。",
        )
    if state not in DONE:
        return
    if not entry.evidence:
        yield Finding(entry.where, "ledger-unproven", f"“{entry.id}”的状态是“{state}”，没有佐证。")
    if accept and accept.metric:
        yield from _accepted(item, accept.metric)
    if state not in CLOSED:
        return
    if accept is None:
        yield Finding(entry.where, "ledger-unproven", f"“{entry.id}”已销号，没有写明怎样验收（acceptance）。")
    if entry.verified_by is None:
        yield Finding(
            entry.where, "ledger-unproven", f"“{entry.id}”已销号，没有写明由谁核销（verified_by）。"
        )


def _accepted(item: Progress, metric: str) -> Iterator[Finding]:
    """The figure of an acceptance must not fall short; once the item is closed it must suffice."""
    unread = subjects.values(metric) | {subjects.METRIC_FILES, subjects.term(item.item.id, "acceptance")}
    entry, figure, where = item.item, item.accepted_by, item.item.where_is("acceptance")
    if item.outcome is Outcome.MISSED and figure:
        yield Finding(
            where,
            "ledger-unproven",
            f"“{entry.id}”的状态是“{entry.state}”，验收的数值却没有达到："
            f"{figure.reference} 是 {figure.value}。",
            because=unread,
        )
    elif item.outcome is Outcome.UNDECIDED and entry.state in CLOSED:
        yield Finding(
            where,
            "ledger-unproven",
            f"“{entry.id}”已销号，验收用的数值还没有报告，或者只是概数。",
            because=unread,
        )
