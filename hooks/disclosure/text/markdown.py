"""Scans a Markdown file in its raw form: front matter, headings and macros, each with its place.

The scanner reads the raw text, so that every place is the one that an editor shows. It recognises code
fences, code spans and comments, but not indented code, which is checked on the rendered page.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlsplit

from disclosure.facts import document, subjects
from disclosure.facts.text_file import INVISIBLE
from disclosure.findings import Finding, Where, nearest
from disclosure.text.layout import run_together

TOKEN_OPEN, TOKEN_CLOSE = "\ue000", "\ue001"
"""Private characters around the number that stands for a macro while Markdown is rendered."""


@dataclass(frozen=True, slots=True)
class Macro:
    """One ``{{ … }}``."""

    text: str
    """The text between the braces."""
    start: int
    end: int
    """Offsets in the raw text."""
    where: Where
    alone: bool
    """Whether it is on a line of its own, without indent."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading line."""

    level: int
    text: str
    anchor: str
    """Its explicit id."""
    offset: int


@dataclass(frozen=True)
class Markdown:
    """A scanned file; ``raw`` is all its text."""

    path: str
    raw: str
    front: dict[str, str]
    """Front matter: keys and texts."""
    body_start: int
    """Offset of the first character after the front matter."""
    macros: tuple[Macro, ...] = ()
    headings: tuple[Heading, ...] = ()
    """Every heading outside code, in the form that begins with #."""
    comments: tuple[tuple[int, int], ...] = ()
    """Start and end of every comment: internal notes, which are never published."""
    unread: tuple[tuple[int, int], ...] = ()
    """Start and end of what could not be read: from unpaired braces to the end of the line, or front matter
    without a closing fence up to the first empty line."""
    renderable: bool = True
    """Whether it may be rendered: some markup makes the Markdown parser raise."""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.raw))]

    def where(self, offset: int) -> Where:
        """The place of an offset in ``raw``."""
        line = bisect_right(self._line_starts, offset)
        return Where(self.path, line, offset - self._line_starts[line - 1] + 1)


def scan(path: str, raw: str) -> tuple[Markdown, list[Finding]]:
    """The scanned file, and the findings about its form."""
    front, body_start, findings = _front_matter(path, raw)
    scanned = Markdown(path, raw, front, body_start)
    unread = [(0, body_start or raw.find("\n"))] if any(finding.about for finding in findings) else []

    def find(offset: int, code: str, message: str, *, about: str = "") -> None:
        where = scanned.where(offset)
        findings.append(Finding(where, code, message, about={where.whole_line, *filter(None, [about])}))

    controls = {raw.count("\n", 0, match.start()): match for match in reversed(list(INVISIBLE.finditer(raw)))}
    for match in controls.values():
        find(match.start(), "control-character", f"这一行有看不见的字符 U+{ord(match[0]):04X}。")
    visible = _blank(raw, body_start)
    macros = []
    for match in _BRACES.finditer(visible):
        if match["text"] is None:
            message = _FULL_WIDTH.get(match[0], f"这里的 {match[0]} 没有配对。")
            find(match.start(), "macro-unclosed", message, about=subjects.words(path))
            unread.append((match.start(), f"{visible}\n".index("\n", match.start())))
            continue
        alone = bool(_ALONE.match(raw, match.start()))
        macros.append(Macro(match["text"], *match.span(), scanned.where(match.start()), alone))
    headings, named_headings = [], subjects.headings(path)
    for match in _HEADING.finditer(visible):
        if named := _HEADING_ID.search(match["text"]):
            text = match["text"][: named.start()].strip()
            headings.append(Heading(len(match["marks"]), text, named["id"], match.start()))
        else:
            find(match.start(), "heading-id", "标题末尾缺少编号，如 {#funding}。", about=named_headings)
    for match in _UNDERLINED.finditer(visible):
        find(match.start(), "heading-id", "标题请写成 # 开头的一行，末尾带编号。", about=named_headings)
    for offset, code, message in run_together(visible, body_start):
        find(offset, code, message)
    fatal = list(_fatal(visible))
    for offset, code, message in fatal:
        find(offset, code, message, about=path)
    comments = [match.span() for match in _HIDDEN.finditer(raw, body_start) if match[0].startswith("<!--")]
    scanned = replace(
        scanned,
        macros=tuple(macros),
        headings=tuple(headings),
        comments=tuple(comments),
        unread=tuple(unread),
        renderable=not fatal,
    )
    return scanned, findings


