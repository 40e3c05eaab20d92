"""What the publisher has not told yet: listed for the clerk, never shown as blanks to readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.checks.privacy.patterns import private_office
from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.record import Record
    from disclosure.facts.records import Publisher


def check_publisher(publisher: Publisher) -> Iterator[Finding]:
    """The missing authorisation, and one notice that names every field without a value."""
    if publisher.authorised is None:
        message = f"尚未取得发布授权，每一页都标明“示例站点，非{publisher.place}人民政府网站”。"
        yield Finding(publisher.where_is("authorised"), "not-authorised", message)
    elif not (publisher.contact.telephone or publisher.contact.form or publisher.contact.email):
        message = "网站已经授权，群众却没有提意见的渠道。"
        yield Finding(publisher.where_is("contact"), "no-channel", message)
    if publisher.contact.office:
        yield from private_office(publisher.contact.office, publisher.contact.where_is("office"))
    gaps = [*_gaps(publisher), *_gaps(publisher.contact)]
    if gaps:
        yield Finding(publisher.where, "publisher-gap", f"未填写：{'、'.join(gaps)}。没填的内容不会显示。")


def _gaps(record: Record) -> Iterator[str]:
    for name, field in type(record).model_fields.items():
        if name != "authorised" and getattr(record, name) in (None, ()):
            yield f"{(field.description or name).partition('，')[0]}（{name}）"
