"""The stage: the directory beside the site in which a build works until its result may be published.

``.site.stage/`` holds a lock, a journal of the files that the build is about to write, and ``site/``. If
a killed build leaves a stage behind, the next build deletes what the journal lists. Any other file
belongs to somebody else and is never deleted.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from disclosure.publish import manifest, swap

_SHELL = Path("/bin/sh")
_REMOVE_WHEN_ORPHANED = 'read -r done || rm -rf -- "$0"'
_MOST_NAMES = 5
"""The most foreign files that a refusal names."""


class StageError(Exception):
    """The site can't be built or swapped here; the message says why, in Chinese."""


class Stage:
    """The stage of one target; begins with ``open``, ends with ``publish`` or ``discard``."""

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        self.directory = self.target.parent / f".{self.target.name}.stage"
        self.site = self.directory / "site"
        self._journal = self.directory / "journal"
        self._lock = self.directory / "lock"
        self._handle: int | None = None
        self._made: list[Path] = []
        self._watcher: subprocess.Popen[bytes] | None = None
        self._former: Mapping[str, str] = {}
        """The digests of the published site's files."""

    def open(self) -> None:
        """Takes the lock, deletes what a killed build left, and refuses to replace foreign files."""
        self._check_target()
        if self.directory.is_symlink():
            raise StageError(f"{self.directory} 是一个链接，不能用作暂存目录，请移走。")
        self._made = [parent for parent in self.directory.parents if not parent.exists()]
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            handle = _locked(self._lock)
        except OSError as error:
            raise StageError(f"不能在 {self.directory.parent} 中建立暂存目录：{error.strerror}。") from error
        if handle is None:
            raise StageError("另一次生成正在进行，请等它结束。")
        try:
            self._clear()
        except StageError:
            os.close(handle)
            raise
        self._handle, self._watcher = handle, _watch(self.directory, handle)
        self.site.mkdir()

    def plan(self, files: Iterable[str]) -> None:
        """Lists in the journal the files that are about to be written."""
        self._journal.write_text("".join(f"{path}\n" for path in sorted(files)), "utf-8")

    def write(self, address: str, content: bytes) -> None:
        """Adds a file to the site."""
        write_file(self.site, address, content)

    def take_over(self, address: str) -> bool:
        """Reuses a file of the published site, whose name contains a hash of its source.

        False if there is none, or if it is no longer what the build wrote.
        """
        path = self.target / address
        content = path.read_bytes() if path.is_file() else b""
        if not content or self._former.get(address) != sha256(content).hexdigest():
            return False
        self.write(address, content)
        return True

    def publish(self) -> bool:
        """Swaps the stage in; true if it was one step for readers, false if file by file."""
        self._check_target()
        kept = swap.keep_assets(self.target, self.site)
        (self.site / manifest.NAME).write_text(str(manifest.describe(self.site, kept)), "utf-8")
        try:
            return swap.swap(self.site, self.target)
        except OSError as error:
            raise StageError(f"网站没有更新完：{self.target} {error.strerror}。请排除后重新生成。") from error
        finally:
            self.discard()

    def discard(self) -> None:
        """Removes the stage and releases the lock; a second call does nothing."""
        if self._handle is None:
            return
        shutil.rmtree(self.directory, ignore_errors=True)
        for parent in self._made:
            with suppress(OSError):  # not empty: it holds the site by now
                parent.rmdir()
        if self._watcher:
            self._watcher.communicate(b"done\n")
        os.close(self._handle)
        self._handle = None

    def _clear(self) -> None:
        ours = {self._lock.name, self._journal.name, self.site.name}
        foreign = [path.name for path in self.directory.iterdir() if path.name not in ours]
        planned = set(self._journal.read_text("utf-8").splitlines()) if self._journal.is_file() else set()
        known = planned | manifest.read(self.site).digests.keys()
        foreign += [f"{self.site.name}/{path}" for path in manifest.files_of(self.site) if path not in known]
        _refuse(self.directory, foreign)
        if self.site.is_dir():
            shutil.rmtree(self.site)
        self._journal.unlink(missing_ok=True)

    def _check_target(self) -> None:
        if self.target.exists() and not self.target.is_dir():
            raise StageError(f"{self.target} 是一个文件，不能在这里生成网站。")
        self._former = manifest.read(self.target).digests
        found = (path for path in manifest.files_of(self.target) if not path.endswith(manifest.PARTIAL))
        _refuse(self.target, [path for path in found if path not in self._former])


def write_file(site: Path, address: str, content: bytes) -> None:
    """Writes a file below ``site``, and creates its directories."""
    path = site / address
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _refuse(directory: Path, foreign: list[str]) -> None:
    """Raises ``StageError`` if there are files that no build wrote."""
    if foreign:
        names = "、".join(foreign[:_MOST_NAMES])
        more = f" 等 {len(foreign)} 个" if len(foreign) > _MOST_NAMES else ""
        raise StageError(
            f"{directory} 里有不是本工具生成的文件：{names}{more}。为免误删，请先移走，或用 -d 换一个目录。"
        )


def _watch(directory: Path, lock: int) -> subprocess.Popen[bytes] | None:
    """A shell that waits for the build and removes the stage if the build is killed.

    It also holds the build's lock, so that no other build begins before it has finished. Where there is
    no shell, the next build removes the stage of a killed one.
    """
    if os.name != "posix" or not _SHELL.exists():
        return None
    return subprocess.Popen(  # noqa: S603 - a fixed command; the directory is only an argument
        [_SHELL, "-c", _REMOVE_WHEN_ORPHANED, directory],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(lock,),
        cwd="/",
        start_new_session=True,  # else a signal to the build's process group would end it too
    )


def _locked(path: Path) -> int | None:
    """An open handle that holds the lock, or ``None`` if another build has it."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            _lock(handle)
        except (BlockingIOError, PermissionError):  # on Linux; on Windows
            os.close(handle)
            return None
        # Another build may have removed the file between our opening and locking it.
        if path.exists() and os.fstat(handle).st_ino == path.stat().st_ino:
            return handle
        os.close(handle)
        path.parent.mkdir(parents=True, exist_ok=True)


try:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:  # Windows
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
