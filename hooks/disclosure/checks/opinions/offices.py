"""Whoever decides, approves, answers or takes opinions is an office: a person's name in its place is told."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.checks.privacy.patterns import private_office
from disclosure.checks.registry import report_check, site_check
from disclosure.facts.disclosure import Report
from disclosure.facts.record import Record
from disclosure.findings import Finding


@report_check()
def check_offices(_analysis: Analysis, report: Report) -> Iterator[Finding]:
    """The offices that the data of one report name in their own words."""
    for record, field in _named(report):
        if text := getattr(record, field):
            yield from private_office(text, record.where_is(field))


@site_check
def check_body_names(analysis: Analysis) -> Iterator[Finding]:
    """The bodies that have a page of their own."""
    for body in analysis.disclosure.bodies.values():
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
