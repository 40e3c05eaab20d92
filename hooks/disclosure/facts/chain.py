"""``register.jsonl``: one line a registration, each with the head of the line before."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from disclosure.findings import Finding, Where

CHAIN = "data/register.jsonl"


@dataclass(frozen=True, slots=True)
class Line:
    """One registration."""

    number: int
    """Counted from one."""
    date: str
    """The newest date of publication, correction or ledger in the data."""
    former: str | None
    """The head of the line before."""
    published: Mapping[str, str]
    """The SHA-256 of each year's ``published.json``."""
    manifest: str | None = None
    """The SHA-256 of the site's ``manifest.sha256``; no part of the head, which stands in the site."""

    @property
    def head(self) -> str:
        """The SHA-256 of the line as far as ``published``, in curly brackets."""
        return sha256(json.dumps(self._headed).encode()).hexdigest()

    @property
    def _headed(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in ("number", "date", "former", "published")}

    def __str__(self) -> str:
        return json.dumps({**self._headed, "head": self.head, "manifest": self.manifest})


def read_chain(text: str) -> tuple[Line, ...] | Finding:
    """The registrations, or the first line that was edited, or before which one is missing."""
    lines: list[Line] = []
    for number, text_line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            said = json.loads(text_line)
            said.pop("head")
            line = Line(**said)
            edited = str(line) != text_line
        except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
            edited = True
        if edited:
            return Finding(Where(CHAIN, number), "register-edited", "这一行被改动过。")
        if (line.number, line.former) != (number, lines[-1].head if lines else None):
            message = "这一行接不上前一行：有的行被删去、增加、改动或者换了位置。"
            return Finding(Where(CHAIN, number), "register-edited", message)
        lines.append(line)
    return tuple(lines)
