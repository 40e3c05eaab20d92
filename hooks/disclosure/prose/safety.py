"""HTML that prose may not contain: scripts, frames, forms, styles, event attributes, code in addresses.

The rendered page decides, since only it tells code that is shown from code that would run; the raw
text then tells where it was typed.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.prose.markdown import Markdown

ALLOWED = frozenset(
    "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s section small span strong sub summary sup "
    "table tbody td tfoot th thead time tr u ul var wbr".split()
)
_ALLOWED_ATTRIBUTES = frozenset(
    "id class title lang dir href src alt width height colspan rowspan scope headers datetime start reversed value "
    "open role cite data-official-text".split()
)
_ADDRESSES = frozenset({"href", "src", "cite"})
_SCHEME = re.compile(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def unsafe_html(html: str, source: Markdown) -> Iterator[Finding]:
    """Each forbidden element, attribute or address in the rendered prose, at the place it was typed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    seen: dict[str, int] = {}
    for needle, message in reader.faults:
        start = seen.get(needle, source.body_start)
        match = re.compile(re.escape(needle), re.IGNORECASE).search(source.raw, start)
        if match:
            seen[needle] = match.end()
        place = match.start() if match else _disguised(needle, source)
        yield Finding(source.where(place), "unsafe-html", message)


def _disguised(needle: str, source: Markdown) -> int:
    """The line that holds ``needle`` in character references or with white space in between."""
    offset = source.body_start
    for line in source.raw[offset:].splitlines(keepends=True):
        if needle in re.sub(r"[\x00-\x20]", "", unescape(line)).lower():
            return offset
        offset += len(line)
    return source.body_start


class _Reader(HTMLParser):
    """Gathers faults as (what to look for in the raw text, message)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.faults.append((f"<{tag}", f"正文里不能用 <{tag}>。"))
            return
        for name, value in attrs:
            if name.startswith("on") or name not in _ALLOWED_ATTRIBUTES:
                self.faults.append((name, f"正文里不能用 {name} 属性。"))
            elif name in _ADDRESSES and (match := _SCHEME.match(value or "")):
                scheme = re.sub(r"\s", "", match[1]).lower()
                if scheme not in _SCHEMES:
                    self.faults.append((f"{scheme}:", f"链接不能以 {scheme}: 开头。"))

    def handle_decl(self, decl: str) -> None:
        self.faults.append((f"<!{decl[:7]}", "正文里不能写 HTML 声明。"))
