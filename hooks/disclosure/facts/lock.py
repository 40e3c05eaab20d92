"""``figures.lock``: what was published, line by line, so that no published value can change in silence.

Each line holds a figure, a field, the words that readers saw, and a check of the line itself; the
second line of the file checks all of them together. So a changed line and a missing one are both told.
An item of the ledger, an opinion and the notice stand in the place of a figure, with hashes for words; the
other reports that were published by then are named, so that none of them vanishes.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from disclosure.findings import Finding, Where

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLE = "# 已公布的数值。由 python hooks/disclose.py lock 写成，请不要手改。"
_COLUMNS = 4
SEALED = ("ledger", "dated", "opinion", "withdrawn", "notice", "extension", "report")
"""The kinds of what no correction can change."""


@dataclass(frozen=True, slots=True)
class Locked:
    """One thing that readers saw."""

    figure: str
    """As macros name it: ``per-pupil-spending.primary@2021``."""
    field: str
    """``value``, ``change``, ``verdict`` with the id of a standard, or one of ``SEALED`` with its own."""
    printed: str
    where: Where
    """Where it stands: in the lock, or in the data that print it now."""

    @property
    def key(self) -> tuple[str, str]:
        """What was published, whatever it said."""
        return self.figure, self.field

    @property
    def kind(self) -> str:
        """The field without what it is about: ``verdict`` of ``verdict variation``."""
        return self.field.partition(" ")[0]

    @property
    def sealed(self) -> bool:
        """Whether it is of ``SEALED``, which no correction can change."""
        return self.kind in SEALED


def field_name(field: str) -> str:
    """A field as it follows a figure's name: 的数值, 的增减, 与标准 x 对照的结论."""
    verdict = field.removeprefix("verdict ")
    names = {"value": "的数值", "change": "的增减", "text": "的文字"}
    if field.startswith("correction "):
        return f"的第 {field.removeprefix('correction ')} 条更正"
    if field.startswith("deferral "):
        return "的缓公开日期"
    return names.get(field, f"与标准 {verdict} 对照的结论")


@dataclass(frozen=True, slots=True)
class Lock:
    """All that was published of a report."""

    path: str
    entries: tuple[Locked, ...]
    whole: bool = True
    """Whether nobody edited it."""


def write_lock(entries: Iterable[Locked]) -> str:
    """The text of a lock, sorted."""
    lines = sorted(_line(entry) for entry in entries)
    return "\n".join([_TITLE, _whole(lines), *lines, ""])


def read_lock(text: str, path: str) -> tuple[Lock, list[Finding]]:
    """The lock in ``text``, and where someone edited it."""
    lines = text.split("\n")
    entries, findings = [], []
    for number, line in enumerate(lines[2:], 3):
        if not line and number == len(lines):
            continue
        figure, _, rest = line.partition("\t")
        field, _, rest = rest.partition("\t")
        printed, _, check = rest.partition("\t")
        entry = Locked(figure, field, printed, Where(path, number))
        if line.count("\t") != _COLUMNS - 1 or _line(entry) != line or not check:
            findings.append(_edited(path, number, "这一行被改动过。"))
        else:
            entries.append(entry)
    if not findings and (lines[:2] != [_TITLE, _whole(lines[2:-1])] or lines[-1]):
        findings.append(_edited(path, 2, "文件被改动过：有的行增加、减少或换了位置。"))
    return Lock(path, tuple(entries), whole=not findings), findings


def _edited(path: str, line: int, message: str) -> Finding:
    return Finding(Where(path, line), "lock-edited", message)


def _whole(lines: list[str]) -> str:
    return f"# sha256 {_digest('|'.join(lines))}"


def _line(entry: Locked) -> str:
    words = f"{entry.figure}\t{entry.field}\t{entry.printed}"
    return f"{words}\t{_digest(words)[:8]}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
