"""Prevents line breaks between a number and its unit and within a date, in a finished body."""

import re
from collections.abc import Iterator

from disclosure.render.macros import TAG

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z_.#&@-])"
    r"(?:\d{4}-\d\d-\d\d(?![\d-])|\d[\d.,]*(?:[%％]|[余多]?(?:个百分点|[百千万亿]?[余多]?[\u4e00-\u9fff])))"
)
"""A date; a number with its unit, or with the sign or character after it."""
_NOWRAP = r'<span class="whole">\g<0></span>'
_LEFT_ALONE = "code|data|option|script|style|svg|textarea|time|title"
"""Elements that a stylesheet keeps on one line, or that contain no prose."""
_NO_NUMBERS = re.compile(
    rf'(?:(?:<({_LEFT_ALONE})\b.*?</\1>|<a class="figure.*?</a>|{TAG.pattern})(?:[^<\d]*(?=<))?)+', re.DOTALL
)
"""These elements, tags, and the words between them as long as they have no digit."""


def nowrap(html: str) -> str:
    """The body with a ``span.whole`` around each number with its unit and each date."""
    return "".join(_parts(html))


def _parts(html: str) -> Iterator[str]:
    end = 0
    for passed in _NO_NUMBERS.finditer(html):
        yield _NUMBER.sub(_NOWRAP, html[end : passed.start()])
        yield passed[0]
        end = passed.end()
    yield _NUMBER.sub(_NOWRAP, html[end:])
