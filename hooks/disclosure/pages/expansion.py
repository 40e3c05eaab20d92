"""Expands macros around the Markdown renderer.

Before it, each macro becomes a token of private characters, which Markdown carries through as a
word. After it, each token must stand exactly once where its kind may stand, and is replaced by
HTML. So no macro's HTML is ever parsed as Markdown, and a macro in a code block, a link or an
attribute is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

from disclosure.findings import Finding, Where
from disclosure.pages.binding import Block, Figure, Section, Word
from disclosure.prose.markdown import TOKEN_CLOSE, TOKEN_OPEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from disclosure.prose.macros import BlockCall


@dataclass(frozen=True, slots=True)
class SectionEdge:
    """Where a composed section begins or ends."""

    name: str | None
    """The section that begins; ``None`` where it ends."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a token stands for."""

    item: Figure | Word | Block | SectionEdge
    where: Where

    @property
    def inline(self) -> bool:
        return isinstance(self.item, Figure | Word)


@dataclass(frozen=True)
class Expanded:
    """Markdown with tokens, and what each token stands for."""

    markdown: str
    pieces: tuple[Piece, ...]


def expand(section: Section, others: Mapping[str, Section], *, depths: Mapping[str, int]) -> Expanded:
    """The section with tokens for macros; ``{{ section … }}`` brings in one of ``others`` whole.

    ``depths`` says by how many levels the headings of each other section sink.
    """
    pieces: list[Piece] = []

    def token(item: Figure | Word | Block | SectionEdge, where: Where) -> str:
        pieces.append(Piece(item, where))
        return f"{TOKEN_OPEN}{len(pieces) - 1}{TOKEN_CLOSE}"

    def body(part: Section, *, sink: int = 0, inner: bool = False) -> str:
        raw, last, out = part.markdown.raw, part.markdown.body_start, []
        headings = part.markdown.headings if sink else ()
        cuts = [(heading.offset, heading.offset, "#" * sink) for heading in headings]
        for item in part.bound:
            macro = item.macro
            cuts.append((macro.start, macro.end, "" if inner and isinstance(item, Block) else replacement(item)))
        for start, end, text in sorted(cuts):
            out += [raw[last:start], text]
            last = end
        return "".join([*out, raw[last:]])

    def replacement(item: Figure | Word | Block) -> str:
        if isinstance(item, Block) and item.call.name == "section":
            name = item.call.argument
            part = others[name]
            begin = token(SectionEdge(name), item.macro.where)
            text = body(part, sink=depths.get(name, 1), inner=True)
            end = token(SectionEdge(None), item.macro.where)
            return f"{begin}\n\n{text}\n\n{end}"
        return token(item, item.macro.where)

    return Expanded(body(section), tuple(pieces))


_TOKEN = re.compile(f"{TOKEN_OPEN}(\\d+){TOKEN_CLOSE}")
_TAG = re.compile(r"(<!--.*?-->|</?[a-zA-Z][^<>]*>)", re.DOTALL)
_NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_CLOSED = frozenset(
    "a abbr button code dfn kbd math object option pre samp script select style svg textarea title var".split()
)
"""Elements whose inside no macro may enter: code, links (a figure is itself one), and plain text."""
_VOID = frozenset("area br col embed hr img input link meta source track wbr".split())


def settle(
    html: str, expanded: Expanded, *, inline: Callable[[Figure], str], block: Callable[[BlockCall], str], official: bool
) -> tuple[str, list[Finding]]:
    """The rendered page with every token replaced, and a finding for each that stands where none may.

    With ``official`` the words between the blocks are marked as official text.
    """
    out: list[str] = [_OFFICIAL] if official else []
    placed: set[int] = set()
    open_elements: list[str] = []
    parts = _TAG.split(html)
    skip_close = False
    for index, part in enumerate(parts):
        if index % 2:  # a tag
            if skip_close:
                skip_close = False
                continue
            _track(part, open_elements)
            out.append(part)
            continue
        alone = _TOKEN.fullmatch(part.strip())
        piece = expanded.pieces[int(alone[1])] if alone else None
        if alone and piece and not piece.inline and open_elements == ["p"]:
            placed.add(int(alone[1]))
            out.pop()
            open_elements.pop()
            out.append(_block(piece, block, official=official))
            skip_close = True
            continue
        shut = not _CLOSED.isdisjoint(open_elements)
        out.append(_TOKEN.sub(lambda match: _word(match, expanded, inline, placed, shut=shut), part))
    if official:
        out.append("</div>\n")
    findings = [_misplaced(piece) for number, piece in enumerate(expanded.pieces) if number not in placed]
    text = "".join(out)
    return re.sub(rf"{_OFFICIAL}\s*</div>\n?", "", text) if official else text, list(dict.fromkeys(findings))


_OFFICIAL = '<div class="official" data-official-text>\n'


def _track(tag: str, open_elements: list[str]) -> None:
    match = _NAME.match(tag)
    if match is None or (name := match[2].lower()) in _VOID or tag.endswith("/>"):
        return
    if not match[1]:
        open_elements.append(name)
    elif name in open_elements:
        while open_elements.pop() != name:
            pass


def _word(
    match: re.Match[str], expanded: Expanded, inline: Callable[[Figure], str], placed: set[int], *, shut: bool
) -> str:
    number = int(match[1])
    item = expanded.pieces[number].item if number < len(expanded.pieces) else None
    if shut or number in placed or not isinstance(item, Figure | Word):
        return ""
    placed.add(number)
    return inline(item) if isinstance(item, Figure) else str(escape(item.printed))


def _block(piece: Piece, block: Callable[[BlockCall], str], *, official: bool) -> str:
    if isinstance(piece.item, SectionEdge):
        made = f'<section data-section="{escape(piece.item.name)}">' if piece.item.name else "</section>"
    elif isinstance(piece.item, Block):
        made = block(piece.item.call)
    else:
        made = ""
    return f"</div>\n{made}\n{_OFFICIAL}" if official else made


def _misplaced(piece: Piece) -> Finding:
    return Finding(piece.where, "macro-misplaced", "这个宏放在了不能放的地方，网页上显示不出来。")

