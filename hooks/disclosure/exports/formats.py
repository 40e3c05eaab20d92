"""The formats of the downloads: CSV that spreadsheets open correctly, and one JSON document."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure.analysis.analysis import Analysis
from disclosure.exports.tables import Table, tables

_MARK = "\ufeff"
"""The byte-order mark: without it, spreadsheets misread UTF-8 as the system's own encoding."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that readers can download."""

    address: str
    label: str
    """The text of its link."""
    content: str | bytes


@dataclass(frozen=True, slots=True)
class Exports:
    """The facts as data: the tables, and the files that hold them."""

    tables: tuple[Table, ...]
    downloads: tuple[Download, ...]


def export(analysis: Analysis) -> Exports:
    """The tables in every format, in the order in which the data page lists them."""
    exported, title = tables(analysis), analysis.disclosure.publisher.site_title
    return Exports(exported, tuple(file for form in FORMATS for file in form(title, exported)))


def _csv(_: str, exported: tuple[Table, ...]) -> Iterator[Download]:
    """Each table as CSV (RFC 4180), in UTF-8 with a byte-order mark; no cell can begin a formula."""
    for table in exported:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows([_harmless(cells[column]) for column in table.columns] for cells in table.rows)
        label = f"{table.title}（CSV，{len(table.rows)} 行）"
        yield Download(f"data/{table.name}.csv", label, _MARK + out.getvalue())


def _json(title: str, exported: tuple[Table, ...]) -> Iterator[Download]:
    """All tables as one JSON document with their dictionaries. Numbers are strings, to stay exact."""
    document = {
        "title": title,
        "tables": {
            table.name: {"title": table.title, "columns": dict(table.columns), "rows": list(table.rows)}
            for table in exported
        },
    }
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    yield Download("data/disclosure.json", "以上全部（JSON）", text)


def _harmless(cell: str) -> str:
    formula = re.match(r"[=+\-@＝＋－＠\t\r]", cell) and not re.fullmatch(r"[-+]?\d+(\.\d+)?", cell)
    return f"'{cell}" if formula else cell


FORMATS = (_csv, _json)
"""All formats: functions from the site's title and the tables to files."""
