"""Finds HTML that prose may not contain: scripts, frames, forms, styles, event attributes, code in addresses.

The rendered page is examined, since only there code that is shown is distinct from code that would run;
the raw text then gives the place.
"""

import re
from collections.abc import Collection, Iterator
from html import unescape
from html.parser import HTMLParser

from disclosure.facts import subjects
from disclosure.facts.text_file import INVISIBLE
from disclosure.findings import Finding
from disclosure.text.markdown import TOKEN_CLOSE, TOKEN_OPEN, Markdown

ALLOWED = frozenset(
    "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption "
    "figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s section small span strong sub "
    "summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
OFFICIAL = frozenset(
    "a b blockquote br code em h1 h2 h3 h4 h5 h6 hr i li p pre strong table tbody td th thead tr ul".split()
)
"""Elements allowed in official words; others could hide, strike out, add or number words."""
_OFFICIAL_ATTRIBUTES = frozenset("id href align colspan rowspan scope".split())
_ALLOWED_ATTRIBUTES = frozenset(
    "id class title lang dir href src alt width height colspan rowspan scope headers datetime start reversed "
    "value open role cite align".split()
)
_ADDRESSES = frozenset({"href", "src", "cite"})
_SCHEME = re.compile(r"[\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def unsafe_html(html: str, *sources: Markdown, official: bool = False) -> Iterator[Finding]:
    """Each forbidden element, attribute or address in the rendered prose, at its place in the Markdown file.

    ``sources`` are the page's own file and those that it composes. ``official`` words may contain fewer
    elements than the site's own.
    """
    anchors = {heading.anchor for part in sources for heading in part.headings}
    reader = _Reader(anchors, official=official)
    reader.feed(html)
    reader.close()
    reader.balance()
    searched: dict[tuple[str, str], int] = {}
    unnamed = {subjects.headings(part.path) for part in sources}
    for code, needle, message in reader.faults:
        starts = ((part, searched.get((part.path, needle), part.body_start)) for part in sources)
        places = ((part, _place(needle, part, start)) for part, start in starts)
        part, place = next((found for found in places if found[1] is not None), (sources[0], None))
        if place is not None:
            searched[part.path, needle] = place + 1
        elif code == "control-character":  # written literally: the scanner has a finding
            continue
        where = part.where(part.body_start if place is None else place)
        yield Finding(
            where,
            code,
            message,
            about={where.whole_line},
            because=unnamed if code == "heading-id" else set(),
        )


_NUMBERED = "1. "
_LIST = re.compile(r"^[ \t>]*\d+\.[ \t]", re.MULTILINE)
"""The first item of a list that the browser numbers."""


def _place(needle: str, source: Markdown, start: int) -> int | None:
    """The offset of ``needle`` after ``start``: of its literal form, or of the line with an obfuscated form.

    Obfuscated means written with character references or with white space in between.
    """
    if INVISIBLE.fullmatch(needle):
        references = re.compile(r"&#?\w+;").finditer(source.raw, start)
        return next((match.start() for match in references if unescape(match[0]) == needle), None)
    written = _LIST if needle == _NUMBERED else re.compile(re.escape(needle), re.IGNORECASE)
    match = written.search(source.raw, start)
    if match:
        return match.start()
    lines = (line for line in re.finditer(r"[^\n]+", source.raw) if line.start() >= start)
    disguised = (line for line in lines if needle in re.sub(r"[\x00-\x20]", "", unescape(line[0])).lower())
    return next((line.start() for line in disguised), None)


_HINTS = {
    "ol": "：这样写，编号由浏览器另编；去掉编号后面的空格，写成 1.甲，一条一段",
    "img": "，图片请放到别的页面",
}


_VOID = frozenset("br col hr img wbr".split())
_HEADING = re.compile(r"h[1-6]")


class _Reader(HTMLParser):
    """Collects faults as (code, text to look for in the source, message)."""

    def __init__(self, anchors: Collection[str], *, official: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.elements, self.attributes, self.whose = (
            (OFFICIAL, _OFFICIAL_ATTRIBUTES, "官方正文")
            if official
            else (ALLOWED, _ALLOWED_ATTRIBUTES, "正文")
        )
        self.faults: list[tuple[str, str, str]] = []
        self.anchors = anchors
        self.open: list[str] = []
        self.refused: set[str] = set()
        self.unbalanced = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        image = given.get("src") or "<img"
        if tag not in self.elements:
            # Markdown makes these elements from marks that are no tags.
            written = {"ol": _NUMBERED, "img": image, "code": "`"}.get(tag, f"<{tag}")
            self.fault(written, f"{self.whose}里不能用 <{tag}>{_HINTS.get(tag, '')}。")
            self.refused.add(tag)
            return
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "img" and not (given.get("alt") or "").strip():
            self.fault(image, "这张图片没有文字说明。", code="image-text")
        if _HEADING.fullmatch(tag) and given.get("id") not in self.anchors:
            self.fault(f"<{tag}" if "id" not in given else "#", "这个标题没有编号。", code="heading-id")
        for name, value in attrs:
            if name not in self.attributes:
                needle = {"class": f".{value}", "title": value or name}.get(name, name)
                self.fault(needle, f"{self.whose}里不能用 {name} 属性。")
            elif name in _ADDRESSES and (match := _SCHEME.match(value or "")):
                scheme = re.sub(r"\s", "", match[1]).lower()
                if scheme not in _SCHEMES:
                    self.fault(f"{scheme}:", f"链接不能以 {scheme}: 开头。")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open[-1:] == [tag]:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        elif tag in self.open:
            self.unbalanced = self.unbalanced or f"<{self.open[-1]}"
            while self.open.pop() != tag:
                pass
        elif tag not in _VOID | self.refused:
            self.unbalanced = self.unbalanced or f"</{tag}"

    def handle_data(self, data: str) -> None:
        if match := INVISIBLE.search(data.replace(TOKEN_OPEN, "").replace(TOKEN_CLOSE, "")):
            self.fault(match[0], f"这里有看不见的字符 U+{ord(match[0]):04X}。", code="control-character")

    def handle_decl(self, decl: str) -> None:
        self.fault(f"<!{decl[:7]}", "正文里不能写 HTML 声明。")

    def unknown_decl(self, data: str) -> None:
        self.fault(f"<![{data[:5]}", "正文里不能写 <![ 开头的标记。")

    def balance(self) -> None:
        """Reports the first unpaired tag of the page, which causes the others."""
        if unbalanced := self.unbalanced or (f"<{self.open[0]}" if self.open else ""):
            self.fault(unbalanced, f"HTML 标签 {unbalanced}> 没有配对。")

    def fault(self, needle: str, message: str, *, code: str = "unsafe-html") -> None:
        self.faults.append((code, needle, message))
