"""The pages that are looked at: one of each kind, of the real site and of the demonstration county."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from project import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

YEAR = max(path.name for path in (REPOSITORY / "data").iterdir() if path.name.isdigit())
"""The year of the newest report of the repository's own county."""
AREA = max(
    (REPOSITORY / "docs" / YEAR).glob("*.md"), key=lambda path: path.read_text("utf-8").count("{{")
).stem
"""Its section with most figures."""
METRIC = next(
    re.match(r"[\w-]+", text)[0]
    for path in sorted((REPOSITORY / "data" / "metrics").glob("*.yml"))
    for text in re.split(r"\n(?=[a-z])", path.read_text("utf-8"))
    if "\n  categories:" in text
)
"""Its first metric with categories."""
REAL = {
    "home": "index.html",
    "report": f"{YEAR}/index.html",
    "area": f"{YEAR}/{AREA}/index.html",
    "problems": f"{YEAR}/problems/index.html",
    "next steps": f"{YEAR}/next-steps/index.html",
    "problems beside next steps": "ledger/index.html",
    "metrics": "metrics/index.html",
    "metric": f"metrics/{METRIC}/index.html",
    "standards": "standards/index.html",
    "coverage": "coverage/index.html",
    "account of numbers": "coverage/numerals/index.html",
    "notice for a board": f"{YEAR}/notice-board/index.html",
    "corrections": "corrections/index.html",
    "downloads": "data/index.html",
    "search": "search/index.html",
    "about": "about/how-to-read/index.html",
    "accessibility": "about/accessibility/index.html",
    "site map": "sitemap/index.html",
    "not found": "404.html",
}
DEMO = {
    "home": "index.html",
    "report": "2025/index.html",
    "older report": "2023/index.html",
    "area of the new scheme": "2025/quality-equity/index.html",
    "area of the old scheme": "2023/compulsory/index.html",
    "problems": "2025/problems/index.html",
    "problems without a ledger": "2023/problems/index.html",
    "next steps": "2025/next-steps/index.html",
    "changes": "2025/changes/index.html",
    "changes within a scheme": "2024/changes/index.html",
    "metrics": "metrics/index.html",
    "metric of three years": "metrics/per-pupil-spending/index.html",
    "corrected metric": "metrics/safety-drills/index.html",
    "restated metric": "metrics/inclusive-coverage/index.html",
    "withdrawn metric": "metrics/youth-centre-visits/index.html",
    "ledger": "ledger/index.html",
    "ledger of the newest year": "ledger/2025/index.html",
    "ledger as a table": "ledger/table/index.html",
    "older ledger": "ledger/2024/index.html",
    "older ledger as a table": "ledger/2024/table/index.html",
    "year without a ledger": "ledger/2023/index.html",
    "bodies": "bodies/index.html",
    "body": "bodies/education-bureau/index.html",
    "body with nothing to do": "bodies/vocational-centre/index.html",
    "opinions": "opinions/index.html",
    "opinion form": "opinions/form/index.html",
    "notice for a board": "2025/notice-board/index.html",
    "corrections": "corrections/index.html",
    "standards": "standards/index.html",
    "coverage": "coverage/index.html",
    "account of numbers": "coverage/numerals/index.html",
    "downloads": "data/index.html",
    "search": "search/index.html",
    "about": "about/supervision/index.html",
    "components": "about/components/index.html",
    "site map": "sitemap/index.html",
    "not found": "404.html",
}
"""Kinds and addresses below the site's root."""
EVERY = [("real", kind) for kind in REAL] + [("demo", kind) for kind in DEMO]
"""Each kind of each site, as the parameters of a test."""
KEY = {
    "home": "home",
    "report": "report",
    "area": "area of the new scheme",
    "metric": "metric of three years",
}
"""The four pages that most readers see, and their kind in the demonstration county."""


def address(site: str, kind: str) -> str:
    """Where the page of a kind lies below its site's root."""
    return {"real": REAL, "demo": DEMO}[site][kind]


def every_page(site: Path) -> list[str]:
    """All addresses of a built site, in order."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
