"""YAML as a tree of text with positions.

Every scalar stays the text of the file: nothing turns into a boolean, an octal, a float or a
date. Aliases, tags, duplicate keys and deep nesting are refused. The events come from libyaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from disclosure.findings import Finding, Where
from disclosure.language.line_ends import unfolded

DEEPEST = 12
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CUT_OFF = re.compile(r"[ \t]+#[^\s#]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text with its place."""

    text: str
    where: Where
    plain: bool = True
    """Written without quotes; only such a scalar can be null (``null``, ``~`` or empty)."""

    @property
    def empty(self) -> bool:
        """Whether it is null."""
        return self.plain and self.text in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    where: Where


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the file; no key occurs twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    where: Where

    def get(self, key: str) -> Node | None:
        """The node under a key."""
        return next((node for name, node in self.entries if name.text == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself, with its place."""
        return next((name for name, _ in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


def parse(text: str, path: str) -> tuple[Node | None, list[Finding]]:
    """The tree of one YAML document, and what is wrong with it.

    The tree is ``None`` only where the syntax is broken; other findings leave a tree behind, so that
    one run can go on and find the rest.
    """
    reader = _Reader(text, path)
    try:
        node = reader.document(yaml.parse(text, Loader=_LOADER))
    except yaml.YAMLError as error:
        return None, [*reader.findings, _syntax(error, text, path)]
    except RecursionError:
        return None, [*reader.findings, Finding(Where(path), "yaml-depth", "层次太深，无法读取。")]
    return node, reader.findings


class _Reader:
    """Builds nodes from events, one recursive step a collection. PyYAML does not type its events."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.findings: list[Finding] = []

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.find("yaml-syntax", self.at(event), "一个文件只能有一份数据，去掉多余的 ---。")
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, events, depth=1)
                root = root or node
        return root

    def node(self, event: Any, events: Iterator[Any], *, depth: int) -> Node:
        where = self.at(event)
        if event.anchor is not None:
            self.find("yaml-alias", where, f"不能使用锚点或别名（{event.anchor}）。")
        if getattr(event, "tag", None) is not None:
            self.find("yaml-tag", where, f"不能使用类型标签（{event.tag}）。")
        if depth == DEEPEST + 1:
            self.find("yaml-depth", where, f"这里已超过 {DEEPEST} 层。")
        if isinstance(event, yaml.ScalarEvent):
            self.check_comment(event)
            return Scalar(self.text(event), where, plain=not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(events, depth=depth)), where)
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(tuple(self.entries(events, depth=depth)), where)
        return Scalar("", where)

    def items(self, events: Iterator[Any], *, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            yield self.node(event, events, depth=depth + 1)

    def entries(self, events: Iterator[Any], *, depth: int) -> Iterator[tuple[Scalar, Node]]:
        places: dict[str, Where] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self.node(event, events, depth=depth + 1)
            node = self.node(next(events), events, depth=depth + 1)
            if not isinstance(key, Scalar):
                self.find("wrong-shape", key.where, "键应当是文字。")
            elif key.text in places:
                first = places[key.text].line
                self.find("yaml-duplicate-key", key.where, f"“{key.text}”在第 {first} 行已经写过一次。")
            else:
                places[key.text] = key.where
                yield key, node

    def text(self, event: Any) -> str:
        """A scalar's text; YAML would put a blank between two lines of it, which Chinese has not."""
        first, last = event.start_mark.line, event.end_mark.line
        folded = first != last and event.style != "|"
        return unfolded(event.value, self.lines[first : last + 1]) if folded else event.value

    def check_comment(self, event: Any) -> None:
        """Finds a # that YAML would silently read as the start of a comment."""
        end = event.end_mark
        line = (
            self.lines[end.line] if event.style in {None, "", "'", '"'} and end.line < len(self.lines) else ""
        )
        if match := _CUT_OFF.match(line, end.column):
            where = Where(self.path, end.line + 1, match.end() - 1)
            self.find(
                "yaml-syntax",
                where,
                "# 后面的内容会被当作注释：是内容请给整个值加引号，是注释请在 # 后空一格。",
            )

    def at(self, event: Any) -> Where:
        return Where(self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def find(self, code: str, where: Where, message: str) -> None:
        self.findings.append(Finding(where, code, message, about={where.whole_line}))


_PROBLEMS = {
    "mapping values are not allowed in this context": "这里不该有冒号；值里有冒号时请给值加引号",
    "found character that cannot start any token": "不能以这个字符开头；值请加引号，缩进请用空格，不用 Tab",
    "did not find expected key": "这里应当是一个键，检查缩进和引号",
    "could not find expected ':'": "这个键后面缺少半角冒号和空格",
    "did not find expected '-' indicator": "列表的各项没有对齐，检查缩进",
    "did not find expected ',' or ']'": "方括号没有配对，或各项之间缺少逗号",
    "did not find expected ',' or '}'": "花括号没有配对，或各项之间缺少逗号",
    "found unexpected end of stream": "引号没有配对，文件在引号里结束了",
    "block sequence entries are not allowed in this context": "列表要另起一行写",
    "block mapping entries are not allowed in this context": "“键: 值”要另起一行写",
    "found unknown escape character": "双引号里的反斜杠后面跟了不认识的字符，改用单引号",
    "did not find expected <document start>": "前面的内容已经结束，这里多出了内容",
    "did not find expected node content": "这里应当有内容；以 , ] } 等符号开头的值请加引号",
    "did not find expected alphabetic or numeric character": "值以 & 或 * 开头时请加引号",
    "did not find expected comment or line break": "| 或 > 后面要另起一行写；值以它们开头时请加引号",
    "did not find expected hexdecimal number": "双引号里的反斜杠写法有误，改用单引号",
    "did not find URI escaped octet": "值以 ! 开头时请加引号",
    "did not find expected whitespace or line break": "值以 ! 开头时请加引号",
    "did not find expected '!'": "值以 ! 开头时请加引号",
    "did not find expected tag URI": "值以 ! 开头时请加引号",
    "found a tab character where an indentation space is expected": "缩进请用空格，不用制表符",
    "found a tab character that violates indentation": "缩进请用空格，不用制表符",
    "found unexpected document indicator": "引号没有配对，或 --- 写在了引号里",
    "found invalid Unicode character escape code": "双引号里的反斜杠写法有误，改用单引号",
    "could not find expected directive name": "以 % 开头的行请加引号",
    "found unknown directive name": "以 % 开头的行请加引号",
    "did not find expected directive name": "以 % 开头的行请加引号",
    "found incompatible YAML document": "去掉 %YAML 一行",
    "mapping keys are not allowed in this context": "值以 ? 开头时请加引号",
    "found unexpected ':'": "花括号里的值带冒号时请加引号",
    "found unexpected non-alphabetical character": "以 % 开头的行请加引号",
    "found an incorrect leading UTF-8 octet": "值以 ! 开头时请加引号",
    "found undefined tag handle": "类型标签不认识，值以 ! 开头时请加引号",
}


def _syntax(error: yaml.YAMLError, text: str, path: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        match = yaml.reader.Reader.NON_PRINTABLE.search(text)
        before = text[: match.start()] if match else ""
        where = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        code_point = f" U+{ord(match[0]):04X}" if match else ""
        return Finding(where, "yaml-syntax", f"这里有不能使用的控制字符{code_point}。")
    problem = getattr(error, "problem", "") or ""
    opened = getattr(error, "context_mark", None)
    if opened and (
        mark.line >= len(text.splitlines())
        # The parser notices these later, often on the next line.
        or problem.startswith(("could not find expected ':'", "did not find expected ',' or "))
    ):
        mark = opened  # what was never closed is reported where it was opened
    return Finding(
        Where(path, mark.line + 1, mark.column + 1),
        "yaml-syntax",
        f"{_PROBLEMS.get(problem, f'写法不合 YAML 规则（{problem}）')}。",
    )
