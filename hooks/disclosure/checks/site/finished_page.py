"""A finished page for the checks, parsed once from the very bytes that would be published."""

from dataclasses import dataclass
from functools import cache

from selectolax.lexbor import LexborHTMLParser

Chunks = tuple[tuple[str | None, str], ...]
"""Official words in reading order, each with its section (``None``: the index)."""
_ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action"}


@dataclass(frozen=True)
class FinishedPage:
    """One HTML file of the stage."""

    path: str
    """Its address in the site."""
    anchors: tuple[str, ...]
    """All ids in order, with repetitions."""
    links: tuple[tuple[str, str], ...]
    """All addresses on the page, each with its element."""
    official: Chunks
    code: tuple[str, ...]
    """Elements and attributes on the page that are not allowed: code, styles, requests."""


_EVERYWHERE = frozenset("id class lang role tabindex hidden title".split())
_ELEMENTS = {
    name: frozenset(attributes.split())
    for name, attributes in {
        "a": "href rel",
        "blockquote": "cite",
        "button": "type name",
        "circle": "cx cy r",
        "col": "span align",
        "colgroup": "span",
        "data": "value",
        "del": "cite datetime",
        "details": "open",
        "form": "action method",
        "html": "",
        "img": "src alt width height",
        "input": "name type value checked placeholder autocomplete enterkeyhint maxlength",
        "ins": "cite datetime",
        "label": "for",
        "li": "value",
        "line": "x1 x2 y1 y2",
        "link": "rel href type media",
        "meta": "charset name property content",
        "ol": "start reversed",
        "path": "d stroke",
        "q": "cite",
        "rect": "x y width height fill",
        "script": "src defer",
        "svg": "width height viewBox",
        "td": "colspan rowspan headers align",
        "text": "x y",
        "th": "colspan rowspan headers scope align",
        "time": "datetime",
    }.items()
} | dict.fromkeys(
    "abbr article b bdi body br caption cite code dd dfn div dl dt em fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 head header hr i kbd legend main mark nav p pre rp rt ruby s section small "
    "span strong sub summary sup table tbody tfoot thead title tr u ul var wbr".split(),
    frozenset[str](),
)
"""The elements allowed on a finished page, with their attributes besides those allowed everywhere.

Whatever is not listed is refused, so that no way to run code or to make a request can be overlooked.
"""


def read(path: str, html: str) -> FinishedPage:
    """The page at ``path``."""
    tree = LexborHTMLParser(html)
    elements = [(node.tag or "", node.attributes) for node in tree.css("*")]
    addresses = (
        (tag, attributes.get(_ADDRESSES[tag]))
        for tag, attributes in elements
        if tag in _ADDRESSES and attributes.get("rel") != "canonical"
    )
    ids = (attributes.get("id") for _, attributes in elements)
    return FinishedPage(
        path=path,
        anchors=tuple(anchor for anchor in ids if anchor is not None),
        links=tuple((tag, address) for tag, address in addresses if address is not None),
        official=_official(tree),
        code=tuple(name for tag, attributes in elements for name in _refused(tag, tuple(attributes))),
    )


@cache  # a site has only a few hundred combinations
def _refused(tag: str, attributes: tuple[str, ...]) -> tuple[str, ...]:
    allowed = _ELEMENTS.get(tag)
    if allowed is None or (tag == "script" and "src" not in attributes):
        return (f"<{tag}",)
    known = _EVERYWHERE | allowed
    return tuple(name for name in attributes if name not in known and not name.startswith(("aria-", "data-")))


def _section(node: object) -> str | None:
    parent = getattr(node, "parent", None)
    while parent is not None:
        if name := parent.attributes.get("data-section"):
            return str(name)
        parent = parent.parent
    return None


def official_words(html: str) -> Chunks:
    """The official words of a page, or of a part of one."""
    return _official(LexborHTMLParser(html))


def _official(tree: LexborHTMLParser) -> Chunks:
    return tuple((_section(node), node.text(deep=True)) for node in tree.css("[data-official-text]"))
