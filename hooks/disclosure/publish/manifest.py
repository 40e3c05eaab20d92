"""The list of the files that a build wrote, stored in the site, in the format of ``sha256sum -c``."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

NAME = "manifest.sha256"
PARTIAL = ".partial"
"""The suffix of a file that was being replaced when a build was killed."""
_KEPT = "# 上一版的文件，供已打开的网页使用："


@dataclass(frozen=True, slots=True)
class Manifest:
    """Files of a site by address, with their SHA-256; the manifest does not list itself."""

    digests: dict[str, str]
    kept: frozenset[str] = frozenset()
    """Assets of the previous site, kept for pages that are still open."""

    def __str__(self) -> str:
        kept = (f"{_KEPT}{path}\n" for path in sorted(self.kept))
        return "".join((*kept, *(f"{digest}  {path}\n" for path, digest in sorted(self.digests.items()))))


def describe(site: Path, kept: frozenset[str] = frozenset()) -> Manifest:
    """The manifest of the files in ``site`` now."""
    return Manifest({path: sha256((site / path).read_bytes()).hexdigest() for path in files_of(site)}, kept)


def read(site: Path) -> Manifest:
    """The manifest that a build left in ``site``; empty if there is none."""
    path = site / NAME
    lines = path.read_text("utf-8", errors="replace").splitlines() if path.is_file() else []
    kept = frozenset(line.removeprefix(_KEPT) for line in lines if line.startswith(_KEPT))
    entries = (line.partition("  ") for line in lines if not line.startswith("#"))
    return Manifest({address: digest for digest, _, address in entries if address}, kept)


def files_of(site: Path) -> list[str]:
    """All files and links below ``site`` except the manifest, sorted."""
    found = (
        Path(directory, name)
        for directory, inner, files in os.walk(site)
        for name in (*files, *(name for name in inner if Path(directory, name).is_symlink()))
    )
    return sorted(path for path in (path.relative_to(site).as_posix() for path in found) if path != NAME)
