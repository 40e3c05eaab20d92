"""Measures our builds beside plain Material ones, in one run on one machine: ``python tests/bench/bench.py``.

Prints and never judges: it ends with 0 whatever the clock says.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

# Run as a file, this finds its neighbours as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
from bench.checks import CheckCost, check_cost
from bench.measuring import Cost, bytes_per_page, compressed, html_pages, interleaved, mkdocs_build, python
from bench.plain import SHORT, WHOLE, write_plain
from bench.synthetic import pages_of, write_project
from bench.weight import Weight, print_weights, weigh

PROJECT = Path(__file__).resolve().parents[2]
OURS, THEIRS, LEANER, CHECK = "ours", "Material", "short nav", "make check"
TEN_YEARS = pages_of(10)
"""Ten reports of eight areas, a hundred metrics and forty ledger items each."""
AREA, NEXT = "2022/equity/index.html", "metrics/student-aid-amount/index.html"
"""An area page of the real site, and the page of one of its figures."""
_LARGE = 1000
"""From so many pages on a build is measured once unless told otherwise."""
_COLUMNS = f"{'':12}{'seconds':>9}{'ratio':>8}{'cpu s':>9}{'peak MB':>9}"


@dataclass(frozen=True, slots=True)
class Measured:
    """One size of site: what each of the builds cost and weighs."""

    pages: int
    first: Cost
    """Our build into an empty directory, which draws every share picture; later ones take them over."""
    costs: dict[str, Cost]
    weights: dict[str, float]
    """Bytes of a page, on average."""
    checks: CheckCost
    area: dict[str, tuple[int, int]]
    """A focus-area page after gzip: alone, and with its stylesheets and scripts."""


def main() -> None:
    """Runs the whole bench and prints its tables."""
    chosen = _arguments()
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.platform()}\n")
    with TemporaryDirectory(prefix="bench-") as directory:
        measured = []
        for pages in chosen.pages:
            runs = chosen.runs or (1 if pages >= _LARGE else 3)
            measured.append(_measure(Path(directory) / str(pages), pages, runs=runs))
            _print_size(measured[-1], runs=runs)
        _print_growth(measured)
        real = _measure_check(Path(directory) / "real", runs=chosen.runs or 3)
        _print_check(real)
        print_weights(real.weights)
        _print_checks([(real.pages, real.checks), *((item.pages, item.checks) for item in measured)])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--pages", type=int, nargs="+", default=[100, 500, TEN_YEARS, 2000], help="sizes of the sites"
    )
    parser.add_argument("--runs", type=int, help="runs of each build (3; from 1,000 pages on 1)")
    return parser.parse_args()


def _measure(directory: Path, pages: int, *, runs: int) -> Measured:
    ours, theirs = directory / "ours", directory / "plain"
    pages = write_project(ours, PROJECT, pages=pages)
    build = mkdocs_build(ours)
    first = build.run()
    write_plain(ours / "site", theirs)  # the rival's pages are made from ours
    commands = {OURS: build, THEIRS: mkdocs_build(theirs, WHOLE), LEANER: mkdocs_build(theirs, SHORT)}
    costs = interleaved(commands, runs=runs)
    sites = {OURS: ours / "site", THEIRS: theirs / "whole", LEANER: theirs / "short"}
    area = {name: next(site.glob("2030/funding-*/index.html")) for name, site in sites.items()}
    return Measured(
        pages=pages,
        first=first,
        costs=costs,
        weights={name: bytes_per_page(site) for name, site in sites.items()},
        checks=check_cost(ours, ours / "site", runs=runs),
        area={name: compressed(page) for name, page in area.items()},
    )


@dataclass(frozen=True, slots=True)
class Real:
    """The real site: what all of ``make check`` costs beside plain builds, and what the checks alone."""

    pages: int
    costs: dict[str, Cost]
    checks: CheckCost
    weights: dict[str, Weight]
    """What a reader of an area page downloads and waits for."""


def _measure_check(directory: Path, *, runs: int) -> Real:
    site, theirs, copy = directory / "site", directory / "plain", directory / "copy"
    directory.mkdir()
    for name in ("docs", "data"):
        shutil.copytree(PROJECT / name, copy / name)
    python("-m", "mkdocs", "build", "-q", "-d", str(site), directory=PROJECT).run()
    write_plain(site, theirs)
    commands = {
        CHECK: python("hooks/disclose.py", "check", directory=PROJECT),
        THEIRS: mkdocs_build(theirs, WHOLE),
        LEANER: mkdocs_build(theirs, SHORT),
    }
    costs = interleaved(commands, runs=runs)
    weights = {
        name: weigh(folder, AREA, NEXT)
        for name, folder in {OURS: site, THEIRS: theirs / "whole", LEANER: theirs / "short"}.items()
    }
    return Real(len(html_pages(site)), costs, check_cost(copy, site, runs=runs), weights)


def _print_size(measured: Measured, *, runs: int) -> None:
    print(f"{measured.pages} pages, median of {runs}" if runs > 1 else f"{measured.pages} pages, one run")
    print(f"{_COLUMNS}{'B/page':>10}{'area page gzip B':>18}{'with css, js':>14}")
    for name, cost in measured.costs.items():
        ratio = measured.costs[OURS].seconds / cost.seconds
        alone, together = measured.area[name]
        print(
            f"{name:12}{cost.seconds:9.2f}{ratio:8.2f}{cost.processor:9.2f}{cost.peak:9.0f}"
            f"{measured.weights[name]:10,.0f}{alone:18,}{together:14,}"
        )
    first, leaner = measured.first.seconds, measured.costs[LEANER].seconds
    print(
        f"our first build, with all share pictures to draw: {first:.2f} s, {first / leaner:.2f} of {LEANER}"
    )
    print(flush=True)


def _print_growth(measured: list[Measured]) -> None:
    """Time per page, and per page added since the size before: equal numbers are linear growth."""
    print("Growth: milliseconds a page (each page added), bytes a page")
    for name in (OURS, THEIRS, LEANER):
        print(f"{name:12}", end="")
        for before, now in zip([None, *measured], measured, strict=False):
            seconds, pages = now.costs[name].seconds, now.pages
            added = (seconds - before.costs[name].seconds) / (pages - before.pages) if before else None
            more = f" ({added * 1000:.1f})" if added is not None else ""
            print(f"{pages:6}: {seconds / pages * 1000:.1f}{more} ms, {now.weights[name]:,.0f} B", end="")
        print()
    print("short nav: Material with the metric pages outside of its navigation, as ours is\n")


def _print_check(measured: Real) -> None:
    costs = measured.costs
    print(f"make check on the real site ({measured.pages} pages)")
    print(_COLUMNS)
    for name, cost in costs.items():
        ratio = costs[CHECK].seconds / cost.seconds
        print(f"{name:12}{cost.seconds:9.2f}{ratio:8.2f}{cost.processor:9.2f}{cost.peak:9.0f}")


def _print_checks(measured: list[tuple[int, CheckCost]]) -> None:
    """The checks alone; the same number in the last column is linear growth. The real site comes first."""
    print("\nThe checks alone, in one process")
    print(f"{'pages':>8}{'facts s':>10}{'bytes s':>10}{'all s':>8}{'ms a page':>11}")
    for pages, cost in measured:
        per_page = cost.all / pages * 1000
        print(f"{pages:8}{cost.facts:10.3f}{cost.bytes:10.3f}{cost.all:8.3f}{per_page:11.2f}")


if __name__ == "__main__":
    main()
