"""Reads a folder of texts and Word files as the scanner sees the words of a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_WORD}br", f"{_WORD}cr"}


def read_folder(folder: Path) -> dict[str, str]:
    """The text of each .txt and .docx file of ``folder`` by its name, one paragraph a line."""
    read = {".txt": _text, ".docx": _word_file}
    return {
        path.name: "\n".join(filter(None, map(_joined, read[path.suffix](path))))
        for path in sorted(folder.iterdir())
        if path.suffix in read
    }


def _joined(paragraph: str) -> str:
    """``paragraph`` without white space; only between two digits a space stays, as in ``official_words``."""
    return re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", re.sub(r"(?<=\d)\s+(?=\d)", " ", paragraph))


def _text(path: Path) -> Iterator[str]:
    """The lines of a text; those that begin with # are notes about it."""
    return (line for line in path.read_text("utf-8-sig").splitlines() if not line.startswith("#"))


def _word_file(path: Path) -> Iterator[str]:
    """The paragraphs of a Word file, those of its tables included."""
    with ZipFile(path) as archive:
        document = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - the caller's own files
    for paragraph in document.iter(f"{_WORD}p"):
        yield from "".join(_runs(paragraph)).split("\n")


def _runs(paragraph: ET.Element) -> Iterator[str]:
    for part in paragraph.iter():
        if part.tag == f"{_WORD}t":
            yield part.text or ""
        elif part.tag in _BREAKS:
            yield "\n"
