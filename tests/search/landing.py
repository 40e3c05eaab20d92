"""Where a result lands: the smallest stretch of a page that its address names, and what stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from search.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

LARGEST = 3300
"""Characters of a stretch that a reader can take in. The longest page of a figure or a focus area stays below
it; the whole report, the index and the table of standards do not."""
SCREEN = 600
"""Characters of the beginning of a longer one, which is what whoever lands there sees."""
_SHELL = "nav, form"
"""What stands inside ``<main>`` and is no part of what the page says."""
_HEADING = re.compile(r"h[1-6]")
_INLINE = frozenset("a abbr b cite code data dfn em mark q small span strong time".split())
_SENTENCE = re.compile(r"[^。]*。?")


class Page:
    """A finished page that results land on."""

    def __init__(self, html: str) -> None:
        tree = LexborHTMLParser(html)
        for node in tree.css(_SHELL):
            node.decompose()
        # Material has its navigation inside the landmark, and the words in an article of its own.
        main = tree.css_first("article.md-content__inner") or tree.css_first("main") or tree.body
        assert main is not None
        self._nodes = list(main.traverse(include_text=True))

    def words(self) -> str:
        """All that the page says."""
        return "".join(self._texts())

    def fragments(self) -> Iterator[str]:
        """The ids that an address can name, and the empty one for the page's beginning."""
        yield ""
        yield from (node.id for node in self._nodes if node.id)

    def landing(self, fragment: str) -> str:
        """What stands where ``fragment`` leads, of too much its beginning; nothing where it leads nowhere."""
        node = self._target(fragment.partition(":~:")[0])
        text = self._stretch(node) if node is not None else ""
        return text if len(folded(text)) <= LARGEST else folded(text)[:SCREEN]

    def _target(self, fragment: str) -> LexborNode | None:
        if fragment:
            return next((node for node in self._nodes if node.id == fragment), None)
        return next((node for node in self._nodes if node.tag == "h1"), None)

    def _stretch(self, node: LexborNode) -> str:
        tag = node.tag or ""
        if _HEADING.fullmatch(tag):
            return "".join(self._section(node))
        if tag == "tr":
            return _caption(node) + node.text(separator=" ")
        if tag in {"caption", "dt"}:
            return node.parent.text(separator=" ") if node.parent else ""
        return _sentence(node) if tag in _INLINE else node.text(separator=" ")

    def _section(self, heading: LexborNode) -> Iterator[str]:
        """From a heading down to the next one of the same or a higher level."""
        inside = False
        for node in self._nodes:
            tag = node.tag or ""
            if node.mem_id == heading.mem_id:
                inside = True
            elif inside and _HEADING.fullmatch(tag) and tag <= (heading.tag or ""):
                return
            elif inside and tag == "-text":
                yield node.text(deep=False)

    def _texts(self) -> Iterator[str]:
        return (node.text(deep=False) for node in self._nodes if node.tag == "-text")


def _caption(row: LexborNode) -> str:
    """What the row's table is called."""
    above = row.parent
    while above is not None and above.tag != "table":
        above = above.parent
    caption = above.css_first("caption") if above is not None else None
    return f"{caption.text()} " if caption is not None else ""


def _sentence(node: LexborNode) -> str:
    """The sentence of the block in which an inline element stands."""
    block = node
    while block.parent is not None and block.tag in _INLINE:
        block = block.parent
    before = 0
    for inner in block.traverse(include_text=True):
        if inner.mem_id == node.mem_id:
            break
        if inner.tag == "-text":
            before += len(inner.text(deep=False))
    ends = _SENTENCE.finditer(block.text())
    return next((found.group() for found in ends if found.start() <= before < found.end()), "")
