"""The two sites, mounted where a portal would have them."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from audit.pages import address
from serving import mount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import County


@pytest.fixture(scope="module")
def at(real_site: Path, county: County) -> Iterator[Callable[[str, str], str]]:
    """The address of the page of a kind, on the real site or the demonstration county's."""
    with ExitStack() as stack:
        roots = {
            "real": stack.enter_context(mount(real_site)),
            "demo": stack.enter_context(mount(county.site, "/jyzp/")),
        }
        yield lambda site, kind: f"{roots[site]}{address(site, kind)}"
