"""The clause of the report in which a figure stands."""

import re
from dataclasses import dataclass

from disclosure.language.line_ends import unwrapped

_ENDS = re.compile(r"^#[^\n]*\n|[。；！？]|\n\s*(?:\n|(?=[#|>]|[-*+] |\d+\. ))", re.MULTILINE)
_MARKUP = re.compile(r"^\s*(?:#+|[-*+]|\d+\.|>)\s+|\{:?\s*[#.][^{}]*\}|[*`]|<[^<>]*>", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A clause, split at the figure for which it is quoted."""

    before: str
    figure: str
    after: str


def quote(text: str, start: int, end: int) -> Quotation:
    """The clause of ``text`` around ``text[start:end]``, without Markdown's marks.

    Clauses end at 。；！？ and with their heading, paragraph, list item or row of a table; the closing mark
    belongs to the clause.
    """
    last = 0
    for match in _ENDS.finditer(text, 0, start):
        last = match.end()
    closing = _ENDS.search(text, end)
    stop = closing.end() if closing else len(text)
    return Quotation(_plain(text[last:start]).lstrip(), text[start:end], _plain(text[end:stop]).rstrip())


def _plain(text: str) -> str:
    return re.sub(r" *\| *", " ", unwrapped(_MARKUP.sub("", text)))
