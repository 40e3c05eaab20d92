"""A finished page as the checks see it: parsed once from the very bytes that would be published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

_ADDRESSES = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "src",
    "form": "action",
    "area": "href",
}


@dataclass(frozen=True)
class FinishedPage:
    """One HTML file of the stage."""

    path: str
    """Its address in the site."""
    anchors: tuple[str, ...]
    """Every id, in order and with repetitions."""
    links: tuple[tuple[str, str], ...]
    """Every address that the page names: element and value."""
    official: tuple[tuple[str | None, str], ...]
    """The official words in order: the composed section they stand in, and their text."""
    code: tuple[str, ...]
    """What runs or styles inside the page itself, as it stands there."""


_LINKING = "a[href],area[href],link[href],script,style,img,source,form[action],iframe,frame,object,embed,base"
_CODE_ATTRIBUTE = re.compile(r"\s(?:on[a-z]+|style)\s*=", re.IGNORECASE)


def read(path: str, html: str) -> FinishedPage:
    """The page at ``path``."""
    tree = LexborHTMLParser(html)
    links, code = [], []
    for node in tree.css(_LINKING):
        tag, attributes = node.tag or "", node.attributes
        address = attributes.get(_ADDRESSES.get(tag, ""))
        if tag == "link" and attributes.get("rel") == "canonical":
            continue
        if address is not None:
            links.append((tag, address))
        elif tag not in {"img", "source"}:
            code.append(f"<{tag}")
    if _CODE_ATTRIBUTE.search(html):
        code += [
            name
            for node in tree.css("*")
            for name in node.attributes
            if name.startswith("on") or name == "style"
        ]
    return FinishedPage(
        path=path,
        anchors=tuple(node.attributes.get("id") or "" for node in tree.css("[id]")),
        links=tuple(links),
        official=tuple((_section(node), node.text(deep=True)) for node in tree.css("[data-official-text]")),
        code=tuple(code),
    )


def _section(node: object) -> str | None:
    parent = getattr(node, "parent", None)
    while parent is not None:
        if name := parent.attributes.get("data-section"):
            return str(name)
        parent = parent.parent
    return None


def read_stage(stage: Path) -> dict[str, FinishedPage]:
    """Every page of a stage, by address."""
    found = {path.relative_to(stage).as_posix(): path for path in sorted(stage.rglob("*.html"))}
    return {address: read(address, path.read_text("utf-8")) for address, path in found.items()}
