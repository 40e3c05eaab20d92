"""Tables as files: CSV that spreadsheets open as it is meant, and one JSON document."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from disclosure.exports.tables import Table

_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r]")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
_MARK = "\ufeff"
"""Without it, spreadsheets read UTF-8 as the system's own encoding and show Chinese as rubbish."""


def csv_text(table: Table) -> str:
    """A table as CSV (RFC 4180), in UTF-8 with a mark; no cell can begin a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_harmless(cells[column]) for column in table.columns] for cells in table.rows)
    return _MARK + out.getvalue()


def json_text(title: str, tables: Iterable[Table]) -> str:
    """All tables as one JSON document, with their dictionaries. Numbers are texts: so they stay exact."""
    document = {
        "title": title,
        "tables": {
            table.name: {"title": table.title, "columns": dict(table.columns), "rows": list(table.rows)}
            for table in tables
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
