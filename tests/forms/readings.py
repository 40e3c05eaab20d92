"""What the parsers make of an expression, in the words that a hand reading is given."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from disclosure.facts.change import Change, Comparison, parse_change, parse_comparison
from disclosure.facts.day_words import UNDATED, ReportDates
from disclosure.facts.days import Days
from disclosure.facts.period import parse_period
from disclosure.facts.quantity import Quantity, QuantityError, parse_quantity

if TYPE_CHECKING:
    from collections.abc import Callable

    from forms.expressions import Expression


@dataclass(frozen=True, slots=True)
class Reading:
    """What a parser read, or why it read nothing."""

    words: str
    parsed: bool = True


def read_quantity(expression: Expression) -> Reading:
    """A quantity: its value, interval, unit and bound."""
    return _read(lambda: _measured(parse_quantity(expression.text)))


def read_change(expression: Expression) -> Reading:
    """A change or a comparison: its signed value, interval and unit."""

    def read() -> str:
        found = _change_or_comparison(expression.text)
        return f"{found.plain} [{_end(found.interval.low)}, {_end(found.interval.high)}] {found.unit or ''}"

    return _read(read)


def _change_or_comparison(text: str) -> Change | Comparison:
    """The comparison that ``text`` prints, or else the change."""
    with suppress(QuantityError):
        return parse_comparison(text)
    return parse_change(text)


def read_period(expression: Expression) -> Reading:
    """A period: the name of its days in addresses; a relative one without a date, what it counts from."""
    period = parse_period(expression.text, _dates(expression.file))
    if period is None:
        return Reading("不认得", parsed=False)
    return Reading(period.slug if period.placed else f"from {period.origin}")


def _dates(file: str) -> ReportDates:
    """What relative periods count from, by the year in a file's name.

    A report is written in January about the year before, a bulletin (公报) about its own year in the next.
    """
    named = re.search(r"(?:19|20)\d\d", file)
    if named is None:
        return UNDATED
    written = int(named[0]) + ("公报" in file)
    return ReportDates(date(written, 1, 31), Days(date(written - 1, 1, 1), date(written - 1, 12, 31)))


def read_number(expression: Expression) -> Reading:
    """A number: the rule by which it is no figure, or the quantity that it is."""
    return Reading(expression.form) if expression.rule else read_quantity(expression)


def _read(read: Callable[[], str]) -> Reading:
    try:
        return Reading(read().strip())
    except QuantityError as refusal:
        return Reading(str(refusal), parsed=False)


def _measured(quantity: Quantity) -> str:
    low, high = quantity.interval.low, quantity.interval.high
    return f"{quantity.plain} [{_end(low)}, {_end(high)}] {quantity.unit} {quantity.bound.value}"


def _end(end: object) -> str:
    return "…" if end is None else format(end, "f")
