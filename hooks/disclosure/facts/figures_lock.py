"""Reads ``figures.lock``, the register of earlier versions of this software, until it is converted.

Each line has an id, a field, the published text and a checksum; the second line is a checksum of all.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from disclosure.facts.published import Entry, Key, Published
from disclosure.findings import Finding, Where

_TITLE = "# 已公布的数值。由 python hooks/disclose.py lock 写成，请不要手改。"
_PARTS = {
    "问题": "problem",
    "新说法": "reworded",
    "经过": "history",
    "期限": "due",
    "牵头单位": "owner",
    "验收": "acceptance",
    "措施": "measures",
    "评价重点": "area",
    "原因": "cause",
    "配合单位": "partners",
    "佐证": "evidence",
    "核销单位": "verified_by",
}
"""Names of fields in a line about a ledger item."""
_PLACES = {
    "correction": ("corrections/{rest}", "correction"),
    "opinion": ("opinions/{about}", "{rest}"),
    "withdrawn": ("withdrawn/{about}", "{rest}"),
    "notice": ("notice", "notice"),
    "extension": ("notice", "extended"),
}
"""Id and field of the other lines that are not about a figure."""
_LISTS = frozenset({"reworded", "history", "partners", "evidence", "opinion", "withdrawn", "extension"})
_TABS = 3


def read_lock(text: str, path: str) -> tuple[Published, list[Finding]]:
    """The published entries of an intact lock; none and a finding if it was edited."""
    lines = text.split("\n")[2:-1]
    intact = "\n".join([_TITLE, f"# sha256 {sha256('|'.join(lines).encode()).hexdigest()}", *lines, ""])
    if text != intact or any(line.count("\t") != _TABS for line in lines):
        message = "文件被改动过，不能换成 published.json。"
        return Published({}, None), [Finding(Where(path, 2), "register-edited", message)]
    entries: dict[Key, Entry] = {}
    for key, content in (found for line in lines for found in _converted(*line.split("\t")[:3])):
        so_far = entries[key].content if key in entries else []
        entries[key] = Entry(*key, so_far + content if isinstance(content, list) else content, Where(path))
    return Published(entries, None), []


def _converted(about: str, field: str, content: str) -> Iterator[tuple[Key, Any]]:
    """The entries of ``published.json`` for a line: id, field and text."""
    kind, _, rest = field.partition(" ")
    if kind == "ledger":
        for name, _, part in (part.partition(" ") for part in content.split("；")):
            field = _PARTS.get(name, name)
            yield (f"ledger/{about}", field), part.split() if field in _LISTS else part
    elif kind == "dated":
        yield from zip((("ledger", "as_of"), ("ledger", "stale_after")), content.split(), strict=False)
    elif kind != "report":  # the chain names the years
        place, name = _PLACES.get(kind, ("{about}", "{field}"))
        names = {"about": f"standards/{rest}" if about == "—" else about, "field": field, "rest": rest}
        yield (place.format(**names), name.format(**names)), [content] if kind in _LISTS else content
