"""What ``figures.lock`` keeps beside figures: the items of a ledger, published opinions, the notice.

A ledger goes on after it is published, so its line keeps part by part what may change in no way, what may
change with a word, and the steps one by one: the former ones must be the beginning of the present ones.
An opinion that is withdrawn and a notice that is extended leave lines of their own.
Hashes stand for words, and leave out what is not said, so that a new optional field breaks no lock.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from disclosure.facts.lock import Locked
from disclosure.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.facts.disclosure import Report
    from disclosure.facts.ledger import Acceptance, LedgerItem, Problem
    from disclosure.facts.opinions import Extension, Notice, Opinion, Withdrawal
    from disclosure.facts.record import Record

_PROBLEM, _REWORDED, _STEPS = "问题", "新说法", "经过"
TERMS = {
    "due": "期限",
    "owner": "牵头单位",
    "acceptance": "验收",
    "measures": "措施",
    "area": "评价重点",
    "cause": "原因",
    "partners": "配合单位",
    "evidence": "佐证",
    "verified_by": "核销单位",
}
"""What of an item may change with a word: its field, and what its part of a line is called."""
GROWING = frozenset({"partners", "evidence"})
"""Of these, lists to which more may be added without a word."""


@dataclass(frozen=True, slots=True)
class ItemSeal:
    """An item of a ledger as its line in the lock has it."""

    problem: str
    """A hash of source, problem and document."""
    terms: Mapping[str, str]
    """What is said of each of ``TERMS``, dates and bodies in full; nothing where nothing is said."""
    steps: tuple[str, ...]
    """A hash of each step, oldest first."""
    reworded: tuple[str, ...] = ()
    """A hash of each of the problem's later words, oldest first."""

    def __str__(self) -> str:
        parts = {_PROBLEM: self.problem, **{TERMS[field]: said for field, said in self.terms.items()}}
        if self.reworded:
            parts[_REWORDED] = " ".join(self.reworded)
        return "；".join(f"{name} {said}" for name, said in {**parts, _STEPS: " ".join(self.steps)}.items())


def seal_item(item: LedgerItem) -> ItemSeal:
    """The seal of an item as it is now."""
    said = {
        "due": item.due and str(item.due),
        "owner": item.owner,
        "acceptance": seal_acceptance(item.acceptance),
        "measures": item.measures and _digest(*map(_said, item.measures)),
        "area": item.area,
        "cause": item.cause and _digest(fold(item.cause)),
        "partners": " ".join(item.partners),
        "evidence": " ".join(_digest(_said(one)) for one in item.evidence),
        "verified_by": item.verified_by,
    }
    return ItemSeal(
        _digest(item.source, *wording(item.problem)),
        {field: str(text) for field, text in said.items() if text},
        tuple(_digest(_said(step)) for step in item.history),
        tuple(_digest(*wording(saying), saying.note) for saying in item.reworded),
    )


def changed_terms(now: ItemSeal, former: ItemSeal) -> Iterator[str]:
    """The fields of ``TERMS`` that say otherwise than before; more of a list is no change."""
    for field, said in former.terms.items():
        is_now = now.terms.get(field, "")
        if not (said == is_now or (field in GROWING and set(said.split()) <= set(is_now.split()))):
            yield field


def seal_acceptance(acceptance: Acceptance | None) -> str | None:
    """A hash of what shows that a problem is solved; nothing where nothing is said."""
    return _digest(_said(acceptance)) if acceptance else None


def wording(problem: Problem) -> tuple[str, str]:
    """The words of a problem and the document that has them, however they are set and quoted."""
    return fold(problem.text), problem.document or ""


def read_item(printed: str) -> ItemSeal:
    """The seal that a line keeps."""
    parts = dict(part.split(" ", 1) for part in printed.split("；") if " " in part)
    terms = {field: parts[name] for field, name in TERMS.items() if name in parts}
    steps, reworded = (tuple(parts.get(name, "").split()) for name in (_STEPS, _REWORDED))
    return ItemSeal(parts.get(_PROBLEM, ""), terms, steps, reworded)


def seal_opinion(opinion: Opinion) -> str:
    """A hash of all that readers see of an opinion."""
    shown = (opinion.about, opinion.summary, opinion.handling, opinion.office)
    return _digest(*shown, str(opinion.received), str(opinion.answered))


def seal_withdrawal(withdrawal: Withdrawal) -> str:
    """A hash of what is left of an opinion."""
    return _digest(_said(withdrawal))


def seal_notice(notice: Notice) -> str:
    """A hash of a whole notice as it was first given; each extension has its own."""
    return _digest(_said(notice.model_copy(update={"extended": None})))


def seal_extension(extension: Extension) -> str:
    """A hash of one extension of a notice."""
    return _digest(_said(extension))


def seals(report: Report) -> Iterator[Locked]:
    """What readers see of a report's ledger, opinions and notice, as ``figures.lock`` keeps it."""
    if ledger := report.ledger:
        yield Locked("台账", "dated", f"{ledger.as_of} {ledger.stale_after}", ledger.where_is("as_of"))
        for item in ledger.items.values():
            yield Locked(item.id, "ledger", str(seal_item(item)), item.where)
    for opinion in report.public_opinions:
        yield Locked(opinion.about, f"opinion {opinion.received}", seal_opinion(opinion), opinion.where)
    for gone in report.withdrawn_opinions:
        yield Locked(gone.about, f"withdrawn {gone.received}", seal_withdrawal(gone), gone.where)
    if notice := report.record.notice:
        yield Locked("公示", "notice", seal_notice(notice), notice.where)
        for number, extension in enumerate(notice.extended, 1):
            yield Locked("公示", f"extension {number}", seal_extension(extension), extension.where)


def neighbours(report: Report, reports: Iterable[Report]) -> Iterator[Locked]:
    """The other reports, as each register keeps them: so a whole year can't vanish in silence."""
    for other in reports:
        if other.year != report.year:
            yield Locked(other.year, "report", other.record.name, other.record.where)


def _said(record: Record) -> str:
    said = _placeless(record.model_dump(mode="json", exclude_none=True, warnings=False))
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _placeless(said: object) -> object:
    """What a record and those within it say, wherever they stand."""
    if isinstance(said, dict):
        return {name: _placeless(part) for name, part in said.items() if name not in {"where", "places"}}
    return [_placeless(part) for part in said] if isinstance(said, list) else said


def _digest(*words: str) -> str:
    return sha256("\0".join(words).encode()).hexdigest()[:12]
