"""Chinese numerals as whole numbers: 三 → 3, 十二万 → 120000, 一百零五 → 105."""

import re
from collections.abc import Iterator

DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}


def whole_number(text: str) -> int | None:
    """The value of a Chinese numeral, or ``None`` if ``text`` is none.

    Units must decrease from left to right (一千二百, not 二百一千). A final digit counts ones only after
    十 or 零 (一百零五); 一百五 is refused, since it may mean 150. A sequence of bare digits (二〇二二) is
    the name of a year, not a number.
    """
    total = 0
    ceiling = 10**12
    for part, unit in _parts(text):
        section = _section(part)
        if section is None or unit >= ceiling or (unit > 1 and not section):
            return None
        if total and unit == 1 and part in DIGITS and part not in "零〇":
            return None  # 三万五
        total, ceiling = total + section * unit, unit
    return total if text else None


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """The text split after each 亿 and 万, each part with its unit."""
    start = 0
    for at, char in enumerate(text):
        if char in LARGE:
            yield text[start:at], LARGE[char]
            start = at + 1
    if text[start:] or not start:
        yield text[start:], 1


_SECTION = re.compile(
    r"零?(?:(?P<thousands>[一二两三四五六七八九])千)?"
    r"(?:零(?=.))?(?:(?P<hundreds>[一二两三四五六七八九])百)?"
    r"(?:零(?=.))?(?:(?P<tens>[一二三四五六七八九]?)(?P<ten>十))?"
    r"(?:零(?=.))?(?P<ones>[一二两三四五六七八九])?"
)


def _section(text: str) -> int | None:
    """The number below ten thousand that ``text`` writes, or ``None``."""
    if text in {"零", "〇"}:
        return 0
    match = _SECTION.fullmatch(text)
    if match is None or not text.strip("零"):
        return None
    higher = match["thousands"] or match["hundreds"]
    if match["ones"] and higher and not match["ten"] and text[-2] != "零":
        return None  # 一百五
    digits = [DIGITS[match[name]] if match[name] else 0 for name in ("thousands", "hundreds", "ones")]
    tens = (DIGITS[match["tens"]] if match["tens"] else 1) if match["ten"] else 0
    return digits[0] * 1000 + digits[1] * 100 + tens * 10 + digits[2]
