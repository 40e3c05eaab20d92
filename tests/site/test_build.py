"""A finished site: all its bytes are listed, and none that no page uses."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_the_manifest_is_read_by_sha256sum(built: Path) -> None:
    done = subprocess.run(["sha256sum", "--check", "--quiet", "manifest.sha256"], cwd=built, check=False)

    assert done.returncode == 0


def test_nothing_of_the_theme_is_published_that_nothing_names(built: Path) -> None:
    texts = [path.read_text("utf-8") for kind in ("html", "css", "js") for path in built.rglob(f"*.{kind}")]
    assets = [path.name for path in (built / "assets").iterdir()]

    assert len(assets) > 5
    assert [name for name in assets if not any(name in text for text in texts)] == []
