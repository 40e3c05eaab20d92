"""What the publisher has not told yet: listed for the clerk, never shown as blanks to readers."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.checks.privacy.patterns import private_office
from disclosure.checks.registry import site_check
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
    if publisher.contact.office:
        yield from private_office(publisher.contact.office, publisher.contact.where_is("office"))
    gaps = [*_gaps(publisher), *_gaps(publisher.contact)]
    if gaps:
        yield Finding(publisher.where, "publisher-gap", f"未填写：{'、'.join(gaps)}。没填的内容不会显示。")


def _gaps(record: Record) -> Iterator[str]:
    for name, field in type(record).model_fields.items():
        if name != "authorised" and getattr(record, name) in (None, ()):
            yield f"{(field.description or name).partition('，')[0]}（{name}）"
