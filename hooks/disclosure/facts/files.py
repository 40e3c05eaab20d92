"""Reads the data files one after another, and collects what is wrong with them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

from disclosure.facts import document, subjects
from disclosure.facts.document import Node
from disclosure.facts.record import R
from disclosure.facts.text_file import read_text
from disclosure.facts.validation import listed, record, records
from disclosure.findings import Finding, Where, nearest


@dataclass
class DataFiles:
    """The files below ``root/data``, and the findings made while reading them."""

    root: Path
    findings: list[Finding] = field(default_factory=list)

    def find(  # noqa: PLR0913 - the fields of a finding
        self,
        where: Where,
        code: str,
        message: str,
        guess: str | None = None,
        *,
        about: Iterable[str | None] = (),
        because: Iterable[str] = (),
    ) -> None:
        """Adds a finding."""
        subjects = frozenset(filter(None, about))
        self.findings.append(Finding(where, code, message, guess, subjects, frozenset(because)))

    @contextmanager
    def losing(self, *about: str) -> Iterator[None]:
        """Marks each finding added in the block as leaving the subjects ``about`` unknown."""
        known = len(self.findings)
        yield
        found = self.findings[known:]
        self.findings[known:] = [replace(finding, about=finding.about | {*about}) for finding in found]

    def lost(self, findings: Iterable[Finding], *about: str) -> None:
        """Adds findings about things that could not be read, which leave the subjects ``about`` unknown.

        Each depends on its line: where the YAML of the line is wrong, the finding only follows from that.
        """
        with self.losing(*about):
            self.findings += (
                replace(finding, because=finding.because | {finding.where.whole_line}) for finding in findings
            )

    def expect(  # noqa: PLR0913 - the fields of a finding, and where the name should be
        self,
        name: str | None,
        names: Iterable[str],
        where: Where,
        code: str,
        message: str,
        *,
        defined_in: str | None = None,
        about: Iterable[str | None] = (),
    ) -> bool:
        """Adds a finding if ``name`` is not one of ``names``; returns whether the name may be used.

        The finding depends on the record of that name and on the file ``defined_in``: either may be
        unreadable.
        """
        if name is None or name in names:
            return True
        because = {name, *([defined_in] if defined_in else ())}
        self.find(where, code, message, nearest(name, names), about=about, because=because)
        return False

    def exists(self, path: str) -> bool:
        """Whether there is something at ``path``, readable or not."""
        place = self.root / path
        return place.exists() or place.is_symlink()

    def text(self, path: str) -> str | None:
        """A file's text; ``None`` with a finding if it can't be read."""
        text = read_text(self.root, path)
        if isinstance(text, str):
            return text
        self.lost([text], path)
        return None

    def node(self, path: str) -> Node | None:
        """A YAML file's tree; ``None`` with a finding if it can't be read."""
        text = self.text(path)
        if text is None:
            return None
        node, findings = document.parse(text, path)
        if node is None:
            self.lost(findings or [Finding(Where(path), "file-empty", "文件里只有注释，没有内容。")], path)
        else:
            self.findings += findings
        return node

    def one(self, model: type[R], path: str) -> R | None:
        """The single record of a file; ``None`` with findings if it can't be read."""
        node = self.node(path)
        read = record(model, node) if node is not None else []
        if not isinstance(read, list):
            return read
        self.lost(read, path)
        return None

    def many(self, model: type[R], path: str, **known: object) -> dict[str, R]:
        """A file's records by id, without those that can't be read."""
        node = self.node(path)
        found = {}
        for key, read in records(model, node, **known) if node else ():
            if isinstance(read, list):
                names = {key.text, *(finding.guess or "" for finding in read)} - {""}
                self.lost(read, *names, subjects.record(path, key.text) if key.text else path)
            else:
                found[key.text] = read
        return found

    def optional(self, kind: Any, path: str) -> Any:
        """The content of a file that may be absent: a record or ``None``, or a tuple of listed records."""
        (model,) = get_args(kind) or (None,)
        if not self.exists(path):
            return () if model else None
        return tuple(self.list(model, path)) if model else self.one(kind, path)

    def list(self, model: type[R], path: str) -> Iterator[R]:
        """A file's list of records."""
        node = self.node(path)
        for read in listed(model, node) if node is not None else ():
            if isinstance(read, list):
                self.lost(read, path)
            else:
                yield read
