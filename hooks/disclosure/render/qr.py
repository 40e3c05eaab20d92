"""QR codes as inline SVG, for paper."""

import re

from markupsafe import Markup
from zxingcpp import BarcodeFormat, create_barcode, write_barcode_to_image

_SVG = Markup(
    '<svg class="qr" role="img" aria-label="{label}" viewBox="0 -.5 {size} {size}">'
    '<rect fill="#fff" y="-.5" width="{size}" height="{size}"></rect>'
    '<path stroke="#000" d="{path}"></path></svg>'
)
_LEVEL = "M"
"""Error correction: the code is still readable with 15% of it lost to a stain or a fold."""
_RUN = re.compile(rb"\0+|\xff+")
_LARGEST = 177 + 2 * 4
"""Modules of the largest code in width, with the white margin."""
_DARK, _LIGHT = b"\0", b"\xff"
_STROKES = {_DARK * length: f"h{length}" for length in range(1, _LARGEST + 1)} | {
    _LIGHT * length: f"m{length} 0" for length in range(1, _LARGEST + 1)
}
"""Path commands for each run of dark or light modules; a code has hundreds, so they are precomputed."""


def qr(text: str) -> Markup:
    """The QR code of ``text`` as one path, with a label for screen readers."""
    # One byte for each module, with the margin of four light ones that the standard requires.
    image = write_barcode_to_image(create_barcode(text, BarcodeFormat.QRCode, ec_level=_LEVEL))
    size, _ = image.shape
    pixels = bytes(memoryview(image))  # type: ignore[arg-type]  # the package's stub lacks the buffer protocol
    rows = (pixels[start : start + size].rstrip(_LIGHT) for start in range(0, len(pixels), size))
    drawn = ((y, map(_STROKES.__getitem__, _RUN.findall(row))) for y, row in enumerate(rows) if row)
    path = "".join(f"M0 {y}{''.join(strokes)}" for y, strokes in drawn)
    return _SVG.format(label=f"二维码：{text}", size=size, path=path)
