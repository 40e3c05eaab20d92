"""Reads every Markdown file below ``docs/`` and binds its macros."""

from __future__ import annotations

import re
from posixpath import basename
from typing import TYPE_CHECKING

from disclosure.facts.reading import read_text
from disclosure.findings import Finding, Where
from disclosure.pages.binding import Section, bind
from disclosure.prose.markdown import Markdown, scan

if TYPE_CHECKING:
    from pathlib import Path

    from disclosure.facts.disclosure import Disclosure

DOCS = "docs"
PUBLISHED = frozenset({".md", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"})
"""Endings of the files that may stand below ``docs/``: words, pictures and documents."""


def gather(root: Path, disclosure: Disclosure) -> tuple[dict[str, Section], list[Finding]]:
    """Every section by its path below ``docs/``, and what is wrong with any of them."""
    files, unread, findings = _scanned(root)
    years = {report.year for report in disclosure.reports}
    sections: dict[str, Section] = {}
    orphans = set()
    for path, markdown in files.items():
        folder = path.partition("/")[0]
        year = folder if folder in years else None
        if re.fullmatch(r"\d{4}", folder) and year is None and "*" not in disclosure.uncertain:
            orphans.add(folder)  # its macros would all be unknown: one finding says why
            continue
        name, siblings = _name(path), {}
        if name == "index" and year:
            siblings = {
                _name(other): other in files for other in (*files, *unread) if other.startswith(f"{year}/")
            }
        sections[path], found = bind(markdown, year=year, name=name, disclosure=disclosure, sections=siblings)
        findings += found
    for year in sorted(orphans):
        message = f"{DOCS}/{year} 里有正文，却没有 data/{year} 的数据。"
        findings.append(Finding(Where(f"data/{year}"), "file-missing", message))
    return sections, findings


def _scanned(root: Path) -> tuple[dict[str, Markdown], list[str], list[Finding]]:
    files: dict[str, Markdown] = {}
    unread: list[str] = []
    findings: list[Finding] = []
    for path in sorted((root / DOCS).rglob("*")):
        name = path.relative_to(root).as_posix()
        address = name.removeprefix(f"{DOCS}/")
        text = _refusal(root, path, name) or (read_text(root, name) if path.suffix == ".md" else None)
        if isinstance(text, Finding):
            findings.append(text)
            unread.append(address)
        elif text is not None:
            files[address], found = scan(name, text)
            findings += found
    return files, unread, findings


def _refusal(root: Path, path: Path, name: str) -> Finding | None:
    """Why a file below ``docs/`` can't be published, if it can't."""
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        return Finding(Where(name), "file-unreadable", "这是一个指向站点目录以外的链接，不能发布。")
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    if hidden or (path.is_dir() and path.suffix != ".md"):
        return None
    if path.name == "README.md":
        return Finding(Where(name), "stray-file", "目录的首页叫 index.md，不叫 README.md。")
    if path.suffix.lower() not in PUBLISHED:
        kinds = " ".join(sorted(PUBLISHED))
        return Finding(Where(name), "stray-file", f"这种文件不能发布；可以放的有 {kinds}。")
    return None


def _name(path: str) -> str:
    return basename(path).removesuffix(".md")
