"""The county's channels for opinions, with the subject filled in where a channel supports it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from disclosure.facts.opinions import Notice
from disclosure.facts.records import Publisher
from disclosure.report import addresses


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to give an opinion."""

    label: str
    href: str
    shown: str
    """The text that is printed: a number, an address, or where the link leads."""


def channels(publisher: Publisher, *, about: str, title: str, path: str) -> Iterator[Channel]:
    """All configured channels, telephone first; ``path`` is the page below the site's address."""
    contact = publisher.contact
    address = f"{publisher.address}{path.replace('index.html', '', 1)}" if publisher.address else ""
    if contact.telephone:
        yield Channel("打电话", dial(contact.telephone), contact.telephone)
    if contact.form:
        known = {"{id}": about, "{title}": title, "{address}": address}
        filled = re.sub(r"\{\w+\}", lambda blank: quote(known[blank[0]], safe=""), contact.form)
        yield Channel("填写门户网站的表单", filled, "打开表单")
    if contact.email:
        lines = (f"编号：{about}", *((f"网页：{address}",) if address else ()), "意见：", "")
        mail = {"subject": f"关于“{title}”的意见（编号 {about}）", "body": "\r\n".join(lines)}
        link = f"mailto:{contact.email}?{urlencode(mail, quote_via=quote)}"
        yield Channel("写电子邮件", link, contact.email)


def has_channels(publisher: Publisher) -> bool:
    """Whether the publisher has given any channel."""
    return bool(publisher.contact.telephone or publisher.contact.form or publisher.contact.email)


def form_about(about: str, path: str) -> str:
    """The link to the printable form for an id and its page: it contains addresses, never words.

    ``assets/opinion.js`` reads both and takes the title from that page, so that no link from elsewhere
    can put words on a form of the county's.
    """
    return f"{addresses.OPINION_FORM}?{urlencode({'id': about, 'page': path})}"


_NUMBER = re.compile(r"(?P<number>\+?[0-9][0-9 ()-]*|\([0-9 ()-]+)(?:(?:转|分机)(?P<extension>[0-9]+))?")


def dial(printed: str) -> str:
    """The first telephone number in a text, as a ``tel:`` link."""
    match = _NUMBER.search(printed)
    if match is None:
        return "tel:"
    number = re.sub(r"[^0-9+]", "", match["number"])
    return f"tel:{number};ext={match['extension']}" if match["extension"] else f"tel:{number}"


def is_open(notice: Notice, as_of: date) -> bool:
    """Whether the consultation (公示) is open on ``as_of``, the date of the data."""
    return notice.opens <= as_of <= notice.until
