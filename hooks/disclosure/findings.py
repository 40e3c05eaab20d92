"""One rule broken at one place, and the report of all findings."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatchcase

from disclosure.rules import RULES, Severity


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file, as editors count it: lines and characters from one."""

    path: str
    """Slash-separated, relative to the project's root."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def whole_line(self) -> str:
        """The line as a subject that a finding can be about."""
        return f"line {self.line} of {self.path}"


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
    about: AbstractSet[str] = field(default=frozenset(), compare=False)
    """Subjects that can't be judged until this is mended: ids, file paths, and the names that
    ``Where.whole_line`` and ``facts.subjects`` give."""
    because: AbstractSet[str] = field(default=frozenset(), compare=False)
    """Subjects on which this finding depends; ``*`` stands for any characters of a path."""

    def __post_init__(self) -> None:
        RULES[self.code]

    @property
    def severity(self) -> Severity:
        """The severity of its rule."""
        return RULES[self.code].severity

    def __str__(self) -> str:
        guess = f" 是不是想写 {self.guess}？" if self.guess else ""
        return f"{self.where}: {self.message}{guess} [{self.code}]"


def where_true(*cases: tuple[object, Finding]) -> list[Finding]:
    """The findings of those ``cases`` (condition and finding) whose condition is true."""
    return [finding for holds, finding in cases if holds]


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name in ``names`` that is most like ``name``, or ``None`` if none is similar."""
    folded, known = name.casefold().replace("_", "-"), sorted(names)
    for cutoff in (0.6, 0.45):
        if close := get_close_matches(folded, known, n=1, cutoff=cutoff):
            return close[0]
    return None


def first_fault(faults: Mapping[str, object]) -> str | None:
    """The first fault (a Chinese clause) whose condition is true, or ``None``."""
    return next((fault for fault, holds in faults.items() if holds), None)


def independent(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, without those that another finding caused: they go when that one is mended."""
    unique = list(dict.fromkeys(findings))
    causes = [finding for finding in errors(unique) if finding.about]
    return [finding for finding in unique if origin(finding, causes) is finding]


def origin(finding: Finding, causes: Iterable[Finding]) -> Finding:
    """The root cause of a finding, or the finding itself. Two that depend on each other are no cause."""
    for cause in causes:
        if depends(finding.because, cause.about) and not depends(cause.because, finding.about):
            return origin(cause, [other for other in causes if other is not cause])
    return finding


def depends(because: AbstractSet[str], about: AbstractSet[str]) -> bool:
    """Whether a subject in ``about`` matches one in ``because``, where ``*`` stands for any characters."""
    return not because.isdisjoint(about) or any(
        # A pattern for files does not match their lines or headings.
        fnmatchcase(subject, name) and (" of " in subject) == (" of " in name)
        for name in because
        if "*" in name
        for subject in about
    )


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that forbid publishing."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]


def listing(findings: Iterable[Finding], line_at: Callable[[Where], str | None]) -> str:
    """All findings as text, each once and in order, with the line and a caret under the place.

    ``line_at`` gives the source line of a place, or ``None`` where it can't be shown.
    """
    lines = []
    for finding in sorted(set(findings)):
        line = line_at(finding.where) or ""
        lines += [str(finding), *(_excerpt(line, finding.where.column) if line.strip() else ())]
    return "\n".join(lines)


_EXCERPT_BEFORE, _EXCERPT_AFTER = 30, 40


def _excerpt(line: str, column: int) -> list[str]:
    """The part of a long line around ``column``, and a caret below it that allows for wide characters."""
    start = max(0, column - 1 - _EXCERPT_BEFORE)
    shown = line[start : column - 1 + _EXCERPT_AFTER].expandtabs(1).rstrip()
    before = shown[: column - 1 - start]
    padding = "".join("\u3000" if unicodedata.east_asian_width(char) in "WF" else " " for char in before)
    lead, tail = ("…" if start else ""), ("…" if len(line.rstrip()) > start + len(shown) else "")
    return [f"    {lead}{shown}{tail}", f"    {' ' if lead else ''}{padding}^"]
