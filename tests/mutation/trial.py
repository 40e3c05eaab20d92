"""Tries a mutant in this very process: reads, binds, renders and checks the whole small project."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from disclosure.facts.published import CHAIN
from disclosure.findings import errors
from disclosure.site.site import Site
from mutation.mutants import PUBLISHED, YEAR, Mutant
from project import renderer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SOURCE = f"data/{YEAR}/source.txt"


@dataclass(frozen=True)
class Looked:
    """What the checks say of a project that they did not say before."""

    codes: frozenset[str]
    """The codes of findings at a place that had to be named."""
    elsewhere: frozenset[str]
    """The codes of findings at other places."""
    official: str
    """The official words as they would be printed; empty where nothing could be."""

    @property
    def killed(self) -> bool:
        """Whether the right place was named."""
        return bool(self.codes)


@dataclass(frozen=True)
class Trial:
    """One mutant under three conditions, each harder than the one before."""

    mutant: Mutant
    as_is: Looked
    """The official text and the register stand against it."""
    text_alike: Looked
    """The official text was changed alike: fidelity can't tell."""
    unpublished: Looked
    """And nothing was ever published: no register can tell either."""


@dataclass(frozen=True)
class Bench:
    """A project in which one mutant after another is tried, and what is said of it as it is."""

    root: Path
    known: frozenset[tuple[str, str]]
    """The path and code of every finding before any change."""


def bench(root: Path) -> Bench:
    """The project at ``root``, looked over once as it is."""
    site, _ = _checked(root)
    return Bench(root, frozenset((item.where.path, item.code) for item in site.findings))


def try_out(bench: Bench, mutant: Mutant, *, as_is_only: bool = False) -> Trial:
    """The mutant tried in the project, which is left as it was."""
    root = bench.root
    with _changed(root, {mutant.path: mutant.text}):
        as_is = _look(bench, mutant.places)
        if as_is_only:
            return Trial(mutant, as_is, as_is, as_is)
        official = {SOURCE: as_is.official} if as_is.official else {}
        with _changed(root, official):
            text_alike = _look(bench, mutant.places) if official else as_is
            with _changed(root, {PUBLISHED: None, CHAIN: None}):
                unpublished = _look(bench, mutant.places)
    return Trial(mutant, as_is, text_alike, unpublished)


def _look(bench: Bench, places: frozenset[tuple[str, int]]) -> Looked:
    site, official = _checked(bench.root)
    findings = {item for item in site.findings if (item.where.path, item.code) not in bench.known}
    findings |= set(errors(site.findings))
    found = {(item.where.path, item.where.line, item.code) for item in findings}
    right = frozenset(code for path, line, code in found if (path, line) in places)
    return Looked(right, frozenset(code for *_, code in found) - right, official)


def _checked(root: Path) -> tuple[Site, str]:
    """The site after every check of the first gate, and its official words."""
    site = Site(root)
    site.render(renderer())
    site.review()
    return site, "".join(text for _, text in site.official_words.get(f"{YEAR}/index.html", ()))


@contextmanager
def _changed(root: Path, texts: Mapping[str, str | None]) -> Iterator[None]:
    """Files with other texts for a while; ``None`` stands for no file."""
    former = {path: (root / path).read_text("utf-8") for path in texts if (root / path).exists()}
    try:
        for path, text in texts.items():
            if text is None:
                (root / path).unlink(missing_ok=True)
            else:
                (root / path).write_text(text, "utf-8")
        yield
    finally:
        for path, text in former.items():
            (root / path).write_text(text, "utf-8")
