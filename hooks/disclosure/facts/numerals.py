"""Numerals: Arabic, Chinese and enclosed ones as numbers: 12,600, 三点五, 一百零五, ㉑."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
_SPELLINGS = str.maketrans(
    dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟俩仨", "一二三四五六七八九十百千两三", strict=True))
    | {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
)
"""Capitals, as on a bank note, and numerals of one sign."""
CHINESE = f"{''.join(DIGITS)}十百千廿卄卅卌俩仨"
"""The signs of Chinese numerals below ten thousand."""
CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟"
FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
ENCLOSED = "".join(
    sign
    for first, last in ("①⓿", "㈠㈩", "㉑㉟", "㊀㊉", "㊱㊿", "❶➓")
    for sign in map(chr, range(ord(first), ord(last) + 1))
    if unicodedata.numeric(sign, 0)
)
"""Numbers in a circle, in brackets or with a stop: ① ⑴ ⒈ ㈠ ❶ ㉑."""
_MOST_DIGITS = 15
"""Longer numbers are typing errors, and arithmetic with them would no longer be exact."""

_LOOK_ALIKES = re.compile(
    "[０-９\U0001d7ce-\U0001d7ff⼀-⿕豈-\ufaff]|(?<=[０-９])(?:．|，(?=[０-９]{3}(?![０-９])))"
)
_ROUND = re.compile(r"(?<=[〇一二三四五六七八九])[○◯OＯ0０]|[○◯](?=[一二三四五六七八九])")


def folded(text: str) -> str:
    """``text`` with signs that only look like others made those others, its length unchanged.

    Full-width and mathematical digits become plain, and radicals, which copies from PDF hold, characters
    (U+2F06 becomes 二). A circle or a letter O between Chinese digits becomes 〇.
    """
    plain = _LOOK_ALIKES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return _ROUND.sub("〇", plain)


class QuantityError(ValueError):
    """Raised for a text that is no number or quantity; the message says why, in Chinese."""


def number(digits: str) -> Decimal:
    """The exact value of a numeral. Raises ``QuantityError``."""
    if digits in ENCLOSED:
        return Decimal(int(unicodedata.numeric(digits)))
    if not digits.isascii():
        return _chinese(digits)
    if not re.fullmatch(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?", digits):
        raise QuantityError(f"“{digits}”不是一个数字（小数点只能有一个，逗号每三位一个）")
    if sum(char.isdigit() for char in digits) > _MOST_DIGITS:
        raise QuantityError(f"数字超过 {_MOST_DIGITS} 位，多半是录错了")
    return Decimal(digits.replace(",", ""))


def _chinese(digits: str) -> Decimal:
    """The value of a Chinese numeral, which may have decimals: 三点五."""
    whole, point, decimals = digits.partition("点")
    found = whole_number(whole)
    if found is None or (point and not re.fullmatch(r"[〇零一二三四五六七八九]+", decimals)):
        raise QuantityError(f"“{digits}”不是一个完整的中文数字")
    places = "".join(str(DIGITS[char]) for char in decimals)
    return Decimal(f"{found}.{places}") if point else Decimal(found)


def whole_number(text: str) -> int | None:
    """The value of a Chinese numeral, or ``None`` if ``text`` is none.

    Units must decrease from left to right (一千二百, not 二百一千). A final digit counts ones only after
    十 or 零 (一百零五); 一百五 is refused, since it may mean 150. A sequence of bare digits (二〇二二) is
    the name of a year, not a number.
    """
    total = 0
    ceiling = 10**12
    spelt = text.translate(_SPELLINGS)
    for part, unit in _parts(spelt):
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
    r"[零〇]?(?:(?P<thousands>[一二两三四五六七八九])千)?"
    r"(?:[零〇](?=.))?(?:(?P<hundreds>[一二两三四五六七八九])百)?"
    r"(?:[零〇](?=.))?(?:(?P<tens>[一二三四五六七八九]?)(?P<ten>十))?"
    r"(?:[零〇](?=.))?(?P<ones>[一二两三四五六七八九])?"
)


def _section(text: str) -> int | None:
    """The number below ten thousand that ``text`` writes, or ``None``."""
    if text in {"零", "〇"}:
        return 0
    match = _SECTION.fullmatch(text)
    if match is None or not text.strip("零〇"):
        return None
    higher = match["thousands"] or match["hundreds"]
    if match["ones"] and higher and not match["ten"] and text[-2] not in "零〇":
        return None  # 一百五
    digits = [DIGITS[match[name]] if match[name] else 0 for name in ("thousands", "hundreds", "ones")]
    tens = (DIGITS[match["tens"]] if match["tens"] else 1) if match["ten"] else 0
    return digits[0] * 1000 + digits[1] * 100 + tens * 10 + digits[2]
