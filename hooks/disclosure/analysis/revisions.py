"""What became of a published value: corrected, withdrawn, or given anew by a later report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.facts.correction import Correction
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.observations import Observation
from disclosure.facts.period import Period, parse_period
from disclosure.facts.published import FIELD_NAMES


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
    def field(self) -> str:
        """What readers call that which was corrected."""
        field = self.correction.field
        return "正文" if field == "text" else FIELD_NAMES.get(field, field)

    @property
    def withdrawn(self) -> bool:
        """Whether the figure is no longer published."""
        return self.correction.field == "value" and self.correction.new is None


def corrections(disclosure: Disclosure) -> tuple[Corrected, ...]:
    """All corrections, newest first."""
    found = [Corrected(report.year, one) for report in disclosure.reports for one in report.corrections]
    return tuple(sorted(found, key=lambda one: (one.correction.date, one.year), reverse=True))


def superseding(disclosure: Disclosure, observation: Observation) -> Observation | None:
    """What the newest later report says of the same figure and period; ``None`` where none does."""
    newest = disclosure.by_key[observation.key][0]
    return newest if observation.period.fixed and newest.year > observation.year else None


def printed_value(observation: Observation) -> str:
    """A value as readers see it, with the unit that the site reads into it: 208万（元）."""
    return f"{observation.value}{f'（{observation.implied_unit}）' if observation.implied_unit else ''}"


@dataclass(frozen=True, slots=True)
class Restated:
    """A value or a change for the same period, given anew."""

    former: Observation
    now: Observation
    field: str
    """``value`` or ``change``."""
    said: tuple[str, str]
    """What the former report said and what this one says."""
    correction: Correction | None
    """Why, as the report said last."""


def restatements(disclosure: Disclosure, report: Report) -> Iterator[Restated]:
    """Figures of which an earlier report said otherwise."""
    for now in report.observations:
        same = disclosure.by_key[now.key] if now.period.fixed else ()
        for former in [other for other in same if other.year < now.year][:1]:
            values = printed_value(former), printed_value(now)
            changes = str(former.change or ""), str(now.change or "")
            for field, said in (("value", values), ("change", changes)):
                if all(said) and said[0] != said[1]:
                    why = chain(report.corrections, (now.reference, field))
                    yield Restated(former, now, field, said, why[-1] if why else None)


def chain(corrections: Iterable[Correction], key: tuple[str, str]) -> tuple[Correction, ...]:
    """The corrections of one published thing, oldest first."""
    return tuple(sorted((one for one in corrections if one.key == key), key=lambda one: one.date))
