"""Numbers that no line's end parts from their unit, and dates that none breaks, in a finished body."""

from __future__ import annotations

import re

from disclosure.pages.expansion import NAME, TAG

_NUMBER = re.compile(
    r"(?<![0-9A-Za-z_.#&@-])"
    r"(?:\d{4}-\d\d-\d\d(?![\d-])|\d[\d.,]*(?:[%％]|[余多]?(?:个百分点|[百千万亿]?[余多]?[\u4e00-\u9fff])))"
)
"""A date; a number with its unit, or with the sign or character after it."""
_DIGIT = re.compile(r"\d")
_WHOLE = r'<span class="whole">\g<0></span>'
_LEFT_ALONE = frozenset("code data option script style svg textarea time title".split())
"""Elements whose words a stylesheet keeps whole already, or which hold no others."""
_FIGURE = 'class="figure'


def whole(html: str) -> str:
    """The body with a ``span.whole`` around each of them; words, attributes and order stay as they are."""
    out: list[str] = []
    inside, depth = "", 0
    for index, part in enumerate(TAG.split(html)):
        if index % 2 == 0:
            # Most words have no digit, and looking for one is cheaper.
            out.append(_NUMBER.sub(_WHOLE, part) if not inside and _DIGIT.search(part) else part)
            continue
        out.append(part)
        match = NAME.match(part)
        if match is None:
            continue
        closes, name = match.groups()
        if not inside and not closes and (name in _LEFT_ALONE or _FIGURE in part):
            inside, depth = name, 1
        elif name == inside:
            depth += -1 if closes else 1
            inside = inside if depth else ""
    return "".join(out)
