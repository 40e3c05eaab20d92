"""What a command costs and what a site weighs."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from dataclasses import dataclass, fields
from statistics import median
from time import monotonic
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

_MEGABYTE = 1024 * 1024
# Linux counts the peak in kilobytes, macOS in bytes.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    seconds: float
    """Wall-clock time of the whole process, Python's own start included."""
    processor: float
    """Seconds of processor time, which other work on the machine burdens less."""
    peak: float
    """Largest resident memory of the process, in megabytes."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command and where it runs."""

    arguments: tuple[str, ...]
    directory: Path

    def run(self) -> Cost:
        """Runs it in a fresh process. Raises ``CalledProcessError`` where it fails."""
        started = monotonic()
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(self.arguments, cwd=self.directory, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, self.arguments)
        return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _PEAK_UNIT / _MEGABYTE)


def python(*arguments: str, directory: Path) -> Command:
    """The Python that runs the bench, with ``arguments``."""
    return Command((sys.executable, *arguments), directory)


def mkdocs_build(directory: Path, configuration: str = "mkdocs.yml") -> Command:
    """A quiet build of the project at ``directory``."""
    return python("-m", "mkdocs", "build", "-q", "-f", configuration, directory=directory)


def interleaved(commands: Mapping[str, Command], *, runs: int) -> dict[str, Cost]:
    """The median cost of each command; they take turns, so that a busy machine burdens all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(command.run())
    return {name: _median(taken) for name, taken in costs.items()}


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(getattr(cost, field.name) for cost in costs) for field in fields(Cost)))


def html_pages(site: Path) -> list[Path]:
    """Every page of a finished site."""
    return sorted(site.rglob("*.html"))


def bytes_per_page(site: Path) -> float:
    """The mean size of its pages."""
    pages = html_pages(site)
    return sum(page.stat().st_size for page in pages) / len(pages)


def compressed(page: Path) -> tuple[int, int]:
    """Bytes after gzip: of the page alone, and with the stylesheets and scripts that it asks for."""
    tree = LexborHTMLParser(page.read_text("utf-8"))
    named = [node.attributes.get("href") or "" for node in tree.css("link[rel=stylesheet]")]
    named += [node.attributes.get("src") or "" for node in tree.css("script[src]")]
    alone = _gzip([page])
    return alone, alone + _gzip(page.parent / address.partition("?")[0] for address in named)


def _gzip(files: Iterable[Path]) -> int:
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)
