"""Sees to it that even a build that is killed outright leaves no stage behind."""

import os
import subprocess
from pathlib import Path

_SHELL = Path("/bin/sh")
_REMOVE_WHEN_ORPHANED = 'read -r done || rm -rf -- "$0"'


class Watcher:
    """A shell that waits beside the build: told that it is done it ends, left alone it clears up.

    It holds the build's lock too, so that no other build begins before it has finished. Where there is
    no shell, the next build clears what a killed one left.
    """

    def __init__(self, directory: Path, lock: int) -> None:
        self._shell: subprocess.Popen[bytes] | None = None
        if os.name == "posix" and _SHELL.exists():
            self._shell = subprocess.Popen(  # noqa: S603 - a fixed command, the directory is no part of it
                [_SHELL, "-c", _REMOVE_WHEN_ORPHANED, directory],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(lock,),
                cwd="/",
                start_new_session=True,  # else what kills the build's group kills it too
            )

    def dismiss(self) -> None:
        """The stage is gone, and there is nothing left to watch."""
        if self._shell:
            self._shell.communicate(b"done\n")
            self._shell = None
