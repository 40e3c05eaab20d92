"""The snapshot of what readers see of a report now, as entries for ``published.json``."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.revisions import printed_value
from disclosure.analysis.verdicts import registered
from disclosure.facts.disclosure import Report
from disclosure.facts.ledger import LedgerItem, Problem
from disclosure.facts.opinions import Opinion, Withdrawal
from disclosure.facts.published import OFFICIAL, TEXT, Entry, Key
from disclosure.facts.record import Record
from disclosure.facts.records import DIRECTION_NAMES, MEASURES_NAMES, ReportRecord, Standard
from disclosure.findings import Where
from disclosure.register.diff import digest
from disclosure.text.folding import fold
from disclosure.text.official_words import Words

_IN_VERDICTS = frozenset(
    {"metric", "category", "field", "requires", "value", "wording", "nature", "stage", "primary_text"}
)
"""Fields of a standard that its verdicts contain, or that decide which figures get a verdict."""
_READERS_WORDS = {"measures": MEASURES_NAMES, "better": DIRECTION_NAMES}


def snapshot(analysis: Analysis, report: Report) -> Iterator[Entry]:
    """Entries for everything readers see of a report's figures, their definitions, and its ledger."""
    yield from _figures(analysis, report)
    for verdict in analysis.verdicts[report.year]:
        yield Entry(
            verdict.observation.reference if verdict.observation else f"standards/{verdict.standard.id}",
            f"verdict {verdict.standard.id}",
            registered(verdict.standard, verdict.outcome),
            verdict.decision.review.where
            if verdict.decision and verdict.deferred
            else verdict.standard.where_is("value"),
        )
    yield from _definitions(analysis, report)
    if words := analysis.book.words.get(report.year):
        source = Where(f"data/{report.year}/source.txt")
        yield Entry(*TEXT, _text(words), source)
        yield Entry(*OFFICIAL, digest(fold(report.official)), source)
    for number, one in enumerate(report.corrections, 1):
        change = f"{one.key[1]}：{one.old} → {one.new or '撤下'}，{one.date}"
        yield Entry(f"corrections/{number}", "correction", change, one.where)
        yield from _fields(f"corrections/{number}", one, {"figure", "kind", "reason", "approver"})
    if ledger := report.ledger:
        for field in ("as_of", "stale_after"):
            yield Entry("ledger", field, str(getattr(ledger, field)), ledger.where_is(field))
        for item in ledger.items.values():
            yield from item_entries(item)
    yield from _opinions(report)


def _figures(analysis: Analysis, report: Report) -> Iterator[Entry]:
    for observation in report.observations:
        fields = {
            "value": printed_value(observation),
            "comparison": observation.comparison and str(observation.comparison),
            "period_basis": observation.basis.value,
            "note": observation.note,
            "change": observation.change and str(observation.change),
        }
        for field, content in fields.items():
            if content:
                yield Entry(
                    observation.reference,
                    field,
                    content,
                    observation.change_where if field == "change" else observation.where,
                )
        for statement, decision in analysis.figures[observation].decisions.items():
            # An implied value is not registered: only the day tells that it was held back once.
            if decision.deferred or (decision.review.deferred and statement != "verdict"):
                yield Entry(
                    observation.reference,
                    f"deferral {statement}",
                    str(decision.review.date),
                    decision.review.where,
                )


def _definitions(analysis: Analysis, report: Report) -> Iterator[Entry]:
    """Entries for the publisher, the report, and the definitions that its figures and ledger refer to."""
    facts = analysis.disclosure
    yield from _fields("publisher", facts.publisher, {"name", "authorised"})
    yield from _fields("report", report.record, {*ReportRecord.model_fields} - {"as_of", "notice"})
    yield from (
        replace(entry, field=f"scheme.{entry.field}")
        for entry in _fields("report", report.scheme, {"name", "document", "areas_called"})
    )
    metrics = [
        facts.metrics[name]
        # The page of a withdrawn figure lasts.
        for name in dict.fromkeys((*report.by_metric, *(one.name.metric for one in report.corrections)))
        if name in facts.metrics
    ]
    standards = {verdict.standard.id: verdict.standard for verdict in analysis.verdicts[report.year]}
    items = [*report.ledger.items.values()] if report.ledger else []
    documents = (
        {report.scheme.document}
        | {metric.source for metric in metrics}
        | {standard.document for standard in standards.values()}
        | {problem.document for item in items for problem in item.wordings}
        | {evidence.document for item in items for evidence in item.evidence}
    )
    sources = [source for name, source in facts.sources.items() if name in documents]
    bodies = (
        {name for item in items for name in (item.owner, item.verified_by, *item.partners)}
        | {metric.body for metric in metrics}
        | {source.body for source in sources}
    )
    for metric in metrics:
        yield from _fields(f"metrics/{metric.id}", metric)
        for category, name in metric.categories.items():
            yield Entry(f"metrics/{metric.id}.{category}", "name", name, metric.where_is("categories"))
    for standard in standards.values():
        yield from _fields(f"standards/{standard.id}", standard, {*Standard.model_fields} - _IN_VERDICTS)
    for source in sources:
        yield from _fields(f"sources/{source.id}", source)
    for name, body in facts.bodies.items():
        if name in bodies:
            yield from _fields(f"bodies/{name}", body, {"name", "kind"})


