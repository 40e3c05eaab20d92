"""A real ``mkdocs build`` in a child of this process: hundreds of small sites need not import MkDocs anew."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import traceback
from typing import TYPE_CHECKING

from mkdocs.__main__ import cli

if TYPE_CHECKING:
    from pathlib import Path


def mkdocs_build(root: Path, arguments: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """What ``python -m mkdocs build`` in ``root`` says and returns; on Linux and macOS."""
    command = ["mkdocs", "build", *arguments]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            os._exit(_child(root, command, out.fileno(), err.fileno()))
        _, status = os.waitpid(child, 0)
        said = []
        for stream in (out, err):
            stream.seek(0)
            said.append(stream.read().decode("utf-8"))
    return subprocess.CompletedProcess(command, os.waitstatus_to_exitcode(status), *said)


def _child(root: Path, command: list[str], out: int, err: int) -> int:
    """Runs the command as a program of its own would be run; returns its exit status."""
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "w", closefd=False), "utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "w", closefd=False), "utf-8", write_through=True)
        os.chdir(root)
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        sys.argv = command
        cli(command[1:], prog_name="mkdocs")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1 if end.code else 0
    except BaseException:  # noqa: BLE001 - a child must never come back into the test session
        traceback.print_exc()
        return 1
    return 0
