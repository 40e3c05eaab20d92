"""The modules of the search's scripts, and the classic scripts that they are joined into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pytest

from disclosure.search.scripts import SOURCES, script
from search.engine import data, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from conftest import County

IMPORT = re.compile(r'^import (?:\{ (?P<names>.+) \} from )?"(?P<module>.+)";\n', re.MULTILINE)
DECLARATION = re.compile(
    r"^(?P<export>export )?(?:async )?(?:function\*?|const|let) "
    r"(?:(?P<name>\w+)|[{\[] ?(?P<names>[\w, ]+\w) ?[}\]] =)",
    re.MULTILINE,
)
LITERAL = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?P<before>[(,=:\[!&|?{};>]\s*)/(?![/*])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*",
    re.DOTALL,
)
IDENTIFIER = re.compile(r"(?<![\w$])(?:(?<!\.)|(?<=\.\.\.))[A-Za-z_]\w*(?![\w:])")


@dataclass(frozen=True)
class Module:
    """One file below ``scripts/``."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    @property
    def name(self) -> str:
        return self.path.relative_to(SOURCES).as_posix()

    @property
    def imports(self) -> dict[str, set[str]]:
        """Module → the names that are imported from it."""
        return {
            (self.path.parent / found["module"]).resolve().relative_to(SOURCES).as_posix(): set(
                (found["names"] or "").split(", ")
            )
            - {""}
            for found in IMPORT.finditer(self.text)
        }

    def declared(self, *, exported: bool = False) -> list[str]:
        """The names on the top level."""
        return [
            name
            for found in DECLARATION.finditer(self.text)
            if found["export"] or not exported
            for name in (found["name"] or found["names"]).split(", ")
        ]

    @property
    def used(self) -> set[str]:
        """All identifiers but property names; words of comments, strings and patterns are none."""
        code = LITERAL.sub(lambda found: f"{found['before'] or ''}_", IMPORT.sub("", self.text))
        return set(IDENTIFIER.findall(code))


def modules(*folders: str) -> dict[str, Module]:
    found = [Module(path) for folder in folders for path in sorted((SOURCES / folder).glob("*.js"))]
    return {module.name: module for module in found}


SCOPES = {"worker": modules("worker", "spelling", "answering"), "dialog": modules("dialog")}
"""The modules that share a scope when they are joined, by the script that is loaded first."""
EVERY = [pytest.param(scope, name, id=name) for scope, named in SCOPES.items() for name in named]


@pytest.mark.parametrize("scope", SCOPES)
def test_no_two_modules_of_a_scope_declare_the_same_name(scope: str) -> None:
    names = [name for module in SCOPES[scope].values() for name in module.declared()]

    assert names
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.parametrize(("scope", "name"), EVERY)
def test_a_module_imports_just_what_it_uses_of_others(scope: str, name: str) -> None:
    named, module = SCOPES[scope], SCOPES[scope][name]
    others = {each for other in named.values() if other is not module for each in other.declared()}
    imported = {each for names in module.imports.values() for each in names}

    assert module.used & others == imported


@pytest.mark.parametrize(("scope", "name"), EVERY)
def test_what_is_imported_is_exported_by_a_module_that_is_loaded(scope: str, name: str) -> None:
    named = SCOPES[scope]
    loaded = {name.partition("/")[0], scope}

    for origin, names in named[name].imports.items():
        assert origin.partition("/")[0] in loaded
        assert names - set(named[origin].declared(exported=True)) == set()
    assert named[name].text.count("\nimport ") == len(named[name].imports)


@pytest.mark.parametrize("name", ["worker", "spelling", "answering", "dialog"])
def test_a_script_holds_all_modules_of_its_folder_and_no_module_syntax(name: str) -> None:
    joined = script(name)

    for module in modules(name).values():
        assert module.text.partition("\n")[0] in joined, module.name
    assert re.findall(r"^(?:import|export) .*", joined, re.MULTILINE) == []


QUERIES = ["近视率", "jinshilv", "进视率", "近視率", "16960", "哪些达标了", "大班额是什么意思", "小学近视率"]


def test_joined_scripts_find_and_answer_as_their_modules_do(chromium: Browser, county: County) -> None:
    search = opened(chromium, county.site, ("2025",))
    page = chromium.new_page()
    for name in ("worker", "spelling", "answering"):
        page.add_script_tag(content=script(name))
    names = ("site", "variants", "pages", "answers", "2025", "2025-unstated")
    files = [data(county.site, name) for name in names]
    page.evaluate("(files) => { files.forEach(addFile); buildIndex(); }", files)

    found = [search(query) for query in QUERIES]
    assert [page.evaluate("(query) => search(query)", query) for query in QUERIES] == found
    assert all(each["results"] for each in found)