def _fields(about: str, record: Record, names: Iterable[str] = ()) -> Iterator[Entry]:
    """Entries for a record's texts and dates, ``id`` left out; nested ones as ``set_aside.reason``."""
    for name in sorted({*(names or type(record).model_fields)} - {"id"}):
        content = getattr(record, name)
        if isinstance(content, str | date):
            words = _READERS_WORDS.get(name, {}).get(str(content), str(content))
            yield Entry(about, name, words, record.where_is(name))
        elif isinstance(content, Record):
            yield from (replace(entry, field=f"{name}.{entry.field}") for entry in _fields(about, content))


def item_entries(item: LedgerItem) -> Iterator[Entry]:
    """Entries for a ledger item; the words of its problem and cause are folded."""
    content = {
        "problem": [item.source, *_wording(item.problem)],
        "reworded": [[*_wording(words), words.note] for words in item.reworded],
        "area": item.area,
        "cause": item.cause and fold(item.cause),
        "measures": [dumped(measure) for measure in item.measures],
        "owner": item.owner,
        "partners": [*item.partners],
        "due": item.due and str(item.due),
        "acceptance": item.acceptance and dumped(item.acceptance),
        "evidence": [dumped(evidence) for evidence in item.evidence],
        "verified_by": item.verified_by,
        "history": [dumped(step) for step in item.history],
    }
    for field, part in content.items():
        if part:
            yield Entry(f"ledger/{item.id}", field, part, item.where_is(field))


def _wording(problem: Problem) -> tuple[str, str]:
    return fold(problem.text), problem.document or ""


def _opinions(report: Report) -> Iterator[Entry]:
    """Opinions as digests, since their words must be deletable; the notice in full."""
    found: dict[Key, Entry] = {}
    for entry in (
        *(_listed("opinions", opinion, opinion_digest(opinion)) for opinion in report.public_opinions),
        *(_listed("withdrawn", gone, dumped(gone)) for gone in report.withdrawn_opinions),
    ):
        found.setdefault(entry.key, replace(entry, content=[])).content.append(entry.content)
    yield from found.values()
    if notice := report.record.notice:
        content = dumped(notice)
        extended = content.pop("extended", [])
        yield Entry("notice", "notice", content, notice.where)
        if extended:
            yield Entry("notice", "extended", extended, notice.where_is("extended"))


def _listed(kind: str, opinion: Opinion | Withdrawal, content: Any) -> Entry:
    return Entry(f"{kind}/{opinion.about}", str(opinion.received), content, opinion.where)


def opinion_digest(opinion: Opinion) -> str:
    """A digest of all that readers see of an opinion."""
    fields = ("about", "summary", "handling", "office", "received", "answered")
    return digest([str(getattr(opinion, field)) for field in fields])


def dumped(record: Record) -> dict[str, Any]:
    """The content of a record and its nested records, without their places."""
    return record.model_dump(mode="json", exclude_none=True)


def _text(words: Mapping[str, Words]) -> str:
    """A digest of the official words without the figures, which are registered one by one."""
    parts = [
        section.text[start:end]
        for section in words.values()
        for start, end in zip(
            (0, *(end for _, end in section.figures)),
            (*(start for start, _ in section.figures), len(section.text)),
            strict=True,
        )
    ]
    return sha256(fold("\0".join(parts)).encode()).hexdigest()[:16]
