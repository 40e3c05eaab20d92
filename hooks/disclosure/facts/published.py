"""``published.json``: what readers saw of a report, one record a line, so that no change stays unexplained.

The ``id`` of a record names its subject: a figure as macros name it, a definition (``metrics/<id>``,
``standards/<id>`` …), the report, a ledger item (``ledger/<id>``), or the opinions about something.

``register.jsonl``: one line a registration, each with the head of the previous line.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from disclosure.facts.text_file import INVISIBLE
from disclosure.findings import Finding, Where

Key = tuple[str, str]
"""An id and a field."""
DEFINITIONS = ("metrics/", "standards/", "sources/", "bodies/", "publisher")
"""Prefixes of the ids of definitions, which all reports share."""
GOING_ON = ("ledger", "opinions/", "withdrawn/", "notice")
"""Prefixes of the ids of content that is updated after publication under rules of its own."""
TEXT, OFFICIAL = ("正文", "text"), ("正文", "official")
"""The keys of the official words without their figures, and of the official text with all its numbers."""
FIELD_NAMES = {
    "value": "数值",
    "change": "增减",
    "comparison": "比较",
    "verdict": "对照结论",
    "deferral": "缓公开的日期",
    "scheme.name": "评价方案的名称",
    "scheme.document": "评价方案的文件",
    "scheme.areas_called": "各部分的叫法",
    "text": "文字",
    "name": "名称",
    "title": "名称",
    "definition": "含义",
    "definition_basis": "含义的依据",
    "better": "方向",
    "measures": "度量",
    "unit": "单位",
    "area": "评价重点",
    "scope": "范围",
    "body": "单位",
    "source": "来源",
    "period_basis": "时期的依据",
    "note": "说明",
    "level": "级别",
    "document": "文件",
    "clause": "条款",
    "caution": "口径待确认的地方",
    "number": "文号",
    "issuer": "发布机构",
    "date": "日期",
    "written": "成文日期",
    "covers": "反映的时期",
    "published": "发布日期",
    "document_number": "发文字号",
    "addressee": "主送单位",
    "frequency": "更新周期",
    "index_number": "索引号",
    "topic": "主题分类",
    "genre": "体裁分类",
    "validity": "有效性",
    "source_note": "原文的来历",
    "scheme": "评价方案",
    "subject": "对照的内容",
    "quote": "条款的原话",
    "valid_from": "适用的第一年",
    "valid_until": "适用的最后一年",
    "set_aside.verdict": "不能比较的结论",
    "set_aside.reason": "不能比较的理由",
    "text.kind": "全文的来处",
    "text.origin": "全文取自哪里",
    "kind": "类别",
    "authorised.document": "授权文件",
    "authorised.date": "授权日期",
    "correction": "更正",
    "figure": "更正的是什么",
    "reason": "理由",
    "approver": "批准的单位",
}
"""Readers' names of fields; a field that is not listed is called by its name in the data."""
_LOST = re.compile(f"{INVISIBLE.pattern}|[\ud800-\udfff]")
"""Characters that editors or UTF-8 might not preserve."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of one record."""

    id: str
    field: str
    content: Any
    """The content in JSON's types: a text, or a list or mapping of texts; or a digest of it."""
    where: Where
    """The place in ``published.json``, or in the data for an entry of the present."""

    @property
    def key(self) -> Key:
        """The id and the field."""
        return self.id, self.field


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that was published of a report."""

    entries: Mapping[Key, Entry]
    digest: str | None
    """The SHA-256 of the file; ``None`` for a ``figures.lock`` that is not converted yet."""


def correctable(key: Key) -> bool:
    """Whether a correction can explain a change."""
    return not (
        key == OFFICIAL or key[0].startswith((*GOING_ON, "corrections/")) or key[1].startswith("deferral ")
    )


def named(key: Key) -> str:
    """The name of a field in findings: “metrics/aid”的名称, “aid@2021”与标准 x 对照的结论."""
    kind, _, standard = key[1].partition(" ")
    field = f"与标准 {standard} 对照的结论" if kind == "verdict" else f"的{FIELD_NAMES.get(kind, key[1])}"
    return f"“{key[0]}”{field}"


def write_published(entries: Iterable[Entry]) -> str:
    """The text of ``published.json``, sorted by id and field."""
    records: dict[str, dict[str, Any]] = {}
    for entry in sorted(entries, key=lambda entry: entry.key):
        records.setdefault(entry.id, {"id": entry.id})[entry.field] = entry.content
    lines = ",\n".join(json.dumps(record, ensure_ascii=False) for record in records.values())
    return _LOST.sub(lambda char: f"\\u{ord(char[0]):04x}", f"[\n{lines}\n]\n")


def read_published(text: str, path: str) -> tuple[Published, list[Finding]]:
    """The published entries in ``text``, up to the first line that is not a record, which has a finding."""
    entries: dict[Key, Entry] = {}
    published = Published(entries, sha256(text.encode()).hexdigest())
    for number, line in enumerate(text.split("\n"), 1):
        if line in {"[", "]", ""}:
            continue
        try:
            record = json.loads(line.removesuffix(","))
            about = record.pop("id")
            shapes = (str, list, dict) if about.startswith(GOING_ON) else str
            sound = all(isinstance(content, shapes) for content in record.values())
        except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
            sound = False
        if not sound:
            return published, [Finding(Where(path, number), "register-edited", "这一行不是登记的写法。")]
        for field, content in record.items():
            entries[about, field] = Entry(about, field, content, Where(path, number))
    return published, []


CHAIN = "data/register.jsonl"


@dataclass(frozen=True, slots=True)
class Line:
    """One registration."""

    number: int
    """Counted from one."""
    date: str
    """The newest date of publication, correction or ledger in the data."""
    former: str | None
    """The head of the previous line."""
    published: Mapping[str, str]
    """The SHA-256 of each year's ``published.json``."""
    manifest: str | None = None
    """The SHA-256 of the site's ``manifest.sha256``; no part of the head, which stands in the site."""

    @property
    def head(self) -> str:
        """The SHA-256 of the line's fields from ``number`` to ``published``, as JSON."""
        return sha256(json.dumps(self._headed).encode()).hexdigest()

    @property
    def _headed(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in ("number", "date", "former", "published")}

    def __str__(self) -> str:
        return json.dumps({**self._headed, "head": self.head, "manifest": self.manifest})


def read_chain(text: str) -> tuple[Line, ...] | Finding:
    """The registrations, or a finding for the first line that was edited or follows a missing one."""
    lines: list[Line] = []
    for number, text_line in enumerate(text.removesuffix("\n").split("\n"), 1):
        try:
            fields = json.loads(text_line)
            fields.pop("head")
            line = Line(**fields)
            edited = str(line) != text_line or not isinstance(line.published, dict)
        except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
            edited = True
        if edited:
            return Finding(Where(CHAIN, number), "register-edited", "这一行被改动过。")
        if (line.number, line.former) != (number, lines[-1].head if lines else None):
            message = "这一行接不上前一行：有的行被删去、增加、改动或者换了位置。"
            return Finding(Where(CHAIN, number), "register-edited", message)
        lines.append(line)
    return tuple(lines)
