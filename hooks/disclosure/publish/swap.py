"""Replaces the site by a finished stage, so that no reader meets a gap.

Linux exchanges two directories in one step. Where that is impossible (a mount point, some overlays, other
systems), files are replaced one by one: assets, then pages; obsolete files are deleted last.
"""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from disclosure.publish import manifest

ASSETS = ("assets/", "search/")


def keep_assets(former: Path, stage: Path) -> frozenset[str]:
    """Copies the previous site's assets into the stage where it lacks them; returns their addresses.

    Assets that were already carried over once are dropped, unless the site is built again as it was.
    """
    listed = manifest.read(former)
    own = {path: digest for path, digest in listed.digests.items() if path not in listed.kept}
    kept = listed.kept if own == manifest.describe(stage).digests else frozenset()
    assets = (path for path in (*own, *kept) if path.startswith(ASSETS))
    missing = [path for path in assets if not (stage / path).exists() and (former / path).is_file()]
    for path in missing:
        (stage / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(former / path, stage / path)
    return frozenset(missing)


def swap(stage: Path, target: Path) -> bool:
    """Publishes ``stage`` as ``target``; afterwards ``stage`` holds the former site, or no longer exists.

    True if it was one step for readers.
    """
    if not target.exists():
        stage.rename(target)
        return True
    shutil.copymode(target, stage)
    if _exchange(stage, target):
        return True
    _replace_files(stage, target)
    return False


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_CANNOT = frozenset({errno.EBUSY, errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EPERM, errno.EACCES})


def _exchange(one: Path, other: Path) -> bool:
    """Exchanges two directories in one step; false if this system can't."""
    linux = sys.platform.startswith("linux")
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if linux else None
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    if (number := ctypes.get_errno()) in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _replace_files(stage: Path, target: Path) -> None:
    fresh, former = manifest.files_of(stage), manifest.files_of(target)
    assets_first = sorted(fresh, key=lambda path: (not path.startswith(ASSETS), path))
    # If this is interrupted, the next build must recognise the files of both sites as written by a build.
    both = manifest.describe(target).digests | manifest.describe(stage).digests
    _replace(target / manifest.NAME, str(manifest.Manifest(both)).encode())
    for path in (*assets_first, manifest.NAME):
        _replace(target / path, (stage / path).read_bytes())
    for path in sorted(set(former) - set(fresh)):
        (target / path).unlink(missing_ok=True)  # a partial file may have been renamed meanwhile
    for directory in sorted((path for path in target.rglob("*") if path.is_dir()), reverse=True):
        if not any(directory.iterdir()):
            directory.rmdir()


def _replace(place: Path, content: bytes) -> None:
    """Replaces one file in one step."""
    place.parent.mkdir(parents=True, exist_ok=True)
    partial = place.with_name(f".{place.name}{manifest.PARTIAL}")
    partial.write_bytes(content)
    partial.replace(place)
