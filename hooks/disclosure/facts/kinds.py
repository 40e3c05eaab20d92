"""Every data file with the kind of record that it holds: a record, records by id, or a list of records.

From here follow what is read, the JSON Schemas for editors, and which files ``data/`` may hold.
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
"""``data/<year>/<name>.yml``, each a field of ``Report``; none of them need be there."""
READ = (
    r"README\.md",
    rf"({'|'.join(SITE)})\.yml",
    r"metrics/[^/]+\.yml",
    r"schema/[^/]+\.json",
    r"texts/[^/]+\.txt",
    r"register\.jsonl(\.partial)?",  # a registration that was killed leaves partial files, for the next one
    rf"\d{{4}}/({'|'.join(('report', 'values', *REPORT_PARTS))})\.yml",
    r"\d{4}/(published\.json(\.partial)?|figures\.lock|source\.txt)",
)
"""The files that ``data/`` may hold, as patterns."""
