"""Reads every Markdown file below ``docs/`` and binds its macros."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from posixpath import dirname

from disclosure.facts.disclosure import Disclosure
from disclosure.facts.text_file import read_text
from disclosure.findings import Finding, Where
from disclosure.report.binding import Section, bind
from disclosure.text.markdown import Markdown, scan

DOCS = "docs"
"""The directory of the Markdown files, unless the project's settings name another one."""
SIGNATURES = {
    ".gif": rb"GIF8",
    ".jpeg": rb"\xff\xd8\xff",
    ".jpg": rb"\xff\xd8\xff",
    ".pdf": rb"%PDF-",
    ".png": rb"\x89PNG",
    ".webp": rb"RIFF....WEBP",
}
"""Suffixes of pictures and documents that may be published, each with how such a file begins."""
LARGEST = 20 * 1024 * 1024
"""Bytes."""


def load_sections(
    root: Path, disclosure: Disclosure, docs: str = DOCS
) -> tuple[dict[str, Section], tuple[str, ...], list[Finding]]:
    """Reads and binds the Markdown files below ``root/docs``.

    Returns the sections that could be read, by path below ``docs``; the paths of pictures and documents;
    and the findings. Sections of a year without readable data are bound to the facts of the other years.
    """
    files, media, findings = _scanned(root, docs)
    sections: dict[str, Section] = {}
    anchors: dict[str, Counter[str]] = {}
    for path, markdown in files.items():
        folder = path.partition("/")[0]
        year = folder if disclosure.report(folder) else None
        if re.fullmatch(r"\d{4}", folder) and year is None and not (root / "data" / folder).is_dir():
            message = f"{docs}/{folder} 里有正文，却没有 data/{folder} 的数据。"
            findings.append(Finding(Where(f"data/{folder}"), "file-missing", message))
            continue  # all its macros would be unknown
        index = path == f"{year}/index.md"
        siblings = {Path(other).stem for other in files if index and dirname(other) == year and other != path}
        sections[path], found = bind(
            markdown,
            year=year,
            disclosure=disclosure,
            sections=siblings,
            anchors=anchors.setdefault(year or path, Counter()),
        )
        findings += found
    return sections, tuple(media), findings


def _scanned(root: Path, docs: str) -> tuple[dict[str, Markdown], list[str], list[Finding]]:
    files: dict[str, Markdown] = {}
    media: list[str] = []
    findings: list[Finding] = []
    for path in sorted((root / docs).rglob("*")):
        name = path.relative_to(root).as_posix()
        address = name.removeprefix(f"{docs}/")
        if any(part.startswith(".") for part in address.split("/")):  # hidden, and not published
            continue
        folder = address.partition("/")[0]
        if re.match(r"\d{4}.", folder) and (root / docs / folder).is_dir():  # not a valid year
            if address == folder:
                findings.append(Finding(Where(name), "stray-file", "年份目录只写四位数字，如 2024。"))
            continue
        text = _refusal(path, name) or (read_text(root, name) if path.suffix == ".md" else None)
        if isinstance(text, Finding):
            findings.append(replace(text, about={name}))
        elif text is not None:
            files[address], found = scan(name, text)
            findings += found
        elif path.is_file():
            media.append(address)
    return files, media, findings


def _refusal(path: Path, name: str) -> Finding | None:
    """A finding if a file below ``docs/`` can't be published."""

    def finding(code: str, message: str) -> Finding:
        return Finding(Where(name), code, message)

    if path.is_symlink():
        return finding("file-unreadable", "正文目录里不能放链接，它会把别处的文件公开。")
    if path.suffix == ".md" or path.is_dir():
        return finding("stray-file", "目录的首页叫 index.md。") if path.name == "README.md" else None
    if path.suffix not in SIGNATURES:
        kinds = " ".join(sorted({".md", *SIGNATURES}))
        return finding("stray-file", f"这种文件不能发布；可以放的有 {kinds}（后缀要小写）。")
    if not path.is_file():
        return finding("file-unreadable", "这里应当是一个文件，却是别的东西。")
    try:
        with path.open("rb") as stream:
            beginning = stream.read(16)
        size = path.stat().st_size
    except OSError as error:
        return finding("file-unreadable", f"文件读不了：{error.strerror}。")
    if size > LARGEST:
        return finding("file-too-large", f"文件有 {size / 1024 / 1024:.1f} MB，上限是 20 MB。")
    if not re.match(SIGNATURES[path.suffix], beginning, re.DOTALL):
        return finding("stray-file", f"文件的内容不是 {path.suffix}，多半是改过后缀。")
    return None
