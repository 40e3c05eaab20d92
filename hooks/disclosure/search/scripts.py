"""The scripts of the search: ES modules in the source, joined into classic scripts for publication.

Modules don't load from ``file://``, and Safari runs them in workers only since version 15. So the modules
of a folder are joined in the order in which a browser would evaluate them. Scripts that the worker loads
later share its scope; ``tests/search/test_scripts.py`` checks that no name is declared twice in a scope.
"""

import re
from collections.abc import Iterator
from pathlib import Path

SOURCES = Path(__file__).parent / "scripts"
_IMPORT = re.compile(r'^import (?:\{.+\} from )?"(.+)";\n+', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


def script(name: str) -> str:
    """The script joined from the modules of the folder ``name``."""
    modules = "\n".join(_evaluated(SOURCES / name / f"{name}.js", set()))
    # The dialog must not share names with the page; the worker's scripts use each other's names.
    return f'"use strict";\n{{\n{modules}}}\n' if name == "dialog" else f'"use strict";\n{modules}'


def _evaluated(module: Path, seen: set[Path]) -> Iterator[str]:
    """A module's code, preceded by its imports from the same folder; other folders are loaded already."""
    seen.add(module)
    text = module.read_text("utf-8")
    for name in _IMPORT.findall(text):
        imported = module.parent / name
        if name.startswith("./") and imported not in seen:
            yield from _evaluated(imported, seen)
    yield _EXPORT.sub("", _IMPORT.sub("", text))
