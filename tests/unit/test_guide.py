"""The guide for maintainers names only files, rooms and words of the source that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hooks" / "disclosure"
GUIDE = (ROOT / "hooks" / "README.md").read_text("utf-8")
SOURCE = "\n".join(
    path.read_text("utf-8") for ending in ("py", "html") for path in sorted(PACKAGE.rglob(f"*.{ending}"))
)
ROOMS = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()} - {
    "__init__",
    "__pycache__",
}


def _section(title: str) -> str:
    return GUIDE.split(f"\n## {title}\n")[1].split("\n## ")[0]


NAMED = sorted(set(re.findall(r"`((?:[a-z_]+/)+[a-z][a-z_]*(?:\.[a-z]+)?|[a-z_]+\.(?:py|html))`", GUIDE)))
"""Files and modules in the words of the guide: ``text/numbers``, ``disclosure/rules.py``, ``bars.py``."""
OF_THE_SITE = {"assets/opinion.js", "data/disclosure.json"}
if not (ROOT / "tests" / "county").is_dir():  # another county leaves it out
    OF_THE_SITE |= {name for name in NAMED if name.startswith("tests/county/")}


@pytest.mark.parametrize("name", [name for name in NAMED if name not in OF_THE_SITE])
def test_a_file_that_the_guide_names_exists(name: str) -> None:
    roots = (ROOT, ROOT / "hooks", PACKAGE)
    direct = [root / f"{name}{ending}" for root in roots for ending in ("", ".py")]

    assert (
        any(path.exists() for path in direct)
        or list(PACKAGE.rglob(name))
        or list(PACKAGE.rglob(f"{name}.py"))
    )


def test_the_guide_names_many_files() -> None:
    assert len(NAMED) > 25


def test_the_table_of_rooms_has_every_room_once() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", _section("Rooms"), flags=re.MULTILINE)
    rooms = [room for row in rows for room in re.findall(r"`(\w+)/?`", row)]

    assert sorted(rooms) == sorted(ROOMS)


def test_the_glossary_names_words_of_the_source() -> None:
    cells = re.findall(r"^\|[^|]+\| ([^|]*`[^|]+) \|", _section("Glossary"), flags=re.MULTILINE)
    words = [
        word for cell in cells for code in re.findall(r"`([^`]+)`", cell) for word in re.findall(r"\w+", code)
    ]

    assert len(words) > 80
    assert [word for word in words if not re.search(rf"\b{word}\b", SOURCE)] == []
