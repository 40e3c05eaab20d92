"""The colours: every palette defines the same, and every pair that meets can be read."""

from __future__ import annotations

import re

import pytest

from project import REPOSITORY

ASSETS = REPOSITORY / "hooks/theme/assets"
LIGHT = "site.css"
PALETTES = (LIGHT, "palette-dark.css", "palette-contrast-light.css", "palette-contrast-dark.css")
WORDS = ("ink", "ink-soft", "main", "alert")
TEXT = (
    *((words, "paper") for words in WORDS),
    *((words, "paper-soft") for words in WORDS),
    ("bar-ink", "bar"),
    ("mark-ink", "mark"),
)
GRAPHICS = (
    ("rule", "paper"),
    ("rule", "paper-soft"),
    ("focus", "paper"),
    ("main", "paper"),
    ("bar-ink", "bar"),
)
READABLE = 7.0
"""WCAG 2.2, 1.4.6, the enhanced contrast of text."""
VISIBLE = 3.0
"""WCAG 2.2, 1.4.11, the contrast of what is not text."""


def colours(name: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", (ASSETS / name).read_text("utf-8")))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    digits = colour.lstrip("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("palette", PALETTES)
def test_a_palette_defines_every_colour_of_the_light_one(palette: str) -> None:
    assert colours(palette).keys() == colours(LIGHT).keys()


@pytest.mark.parametrize("palette", PALETTES)
def test_words_and_graphics_stand_out_from_their_ground(palette: str) -> None:
    found = colours(palette)

    weak = [pair for pair in TEXT if contrast(found[pair[0]], found[pair[1]]) < READABLE]
    faint = [pair for pair in GRAPHICS if contrast(found[pair[0]], found[pair[1]]) < VISIBLE]

    assert (weak, faint) == ([], [])


def test_colours_are_named_once_in_the_palettes() -> None:
    rules = (ASSETS / LIGHT).read_text("utf-8").partition("}")[2]

    assert re.findall(r"#[0-9a-f]{3,6}\b", rules) == []


@pytest.mark.parametrize("name", sorted(path.name for path in ASSETS.glob("*.css")))
def test_a_rule_with_an_at_begins_its_line_so_that_no_selector_swallows_it(name: str) -> None:
    bare = re.sub(r"/\*.*?\*/", "", (ASSETS / name).read_text("utf-8"), flags=re.DOTALL)

    assert [line for line in bare.splitlines() if re.search(r"\S.*@", line)] == []
    assert bare.count("{") == bare.count("}")
