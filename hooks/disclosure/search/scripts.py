"""The scripts that are fetched to search: ES modules in the source, classic scripts when published.

Modules don't load from ``file://``, and Safari runs them in workers only since version 15. So the modules of a
folder are joined, in the order in which a browser would evaluate them. They share one scope, also with the modules
of the worker where they are loaded into it later: ``tests/search/test_scripts.py`` holds that no name is declared
twice.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(__file__).parent / "scripts"
_IMPORT = re.compile(r'^import (?:\{.+\} from )?"(.+)";\n+', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def dialog() -> str:
    """The interface: a block, since the page may have names of its own."""
    return f'"use strict";\n{{\n{_joined("dialog")}}}\n'


def worker() -> str:
    """What searches, beside the page."""
    return f'"use strict";\n{_joined("worker")}'


def spelling() -> str:
    """What the worker loads once letters are typed."""
    return f'"use strict";\n{_joined("spelling")}'


def answering() -> str:
    """What the worker loads once a question is asked."""
    return f'"use strict";\n{_joined("answering")}'


def _joined(folder: str) -> str:
    return "\n".join(_evaluated(SOURCES / folder / f"{folder}.js", set()))


def _evaluated(module: Path, seen: set[Path]) -> Iterator[str]:
    """A module's code after that of all it imports from its own folder; another folder is loaded already."""
    seen.add(module)
    text = module.read_text("utf-8")
    for name in _IMPORT.findall(text):
        imported = module.parent / name
        if name.startswith("./") and imported not in seen:
            yield from _evaluated(imported, seen)
    yield _EXPORT.sub("", _IMPORT.sub("", text))
