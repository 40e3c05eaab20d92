"""Observations made from what a report would print."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from disclosure.charts.chart import Mark
from disclosure.charts.summaries import LabelledMark
from disclosure.facts.change import parse_change
from disclosure.facts.day_words import ReportDates
from disclosure.facts.days import Days
from disclosure.facts.observations import Observation
from disclosure.facts.period import Basis, Manner, parse_period
from disclosure.facts.quantity import parse_quantity
from disclosure.facts.records import Metric
from disclosure.findings import Where

if TYPE_CHECKING:
    from disclosure.facts.period import Period


def metric(**fields: Any) -> Metric:
    given = {"name": "支出", "measures": "money", "unit": "元", "better": "neither"}
    made = Metric(**(given | {"definition": "花的钱", "definition_basis": "本站说明"} | fields))
    return made.model_copy(update={"id": "spending"})


def observation(
    value: str | None,
    *,
    change: str | None = None,
    category: str | None = None,
    period: str = "2021",
    year: str = "2022",
) -> Observation:
    where, read = Where("data/values.yml"), _period(period, int(year))
    return Observation(
        metric="spending",
        category=category,
        period=read,
        basis=Basis.UNSTATED if read.manner is Manner.UNSTATED else Basis.STATED,
        value=parse_quantity(value) if value else None,
        change=parse_change(change) if change else None,
        comparison=None,
        implied_unit=None,
        note=None,
        year=year,
        where=where,
        change_where=where,
        reviewed=MappingProxyType({}),
    )


def told(label: str, printed: str) -> LabelledMark:
    """A value, or a change where ``printed`` begins with its word."""
    if printed[0].isdigit() or printed[0] in "-近约逾不":
        return LabelledMark(label, Mark(observation(printed)))
    return LabelledMark(label, Mark(observation("1元", change=printed), "change"))


def _period(text: str, year: int) -> Period:
    """A period in a report of the October of ``year``, which is of the year before."""
    former = Days(date(year - 1, 1, 1), date(year - 1, 12, 31))
    period = parse_period(text, ReportDates(date(year, 10, 31), former))
    assert period
    return period
