"""Proves that another county can take the repository: ``python tests/other_county.py [options of pytest]``.

The whole suite runs in a copy whose ``docs/`` and ``data/`` are the demonstration county's, without
``tests/county/``, where all stands that belongs to the shipped county. Ends as pytest does.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

REPOSITORY = Path(__file__).resolve().parents[1]
LEFT = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", ".site*", ".demo", ".pictures")


def main() -> int:
    """Makes the copy and tests it."""
    with TemporaryDirectory(prefix="other-county-") as directory:
        root = Path(directory) / "project"
        shutil.copytree(REPOSITORY, root, ignore=LEFT, symlinks=True)
        for replaced in ("docs", "data", "site", "tests/county"):
            shutil.rmtree(root / replaced, ignore_errors=True)
        for taken in ("docs", "data"):
            shutil.copytree(root / "tests/sites/demo-county" / taken, root / taken)
        return subprocess.run(
            [sys.executable, "-m", "pytest", *sys.argv[1:]], cwd=root, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
