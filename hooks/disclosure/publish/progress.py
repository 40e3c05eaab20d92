"""A line of progress for long builds: on a terminal, after three seconds, and never in a pipe."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

Finished = tuple[str, str]
"""The address and the HTML of a page."""
_PATIENCE = 3.0
_STEP = 25


def with_progress(
    pages: Iterable[Finished], total: int, *, stream: TextIO, seconds: Callable[[], float]
) -> Iterator[Finished]:
    """Passes the pages on and counts them, out of ``total``.

    ``seconds`` says how long the build has taken.
    """
    begun = False
    for done, page in enumerate(pages, 1):
        yield page
        if done % _STEP == 0 and stream.isatty() and seconds() > _PATIENCE:
            print(f"\r正在生成网页 {done}/{total}", end="", file=stream, flush=True)
            begun = True
    if begun:
        print("\r\x1b[K", end="", file=stream, flush=True)
