"""One rule broken at one place, and how findings are told."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from disclosure.rules import RULES, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file, as editors count it: lines and characters from one."""

    path: str
    """Slash-separated, relative to the project's root."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One rule broken at one place. Sorted by file, line and column."""

    where: Where
    code: str
    """A key of ``RULES``; an unknown code is a bug and raises ``KeyError`` at once."""
    message: str
    """What is wrong here: one plain Chinese sentence, with expected and found."""
    guess: str | None = None
    """What was probably meant."""

    def __post_init__(self) -> None:
        RULES[self.code]

    @property
    def severity(self) -> Severity:
        """How much it weighs, as its rule says."""
        return RULES[self.code].severity

    def __str__(self) -> str:
        guess = f" 是不是想写 {self.guess}？" if self.guess else ""
        return f"{self.where}: {self.message}{guess} [{self.code}]"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The one of ``names`` most like ``name``, or ``None`` where nothing is near."""
    folded = name.casefold().replace("_", "-")
    for cutoff in (0.6, 0.45):
        if close := get_close_matches(folded, sorted(names), n=1, cutoff=cutoff):
            return close[0]
    return None


_OF_THE_SAME_VALUE = frozenset({"unexplained-change", "claim-last-digit", "claim-contradicted"})
"""What a value that is not the official one breaks besides."""


def one_per_slip(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without those that only follow from another on the same line.

    What a slip in the YAML does to a record, or a slip in the words does to fidelity and links, goes
    when the slip is mended.
    """
    findings = list(dict.fromkeys(findings))
    codes: dict[tuple[str, int], set[str]] = {}
    for finding in findings:
        codes.setdefault((finding.where.path, finding.where.line), set()).add(finding.code)

    def follows(finding: Finding) -> bool:
        others = codes[finding.where.path, finding.where.line] - {finding.code}
        if finding.code == "fidelity":
            return any(RULES[code].severity is Severity.ERROR for code in others - _OF_THE_SAME_VALUE)
        if finding.code == "unexplained-change":
            return "fidelity" in others
        if finding.code == "bad-passage":
            return "ledger-rewritten" in others
        if finding.code in {"broken-link", "open-number"}:
            return bool(others & {"unsafe-html", "macro-misplaced", "figure-cut-short"})
        return not finding.code.startswith("yaml-") and any(code.startswith("yaml-") for code in others)

    return [finding for finding in findings if not follows(finding)]


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Those that forbid publishing."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def report(findings: Iterable[Finding], line_at: Callable[[Where], str | None]) -> str:
    """All findings as text, each once and in order, with the line and a caret under the place.

    ``line_at`` gives the source line of a place, or ``None`` where it can't be shown.
    """
    blocks = []
    for finding in sorted(set(findings)):
        block = [str(finding)]
        line = line_at(finding.where)
        if line is not None and line.strip():
            block += _excerpt(line, finding.where.column)
        blocks.append("\n".join(block))
    return "\n".join(blocks)


_EXCERPT_BEFORE, _EXCERPT_AFTER = 30, 40


def _excerpt(line: str, column: int) -> list[str]:
    """The part of a long line around ``column``, and a caret below it that allows for wide characters."""
    start = max(0, column - 1 - _EXCERPT_BEFORE)
    shown = line[start : column - 1 + _EXCERPT_AFTER].expandtabs(1).rstrip()
    before = shown[: column - 1 - start]
    padding = "".join("\u3000" if unicodedata.east_asian_width(char) in "WF" else " " for char in before)
    lead, tail = ("…" if start else ""), ("…" if len(line.rstrip()) > start + len(shown) else "")
    return [f"    {lead}{shown}{tail}", f"    {' ' if lead else ''}{padding}^"]
