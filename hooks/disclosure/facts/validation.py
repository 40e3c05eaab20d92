"""From nodes to records: pydantic's errors as findings, each at its own line and column."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from disclosure.facts.document import Mapping, Node, Scalar, Sequence
from disclosure.facts.fields import ID, KNOWN
from disclosure.facts.record import Placed, R, Record
from disclosure.findings import Finding, Where, nearest

_KINDS = {
    "dict": "“键: 值”",
    "list": "列表",
    "tuple": "列表",
    "string": "文字",
    "model": "“键: 值”",
    "date": "日期",
}


def record(model: type[R], node: Node, **known: object) -> R | list[Finding]:
    """The record that ``node`` holds, or all that is wrong with it.

    ``known`` are fields that are not in the node but follow from the file or the key: an id, an area, a
    place.
    """
    if not isinstance(node, Mapping):
        return [Finding(node.where, "wrong-shape", "这里应当是“键: 值”。")]
    try:
        return model.model_validate(_plain(node, node.where, known))
    except ValidationError as error:
        return _findings(error, node, model)


def listed(model: type[R], node: Node) -> Iterator[R | list[Finding]]:
    """Every record of a list."""
    if not isinstance(node, Sequence):
        yield [Finding(node.where, "wrong-shape", "这里应当是列表，每一项以 - 开头。")]
        return
    yield from (record(model, child) for child in node.items)


def records(model: type[R], node: Node, **known: object) -> Iterator[tuple[Scalar, R | list[Finding]]]:
    """Every record of a mapping from ids to records, with its key; the record learns its ``id``."""
    if not isinstance(node, Mapping):
        yield Scalar("", node.where), [Finding(node.where, "wrong-shape", "这里应当是“编号: 内容”。")]
        return
    for key, child in node.entries:
        yield key, bad_id(key) or record(model, child, id=key.text, where=key.where, **known)


def bad_id(written: Scalar) -> list[Finding]:
    """A finding if ``written`` does not look like an id, whether it defines a record or refers to one."""
    if re.fullmatch(ID, written.text):
        return []
    guess = re.sub(r"[^a-z0-9]+", "-", written.text.lower()).strip("-") or None
    return [
        Finding(
            written.where,
            "bad-id",
            f"“{written.text}”不是编号的写法，编号是小写英文字母、数字和连字符。",
            guess,
        )
    ]


def _plain(node: Node, where: Where, known: dict[str, object]) -> Any:
    """The node as plain Python values for pydantic. A record under a key has the key's place."""
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Sequence):
        return [_plain(child, child.where, {}) for child in node.items]
    plain = Placed({key.text: _plain(child, key.where, {}) for key, child in node.entries})
    places = {key.text: child.where for key, child in node.entries}
    given = {"where": where, "places": places} | known
    plain.known = {f"{KNOWN}{name}": value for name, value in given.items()}
    return plain


def _findings(error: ValidationError, node: Mapping, model: type[Record]) -> list[Finding]:
    """One finding for each mistake.

    A field that is missing because it is misspelt is only reported as misspelt, and a list whose records
    are all wrong is not reported as empty.
    """
    problems = error.errors(include_url=False)
    findings = [_finding(problem, node, model) for problem in problems]
    misspelt = {finding.guess for finding in findings if finding.code == "unknown-field"}
    return [
        finding
        for problem, finding in zip(problems, findings, strict=True)
        if not (problem["type"] == "missing" and problem["loc"][-1] in misspelt)
        and not (problem["type"] == "too_short" and _filled(place_of(node, problem["loc"])))
    ]


def _filled(node: Node) -> bool:
    return bool(node.items if isinstance(node, Sequence) else isinstance(node, Mapping) and node.entries)


def _finding(problem: Any, node: Mapping, model: type[Record]) -> Finding:
    location = tuple(part for part in problem["loc"] if part != "[key]")
    kind, context = problem["type"], problem.get("ctx", {})
    place = place_of(node, location)
    name = location[-1] if location else ""
    called = "这一项" if isinstance(name, int) else f"“{name}”"
    if kind == "extra_forbidden":
        return _no_field(_key(node, location), model, location[:-1])
    if kind == "missing":
        parent = place_of(node, location[:-1])
        return Finding(parent.where, "missing-field", f"缺少“{name}”。")
    if kind == "literal_error":
        found = place.text if isinstance(place, Scalar) else "一组内容"
        choices = re.findall("'(.+?)'", context["expected"])
        return Finding(
            place.where,
            "wrong-value",
            f"{called}写的是“{found}”，应当是其中之一：{'、'.join(choices)}。",
            _choice(found, choices),
        )
    if kind == "string_pattern_mismatch":
        written = _key(node, location) if "[key]" in problem["loc"] else place
        unnamed = Finding(place.where, "wrong-shape", "这里应当写一个编号。")
        return bad_id(written)[0] if isinstance(written, Scalar) else unnamed
    if kind in {"bad-date", "bad-address", "bad-code", "bad-contact", "bad-period", "control-character"}:
        return Finding(place.where, kind, f"{called}{problem['msg']}。")
    if kind == "too_short":
        return Finding(place.where, "missing-field", f"{called}里还没有内容。")
    if isinstance(place, Scalar) and (place.empty or not place.text):
        return Finding(place.where, "missing-field", f"{called}没有内容。")
    expected = _KINDS.get(kind.removesuffix("_type"), "文字")
    return Finding(place.where, "wrong-shape", f"{called}应当是{expected}。")


def _choice(found: str, choices: list[str]) -> str | None:
    """The choice most like ``found``; ``None`` if it fits several: 同意 is neither 已同意 nor 未同意."""
    meant = [choice for choice in choices if found in choice]
    return nearest(found, choices) if len(meant) <= 1 else None


def _no_field(key: Scalar, model: type[Record], location: tuple[Any, ...]) -> Finding:
    guess = nearest(key.text, _fields(model, location))
    cut = "" if key.text.isascii() else "值里带半角逗号的，给整个值加引号。"
    return Finding(key.where, "unknown-field", f"没有“{key.text}”这个字段。{cut}", guess)


def place_of(node: Node, location: tuple[Any, ...]) -> Node:
    """The node at ``location``, or the nearest one above it that exists."""
    for part in location:
        child: Node | None = None
        if isinstance(node, Mapping) and isinstance(part, str):
            child = node.get(part)
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            child = node.items[part]
        if child is None:
            break
        node = child
    return node


def _key(node: Node, location: tuple[Any, ...]) -> Scalar:
    parent = place_of(node, location[:-1])
    key = parent.key(str(location[-1])) if isinstance(parent, Mapping) else None
    return key or Scalar(str(location[-1]), parent.where)


def _fields(model: type[BaseModel], location: tuple[Any, ...]) -> set[str]:
    """The keys that may stand at ``location`` below ``model``."""
    for part in location:
        if isinstance(part, str) and part in model.model_fields:
            model = next(iter(_models(model.model_fields[part].annotation)), model)
    return {name for name, field in model.model_fields.items() if not field.validation_alias}


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
