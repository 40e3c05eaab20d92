"""The county's own channels for opinions, with what an opinion is about filled in where they can take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from disclosure.facts.records import Publisher
    from disclosure.facts.supervision import Notice


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to give an opinion."""

    label: str
    href: str
    shown: str
    """What is printed: the number, the address, or where the link leads."""


def channels(publisher: Publisher, *, about: str, title: str, path: str) -> Iterator[Channel]:
    """Every configured way, telephone first; ``path`` is the page below the site's address."""
    contact = publisher.contact
    address = f"{publisher.address or ''}{path.removesuffix('index.html')}"
    if contact.telephone:
        number = "".join(char for char in contact.telephone if char.isdigit() or char == "+")
        yield Channel("打电话", f"tel:{number}", contact.telephone)
    if contact.form:
        filled = contact.form
        for blank, text in (("{id}", about), ("{title}", title), ("{address}", address)):
            filled = filled.replace(blank, quote(text, safe=""))
        yield Channel("填写门户网站的表单", filled, "打开表单")
    if contact.email:
        subject = quote(f"关于“{title}”的意见（编号 {about}）", safe="")
        body = quote(f"编号：{about}\n网页：{address or title}\n意见：\n", safe="")
        yield Channel("写电子邮件", f"mailto:{contact.email}?subject={subject}&body={body}", contact.email)


def is_open(notice: Notice, as_of: date) -> bool:
    """Whether opinions are taken on ``as_of``, the data's own date."""
    return notice.opens <= as_of <= notice.closes
