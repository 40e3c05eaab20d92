"""The whole mutation run: ``python tests/mutation/mutate.py``; ends with 1 where a mutant lives."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

# Run as a file, this finds its neighbours and the package as the tests do.
TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]
from disclosure.site.site import Site
from mutation.mutants import mutants
from mutation.trial import Trial, bench, try_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mutation.trial import Looked

WHY = {
    "digit of a value": "报告里没有别的数能推出它：没有基数、合计、占比的关系，也没有对照结论因此改变",
    "digit of a change": "上年的数报告未载明，增减无从核对；方向没有变，对照结论也没有变",
    "digit of an exempt number": "日期、文号、名称里的字，程序按规则认定不是统计数字，另无出处可核对",
    "observations changed places": "两个数的单位和时期相同，互换以后各自仍然讲得通",
    "unit": "增减既可以用%，也可以用百分点",
    "sign turned": "没有上年的数，也没有标准约束它的方向",
    "scale": "只有一个时期、一个分类，没有可比的数显出它差了万倍",
    "bound removed": "概数词去掉以后仍是合法的数，别处没有再说一次",
    "standard moved by one unit": "标准值没有第二个出处；登记以后由 published.json 看住",
    "typed beside a figure": "单位后面打的字不是数字的一部分，读者看得出；官方原文不会这样写",
    "doubt dropped": "读没读过原文没有第二个出处；登记以后由 published.json 看住",
    "character of the prose": "文字，不是数字；只有官方原文能核对文字",
    "register edited": "没有登记，就没有登记簿可改",
    "line of the register deleted": "没有登记，就没有登记簿可改",
}
"""Why a mutant of a kind can live once the official text is changed alike, or nothing was published."""


def main() -> int:
    """Runs every mutant and prints what became of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="name every survivor, not only count them")
    chosen = parser.parse_args()
    started = monotonic()
    with TemporaryDirectory(prefix="mutation-") as directory:
        root = copy_project(Path(directory) / "project")
        ready = bench(root)
        trials = [try_out(ready, mutant) for mutant in mutants(root, Site(root))]
    real = [trial for trial in trials if not trial.mutant.equivalent]
    print(f"{len(trials)} mutants in {monotonic() - started:.0f} s\n")
    for trial in trials:
        if trial.mutant.equivalent:
            print(f"equivalent: {trial.mutant.what}: {trial.mutant.equivalent}")
    alive = _print_run("official text and register stand", real, lambda trial: trial.as_is, names=True)
    _print_run("official text changed alike", real, lambda trial: trial.text_alike, names=chosen.list)
    _print_run("and nothing published yet", real, lambda trial: trial.unpublished, names=chosen.list)
    unexplained = {trial.mutant.kind for trial in real if not trial.unpublished.killed} - WHY.keys()
    return 1 if alive or unexplained else 0


def copy_project(root: Path) -> Path:
    """The repository's docs and data at ``root``."""
    for name in ("docs", "data"):
        shutil.copytree(TESTS.parent / name, root / name)
    return root


def _print_run(title: str, trials: Sequence[Trial], look: Callable[[Trial], Looked], *, names: bool) -> int:
    """Prints one run; returns how many live."""
    dead = [trial for trial in trials if look(trial).killed]
    living = [trial for trial in trials if not look(trial).killed]
    print(f"\n{title}: {len(trials)} mutants, {len(dead)} killed, {len(living)} survive")
    print(f"  {'':30}{'mutants':>9}{'killed':>9}")
    for kind, count in Counter(trial.mutant.kind for trial in trials).items():
        print(f"  {kind:30}{count:9}{sum(trial.mutant.kind == kind for trial in dead):9}")
    rules = Counter(code for trial in dead for code in look(trial).codes)
    print("  killed by: " + ", ".join(f"{code} {count}" for code, count in rules.most_common()))
    for kind, count in Counter(trial.mutant.kind for trial in living).items():
        print(f"  {count} {kind}: {WHY.get(kind, 'unexplained')}")
    for trial in living if names else ():
        where = min(trial.mutant.places)
        other = (
            f" (told elsewhere: {', '.join(sorted(look(trial).elsewhere))})" if look(trial).elsewhere else ""
        )
        print(f"    {where[0]}:{where[1]} {trial.mutant.what}{other}")
    return len(living)


if __name__ == "__main__":
    sys.exit(main())
