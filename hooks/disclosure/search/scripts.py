"""The scripts that are fetched to search: ES modules in the source, classic scripts when published.

Modules don't load from ``file://``, and Safari runs them in workers only since version 15. So the modules of
a folder are joined, in the order in which a browser would evaluate them. Scripts that the worker loads later
share its scope. ``tests/search/test_scripts.py`` holds that no name is declared twice in a scope.
"""

import re
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).parent / "scripts"
_IMPORT = re.compile(r'^import (?:\{.+\} from )?"(.+)";\n+', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def script(name: str) -> str:
    """The script that is joined from the modules of the folder ``name``."""
    modules = "\n".join(_evaluated(SOURCES / name / f"{name}.js", set()))
    # The page may have names of its own, the worker's scripts use each other's.
    return f'"use strict";\n{{\n{modules}}}\n' if name == "dialog" else f'"use strict";\n{modules}'


def _evaluated(module: Path, seen: set[Path]) -> Iterator[str]:
    """A module's code after that of all it imports from its own folder; another folder is loaded already."""
    seen.add(module)
    text = module.read_text("utf-8")
    for name in _IMPORT.findall(text):
        imported = module.parent / name
        if name.startswith("./") and imported not in seen:
            yield from _evaluated(imported, seen)
    yield _EXPORT.sub("", _IMPORT.sub("", text))
