"""Both sites, built and mounted, for the commands that look at them outside of the tests."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from project import build, copy_real, make
from serving import mount

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Site:
    """One finished site."""

    name: str
    folder: Path
    address: str
    """Where it is served, with the closing slash."""


@contextmanager
def both_sites() -> Iterator[list[Site]]:
    """The real site and the demonstration county's. Raises ``SystemExit`` where one can't be built."""
    with TemporaryDirectory(prefix="audit-") as directory:
        real, demo = Path(directory) / "real", Path(directory) / "demo"
        copy_real(real)
        demo.mkdir()
        make(demo, "demo-county")
        for root in (real, demo):
            made = build(root)
            if made.returncode:
                raise SystemExit(made.stderr)
        with mount(real / "site") as first, mount(demo / "site", "/jyzp/") as second:
            yield [Site("real", real / "site", first), Site("demo", demo / "site", second)]
