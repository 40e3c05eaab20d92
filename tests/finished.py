"""Finished sites read back: pages, their words, and the tables that can be downloaded."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path


def page(site: Path, address: str) -> LexborHTMLParser:
    """A page of a finished site."""
    return LexborHTMLParser((site / address).read_text("utf-8"))


def words(tree: LexborHTMLParser, selector: str = "main") -> str:
    """What the elements say, with single spaces."""
    return re.sub(r"\s+", " ", " ".join(node.text() for node in tree.css(selector)))


def open_graph(tree: LexborHTMLParser) -> dict[str, str]:
    """What a page says of itself where it is shared."""
    return {
        node.attributes["property"]: node.attributes["content"] for node in tree.css("meta[property^='og:']")
    }


def rows(site: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of ``data/``."""
    with (site / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def files(site: Path) -> dict[str, bytes]:
    """Every file of a site by its address."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
