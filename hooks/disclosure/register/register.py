"""The register of a site: what was registered of each report, the changes since, and the chain."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from errno import EACCES, EDQUOT, ENOSPC, EPERM, EROFS
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.requirements import Outcome
from disclosure.analysis.revisions import chain
from disclosure.analysis.verdicts import registered
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import STATED
from disclosure.facts.published import (
    CHAIN,
    DEFINITIONS,
    GOING_ON,
    OFFICIAL,
    TEXT,
    Entry,
    Key,
    Line,
    correctable,
    read_chain,
    write_published,
)
from disclosure.facts.records import Correction
from disclosure.register.diff import Difference, diff, digest
from disclosure.register.snapshot import snapshot
from disclosure.text.folding import fold

_IDENTITY = {("publisher", "name"), ("report", "title"), TEXT}


class RegisterError(Exception):
    """Registering failed and changed nothing; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Register:
    """Entries for what readers see of every report now, and for what was registered last."""

    analysis: Analysis

    @cached_property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries for what readers see now, by year of report."""
        reports = self.analysis.disclosure.reports
        return {report.year: tuple(snapshot(self.analysis, report)) for report in reports}

    def published(self, report: Report) -> Mapping[Key, Entry]:
        """The registered entries of a report; none if they are another county's or were edited."""
        chain, published = self.analysis.disclosure.chain, report.published
        edited = chain and published and published.digest not in {None, chain[-1].published.get(report.year)}
        return {} if published is None or self.foreign or edited else published.entries

    @cached_property
    def changes(self) -> Mapping[str, tuple[Difference, ...]]:
        """Changes since the last registration, by year of report."""
        found = {}
        for report in self.analysis.disclosure.reports:
            was, keys = self.published(report), {entry.key for entry in self.entries[report.year]}
            # A definition still exists if only other reports refer to it.
            now = (entry for key, entry in self.present(report).items() if key in was or key in keys)
            found[report.year] = diff(was.values(), now)
        return found

    def unexplained(self, report: Report) -> Iterator[tuple[Entry, Entry | None]]:
        """Former and present entries that changed, or are gone, without a correction or another reason."""
        corrected, now, was = self.corrections(report), self.present(report), self.published(report)
        for change in self.changes[report.year]:
            about, former = change.key[0], change.former
            if former and not (
                # Has rules of its own.
                about.startswith(GOING_ON)
                or (change.key in corrected and correctable(change.key))
                # Nothing refers to it any more.
                or (about.startswith(DEFINITIONS) and not any(name == about for name, _ in now))
                # Withdrawn with its change, its note and its verdicts.
                or (
                    any((about, field) in corrected for field in STATED)
                    and not any((about, field) in now for field in STATED)
                )
                or self.by_deferral(report, change)
                # The official text is compared with its numbers.
                or (change.key == TEXT and OFFICIAL in was)
                or (change.key == OFFICIAL and former.content in self._former_texts(report))
            ):
                yield former, change.now

    def by_deferral(self, report: Report, change: Difference) -> bool:
        """Whether a change needs no correction because of a deferral.

        Either the deferral is over and the standard requires the same as before, or a former version of
        this software registered the hidden outcome together with the date of its deferral.
        """
        day = change.key[0], "deferral verdict"
        standard = self.analysis.disclosure.standards.get(change.key[1].removeprefix("verdict "))
        if not (standard and change.former and change.now):
            return change.key == day and change.now is None
        held_back = registered(standard, None)
        outcomes = [registered(standard, outcome) for outcome in Outcome if day in self.published(report)]
        return change.former.content == held_back or (
            change.now.content == held_back and change.former.content in outcomes
        )

    def _former_texts(self, report: Report) -> set[str]:
        """Digests of the texts that become the present official text by its corrections."""
        was, texts = self.published(report), [fold(report.official)]
        values = [
            tuple(
                # Without the unit in brackets that the site adds to a value.
                re.sub("（.*）$", "", entry.content) if entry.field == "value" else entry.content
                for entry in (change.former, change.now)
            )
            for change in self.changes[report.year]
            if change.former and change.now and change.key[1] in STATED
        ]
        words = [
            (correction.old, correction.new)
            for number, correction in enumerate(report.corrections, 1)
            if correction.key == TEXT
            and correction.new
            and (f"corrections/{number}", "correction") not in was
        ]
        for pair in (*values, *reversed(words)):
            texts += [former for text in texts for former in _undone(text, *map(fold, pair))][:1000]
        return {digest(text) for text in texts}

    @cached_property
    def foreign(self) -> bool:
        """Whether the register is another county's: all publishers, titles and official texts differ."""
        identities = [
            (report.published.entries.get(key), self.present(report).get(key))
            for report in self.analysis.disclosure.reports
            if report.published
            for key in _IDENTITY
        ]
        return bool(identities) and all(was and now and was.content != now.content for was, now in identities)

    def present(self, report: Report) -> Mapping[Key, Entry]:
        """Current entries of a report, and of the definitions of all reports."""
        shared = (
            entry
            for entries in self.entries.values()
            for entry in entries
            if entry.id.startswith(DEFINITIONS)
        )
        return {entry.key: entry for entry in (*shared, *self.entries[report.year])}

    def corrections(self, report: Report) -> Mapping[Key, tuple[Correction, ...]]:
        """Corrections by id and field, oldest first; for definitions, the corrections of all years."""
        found = [
            correction
            for other in self.analysis.disclosure.reports
            for correction in other.corrections
            if other is report or correction.figure.startswith(DEFINITIONS)
        ]
        return {correction.key: chain(found, correction.key) for correction in found}

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The text of each year's ``published.json`` after registering."""
        return {year: write_published(entries) for year, entries in self.entries.items()}

    @cached_property
    def line(self) -> Line:
        """The last line of the chain after registering; the present last line if nothing changed."""
        facts = self.analysis.disclosure
        digests = {year: sha256(text.encode()).hexdigest() for year, text in sorted(self.files.items())}
        lines = facts.chain or ()
        last = lines[-1] if lines else None
        if last and last.published == digests:
            return last
        days = (
            *(report.last_day for report in facts.reports),
            *(report.ledger.as_of for report in facts.reports if report.ledger),
        )
        return Line(len(lines) + 1, str(max(days)), last.head if last else None, digests)

    @property
    def complete(self) -> bool:
        """Whether everything is registered."""
        return self.line in (self.analysis.disclosure.chain or ())

    def write(self, root: Path) -> list[str]:
        """Registers what readers see; returns a summary. Raises ``RegisterError`` if writing fails."""
        lines, line = self.analysis.disclosure.chain or (), self.line
        if self.complete:
            return [f"没有新的内容，没有登记；登记校验码 {line.head}"]
        line = replace(line, manifest=_manifest(root, line.head))
        _replace(
            root,
            {
                **{f"data/{year}/published.json": text for year, text in self.files.items()},
                CHAIN: "".join(f"{written}\n" for written in (*lines, line)),
            },
        )
        return [
            *(f"已登记 data/{year}/published.json：{len(self.entries[year])} 项" for year in self.files),
            f"第 {line.number} 次登记，登记校验码 {line.head}",
        ]


