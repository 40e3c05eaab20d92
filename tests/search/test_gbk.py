"""Search data in GBK come out of a browser as they went in."""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from typing import TYPE_CHECKING

from disclosure.search.files import encoded

if TYPE_CHECKING:
    from playwright.sync_api import Page

DECODED = """(data) => {
    const bytes = Uint8Array.from(atob(data), (byte) => byte.charCodeAt(0));
    return JSON.parse(new TextDecoder("gbk").decode(bytes));
}"""


def test_every_character_is_read_by_a_browser_as_it_was_written(desk: Page) -> None:
    codes = [*range(0xD800), *range(0xE000, 0x30000), sys.maxunicode]
    text = "".join(map(chr, codes))

    read = desk.evaluate(DECODED, b64encode(encoded(json.dumps(text, ensure_ascii=False))).decode())

    assert [hex(code) for code, char in zip(codes, read, strict=True) if char != chr(code)] == []


def test_chinese_takes_two_bytes_a_character() -> None:
    assert len(encoded("近视率，48.52％")) == 2 * 5 + 5
    assert encoded("𠮷") == rb"\ud842\udfb7"
