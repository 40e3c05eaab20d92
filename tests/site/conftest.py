"""What holds of any finished site is asked of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import County


@pytest.fixture(params=["real", "demonstration"])
def built(request: pytest.FixtureRequest, real_site: Path, county: County) -> Path:
    """The site of ``docs/`` and ``data/``, and that of the demonstration county."""
    return real_site if request.param == "real" else county.site
