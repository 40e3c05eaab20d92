"""The tests tested: none passes because there was nothing to look at."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from project import REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TESTS = REPOSITORY / "tests"
MODULES = sorted(TESTS.rglob("test_*.py"))


def _listed(node: ast.expr, constants: dict[str, ast.expr]) -> bool:
    """Whether what is looped over is written out, and so never empty."""
    match node:
        case ast.List(elts) | ast.Tuple(elts) | ast.Set(elts):
            return bool(elts)
        case ast.Dict(keys):
            return bool(keys)
        case ast.Constant():
            return True
        case ast.Name(name):
            return name in constants and _listed(constants[name], constants)
        case ast.Call(ast.Attribute(value, "items" | "values" | "keys" | "split")):
            return _listed(value, constants)
        case ast.Call(ast.Name("range" | "enumerate" | "zip" | "reversed" | "sorted" | "product"), arguments):
            return all(_listed(one, constants) for one in arguments)
    return False


def _sure(body: list[ast.stmt], constants: dict[str, ast.expr]) -> Iterator[ast.stmt]:
    """The assertions that are reached whatever the loops find."""
    for node in body:
        match node:
            case ast.Assert(ast.Call(ast.Name("all"), [ast.GeneratorExp(generators=[first, *_])])):
                if _listed(first.iter, constants):
                    yield node
            case ast.For(iter=over):
                if _listed(over, constants):
                    yield from _sure(node.body, constants)
            case ast.With() | ast.If() | ast.Try():
                yield from _sure(node.body, constants)
            case ast.Assert() | ast.Expr(ast.Call()) | ast.Assign(value=ast.Call()):
                if isinstance(node, ast.Assert) or "expect" in ast.unparse(node):
                    yield node


def empty_tests(source: str) -> list[str]:
    """The tests of a module whose assertions all stand in loops that may be empty."""
    tree = ast.parse(source)
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    tests = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name[:5] == "test_"
    ]
    asserting = [test for test in tests if any(isinstance(node, ast.Assert) for node in ast.walk(test))]
    return [test.name for test in asserting if not list(_sure(test.body, constants))]


@pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(TESTS).as_posix() for path in MODULES])
def test_no_test_asserts_only_in_a_loop_that_may_be_empty(path: Path) -> None:
    assert empty_tests(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("for item in found(): assert item", True),
        ("assert all(item for item in found())", True),
        ("for item in found():\n        for one in (1, 2): assert item", True),
        ("assert found()\n    for item in found(): assert item", False),
        ("for item in (1, 2): assert item", False),
        ("with open() as file: assert file", False),
        ("assert [item for item in found() if not item] == []", False),
    ],
)
def test_such_a_test_is_seen(body: str, *, empty: bool) -> None:
    assert empty_tests(f"def test_it():\n    {body}\n") == ["test_it"] * empty
