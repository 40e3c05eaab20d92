"""What stands at an address: pages fetched once, and the stretch that a result leads to."""

from __future__ import annotations

from functools import cache
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag, urlsplit, urlunsplit
from urllib.request import urlopen

from search.landing import Page


def landing(address: str) -> str:
    """What stands where a result leads, or nothing where it leads nowhere."""
    location, fragment = urldefrag(address)
    page = _page(urlunsplit(urlsplit(location)._replace(query="")))
    return page.landing(unquote(fragment)) if page else ""


@cache
def _page(location: str) -> Page | None:
    try:
        with urlopen(location) as answer:  # noqa: S310 - our own loopback server
            return Page(answer.read().decode("utf-8"))
    except HTTPError:
        return None
