"""An old phone on a slow network: Lighthouse's slow 4G, and a quarter of the processor."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import contextmanager
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROUND_TRIP = 150
"""Milliseconds from a request to the first byte of its answer."""
DOWN, UP = 1_600_000 // 8, 750_000 // 8
"""Bytes a second."""
_RUNNING, _STOPPED = 0.001, 0.003
"""Seconds: every fourth millisecond is the page's."""


def slow_network(page: Page) -> None:
    """Throttles all that the page asks for, its workers included."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    conditions = {"latency": ROUND_TRIP, "downloadThroughput": DOWN, "uploadThroughput": UP}
    session.send("Network.emulateNetworkConditions", {"offline": False, **conditions})


@contextmanager
def slow_processor(browser: Browser) -> Iterator[None]:
    """Lets the pages' processes run a quarter of the time, as long as the context lasts.

    The debugger's own throttling slows the main thread and leaves workers at full speed, which would flatter
    whoever searches in one.
    """
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [process["id"] for process in processes if process["type"] == "renderer"]
    done = threading.Event()
    thread = threading.Thread(target=_stutter, args=(pages, done))
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _stutter(processes: list[int], done: threading.Event) -> None:
    while not done.is_set():
        _signal(processes, signal.SIGSTOP)
        sleep(_STOPPED)
        _signal(processes, signal.SIGCONT)
        sleep(_RUNNING)


def _signal(processes: list[int], number: int) -> None:
    for process in list(processes):
        try:
            os.kill(process, number)
        except ProcessLookupError:  # it closed of its own accord
            processes.remove(process)
