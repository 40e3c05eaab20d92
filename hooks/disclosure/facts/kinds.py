"""Every data file and the type of its content: a record, records by id, or a list of records.

The files to be read, the JSON Schemas and the files that ``data/`` may hold follow from these tables.
"""

from typing import Any

from disclosure.facts.ledger import Ledger
from disclosure.facts.opinions import Opinions
from disclosure.facts.records import (
    Areas,
    Body,
    Correction,
    Metric,
    Publisher,
    ReportRecord,
    Source,
    Standard,
    Term,
)

SITE: dict[str, Any] = {
    "publisher": Publisher,
    "areas": Areas,
    "sources": dict[str, Source],
    "bodies": dict[str, Body],
    "glossary": dict[str, Term],
    "standards": dict[str, Standard],
}
"""``data/<name>.yml``."""
METRICS = dict[str, Metric]
"""``data/metrics/<area>.yml``."""
REPORT = ReportRecord
"""``data/<year>/report.yml``; ``values.yml`` beside it is read by ``facts/observations``."""
REPORT_PARTS: dict[str, Any] = {"corrections": list[Correction], "ledger": Ledger, "opinions": Opinions}
"""``data/<year>/<name>.yml``, each a field of ``Report``; all of them may be absent."""
READ = (
    r"README\.md",
    rf"({'|'.join(SITE)})\.yml",
    r"metrics/[^/]+\.yml",
    r"schema/[^/]+\.json",
    r"texts/[^/]+\.txt",
    r"register\.jsonl(\.partial)?",  # a killed registration leaves partial files for the next one
    rf"\d{{4}}/({'|'.join(('report', 'values', *REPORT_PARTS))})\.yml",
    r"\d{4}/(published\.json(\.partial)?|figures\.lock|source\.txt)",
)
"""The files that ``data/`` may hold, as patterns."""
