"""An old phone on a slow network: Lighthouse's slow 4G, and a quarter of the processor."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ROUND_TRIP = 150
"""Milliseconds from a request to the first byte of its answer."""
DOWN, UP = 1_600_000 // 8, 750_000 // 8
"""Bytes a second."""
_SLOWER = 4
_RUNNING = 0.001
"""Seconds that the pages run at a stretch."""


def slow_network(page: Page) -> None:
    """Throttles all that the page asks for, its workers included."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    conditions = {"latency": ROUND_TRIP, "downloadThroughput": DOWN, "uploadThroughput": UP}
    session.send("Network.emulateNetworkConditions", {"offline": False, **conditions})


@contextmanager
def slow_processor() -> Iterator[None]:
    """Lets the processes of our browser's pages run a quarter of the time, as long as the context lasts.

    The debugger's own throttling slows the main thread and leaves workers at full speed, which would flatter
    whoever searches in one. Needs Linux, whose ``/proc`` says which processes are ours.
    """
    done = threading.Event()
    thread = threading.Thread(target=_stutter, args=(_pages(), done))
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _pages() -> list[int]:
    """The processes below this one that render pages."""
    processes = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
    return [process for process in processes if _renders(process) and _is_ours(process)]


def _renders(process: int) -> bool:
    return "--type=renderer" in _read(Path(f"/proc/{process}/cmdline"))


def _is_ours(process: int) -> bool:
    while process not in {0, os.getpid()}:
        process = _parent(process)
    return process == os.getpid()


def _parent(process: int) -> int:
    """The process that started it, or 0 where it has ended or there is none."""
    # The name before these fields may hold spaces and brackets itself.
    fields = _read(Path(f"/proc/{process}/stat")).rpartition(") ")[2].split()
    return int(fields[1]) if fields else 0


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:  # it has ended
        return ""


def _stutter(processes: list[int], done: threading.Event) -> None:
    while not done.is_set():
        started = perf_counter()
        sleep(_RUNNING)
        # On a busy machine a sleep lasts longer than asked for; what ran too long is stopped longer.
        ran = perf_counter() - started
        _signal(processes, signal.SIGSTOP)
        sleep((_SLOWER - 1) * ran)
        _signal(processes, signal.SIGCONT)


def _signal(processes: list[int], number: int) -> None:
    for process in list(processes):
        try:
            os.kill(process, number)
        except ProcessLookupError:  # it closed of its own accord
            processes.remove(process)
