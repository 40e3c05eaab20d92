"""The import rules of the house, as an executable table."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
PACKAGE = HOOKS / "disclosure"

_ORDER = (
    ("rules",),
    ("findings",),
    ("language",),
    ("facts",),
    ("text",),
    ("report",),
    ("analysis",),
    ("register", "charts"),
    ("checks", "render", "pages", "exports", "search", "publish"),
    ("site",),
    ("hosts",),
    ("cli",),
)
"""The rooms from the bottom up. A room may import those of the lines above its own."""
_NEIGHBOURS = {"pages": {"render", "exports"}, "search": {"render", "pages"}}
"""Rooms of the same line that a room may import besides."""
MAY_IMPORT = {"__init__": set()} | {
    room: {name for below in _ORDER[:place] for name in below} | _NEIGHBOURS.get(room, set())
    for place, rooms in enumerate(_ORDER)
    for room in rooms
}

ONLY_IN = {
    "mkdocs": {"disclosure/hosts/mkdocs.py"},
    "markdown": {"disclosure/render/markdown.py"},
    "yaml": {"disclosure/facts/document.py"},
    "pydantic": {
        "disclosure/facts/fields.py",
        "disclosure/facts/ledger.py",
        "disclosure/facts/record.py",
        "disclosure/facts/records.py",
        "disclosure/facts/validation.py",
        "disclosure/facts/schema.py",
    },
    "pydantic_core": {"disclosure/facts/fields.py"},
    "selectolax": {"disclosure/checks/site/finished_page.py"},
    "opencc": {"disclosure/language/traditional.py"},
    "pypinyin": {"disclosure/language/pinyin.py"},
    "jinja2": {"disclosure/render/templates.py"},
    "argparse": {"disclosure/cli.py"},
    "PIL": {"disclosure/pages/sharing/pictures.py"},
    "noto_cjk_sans_otc": {"disclosure/pages/sharing/pictures.py"},
    "zxingcpp": {"disclosure/render/qr.py"},
    "rcssmin": {"disclosure/publish/assets.py"},
    "rjsmin": {"disclosure/publish/assets.py"},
    "subprocess": {"disclosure/publish/stage.py"},
}
"""Libraries that belong to one room."""


def _modules() -> list[Path]:
    return sorted(HOOKS.rglob("*.py"))


@cache
def _imports(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = (
                [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "disclosure" else []
            )
            found += names or [node.module or ""]
    return found


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    room = _room(path)

    imported = {name.split(".")[1] for name in _imports(path) if name.startswith("disclosure.")}

    assert imported - {room} <= MAY_IMPORT[room]


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(HOOKS)))
def test_a_library_is_imported_only_in_its_room(path: Path) -> None:
    name = path.relative_to(HOOKS).as_posix()

    libraries = {imported.split(".")[0] for imported in _imports(path)}

    assert {library for library in libraries & ONLY_IN.keys() if name not in ONLY_IN[library]} == set()


def test_every_rule_names_a_library_that_is_used_there() -> None:
    used = {
        (library.split(".")[0], path.relative_to(HOOKS).as_posix())
        for path in _modules()
        for library in _imports(path)
    }

    assert {(library, name) for library, names in ONLY_IN.items() for name in names} <= used


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(HOOKS)))
def test_a_module_has_a_telling_name(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "manager", "misc"}


def test_the_host_adapter_stays_thin() -> None:
    assert len((HOOKS / "events.py").read_text("utf-8").splitlines()) < 200


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_only_the_doors_read_the_clock_and_the_environment(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.name not in {"cli.py", "mkdocs.py"}:
        assert "os.environ" not in text
        assert "getcwd" not in text
        assert "monotonic" not in text
        assert "today(" not in text
        assert "now(" not in text
