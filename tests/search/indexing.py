"""How long our own index takes to make, told apart from the build in which it is made."""

from __future__ import annotations

import pstats
from typing import TYPE_CHECKING

from bench.measuring import python

if TYPE_CHECKING:
    from pathlib import Path

_ROOM = "/disclosure/search/"


def index_time(project: Path, directory: Path) -> float:
    """Seconds spent in the search's own room and below during a profiled build of the real site.

    The profiler makes everything slower, so this is an upper bound.
    """
    profile = directory / "build.prof"
    target = str(directory / "profiled")
    profiled = ("-m", "cProfile", "-o", str(profile), "-m", "mkdocs", "build", "-q", "-d", target)
    python(*profiled, directory=project).run()
    return sum(_from_outside(function, callers) for function, callers in _calls(profile))


_Function = tuple[str, int, str]
_Callers = dict[_Function, tuple[int, int, float, float]]


def _calls(profile: Path) -> list[tuple[_Function, _Callers]]:
    stats = pstats.Stats(str(profile)).stats  # type: ignore[attr-defined]
    return [(function, callers) for function, (_, _, _, _, callers) in stats.items()]


def _from_outside(function: _Function, callers: _Callers) -> float:
    """Seconds for calls into the room; those within it are part of them already."""
    if _ROOM not in function[0] or function[2] == "<module>":
        return 0
    return sum(times[3] for caller, times in callers.items() if _ROOM not in caller[0])
