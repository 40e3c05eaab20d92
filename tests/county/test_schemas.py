"""JSON Schemas for editors: current, and named by every data file."""

from __future__ import annotations

import re

import pytest

from disclosure.facts.schema import schemas
from project import REPOSITORY

_DATA = REPOSITORY / "data"


def test_the_written_schemas_are_those_of_the_records() -> None:
    written = {path.name: path.read_text("utf-8") for path in (_DATA / "schema").iterdir()}

    assert written == schemas(), "run: python hooks/disclose.py schema"


@pytest.mark.parametrize("path", sorted(_DATA.rglob("*.yml")), ids=lambda path: str(path.relative_to(_DATA)))
def test_every_data_file_names_its_schema(path) -> None:
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", path.read_text("utf-8"))

    assert named
    assert (path.parent / named[1]).resolve().parent == _DATA / "schema"
    assert (path.parent / named[1]).is_file()
