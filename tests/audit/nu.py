"""The Nu HTML checker on finished files: every message, with no filter."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from audit.tools import NU, java

if TYPE_CHECKING:
    from collections.abc import Sequence


def messages(files: Sequence[Path]) -> list[str]:
    """Errors, warnings and notes of the HTML and SVG in ``files``, each with its place."""
    command = [java(), "-jar", NU, "--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg"]
    heard = subprocess.run([*command, *files], capture_output=True, check=True, text=True)
    return [_line(item) for item in json.loads(heard.stdout)["messages"]]


def _line(item: dict[str, str]) -> str:
    path = Path(unquote(urlsplit(item.get("url", "")).path))
    kind = item.get("subType", item["type"])
    where = "/".join(path.parts[-3:])
    return f"{where}:{item.get('lastLine', '?')} {kind}: {item['message']} {item.get('extract', '')!r}"
