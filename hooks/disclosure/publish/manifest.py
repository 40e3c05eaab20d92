"""The list of what a build wrote, kept in the site itself, in the form that ``sha256sum -c`` reads."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

NAME = "manifest.sha256"
PARTIAL = ".partial"
"""Ends the name of a file that was being replaced when a build died."""
_KEPT = "# 上一版的文件，供已打开的网页使用："


@dataclass(frozen=True, slots=True)
class Manifest:
    """Files of a site by address, with their SHA-256; the manifest does not list itself."""

    digests: dict[str, str]
    kept: frozenset[str] = frozenset()
    """Assets of the generation before, kept for pages that are still open."""

    def __str__(self) -> str:
        lines = [f"{_KEPT}{path}" for path in sorted(self.kept)]
        lines += [f"{digest}  {path}" for path, digest in sorted(self.digests.items())]
        return "\n".join(lines) + "\n"


def describe(site: Path, kept: frozenset[str] = frozenset()) -> Manifest:
    """The manifest of what stands in ``site`` now."""
    return Manifest({path: sha256((site / path).read_bytes()).hexdigest() for path in files_of(site)}, kept)


def read(site: Path) -> Manifest | None:
    """The manifest that a build left in ``site``, or ``None`` where none did."""
    path = site / NAME
    if not path.is_file():
        return None
    lines = path.read_text("utf-8", errors="replace").splitlines()
    digests = {address: digest for digest, _, address in (line.partition("  ") for line in lines) if address}
    kept = frozenset(line.removeprefix(_KEPT) for line in lines if line.startswith(_KEPT))
    return Manifest({path: digest for path, digest in digests.items() if not digest.startswith("#")}, kept)


def files_of(site: Path) -> list[str]:
    """Every file and link below ``site`` but the manifest, sorted."""
    found = []
    for directory, inner, files in os.walk(site):
        below = Path(directory).relative_to(site)
        links = [name for name in inner if (Path(directory) / name).is_symlink()]
        found += [(below / name).as_posix() for name in (*files, *links)]
    return sorted(path for path in found if path != NAME)
