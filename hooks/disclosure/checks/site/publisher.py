"""Checks of the publisher, and of the offices that decide, approve, answer or take opinions.

Fields that the publisher has not filled in are listed for the clerk and left out of the pages. A person's
name in place of an office is a finding.
"""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.checks.privacy.patterns import private_office
from disclosure.checks.registry import site_check
from disclosure.facts.disclosure import Report
from disclosure.facts.record import Record
from disclosure.findings import Finding


@site_check
def check_publisher(analysis: Analysis) -> Iterator[Finding]:
    """The missing authorisation, and one notice that names every field without a value."""
    publisher = analysis.disclosure.publisher
    if not publisher.where.path:  # it could not be read
        return
    if publisher.authorised is None:
        yield Finding(
            publisher.where_is("authorised"),
            "not-authorised",
            f"尚未取得发布授权，每一页都标明“示例站点，非{publisher.place}人民政府网站”。",
        )
    elif not (publisher.contact.telephone or publisher.contact.form or publisher.contact.email):
        yield Finding(publisher.where_is("contact"), "no-channel", "网站已经授权，群众却没有提意见的渠道。")
    gaps = [*_gaps(publisher), *_gaps(publisher.contact)]
    if gaps:
        yield Finding(publisher.where, "publisher-gap", f"未填写：{'、'.join(gaps)}。没填的内容不会显示。")


def _gaps(record: Record) -> Iterator[str]:
    for name, field in type(record).model_fields.items():
        if name not in {"authorised", "keywords"} and getattr(record, name) in (None, ()):
            yield f"{(field.description or name).partition('，')[0]}（{name}）"


@site_check
def check_offices(analysis: Analysis) -> Iterator[Finding]:
    """Persons' names in place of offices and bodies."""
    facts = analysis.disclosure
    of_reports = (named for report in facts.reports for named in _offices(report))
    bodies = ((body, "name") for body in facts.bodies.values())
    for record, field in ((facts.publisher.contact, "office"), *bodies, *of_reports):
        if text := getattr(record, field):
            yield from private_office(text, record.where_is(field))


def _offices(report: Report) -> list[tuple[Record, str]]:
    """The records that name an office, each with the field."""
    notice, opinions = report.record.notice, report.opinions
    of_figures = (review for figure in report.observations for review in figure.reviewed.values())
    return [
        *((notice, field) for field in ("office", "issuer") if notice),
        *((opinion, "office") for opinion in (opinions.items if opinions else ())),
        *((review, "office") for review in (*report.record.reviewed, *of_figures)),
        *((correction, "approver") for correction in report.corrections),
    ]
