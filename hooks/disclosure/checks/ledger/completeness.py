"""A ledger must name every problem, quote correctly, name owners and due dates, and prove completion."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.ledger_status import Progress
from disclosure.analysis.requirements import Outcome
from disclosure.checks.ledger.changes import TERMS, check_carried, check_term
from disclosure.checks.ledger.quotations import check_quotations, named, wanting
from disclosure.checks.privacy.patterns import private
from disclosure.checks.registry import LEDGER, PROBLEMS, report_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.figure_name import FigureName, split_name
from disclosure.facts.ledger import CLOSED, DONE, UNDER_WAY, LedgerItem, Measure, Problem
from disclosure.facts.record import Record
from disclosure.findings import Finding, nearest, where_true


@report_check("台账", LEDGER)
def check_ledger(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """The findings about a report's ledger."""
    book, disclosure = analysis.book, analysis.disclosure
    yield from check_carried(disclosure, report)
    if report.ledger is None:
        return
    listed = named(book, report)
    for anchor, passage in wanting(book, report, PROBLEMS).items():
        if anchor not in listed:
            yield Finding(
                passage.where, "ledger-problem-missing", f"报告承认的问题“{anchor}”没有列入 ledger.yml。"
            )
    newest = not any(other.ledger for other in disclosure.reports if other.year > report.year)
    for progress in analysis.progress[report.year]:
        item = progress.item
        yield from check_quotations(book, report, item)
        yield from _misdated(progress)
        for term in TERMS:
            yield from check_term(item, term)
        yield from _incomplete(item)
        yield from _private(item)
        yield from _evidence(item, disclosure)
        yield from _closed(progress)
        if newest:
            yield from _late(progress)


def _late(progress: Progress) -> Iterable[Finding]:
    """Overdue and stale items, for the newest ledger only: earlier ones are not updated any more."""
    item, as_of = progress.item, progress.ledger.as_of
    unread = frozenset({"data/*/report.yml", "data/*/ledger.yml"})
    return where_true(
        (
            progress.overdue,
            Finding(
                item.where_is("due"),
                "ledger-overdue",
                f"“{item.id}”应在 {item.due} 前完成，到 {as_of} 已超过 {progress.days_overdue} 天。",
                because=unread,
            ),
        ),
        (
            progress.stale,
            Finding(
                item.history[-1].where,
                "ledger-stale",
                f"“{item.id}”已有 {progress.days_still} 天没有变动（到 {as_of}）。",
                because=unread,
            ),
        ),
    )


def _misdated(progress: Progress) -> Iterable[Finding]:
    """Dates of an item's history that are out of order, or don't fit its due date or the ledger's date."""
    item, as_of = progress.item, progress.ledger.as_of
    first, last, code = item.history[0], item.history[-1], "ledger-order"
    back = [
        (
            later.date < former.date,
            Finding(later.where_is("date"), code, f"日期往回走了：{former.date} 之后写的是 {later.date}。"),
        )
        for former, later in pairwise(item.history)
    ]
    early = f"完成期限 {item.due} 早于列入台账的日期 {first.date}。"
    late = f"变动的日期 {last.date} 晚于台账更新的日期 {as_of}。"
    return where_true(
        *back,
        (item.due and item.due < first.date, Finding(item.where_is("due"), code, early)),
        (last.date > as_of, Finding(last.where_is("date"), code, late)),
    )


def _private(item: LedgerItem) -> Iterator[Finding]:
    """The county's own words must not identify a person; quotations of the report are already public."""
    quoted: tuple[Problem | Measure, ...] = (*item.wordings, *item.measures)
    fields: list[tuple[Record, str]] = [
        *((part, "text") for part in quoted if part.heading is None),
        (item, "cause"),
        *((noted, "note") for noted in (*item.history, *item.reworded)),
        *((change, "reason") for _, change in (*item.due_changes, *item.acceptance_changes)),
        *((acceptance, "deliverable") for acceptance in item.acceptances),
    ]
    for record, field in fields:
        if text := getattr(record, field):
            yield from private(text, record.where_is(field))


def _incomplete(item: LedgerItem) -> Iterable[Finding]:
    """Fields that an item lacks for its state or source."""
    under_way = item.state in UNDER_WAY
    wanted = ("measures", "owner", *(() if item.state == "长期坚持" else ("due",)))
    missing = [name for name in wanted if not getattr(item, name)]
    foreign = f"{item.source}提出的问题，要用 document 写明文件。"
    lacks = f"“{item.id}”的状态是“{item.state}”，缺少 {'、'.join(missing)}。"
    return where_true(
        (
            item.source not in {"自查", "群众意见"} and item.problem.document is None,
            Finding(item.problem.where, "ledger-incomplete", foreign),
        ),
        (
            not under_way and not item.measures,
            Finding(item.where, "ledger-no-measure", f"“{item.id}”还没有措施。"),
        ),
        (under_way and missing, Finding(item.where, "ledger-incomplete", lacks)),
    )


def _evidence(item: LedgerItem, disclosure: Disclosure) -> Iterator[Finding]:
    """Evidence must be an existing document or figure; a figure must be the one of the acceptance."""
    figures, accept = disclosure.references, item.acceptance
    for evidence in item.evidence:
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
                because=frozenset({subjects.term(item.id, "acceptance")}),
            )


def _closed(progress: Progress) -> Iterator[Finding]:
    """A completed item needs evidence, a closed one also an acceptance and a body that verified it."""
    item, accept, code = progress.item, progress.item.acceptance, "ledger-unproven"
    done, closed = item.state in DONE, item.state in CLOSED
    self_verified = f"“{item.id}”由{item.own_verifier}单位自己核销。"
    yield from where_true(
        (item.own_verifier, Finding(item.where_is("verified_by"), "ledger-self-verified", self_verified)),
        (
            done and not item.evidence,
            Finding(item.where, code, f"“{item.id}”的状态是“{item.state}”，没有佐证。"),
        ),
        (
            closed and accept is None,
            Finding(item.where, code, f"“{item.id}”已销号，没有写明怎样验收（acceptance）。"),
        ),
        (
            closed and item.verified_by is None,
            Finding(item.where, code, f"“{item.id}”已销号，没有写明由谁核销（verified_by）。"),
        ),
    )
    if done and accept and accept.metric:
        yield from _accepted(progress, accept.metric)


def _accepted(progress: Progress, metric: str) -> Iterator[Finding]:
    """The figure of the acceptance must not miss its limit, and must meet it once the item is closed."""
    item, figure, where = progress.item, progress.accepted_by, progress.item.where_is("acceptance")
    unread = subjects.values(metric) | {subjects.METRIC_FILES, subjects.term(item.id, "acceptance")}
    if progress.outcome is Outcome.MISSED and figure:
        yield Finding(
            where,
            "ledger-unproven",
            f"“{item.id}”的状态是“{item.state}”，验收的数值却没有达到："
            f"{figure.reference} 是 {figure.value}。",
            because=unread,
        )
    elif progress.outcome is Outcome.UNDECIDED and item.state in CLOSED:
        yield Finding(
            where,
            "ledger-unproven",
            f"“{item.id}”已销号，验收用的数值还没有报告，或者只是概数。",
            because=unread,
        )
