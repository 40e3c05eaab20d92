"""Many pictures are drawn beside the build, few within it, and none is missing however that goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from disclosure.pages.sharing import studio
from disclosure.pages.sharing.cards import Card
from disclosure.pages.sharing.pictures import draw

if TYPE_CHECKING:
    from pathlib import Path

CARDS = [
    Card(
        f"share/metrics/metric-{number}",
        "示例县 · 2025年报告",
        f"指标{number}",
        f"{number}个",
        "2024年",
        "示例县",
    )
    for number in range(8)
]


def _kept(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.png")}


@pytest.fixture
def drawn_here(monkeypatch: pytest.MonkeyPatch) -> list[Card]:
    """What was drawn by this very process."""
    found: list[Card] = []

    def noted(card: Card) -> bytes:
        found.append(card)
        return draw(card)

    monkeypatch.setattr(studio, "draw", noted)
    return found


@pytest.mark.parametrize("few", [3, 100])
def test_many_pictures_are_drawn_beside_and_few_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn_here: list[Card], few: int
) -> None:
    monkeypatch.setattr(studio, "_FEW", few)
    made = studio.Studio(tmp_path)

    made.begin(CARDS)
    made.finish()

    assert _kept(tmp_path) == {card.address: draw(card) for card in CARDS}
    assert drawn_here == (CARDS if few > len(CARDS) else [])


def test_what_the_other_process_fails_at_is_drawn_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn_here: list[Card]
) -> None:
    monkeypatch.setattr(studio, "_FEW", 3)
    monkeypatch.setattr(studio, "_HOOKS", tmp_path)
    made = studio.Studio(tmp_path)

    made.begin(CARDS)
    made.finish()

    assert set(_kept(tmp_path)) == {card.address for card in CARDS}
    assert drawn_here == CARDS


def test_a_build_that_ends_early_ends_the_other_process_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studio, "_FEW", 3)
    made = studio.Studio(tmp_path)

    made.begin(CARDS)
    made.close()
    made.close()

    assert len(_kept(tmp_path)) < len(CARDS)
