"""What the checks alone cost, in this very process: on facts and words, and on the finished bytes."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from disclosure.analysis.analysis import Analysis
from disclosure.checks.runner import run_checks
from disclosure.checks.site.finished_page import read
from disclosure.register.register import Register
from disclosure.report.book import Book
from disclosure.site.site import Site

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class CheckCost:
    """Seconds that the checks took."""

    facts: float
    """Composition, numbers, claims, neighbours, decisions, corrections."""
    bytes: float
    """Fidelity twice, links, anchors, code, every finished page parsed."""

    @property
    def all(self) -> float:
        """All together."""
        return self.facts + self.bytes


def check_cost(root: Path, site: Path, *, runs: int) -> CheckCost:
    """The median cost of the checks on the project at ``root``, built into ``site``.

    What readers see is registered first, so that it is compared too.
    """
    Site(root).register.write(root)
    costs = [_once(root, site) for _ in range(runs)]
    return CheckCost(median(cost.facts for cost in costs), median(cost.bytes for cost in costs))


def _once(root: Path, site: Path) -> CheckCost:
    made = Site(root)
    made.review()
    analysis = Analysis(Book(made.disclosure, made.book.sections))  # nothing worked out yet
    register = Register(analysis)
    started = perf_counter()
    list(run_checks(register, ()))
    between = perf_counter()
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    pages = [(file, (site / file).read_text("utf-8")) for file in files if file.endswith(".html")]
    made.inspect({address: read(address, html) for address, html in pages}, files)
    return CheckCost(between - started, perf_counter() - between)
