"""The very same pages, already expanded to plain Markdown, for Material at its leanest.

Made from the finished site: the words, tables and links of each page's ``<main>``, without the shell
around it. What would only burden the rival is left out: forms, breadcrumbs and neighbours (Material has
its own), the ids of figures, and with them the fragments of links.
"""

from __future__ import annotations

import re
from posixpath import dirname, normpath, relpath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from selectolax.lexbor import LexborNode

CONFIGURATION = """\
site_name: 履行教育职责自查自评公开
theme:
  name: material
  language: zh
  font: false
  features: [navigation.prune]
plugins: []
markdown_extensions: [tables]
"""
WHOLE, SHORT = "mkdocs.yml", "short.yml"
"""The configuration that leaves the navigation to MkDocs, and one that leaves out the metric pages, as our
own navigation does. The first is what a user of Material gets; the second is leaner than its leanest setting,
since Material repeats all pages of a folder on each of them."""
SHELL = "form, nav.crumbs, nav.neighbours"
"""What stands inside ``<main>`` and is no part of the page's words."""
_NOT_FOUND = "404.html"
_METRIC = re.compile(r"metrics/(?!index\.md)")


def write_plain(site: Path, root: Path) -> None:
    """Writes the project of plain Markdown into ``root``, from the finished ``site``."""
    addresses = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    parents = {dirname(dirname(address)) for address in addresses if dirname(address)}
    # Material writes a 404.html of its own.
    files = {address: _markdown_path(address, parents) for address in sorted(addresses - {_NOT_FOUND})}
    for address, file in files.items():
        path = root / "docs" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_page((site / address).read_text("utf-8"), address, files), "utf-8")
    (root / WHOLE).write_text(f"{CONFIGURATION}site_dir: whole\n", "utf-8")
    (root / SHORT).write_text(f"{CONFIGURATION}site_dir: short\n{_navigation(files.values())}", "utf-8")


def _markdown_path(address: str, parents: set[str]) -> str:
    """``metrics/x/index.html`` → ``metrics/x.md``; where pages stand below it, ``metrics/index.md``."""
    directory = dirname(address)
    return address.replace(".html", ".md") if directory in parents else f"{directory}.md"


def _navigation(files: Iterable[str]) -> str:
    """One group for each folder, without the metric pages."""
    groups: dict[str, list[str]] = {}
    for file in files:
        if not _METRIC.match(file):
            groups.setdefault(dirname(file), []).append(file)
    lines = [f"  - {file}" for file in groups.pop("")]
    for name, group in groups.items():
        lines += [f"  - '{name}':", *(f"      - {file}" for file in group)]
    return "\n".join(["nav:", *lines, ""])


def _page(html: str, address: str, files: dict[str, str]) -> str:
    tree = LexborHTMLParser(html)
    for node in tree.css(SHELL):
        node.decompose()

    def link(href: str) -> str:
        parts = urlsplit(href)
        if parts.scheme or not parts.path:
            return href if parts.scheme else ""
        target = files.get(normpath(f"{dirname(address)}/{parts.path}").lstrip("/"))
        if target is None:  # a download, which the rival has not got
            return ""
        return relpath(target, dirname(files[address]) or ".")

    (main,) = tree.css("main")
    return "\n\n".join(_blocks(main.iter(), link)) + "\n"


_BLOCKS = frozenset("article blockquote details div dl figure h1 h2 h3 h4 nav ol p section table ul".split())
_CONTAINERS = frozenset("article details div figure nav section".split())
_MARKS = {"b": "**", "strong": "**", "mark": "**", "dfn": "**", "code": "`"}
_SPECIAL = re.compile(r"([\\`*_\[\]<|])")


def _blocks(nodes: Iterable[LexborNode], link: Callable[[str], str]) -> Iterator[str]:
    """The Markdown blocks of the elements ``nodes``."""
    for node in nodes:
        tag = node.tag or ""
        if tag in _CONTAINERS:
            yield from _blocks(node.iter(), link)
        elif tag in {"ul", "ol"}:
            items = [f"{'1.' if tag == 'ol' else '-'} {_item(item, link)}" for item in node.iter()]
            yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)
        elif tag == "dl":
            yield "\n".join(_terms(node, link))
        elif tag == "table":
            yield from _table(node, link)
        elif tag == "blockquote":
            yield "\n>\n".join(f"> {block}" for block in _blocks(node.iter(), link))
        elif words := _inline(node, link).strip():
            yield f"{'#' * int(tag[1])} {words}" if re.fullmatch("h[1-6]", tag) else words


def _item(item: LexborNode, link: Callable[[str], str]) -> str:
    """One list item: its own words, then the blocks below them, indented."""
    own = "".join(_inline_of(node, link) for node in item.iter(include_text=True) if node.tag not in _BLOCKS)
    inner = "\n\n".join(_blocks((node for node in item.iter() if node.tag in _BLOCKS), link))
    words = f"{own.strip()}\n{inner}".strip()
    return re.sub(r"\n(?=[^\n])", "\n    ", words)


def _terms(node: LexborNode, link: Callable[[str], str]) -> Iterator[str]:
    """A list of terms as a plain list, which needs no extension."""
    groups = [child for child in node.iter() if child.tag == "div"] or [node]
    for group in groups:
        line = ""
        for child in group.iter():
            if child.tag == "dt" and line:
                yield line
                line = ""
            line = f"{line} {_inline(child, link).strip()}" if line else f"- {_inline(child, link).strip()}"
        yield line


def _table(node: LexborNode, link: Callable[[str], str]) -> Iterator[str]:
    """Its caption as a paragraph, then the table."""
    if caption := node.css_first("caption"):
        yield _inline(caption, link).strip()
    head, *body = [[_inline(cell, link).strip() for cell in row.iter()] for row in node.css("tr")]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *body))


def _inline(node: LexborNode, link: Callable[[str], str]) -> str:
    return "".join(_inline_of(child, link) for child in node.iter(include_text=True))


def _inline_of(node: LexborNode, link: Callable[[str], str]) -> str:
    tag = node.tag or ""
    if tag == "-text":
        return _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", node.text(deep=False)))
    words = node.text() if tag == "code" else _inline(node, link)
    if tag == "a" and (target := link(node.attributes.get("href") or "")):
        return f"[{words.strip()}]({target})"
    mark = _MARKS.get(tag, "")
    return f"{mark}{words.strip()}{mark}" if mark and words.strip() else words
