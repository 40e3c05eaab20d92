"""Replaces macros by tokens before Markdown is rendered, and tokens by HTML afterwards.

A token is a number between two private characters, which Markdown treats as a word. After rendering, each
token must occur exactly once, in an element where its kind of macro is allowed. So no macro's HTML is
parsed as Markdown, and a macro in a code block, a link or an attribute is found.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from disclosure.findings import Finding, Where
from disclosure.report.binding import Block, Figure, Section, Word
from disclosure.report.source_text import HOLE
from disclosure.text.macros import BlockCall
from disclosure.text.markdown import TOKEN_CLOSE, TOKEN_OPEN


@dataclass(frozen=True, slots=True)
class SectionEdge:
    """The beginning or end of a composed section."""

    name: str | None
    """The section that begins; ``None`` where it ends."""


@dataclass(frozen=True, slots=True)
class Token:
    """What a token stands for."""

    content: Figure | Word | Block | SectionEdge
    where: Where


@dataclass(frozen=True)
class TokenisedMarkdown:
    """Markdown with tokens, and what each token stands for."""

    markdown: str
    tokens: tuple[Token, ...]


def insert_tokens(
    section: Section,
    others: Mapping[str, Section],
    *,
    depths: Mapping[str, int],
    lacks: Collection[str] = (),
) -> TokenisedMarkdown:
    """The section's Markdown with tokens in place of macros.

    ``{{ section … }}`` inserts all of one of ``others``, whose headings are lowered by the number of
    levels in ``depths``. A heading with ``{{ needs … }}`` is left out, with all below it, if the site
    ``lacks`` that page.
    """
    tokens: list[Token] = []

    def token(content: Figure | Word | Block | SectionEdge, where: Where) -> str:
        tokens.append(Token(content, where))
        return f"{TOKEN_OPEN}{len(tokens) - 1}{TOKEN_CLOSE}"

    def body(part: Section, *, lowered: int = 0, inner: bool = False) -> str:
        if not part.markdown.renderable:
            return HOLE
        raw, last, out = part.markdown.raw, part.markdown.body_start, []
        gone = list(_left_out(part, lacks))
        cuts = [
            (heading.offset, heading.offset, "#" * lowered) for heading in part.markdown.headings if lowered
        ]
        cuts += [(start, end, "") for start, end in (*part.markdown.comments, *gone)]
        cuts += [
            (
                bound.macro.start,
                bound.macro.end,
                "" if inner and isinstance(bound, Block) else replacement(bound),
            )
            for bound in part.bound
            if not any(start <= bound.macro.start < end for start, end in gone)
        ]
        for start, end, text in sorted(cuts):
            if start >= last:  # not within a part that is left out
                out += [raw[last:start], text]
                last = end
        return "".join([*out, raw[last:]])

    def replacement(content: Figure | Word | Block) -> str:
        where = content.macro.where
        if isinstance(content, Block) and content.call.name == "section":
            name = content.call.argument
            text = body(others[name], lowered=depths.get(name, 1), inner=True)
            return f"{token(SectionEdge(name), where)}\n\n{text}\n\n{token(SectionEdge(None), where)}"
        return token(content, where)

    return TokenisedMarkdown(body(section), tuple(tokens))


def _left_out(part: Section, lacks: Collection[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each heading, with all below it, that needs a page which the site lacks."""
    headings = part.markdown.headings
    for block in part.bound:
        if isinstance(block, Block) and block.call.name == "needs" and block.call.argument in lacks:
            above = [heading for heading in headings if heading.offset < block.macro.start][-1:]
            for heading in above:
                after = (
                    other.offset
                    for other in headings
                    if other.offset > heading.offset and other.level <= heading.level
                )
                yield heading.offset, next(after, len(part.markdown.raw))


