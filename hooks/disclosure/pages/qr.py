"""QR codes as inline SVG, for paper."""

from __future__ import annotations

import re

from markupsafe import Markup
from zxingcpp import BarcodeFormat, create_barcode, write_barcode_to_image

_SVG = Markup(
    '<svg class="qr" role="img" aria-label="{label}" viewBox="0 -.5 {size} {size}">'
    '<rect fill="#fff" y="-.5" width="{size}" height="{size}"></rect>'
    '<path stroke="#000" d="{path}"></path></svg>'
)
_LEVEL = "M"
"""A page with a stain or a fold is still read: 15 in 100 of the code may be lost."""
_DARK = re.compile(rb"\0+")


def qr(text: str) -> Markup:
    """The code of ``text`` as one stroke of dark runs, with a title for those who can't see it."""
    # A byte for each module, the four of white around the code included, as the standard asks.
    image = write_barcode_to_image(create_barcode(text, BarcodeFormat.QRCode, ec_level=_LEVEL))
    size, _ = image.shape
    pixels = bytes(memoryview(image))  # type: ignore[arg-type]  # the package's stub does not tell of its buffer
    runs = (
        (run.start() - start, y, run.end() - run.start())
        for y, start in enumerate(range(0, len(pixels), size))
        for run in _DARK.finditer(pixels, start, start + size)
    )
    path = "".join(f"M{x} {y}h{length}" for x, y, length in runs)
    return _SVG.format(label=f"二维码：{text}", size=size, path=path)
