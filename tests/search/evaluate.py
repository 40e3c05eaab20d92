"""Types the queries into our search and into two others over the same pages: ``make search-eval``.

Prints and never judges: it ends with 0 whatever was measured, unless there is nothing to measure.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

# Run as a file, this finds its neighbours as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
from bench.measuring import interleaved
from chromium import browser
from search import report
from search.contenders import Contender, build_ours, material, ours, pagefind
from search.hosting import host
from search.indexing import index_time
from search.interface import Interface
from search.judging import Judgement, judge
from search.library import landing
from search.musts import of_costs, of_quality
from search.queries import TABLE, TEST, TUNE, Query, read, sampled
from search.timing import KNOWN, floor, speed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import Browser

PROJECT = TESTS.parent
OURS, PAGEFIND, MATERIAL = "ours", "Pagefind", "Material"
RIVALS = PROJECT / ".venv" / "rivals" / "bin" / "python"
"""The Python that has the rivals installed."""


@dataclass(frozen=True, slots=True)
class Field:
    """Everyone who takes part, built, and the seconds that each one's index took."""

    contenders: list[Contender] = field(default_factory=list)
    builds: dict[str, float] = field(default_factory=dict)


def main() -> None:
    """Builds, types, follows, and prints the tables."""
    chosen = _arguments()
    splits = [TUNE, TEST] if chosen.split == "both" else [chosen.split]
    queries = [query for query in read(chosen.queries) if query.split in splits]
    if not chosen.all:
        queries = sampled(queries)
    with TemporaryDirectory(prefix="search-eval-") as directory, browser() as running:
        entered = _build(Path(directory), chosen)
        judged = {each.name: _ask(running, each, queries) for each in entered.contenders}
        for split in splits:
            _print_split(judged, split, reveal=split == TUNE == chosen.split or chosen.reveal)
        speeds = {}
        if chosen.runs:
            speeds = {each.name: speed(running, each, runs=chosen.runs) for each in entered.contenders}
            _print(report.costs(speeds, entered.builds, floor(running, runs=chosen.runs)))
    if any(one.query.split == TEST for one in judged.get(OURS, ())):
        musts = [*of_quality(judged[OURS]), *(of_costs(speeds[OURS]) if OURS in speeds else ())]
        _print(report.musts(musts))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    everyone = (OURS, PAGEFIND, MATERIAL)
    parser.add_argument(
        "--split", choices=[TUNE, TEST, "both"], default="both", help="tune alone also shows what fails"
    )
    parser.add_argument(
        "--all", action="store_true", help="all rows of tune, not only twice as many as of test"
    )
    parser.add_argument("--queries", type=Path, default=TABLE, help="another table of the same columns")
    parser.add_argument("--only", nargs="+", choices=everyone, default=everyone, help="who is measured")
    parser.add_argument("--runs", type=int, default=3, help="first searches that are timed; 0 for none")
    parser.add_argument(
        "--reveal", action="store_true", help="shows what fails in any split, and so spends the test"
    )
    return parser.parse_args()


def _build(directory: Path, chosen: argparse.Namespace) -> Field:
    entered, site, runs = Field(), directory / "site", max(1, chosen.runs)
    build_ours(PROJECT, site).run()
    if OURS in chosen.only:
        entered.contenders.append(ours(site))
        entered.builds[OURS] = index_time(PROJECT, directory) if chosen.runs else 0
    if PAGEFIND in chosen.only:
        contender, index = pagefind(site, directory, RIVALS)
        entered.contenders.append(contender)
        entered.builds[PAGEFIND] = interleaved({PAGEFIND: index}, runs=runs)[PAGEFIND].seconds
    if MATERIAL in chosen.only:
        contender, build, without = material(site, directory, RIVALS)
        entered.contenders.append(contender)
        costs = interleaved({"with": build, "without": without}, runs=runs)
        entered.builds[MATERIAL] = costs["with"].seconds - costs["without"].seconds
    return entered


def _ask(running: Browser, contender: Contender, queries: list[Query]) -> list[Judgement]:
    """Types every query into one open page."""
    with host(contender.site, policy=contender.policy) as hosted:
        page = running.new_page(viewport={"width": 1280, "height": 800})
        page.goto(hosted.address + contender.start, wait_until="networkidle")
        interface = Interface(page, contender.selectors)
        if not interface.ask(KNOWN).results:
            sys.exit(f"{contender.name} finds nothing for {KNOWN}: there is no search to evaluate")
        judged = [judge(query, interface.ask(query.text), landing) for query in queries]
        page.close()
    return judged


def _print_split(judged: dict[str, list[Judgement]], split: str, *, reveal: bool) -> None:
    chosen = {name: [one for one in every if one.query.split == split] for name, every in judged.items()}
    _print(report.quality(chosen, split))
    if OURS in chosen:
        _print(report.answers(chosen[OURS], split))
    if reveal:
        for name, every in chosen.items():
            print(f"{split}: what {name} leaves to wish for")
            _print(report.failures(every))


def _print(lines: Iterable[str]) -> None:
    print(*lines, sep="\n", end="\n\n", flush=True)


if __name__ == "__main__":
    main()