_TOKEN = re.compile(f"{TOKEN_OPEN}(\\d+){TOKEN_CLOSE}")
TAG = re.compile(r"""(<!--.*?-->|</?[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_CLOSED = frozenset(
    "a abbr button code dfn kbd math object option pre samp script select style svg textarea title "
    "var".split()
)
"""Elements in which no macro is allowed: code, plain text, and links for figures, which are links."""
_VOID = frozenset("area br col embed hr img input link meta source track wbr".split())
_SLASHED = re.compile(r"(<(?:br|hr|img)\b.*?) ?/>", re.DOTALL)
"""A void element as Markdown writes it; the slash has no meaning in HTML."""
_OFFICIAL = '<div class="official" data-official-text>\n'
_OFFICIAL_END = "</div>\n"
_NUMBERED = re.compile(r"(<h[2-4][^<>]*)>(（[一二三四五六七八九十]{1,2}）|[一二三四五六七八九十]{1,2}、)")
"""A heading with a number; its further lines are indented past the number."""
_EMPTY = re.compile(rf"{_OFFICIAL}\s*{_OFFICIAL_END}")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_SCROLLING = r'<div class="table-scroll">\n\g<0>\n</div>'
"""A table scrolls in a box of its own, so that a wide one does not widen the page."""
_SECTION = Markup('<section data-section="{}">')


def replace_tokens(
    html: str,
    expanded: TokenisedMarkdown,
    *,
    inline: Callable[[Figure], str],
    block: Callable[[BlockCall], str],
    official: bool,
) -> tuple[str, list[Finding]]:
    """The rendered page with every token replaced, and a finding for each token in a place not allowed.

    ``inline`` and ``block`` give the HTML of a figure and of a block. With ``official``, the words
    between the blocks are marked as official text.
    """
    replacer = _TokenReplacer(expanded, inline, block, official=official)
    text = replacer.replace(_TABLE.sub(_SCROLLING, html))
    misplaced = [
        Finding(token.where, "macro-misplaced", "这个宏放在了不能放的地方，网页上显示不出来。")
        for number, token in enumerate(expanded.tokens)
        if number not in replacer.placed
    ]
    return text, list(dict.fromkeys(misplaced))


class _TokenReplacer:
    """Goes through tags and text in turn, keeping track of the open elements."""

    def __init__(
        self,
        expanded: TokenisedMarkdown,
        inline: Callable[[Figure], str],
        block: Callable[[BlockCall], str],
        *,
        official: bool,
    ) -> None:
        self.tokens = expanded.tokens
        self.inline, self.block, self.official = inline, block, official
        self.placed: set[int] = set()
        self.open: list[str] = []

    def replace(self, html: str) -> str:
        out: list[str] = []
        parts = iter(enumerate(TAG.split(html)))
        for index, part in parts:
            if index % 2:
                self.track(part)
                out.append(_SLASHED.sub(r"\1>", part))
            elif (number := self.block_in(part)) is not None:
                out[-1] = self.replaced(number)  # in place of <p>, the token, and
                next(parts)  # </p>
                self.open.clear()
            else:
                out.append(_TOKEN.sub(self.word, part))
        if not self.official:
            return "".join(out)
        hung = _NUMBERED.sub(
            lambda match: f'{match[1]} class="hang-{len(match[2])}">{match[2]}', "".join(out)
        )
        return _EMPTY.sub("", f"{_OFFICIAL}{hung}\n{_OFFICIAL_END}")

    def track(self, tag: str) -> None:
        """Updates the open elements for a tag."""
        match = NAME.match(tag)
        if match is None or (name := match[2].lower()) in _VOID or tag.endswith("/>"):
            return
        if not match[1]:
            self.open.append(name)
        elif name in self.open:
            while self.open.pop() != name:
                pass

    def block_in(self, words: str) -> int | None:
        """The number of the block token that is the only content of a top-level paragraph."""
        match = _TOKEN.fullmatch(words.strip())
        if match is None or self.open != ["p"]:
            return None
        number = int(match[1])
        inline = isinstance(self.tokens[number].content, Figure | Word)
        return None if inline or number in self.placed else number

    def replaced(self, number: int) -> str:
        self.placed.add(number)
        content = self.tokens[number].content
        if isinstance(content, SectionEdge):
            html = _SECTION.format(content.name) if content.name else "</section>"
        else:
            html = self.block(content.call) if isinstance(content, Block) else ""
        return f"{_OFFICIAL_END}{html}\n{_OFFICIAL}" if self.official else html

    def word(self, match: re.Match[str]) -> str:
        """The HTML of an inline macro where one is allowed, else nothing: a finding follows."""
        number = int(match[1])
        content = self.tokens[number].content
        closed = _CLOSED - {"a"} if isinstance(content, Word) else _CLOSED
        if (
            number in self.placed
            or not isinstance(content, Figure | Word)
            or not closed.isdisjoint(self.open)
        ):
            return ""
        self.placed.add(number)
        return self.inline(content) if isinstance(content, Figure) else str(escape(content.printed))


def below_title(words: str, lead: str) -> str:
    """Official words with ``lead``, which the site adds, between their title and the rest."""
    return (
        _EMPTY.sub("", words.replace("</h1>", f"</h1>\n{_OFFICIAL_END}{lead}\n{_OFFICIAL}", 1))
        if lead
        else words
    )
