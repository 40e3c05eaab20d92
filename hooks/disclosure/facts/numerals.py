"""Chinese numerals as whole numbers: 三 → 3, 十二万 → 120000, 一百零五 → 105."""

from __future__ import annotations

DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}


def whole_number(text: str) -> int | None:
    """The number that ``text`` writes in Chinese, or ``None`` where it writes none.

    Units must fall from left to right (一千二百, not 二百一千); 〇 and 零 stand only for a gap, and
    a run of bare digits (二〇二二) is a name of a year, not a number.
    """
    total = section = 0
    digit: int | None = None
    ceiling, section_ceiling = 10**12, 10**4
    for char in text:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in SMALL:
            unit = SMALL[char]
            if unit >= section_ceiling or (digit is None and (char != "十" or section)) or digit == 0:
                return None
            section += (1 if digit is None else digit) * unit
            section_ceiling, digit = unit, None
        elif char in LARGE:
            unit = LARGE[char]
            section += digit or 0
            if unit >= ceiling or not section:
                return None
            total += section * unit
            ceiling, section_ceiling, section, digit = unit, 10**4, 0, None
        else:
            return None
    return total + section + (digit or 0) if text else None
