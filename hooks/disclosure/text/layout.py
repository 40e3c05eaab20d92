"""Lists, tables, paragraphs and headings that Markdown would run together, as people type and paste them.

Markdown ends a paragraph only at an empty line, and sets a list within a list by four spaces.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

_BLOCK = re.compile(r"(?:^[^\S\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
"""Consecutive lines that are not empty."""
_LINE = re.compile(r"^(?P<indent>[ \t]*)(?P<words>[^\n]+)", re.MULTILINE)
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)")
_ALONE = re.compile(r"#|\{\{[^{}\n]*\}\}[ \t]*$|</?[a-zA-Z]|>|`{3}|~{3}")
"""What the line before may be: a heading, a block macro, HTML, a quotation."""
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+$")
_PARAGRAPH = re.compile(
    r"\u3000"  # an indent
    r"|[（(]?[一二三四五六七八九十]{1,3}(?:[）)]|、(?![一二三四五六七八九十]))"  # a number
    r"|[（(]\d{1,2}[）)]|\d{1,2}(?:[.．](?!\d)|[、）)])"
    r"|\d{4}年\d{1,2}月\d{1,2}日$"  # the date of a signature
)
_RUN_IN = re.compile(r"^#{1,6}[^\n]*?(?P<end>[。；！？])(?=[^”’》）\s{])", re.MULTILINE)
"""A heading whose text goes on in the same line."""
_SALUTATION = 30
"""The most characters of a line ending in ： that is a paragraph of its own: a salutation, a lead-in."""


def run_together(visible: str, start: int) -> Iterator[tuple[int, str, str]]:
    """The offset of each from ``start`` on, the code of the finding, and how to write it in Chinese.

    ``visible`` is a Markdown file with code and comments blanked out.
    """
    for heading in _RUN_IN.finditer(visible, start):
        message = f"标题写到“{heading['end']}”为止，后面的话另起一段，前面空一行。"
        yield heading.end(), "heading-run-in", message
    for offset, message in _lines(visible, start):
        yield offset, "run-on", message


def _lines(visible: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines that want an empty line before them, or four spaces."""
    for block in _BLOCK.finditer(visible, start):
        lines = list(_LINE.finditer(visible, *block.span()))
        table = next((at for at, line in enumerate(lines) if at and _DELIMITERS.match(line["words"])), None)
        if table is not None and table > 1 and not _ALONE.match(lines[table - 2]["words"]):
            yield lines[table - 1].start("words"), "这一行是表格的开头，前面要空一行。"
        for before, line in pairwise(lines[: table and table - 1]):
            if not _ALONE.match(before["words"]) and (fault := _fault(lines[0], before, line)):
                yield line.start("words"), fault
        for line in lines[table + 1 :] if table else ():
            if "|" not in line["words"]:
                yield line.start("words"), "表格后面的话另起一段，前面要空一行。"
                break


def _fault(first: re.Match[str], before: re.Match[str], line: re.Match[str]) -> str | None:
    """What is wrong with a line of a block, given the block's first line and the line before."""
    in_list, indent = _ITEM.match(first["words"]), len(line["indent"].expandtabs(4))
    if _ITEM.match(line["words"]):
        if not in_list:
            return None if _ITEM.match(before["words"]) else "这一行是列表，前面要空一行。"
        deeper = 0 < indent - len(before["indent"].expandtabs(4)) < _NESTED
        return "下一级的列表，前面要空四格。" if deeper and _ITEM.match(before["words"]) else None
    lead_in = before is first and before["words"].rstrip().endswith(("：", ":"))
    if _PARAGRAPH.match(line["words"]) or (lead_in and len(before["words"].strip()) <= _SALUTATION):
        return "这一行另起一段，前面要空一行。"
    return None


_NESTED = 4
"""The spaces before what belongs to an item of a list."""
