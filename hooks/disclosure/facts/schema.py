"""JSON Schemas of the data files, written from the models, so that editors complete and check."""

import json
from collections.abc import Mapping
from typing import Any, get_origin

from pydantic import TypeAdapter

from disclosure.facts.fields import ID
from disclosure.facts.kinds import METRICS, REPORT, REPORT_PARTS, SITE
from disclosure.facts.observations import STATED
from disclosure.facts.records import ObservationRecord


def schemas() -> Mapping[str, str]:
    """The text of every schema by file name."""
    kinds = SITE | REPORT_PARTS | {"metrics": METRICS, "report": REPORT}
    found = {name: _schema(kind) for name, kind in kinds.items()} | {"values": _values()}
    return {f"{name}.json": _text(schema) for name, schema in sorted(found.items())}


def _schema(kind: Any) -> dict[str, Any]:
    schema = TypeAdapter(kind).json_schema()
    return _by_id(schema) if get_origin(kind) is dict else schema


def _by_id(schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"propertyNames": {"pattern": f"^{ID}$"}}


def _values() -> dict[str, Any]:
    """The schema of ``values.yml``: for each metric an entry, a list of entries, or entries by category."""
    entry = ObservationRecord.model_json_schema()
    fields, stated = entry["properties"], {"anyOf": [{"required": [name]} for name in STATED]}
    partial = {"type": "object", "properties": fields, "additionalProperties": False}
    category = {
        "type": "object",
        "properties": {name: field for name, field in fields.items() if name not in STATED},
        "additionalProperties": {"$ref": "#/$defs/Partial"},
        "not": stated,
    }
    one = {"anyOf": [{"$ref": "#/$defs/Entry"}, {"$ref": "#/$defs/Categories"}]}
    return _by_id(
        {
            "type": "object",
            "additionalProperties": {"anyOf": [*one["anyOf"], {"type": "array", "items": one}]},
            "$defs": {"Entry": entry | stated, "Partial": partial, "Categories": category},
        }
    )


def _text(schema: dict[str, Any]) -> str:
    """The schema as text, keys sorted. Text fields also accept numbers, since scalars are read as text."""
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema"} | _loosened(schema),
            ensure_ascii=False,
            indent=2,
            sort_keys=True,
        )
        + "\n"
    )


def _loosened(node: Any) -> Any:
    if isinstance(node, dict):
        loosened = {key: _loosened(child) for key, child in node.items()}
        if loosened.get("type") == "string" and "format" not in loosened and "pattern" not in loosened:
            loosened["type"] = ["string", "number"]
        return loosened
    return [_loosened(child) for child in node] if isinstance(node, list) else node