def _undone(text: str, old: str, new: str) -> Iterator[str]:
    """The texts in which ``new`` was ``old``: at one of its places, or at all."""
    for found in re.finditer(re.escape(new), text):
        yield f"{text[: found.start()]}{old}{text[found.end() :]}"
    yield text.replace(new, old)


def _manifest(root: Path, head: str) -> str | None:
    """The hash of the manifest of ``site/``; ``None`` if that was not built from these data."""
    home, manifest = root / "site" / "index.html", root / "site" / "manifest.sha256"
    if home.is_file() and manifest.is_file() and head in home.read_text("utf-8", "replace"):
        return sha256(manifest.read_bytes()).hexdigest()
    return None


def _replace(root: Path, texts: Mapping[str, str]) -> None:
    """Writes all files beside their places, renames the chain's first, and then the others."""
    partial = [root / f"{path}.partial" for path in texts]
    try:
        for path, text in zip(partial, texts.values(), strict=True):
            with path.open("w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
                stream.flush()
                os.fsync(stream.fileno())
        (root / f"{CHAIN}.partial").replace(root / CHAIN)
        resume(root)
    except OSError as error:
        for path in partial:
            path.unlink(missing_ok=True)
        why = _WHY.get(error.errno or 0, f"系统错误 {error.errno}")
        raise RegisterError(f"登记簿写不了：{why}；没有登记，原来的登记簿没有变。") from error


def resume(root: Path) -> None:
    """Renames the files that the last line of the chain names, also those of a killed registration."""
    chain = root / CHAIN
    lines = read_chain(chain.read_text("utf-8", "replace")) if chain.is_file() else ()
    published = lines[-1].published if lines and isinstance(lines, tuple) else {}
    for year, written in published.items():
        partial = root / f"data/{year}/published.json.partial"
        if partial.is_file() and sha256(partial.read_bytes()).hexdigest() == written:
            partial.replace(partial.with_suffix(""))
            (root / f"data/{year}/figures.lock").unlink(missing_ok=True)


_WHY = {
    ENOSPC: "磁盘满了",
    EDQUOT: "磁盘配额用完了",
    **dict.fromkeys((EACCES, EPERM, EROFS), "没有写入 data 目录的权限"),
}
