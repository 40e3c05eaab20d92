"""Whoever decides, approves, answers or takes opinions is an office: a person's name in its place is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.checks.privacy.patterns import private_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.record import Record
    from disclosure.findings import Finding


def check_offices(report: Report) -> Iterator[Finding]:
    """The offices that the data of one report name in their own words."""
    for record, field in _named(report):
        if text := getattr(record, field):
            yield from private_office(text, record.where_is(field))


def check_body_names(disclosure: Disclosure) -> Iterator[Finding]:
    """The bodies that have a page of their own."""
    for body in disclosure.bodies.values():
        yield from private_office(body.name, body.where_is("name"))


def _named(report: Report) -> Iterator[tuple[Record, str]]:
    """Records, each with the field that names an office."""
    if report.record.notice:
        yield report.record.notice, "office"
        yield report.record.notice, "issuer"
    yield from ((opinion, "office") for opinion in (report.opinions.items if report.opinions else ()))
    yield from ((review, "office") for review in report.record.reviewed)
    yield from ((one, "office") for item in report.observations for one in item.reviewed.values())
    yield from ((correction, "approver") for correction in report.corrections)
