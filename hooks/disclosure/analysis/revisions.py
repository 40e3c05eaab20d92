"""Changes after publication: corrections, restated values, and the comparison of two reports."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from disclosure.facts.day_words import ReportDates
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.ledger import AcceptanceChange, DueChange, Ledger, LedgerItem, Measure
from disclosure.facts.observations import STATED, Observation
from disclosure.facts.period import Period, parse_period
from disclosure.facts.published import FIELD_NAMES
from disclosure.facts.records import Area, Correction
from disclosure.text.folding import fold


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with the report that it belongs to."""

    year: str
    correction: Correction
    dates: ReportDates
    """The dates of that report."""
    withdrawn: bool
    """Whether the figure is no longer published."""

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
        return parse_period(self.correction.name.period, self.dates)

    @property
    def anchor(self) -> str:
        """The lasting name of the figure, as ``Observation.anchor``."""
        return str(self.correction.name._replace(period=self.period.slug if self.period else ""))

    @property
    def field(self) -> str:
        """The name of the corrected field for readers."""
        field = self.correction.field
        return "正文" if field == "text" else FIELD_NAMES.get(field, field)


def corrections(disclosure: Disclosure) -> tuple[Corrected, ...]:
    """All corrections, newest first."""
    found = [
        Corrected(report.year, one, report.record.dates, _withdrawn(report, one))
        for report in disclosure.reports
        for one in report.corrections
    ]
    return tuple(sorted(found, key=lambda found: (found.correction.date, found.year), reverse=True))


def _withdrawn(report: Report, correction: Correction) -> bool:
    """Whether a correction withdraws its figure: the first of those that do, where several fields had one."""
    fields = {one.field for one in report.corrections if one.figure == correction.figure and one.new is None}
    first = next((field for field in STATED if field in fields), None)
    there = any(observation.reference == correction.figure for observation in report.observations)
    return correction.new is None and correction.field == first and not there


