"""Lighthouse on a phone, as its makers set it: slow 4G, a processor four times slower."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from audit.tools import LIGHTHOUSE, node
from chromium import FLAGS, chromium

if TYPE_CHECKING:
    from collections.abc import Sequence

AUDITED = ("accessibility", "best-practices", "seo")
"""The categories that must be whole."""


@dataclass(frozen=True, slots=True)
class Told:
    """What Lighthouse says of a page."""

    scores: dict[str, int]
    """Points of a hundred, by category."""
    faults: list[str]
    """The checks of these categories that are not passed."""
    paint: float
    """Largest contentful paint, in milliseconds."""
    shift: float
    """Cumulative layout shift."""


def lighthouse(address: str, categories: Sequence[str], *, without: Sequence[str] = ()) -> Told:
    """One run on the page at ``address``. Raises ``CalledProcessError`` where it fails."""
    command = [node(), LIGHTHOUSE, address, "--quiet", "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(categories)}", f"--chrome-flags={' '.join(FLAGS)}"]
    command += [f"--skip-audits={','.join(without)}"] if without else []
    told = subprocess.run(
        command,
        env=os.environ | {"CHROME_PATH": str(chromium())},
        capture_output=True,
        check=True,
        text=True,
    )
    return _read(json.loads(told.stdout))


def _read(report: dict) -> Told:
    audits = report["audits"]
    counted = [item for one in report["categories"].values() for item in one["auditRefs"] if item["weight"]]
    faults = [audits[item["id"]] for item in counted if (audits[item["id"]]["score"] or 0) < 1]
    return Told(
        scores={name: round((one["score"] or 0) * 100) for name, one in report["categories"].items()},
        faults=[f"{item['id']}: {item['title']}" for item in faults if item["scoreDisplayMode"] in _JUDGED],
        paint=audits.get("largest-contentful-paint", {}).get("numericValue", 0.0),
        shift=audits.get("cumulative-layout-shift", {}).get("numericValue", 0.0),
    )


_JUDGED = {"binary", "numeric", "metricSavings", "error"}
