"""What became of a published value: corrected, withdrawn, or given anew by a later report."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from disclosure.analysis.verdicts import compared, locked
from disclosure.facts.lock import Locked
from disclosure.facts.period import parse_period
from disclosure.findings import Where
from disclosure.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.facts.correction import Correction
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.observations import Observation
    from disclosure.facts.period import Period
    from disclosure.text.official_words import Words


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with the report that it belongs to."""

    year: str
    correction: Correction

    @property
    def metric(self) -> str:
        """The metric that was corrected."""
        return self.correction.name.metric

    @property
    def category(self) -> str | None:
        """Its category."""
        return self.correction.name.category

    @property
    def period(self) -> Period | None:
        """Its period; ``None`` where the text names none."""
        return parse_period(self.correction.name.period)

    @property
    def anchor(self) -> str:
        """The lasting name of the figure, as ``Observation.anchor``."""
        return str(self.correction.name._replace(period=self.period.slug if self.period else ""))

    @property
    def withdrawn(self) -> bool:
        """Whether the figure is no longer published."""
        return self.correction.field == "value" and self.correction.new is None


def corrections(disclosure: Disclosure) -> tuple[Corrected, ...]:
    """All corrections, newest first."""
    found = [Corrected(report.year, item) for report in disclosure.reports for item in report.corrections]
    return tuple(sorted(found, key=lambda item: (item.correction.date, item.year), reverse=True))


def superseding(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """What the newest later report says of the same figure and period; ``None`` where none does."""
    newest = disclosure.by_key[observation.key][0]
    return newest if observation.period.fixed and newest.year > observation.year else None


def preceding(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """What the last earlier report said of the same figure and period."""
    same = disclosure.by_key[observation.key] if observation.period.fixed else ()
    return next((item for item in same if item.year < observation.year), None)


def printed_value(observation: Observation) -> str:
    """A value as readers see it, with the unit that the site reads into it: 208万（元）."""
    return f"{observation.value}{f'（{observation.implied_unit}）' if observation.implied_unit else ''}"


def _digest(words: Mapping[str, Words]) -> str:
    """A hash of the official words but for the figures, which are registered one by one."""
    parts = []
    for part in words.values():
        last = 0
        for start, end in part.figures:
            parts.append(part.text[last:start])
            last = end
        parts.append(part.text[last:])
    return sha256(fold("\0".join(parts)).encode()).hexdigest()[:16]


def published(disclosure: Disclosure, report: Report, words: Mapping[str, Words] | None) -> Iterator[Locked]:
    """All that ``figures.lock`` keeps of a report's figures, held-back verdicts too, each with its place."""
    for item in report.observations:
        yield Locked(item.reference, "value", printed_value(item), item.where)
        if item.change:
            yield Locked(item.reference, "change", str(item.change), item.change_where)
        for statement, review in sorted(item.reviewed.items()):
            if review.deferred:
                yield Locked(item.reference, f"deferral {statement}", str(review.date), review.where)
    for number, one in enumerate(report.corrections, 1):
        line = f"{one.key[1]}：{one.old} → {one.new or '撤下'}，{one.date}"
        yield Locked(one.figure, f"correction {number}", line, one.where)
    if words is not None:
        yield Locked("正文", "text", _digest(words), Where(f"data/{report.year}/source.txt"))
    for standard, observation in compared(disclosure, report):
        reference = observation.reference if observation else "—"
        text = locked(standard, observation, report)
        yield Locked(reference, f"verdict {standard.id}", text, standard.where_is("value"))


def chain(corrections: Iterable[Correction], key: tuple[str, str]) -> tuple[Correction, ...]:
    """The corrections of one published thing, oldest first."""
    return tuple(sorted((item for item in corrections if item.key == key), key=lambda item: item.date))
