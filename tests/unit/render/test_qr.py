"""QR codes."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from selectolax.lexbor import LexborHTMLParser

from disclosure.render.qr import qr

TEXTS = [
    *(
        f"https://www.example.gov.cn/jyzp/2025/metrics/{name}/"
        for name in ("a", "spending", "近视率", "0" * 90)
    ),
    "https://www.example.gov.cn/jyzp/",
    "https://example.com/",
    f"https://example.com/{'a' * 200}/",
    "https://example.com/教育/",
    "http://a.cn/",  # short enough for a Micro QR code, which phones do not read
]


def _modules(svg: str) -> list[list[int]]:
    """The dark modules that the path paints, quiet zone included."""
    tree = LexborHTMLParser(svg)
    size = int(tree.css_first("svg").attributes["viewBox"].split()[2])
    painted = [[0] * size for _ in range(size)]
    drawn = tree.css_first("path").attributes["d"]
    assert re.fullmatch(r"(M0 \d+(m\d+ 0h\d+)+)+", drawn)
    for y, strokes in re.findall(r"M0 (\d+)((?:m\d+ 0h\d+)+)", drawn):
        x = 0
        for passed, length in re.findall(r"m(\d+) 0h(\d+)", strokes):
            x += int(passed)
            painted[int(y)][x : x + int(length)] = [1] * int(length)
            x += int(length)
    return painted


@pytest.mark.parametrize("text", TEXTS)
def test_a_code_is_read_back(text: str) -> None:
    modules = _modules(qr(text))

    # Four pixels a module, as a camera would see it.
    rows = [bytes(0 if dark else 255 for dark in row for _ in range(4)) for row in modules for _ in range(4)]
    picture = memoryview(b"".join(rows)).cast("B", (len(rows), len(rows)))
    (code,) = zxingcpp.read_barcodes(picture)
    assert (code.format, code.text, code.ec_level) == (zxingcpp.BarcodeFormat.QRCode, text, "M")


@pytest.mark.parametrize("text", TEXTS)
def test_a_code_has_four_modules_of_white_around_it(text: str) -> None:
    modules = _modules(qr(text))
    white = [0] * len(modules)

    for side in (modules, modules[::-1], [list(column) for column in zip(*modules, strict=True)]):
        assert side[:4] == [white] * 4
        assert any(side[4])


def test_a_code_says_what_it_leads_to_and_nothing_in_it_runs() -> None:
    svg = LexborHTMLParser(qr('https://example.com/"><script>alert(1)</script>')).css_first("svg")

    assert svg.attributes["role"] == "img"
    assert svg.attributes["aria-label"] == '二维码：https://example.com/"><script>alert(1)</script>'
    assert svg.css("script") == []