def superseding(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """The newest later report's value of the same figure and period; ``None`` where there is none."""
    newest = disclosure.by_key[observation.key][0]
    return newest if observation.period.fixed and newest.year > observation.year else None


def printed_value(observation: Observation) -> str:
    """A value as readers see it, with the unit that the site reads into it: 208万（元）; or nothing."""
    if observation.value is None:
        return ""
    return f"{observation.value}{f'（{observation.implied_unit}）' if observation.implied_unit else ''}"


@dataclass(frozen=True, slots=True)
class Restated:
    """A value or a change that a later report states differently for the same period."""

    former: Observation
    now: Observation
    field: str
    """``value`` or ``change``."""
    printed: tuple[str, str]
    """The words of the former report and those of the later one."""
    correction: Correction | None
    """The report's latest correction for it, if any."""

    @property
    def leads(self) -> bool:
        """Whether it is what readers see first of the figure: its value, if it has one."""
        return self.now.of(self.field) is self.now.shown


def restatements(disclosure: Disclosure, report: Report) -> Iterator[Restated]:
    """Values and changes that an earlier report printed differently."""
    for now in report.observations:
        same = disclosure.by_key[now.key] if now.period.fixed else ()
        for former in [other for other in same if other.year < now.year][:1]:
            values = printed_value(former), printed_value(now)
            pairs = {
                "value": values,
                **{
                    field: (str(former.of(field) or ""), str(now.of(field) or ""))
                    for field in ("change", "comparison")
                },
            }
            for field, printed in pairs.items():
                if all(printed) and printed[0] != printed[1]:
                    why = chain(report.corrections, (now.reference, field))
                    yield Restated(former, now, field, printed, why[-1] if why else None)


def chain(corrections: Iterable[Correction], key: tuple[str, str]) -> tuple[Correction, ...]:
    """The corrections with this ``key`` (reference and field), oldest first."""
    return tuple(sorted((one for one in corrections if one.key == key), key=lambda one: one.date))


@dataclass(frozen=True, slots=True)
class Lineage:
    """An area of a new scheme, and the former areas that it continues, if any."""

    area: Area
    former: tuple[Area, ...]
    """Areas of the previous report's scheme."""
    older: tuple[Area, ...]
    """Areas of earlier schemes that the previous report no longer used."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A ledger item with its changes since the previous ledger; if new, since its first entry."""

    item: LedgerItem
    due_changes: tuple[tuple[date, DueChange], ...]
    """Changes of the due date, each with its date."""
    acceptance_changes: tuple[tuple[date, AcceptanceChange], ...]
    """Changes of the acceptance, each with its date."""
    reworded: bool
    """Whether the problem has new words."""
    former_words: str
    """The former words of the problem."""
    former_owner: str | None
    """The former owner, if another body is the owner now or none is named."""
    dropped_measures: tuple[Measure, ...]
    """Measures of the previous ledger that are no longer listed."""
    notes: tuple[str, ...]
    """The notes of the steps added."""

    def __bool__(self) -> bool:
        changes = (self.due_changes, self.acceptance_changes, self.dropped_measures, self.former_owner)
        return any(changes) or self.reworded


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """Differences between a ledger and the previous one; items in the order of the later one."""

    fresh: tuple[LedgerItem, ...]
    carried: tuple[LedgerItem, ...]
    """Still open."""
    closed: tuple[LedgerItem, ...]
    """Open in the former ledger, and no longer."""
    amended: tuple[Amended, ...]
    """Items with a changed due date, acceptance, owner, measure or wording."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Differences between a report and the previous one."""

    former: Report
    report: Report
    fresh: tuple[str, ...]
    """Metrics that only the later report gives, in the order of its figures."""
    gone: tuple[str, ...]
    """Metrics that only the former report gives."""
    kept: tuple[str, ...]
    """Metrics that both give."""
    restated: tuple[Restated, ...]
    """Restated values; restated changes (增减) are among them only where there is no value."""
    lineages: tuple[Lineage, ...]
    """The lineage of each area, in the report's order; empty if both have the same scheme."""
    ledger: LedgerChange | None
    """Differences between the ledgers; ``None`` while the later report has none."""


def compare(disclosure: Disclosure, report: Report) -> Comparison | None:
    """The comparison of a report with the previous one; ``None`` for the first."""
    former = next(disclosure.before(report.year), None)
    if former is None:
        return None
    return Comparison(
        former,
        report,
        fresh=tuple(name for name in report.by_metric if name not in former.by_metric),
        gone=tuple(name for name in former.by_metric if name not in report.by_metric),
        kept=tuple(name for name in report.by_metric if name in former.by_metric),
        restated=tuple(found for found in restatements(disclosure, report) if found.leads),
        lineages=tuple(_lineages(disclosure, former, report)),
        ledger=_ledger(former.ledger, report.ledger) if report.ledger else None,
    )


def _lineages(disclosure: Disclosure, former: Report, report: Report) -> Iterator[Lineage]:
    for area in report.areas if report.scheme.id != former.scheme.id else ():
        older = [name for name in area.succeeds if name not in former.scheme.areas]
        yield Lineage(
            area,
            report.counterparts(area.id, former),
            tuple(_area(disclosure, former, name) for name in older if name in disclosure.areas),
        )


def _area(disclosure: Disclosure, former: Report, name: str) -> Area:
    """An area as defined by the newest report before ``former`` that has it."""
    earlier = (other.scheme.areas for other in disclosure.before(former.year))
    return next((areas[name] for areas in earlier if name in areas), disclosure.areas[name])


def _ledger(former: Ledger | None, now: Ledger) -> LedgerChange:
    known = former.items if former else {}
    items = now.items.values()
    return LedgerChange(
        fresh=tuple(item for item in items if item.id not in known),
        carried=tuple(item for item in items if item.id in known and item.open),
        closed=tuple(item for item in items if item.id in known and known[item.id].open and not item.open),
        amended=tuple(filter(None, (_amended(known.get(item.id), item) for item in items))),
    )


def _amended(former: LedgerItem | None, now: LedgerItem) -> Amended:
    """The changes of an item. A new item is compared with itself before its first step."""
    before = former or now.model_copy(update={"history": (), "reworded": ()})
    listed = {fold(measure.text) for measure in now.measures}
    return Amended(
        now,
        now.due_changes[len(before.due_changes) :],
        now.acceptance_changes[len(before.acceptance_changes) :],
        len(now.reworded) > len(before.reworded),
        before.words,
        before.owner if before.owner != now.owner else None,
        tuple(measure for measure in before.measures if fold(measure.text) not in listed),
        tuple(step.note for step in now.history[len(before.history) :] if step.note),
    )
