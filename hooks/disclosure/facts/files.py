"""Reads the data files one after another, and gathers what is wrong with them and what is uncertain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from disclosure.facts import document
from disclosure.facts.record import Record
from disclosure.facts.text_file import read_text
from disclosure.facts.validation import listed, record, records
from disclosure.findings import Finding, Where, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from disclosure.facts.document import Node

R = TypeVar("R", bound=Record)


@dataclass
class DataFiles:
    """The files below ``root/data``, with all that was found while reading them."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    uncertain: set[str] = field(default_factory=set)
    """Names that stand in a record that could not be read; ``*`` stands for any, a path for its file's."""
    nodes: dict[str, Node] = field(default_factory=dict)
    """The tree of every file that has one, by path."""

    def find(self, where: Where, code: str, message: str, guess: str | None = None) -> None:
        """Adds a finding."""
        self.findings.append(Finding(where, code, message, guess))

    def known(self, name: str, names: Iterable[str]) -> bool:
        """Whether ``name`` is one of ``names``, or may be one that could not be read."""
        return name in names or bool(self.uncertain & {name, "*"})

    def expect(self, name: str | None, names: Iterable[str], where: Where, code: str, message: str) -> bool:
        """Finds a name that names nothing; returns whether it may be used."""
        if name is None or self.known(name, names):
            return True
        self.find(where, code, message, nearest(name, names))
        return False

    def exists(self, path: str) -> bool:
        """Whether something stands at ``path``, readable or not."""
        place = self.root / path
        return place.exists() or place.is_symlink()

    def text(self, path: str) -> str | None:
        """A file's text."""
        text = read_text(self.root, path)
        if isinstance(text, Finding):
            self.findings.append(text)
            return None
        return text

    def node(self, path: str) -> Node | None:
        """A YAML file's tree."""
        text = self.text(path)
        if text is None:
            return None
        node, findings = document.parse(text, path)
        self.findings += findings
        if node is None and not findings:
            self.find(Where(path), "file-empty", "文件里只有注释，没有内容。")
        if node is not None:
            self.nodes[path] = node
        return node

    def one(self, model: type[R], path: str) -> R | None:
        """The one record that a file holds."""
        node = self.node(path)
        made = record(model, node) if node is not None else []
        if isinstance(made, list):
            self.findings += made
            return None
        return made

    def many(self, model: type[R], path: str, **known: object) -> dict[str, R]:
        """A file's records by id."""
        node = self.node(path)
        if node is None:
            self.uncertain.add("*")
            return {}
        found = {}
        for key, made in records(model, node, **known):
            if isinstance(made, list):
                self.findings += made
                self.uncertain |= {key.text or "*", *(finding.guess or key.text for finding in made)}
            else:
                found[key.text] = made
        return found

    def optional(self, kind: Any, path: str) -> Any:
        """What a file holds that need not be there: a record or ``None``, or a tuple of listed records.

        One that can't be read leaves all that it may say uncertain.
        """
        listed_kind = get_args(kind)
        if not self.exists(path):
            return () if listed_kind else None
        made = self.list(listed_kind[0], path) if listed_kind else self.one(kind, path)
        if made is None:
            self.uncertain.add(path)
        return made

    def list(self, model: type[R], path: str) -> tuple[R, ...]:
        """A file's list of records."""
        node = self.node(path)
        made = list(listed(model, node)) if node is not None else []
        found = tuple(item for item in made if not isinstance(item, list))
        self.findings += [finding for item in made if isinstance(item, list) for finding in item]
        if node is None or len(found) < len(made):
            self.uncertain.add(path)
        return found
