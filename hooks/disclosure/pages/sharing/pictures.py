"""Draws share pictures: 1200 × 630, white on the main colour, the figure as large as fits.

One ramp of sixteen shades serves for everything, the foot being its inverse, so that a picture is drawn
with the very numbers of its palette and takes some 20 KB. The same card gives the same bytes.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import noto_cjk_sans_otc
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.pages.sharing.cards import Card

SIZE = (1200, 630)
_GROUND, _INK = 0, 15
_DARK, _LIGHT = (11, 69, 115), (255, 255, 255)
"""The design's main colour, and white on it: 9.6 to 1."""
_EDGE = 64
_WIDTH = SIZE[0] - 2 * _EDGE
_FLOOR = SIZE[1] - 84
_CHINESE = 2
"""Which font of the collection has the forms of mainland China."""
_NOT_FIRST = frozenset("，。、；：！？）》”’%％…")
"""What may not begin a line."""
_SMALLEST = 28
"""Pixels."""


def draw(card: Card) -> bytes:
    """The picture of a card as PNG."""
    frame, top = _frame(card.site, card.foot)
    image = frame.copy()
    canvas = ImageDraw.Draw(image)
    top = _write(canvas, _fitted(card.title, 64, lines=2, bold=True), top + 14)
    about = _fitted(card.about, 44, lines=2)
    below = _FLOOR - 30 - about.height
    _write(canvas, about, below)
    _write_figure(canvas, card.figure, top + 16, below - 16)
    image.putpalette(_palette())
    stream = BytesIO()
    # Runs are what a flat picture has; nothing else is looked for.
    image.save(stream, "PNG", bits=4, compress_level=1, compress_type=zlib.Z_RLE)
    return stream.getvalue()


@cache
def _frame(site: str, foot: str) -> tuple[Image.Image, int]:
    """What all pictures of a report share, the site's name and the foot; and where the name ends."""
    image = Image.new("L", SIZE, _GROUND)
    canvas = ImageDraw.Draw(image)
    top = _write(canvas, _fitted(site, 36, lines=1), 36)
    canvas.rectangle((0, _FLOOR, *SIZE), fill=_INK)
    _write(canvas, _fitted(foot, 40, lines=1, bold=True), _FLOOR + 14, ink=_GROUND)
    return image, top


@dataclass(frozen=True, slots=True)
class _Lines:
    """Words broken into lines that fit."""

    words: tuple[str, ...]
    size: int
    bold: bool

    @property
    def height(self) -> int:
        return self.leading * len(self.words)

    @property
    def leading(self) -> int:
        return self.size * 27 // 20


def _write(canvas: ImageDraw.ImageDraw, lines: _Lines, top: int, *, ink: int = _INK) -> int:
    """Writes lines in the middle of the width; returns where they end."""
    font, stroke = _font(lines.size), int(lines.bold)
    for line in lines.words:
        canvas.text((SIZE[0] // 2, top), line, fill=ink, font=font, anchor="ma", stroke_width=stroke)
        top += lines.leading
    return top


def _write_figure(canvas: ImageDraw.ImageDraw, text: str, top: int, below: int) -> None:
    """The figure as large as fits, in the middle of what is left between ``top`` and ``below``."""
    size = min(int((below - top) / 1.15), int(_WIDTH * 100 / _font(100).getlength(text)))
    middle = (SIZE[0] // 2, (top + below) // 2)
    canvas.text(middle, text, fill=_INK, font=_font(size), anchor="mm", stroke_width=max(1, size // 40))


def _fitted(text: str, size: int, *, lines: int, bold: bool = False) -> _Lines:
    """The words in so many lines, smaller where they need more; what is longer still is cut with …."""
    words = tuple(_wrapped(text, _font(size)))
    while len(words) > lines and size > _SMALLEST:
        size -= 4
        words = tuple(_wrapped(text, _font(size)))
    if len(words) > lines:
        words = (*words[: lines - 1], f"{words[lines - 1][:-1]}…")
    return _Lines(words, size, bold)


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for char in text if font.getlength(text) > _WIDTH else ():
        if line and char not in _NOT_FIRST and font.getlength(line + char) > _WIDTH:
            yield line
            line = ""
        line += char
    yield line or text


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    path = Path(noto_cjk_sans_otc.__file__).with_name("NotoSansCJK-Regular.ttc")
    return ImageFont.truetype(str(path), size, index=_CHINESE, layout_engine=ImageFont.Layout.BASIC)


@cache
def _palette() -> list[int]:
    """Sixteen shades from the ground to the ink."""
    return [
        dark + (light - dark) * shade // _INK
        for shade in range(_INK + 1)
        for dark, light in zip(_DARK, _LIGHT, strict=True)
    ]
