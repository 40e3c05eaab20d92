"""Runs the scanner and the parsers over real reports: ``make forms-eval TEXTS=DIR``.

Prints how much of what the reports say in numbers can be read, and what is left, by form. It judges nothing.
With ``--sample`` it draws some of it by a seed, for a reading by hand that ``--score`` then counts.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

# Run as a file, this finds its neighbours as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
from forms.expressions import Expression, found_changes, found_numbers, found_periods
from forms.readings import read_change, read_number, read_period, read_quantity
from forms.texts import read_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LEFT = 40
"""How many forms are printed of what is left."""
_READERS = {
    "quantities": read_quantity,
    "periods": read_period,
    "changes": read_change,
    "exempted": read_number,
    "all": read_number,
}
"""What is found, with what reads it; ``all`` is quantities and exempted numbers together."""
_COLUMNS = ("mark", "kind", "file", "expression", "around", "reading")
_RIGHT, _NO_FIGURE = "1", "n"
"""What a person writes in the first column: 1 right, 0 wrong, n no figure though read as one."""


def main() -> None:
    """Evaluates and draws, or scores, as asked."""
    chosen = _arguments()
    if chosen.score:
        print("\n".join(score(chosen.score.read_text("utf-8").splitlines())))
        return
    texts = read_folder(chosen.texts)
    if not texts:
        sys.exit(f"no .txt or .docx file in {chosen.texts}")
    found = find(texts)
    print("\n".join(evaluation(texts, found)))
    for kind, size, seed, path in chosen.sample:
        rows = drawn(found[kind], int(size), seed)
        with Path(path).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, dialect="excel-tab", lineterminator="\n").writerows(sample(kind, rows))


def find(texts: Mapping[str, str]) -> dict[str, list[Expression]]:
    """What the texts say in numbers, by kind."""
    every = [number for file, text in texts.items() for number in found_numbers(file, text)]
    return {
        "quantities": [number for number in every if not number.rule],
        "periods": [period for file, text in texts.items() for period in found_periods(file, text)],
        "changes": [change for file, text in texts.items() for change in found_changes(file, text)],
        "exempted": [number for number in every if number.rule],
        "all": every,
    }


def evaluation(texts: Mapping[str, str], found: Mapping[str, list[Expression]]) -> Iterator[str]:
    """The counts, and what is left, by form with an example each."""
    yield f"{len(texts)} texts, {sum(map(len, texts.values())):,} characters"
    yield f"{len(found['all']):,} numbers, {_share(len(found['quantities']), len(found['all']))} of them open"
    for kind, ending in (("quantities", "open numbers"), ("periods", "periods"), ("changes", "changes")):
        parsed = sum(_READERS[kind](expression).parsed for expression in found[kind])
        yield f"{len(found[kind]):,} {ending}, {_share(parsed, len(found[kind]))} of them parse"
    for kind in ("quantities", "periods", "changes"):
        left = [expression for expression in found[kind] if not _READERS[kind](expression).parsed]
        yield from ("", f"{kind.capitalize()} that are left", *_by_form(left))
    yield from ("", "Numbers that a rule exempts", *_by_form(found["exempted"]))


def drawn(found: Iterable[Expression], size: int, seed: str) -> list[Expression]:
    """``size`` of what was found, or all if there are fewer; the same ones for the same seed."""
    pool = list(found)
    return random.Random(seed).sample(pool, min(size, len(pool)))  # noqa: S311 - a sample, not a secret


def sample(kind: str, rows: Iterable[Expression]) -> Iterator[tuple[str, ...]]:
    """The rows of a sample, without marks."""
    yield _COLUMNS
    for row in rows:
        ruled = "exempted" if row.rule else "open"
        shown = ruled if kind in {"exempted", "all"} else kind
        yield "", shown, row.file, row.text, row.around, _READERS[kind](row).words


def score(lines: Iterable[str]) -> Iterator[str]:
    """The shares of a marked sample, each with its 95 % interval."""
    rows = [row for row in csv.DictReader(lines, dialect="excel-tab") if row["mark"]]
    right = [row for row in rows if row["mark"] == _RIGHT]
    yield f"right: {_estimate(len(right), len(rows))}"
    missed = sum(row["mark"] == _NO_FIGURE for row in rows)
    known = sum(row["kind"] == "exempted" for row in right)
    if missed:
        yield f"no figures that a rule knows: {_estimate(known, known + missed)}"


def _estimate(count: int, total: int) -> str:
    """A share with its interval after Wilson."""
    if not total:
        return "no marks"
    z = 1.96
    share, width = count / total, 1 + z * z / total
    middle = (share + z * z / (2 * total)) / width
    half = z * sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / width
    return f"{count} of {total}, {share:.1%} ({max(0, middle - half):.1%} to {min(1, middle + half):.1%})"


def _share(count: int, total: int) -> str:
    return f"{count / total:.1%}" if total else "none"


def _by_form(expressions: Iterable[Expression]) -> Iterator[str]:
    """The commonest forms with their counts and an example each."""
    listed = list(expressions)
    examples = {expression.form: expression for expression in reversed(listed)}
    forms = Counter(expression.form for expression in listed)
    for form, count in sorted(forms.items(), key=lambda item: (-item[1], item[0]))[:_LEFT]:
        yield f"{count:6,}  {form}  {examples[form].around}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("texts", nargs="?", type=Path, help="a folder of .txt and .docx files")
    what.add_argument("--score", type=Path, metavar="FILE", help="a sample with marks in its first column")
    parser.add_argument(
        "--sample",
        nargs=4,
        action="append",
        default=[],
        metavar=("KIND", "N", "SEED", "FILE"),
        help=f"write N of one kind to FILE, drawn by SEED; kinds: {', '.join(_READERS)}",
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