def _fatal(visible: str) -> Iterator[tuple[int, str, str]]:
    """Markup for which the Markdown parser raises: marked sections, malformed addresses."""
    for match in re.finditer(r"<!\[", visible):
        yield match.start(), "unsafe-html", "正文里不能写 <![ 开头的标记。"
    for match in re.finditer(r"[^\s()<>\"']+", visible):
        try:
            urlsplit(match[0] if "//" in match[0] else "")
        except ValueError:
            yield match.start(), "broken-link", f"“{match[0]}”不是网址的写法。"


_BRACES = re.compile(r"\{\{(?P<text>[^{}\n]*)\}\}|\{\{|\}\}|｛｛|｝｝")
_ALONE = re.compile(r"^\{\{[^{}\n]*\}\}[^\S\n]*$", re.MULTILINE)
_FULL_WIDTH = dict.fromkeys(("｛｛", "｝｝"), "这里是全角大括号，宏要用半角的 {{ 和 }}。")
_HEADING = re.compile(r"^(?P<marks>#{1,6})(?!#)(?P<text>[^\n]*)", re.MULTILINE)
_HEADING_ID = re.compile(r"\{:?[^{}]*#(?P<id>[a-z][a-z0-9-]*)[^{}]*\}\s*$")
_UNDERLINED = re.compile(r"^(?=[^\n]*[^\s>|\-=])[^\n]+\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_HIDDEN = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|<!--.*?(?:-->|\Z)"
    r"|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_NOT_NEWLINE = re.compile(r"[^\n]")


def _blank(raw: str, body_start: int) -> str:
    """``raw`` with front matter, code and comments blanked out, every offset unchanged."""
    front = _NOT_NEWLINE.sub(" ", raw[:body_start])
    return front + _HIDDEN.sub(lambda match: _NOT_NEWLINE.sub(" ", match[0]), raw[body_start:])


_FENCE = "---\n"
FRONT = {"title": "网页的短标题", "order": "在主导航中的次序；没有就不列入"}
"""The keys of front matter."""


def _front_matter(path: str, raw: str) -> tuple[dict[str, str], int, list[Finding]]:
    if not raw.startswith(_FENCE):
        # Some tools accept an opening "key: value" line as front matter; here it would be printed.
        if re.match(r"[A-Za-z][\w-]*:(\s|$)", raw):
            message = "文件以“键: 值”开头却没有 ---，这一行会印在网页上；请在它前后各加一行 ---，或先写标题。"
            return {}, 0, [_fault(Where(path), message, about={subjects.words(path)})]
        return {}, 0, []
    match = re.compile(r"^(---|\.\.\.)[ \t]*$\n?", re.MULTILINE).search(raw, len(_FENCE))
    if match is None:
        fault = _fault(Where(path), "开头的 --- 没有配对的结束行 ---。", about={subjects.words(path)})
        return {}, f"{raw}\n\n".index("\n\n"), [fault]
    # A leading line break in place of the opening fence keeps the lines of the file.
    node, faults = document.parse("\n" + raw[len(_FENCE) : match.start()], path)
    findings = [_fault(fault.where, fault.message) for fault in faults]
    front = {}
    if isinstance(node, document.Mapping):
        for key, child in node.entries:
            if key.text not in FRONT:
                findings.append(_fault(key.where, f"没有“{key.text}”这一项。", nearest(key.text, FRONT)))
            elif isinstance(child, document.Scalar):
                front[key.text] = child.text
            else:
                findings.append(_fault(child.where, f"“{key.text}”应当是一行文字。"))
    elif node is not None:
        findings.append(_fault(node.where, "说明区里每行应当是“键: 值”。"))
    return front, match.end(), findings


def _fault(where: Where, message: str, guess: str | None = None, *, about: Collection[str] = ()) -> Finding:
    return Finding(where, "front-matter", message, guess, about=frozenset(about))
