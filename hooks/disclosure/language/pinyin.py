"""Pronunciation of characters, without tones: the only module that uses pypinyin."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from pypinyin import lazy_pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.seg.mmseg import seg

_FIRST, _LAST, _SHORT_ROW = 0xB0, 0xD7, 0xD7
"""Rows of the 3,755 common characters in GB 2312, which are sorted by sound; the last row is incomplete."""

_DIAERESIS = unicodedata.normalize("NFD", "ü")


@cache
def common() -> str:
    """The common characters of GB 2312 in its order. A browser lists them by ``TextDecoder("gbk")``."""
    rows = ((row, 0xFA if row == _SHORT_ROW else 0xFF) for row in range(_FIRST, _LAST + 1))
    return "".join(bytes((row, cell)).decode("gb2312") for row, end in rows for cell in range(0xA1, end))


@cache
def common_readings() -> tuple[str, ...]:
    """The reading of each of ``common()`` on its own: that of ``lazy_pinyin``, but faster."""
    first = (PINYIN_DICT[ord(char)].partition(",")[0] for char in common())
    spelt = (unicodedata.normalize("NFD", reading).replace(_DIAERESIS, "v") for reading in first)
    return tuple("".join(char for char in reading if char.isascii()) for reading in spelt)


def runs() -> str:
    """``common_readings()`` as run lengths: ``a2 ai13 an9 …``; a run of one has no number."""
    counted = ((reading, sum(1 for _ in run)) for reading, run in groupby(common_readings()))
    return " ".join(f"{reading}{count if count > 1 else ''}" for reading, count in counted)


def readings(texts: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Every character of ``texts`` with its readings there: 长 is chang or zhang."""
    stretches = {match[0] for text in texts for match in re.finditer(r"[\u4e00-\u9fff]+", text)}
    found: dict[str, set[str]] = {}
    # A reading depends only on the word, and a thousand pages use the same few thousand words.
    for word in sorted({word for stretch in stretches for word in seg.cut(stretch)}):
        for char, reading in zip(word, lazy_pinyin(word), strict=True):
            found.setdefault(char, set()).add(reading)
    return {char: frozenset(sounds) for char, sounds in found.items()}


def exceptions(texts: Iterable[str]) -> Mapping[str, str]:
    """By reading, the characters of ``texts`` that ``runs()`` does not list under that reading."""
    alone = dict(zip(common(), common_readings(), strict=True))
    by_reading: dict[str, set[str]] = {}
    for char, sounds in readings(texts).items():
        for sound in sounds - {alone.get(char)}:
            by_reading.setdefault(sound, set()).add(char)
    return {reading: "".join(sorted(by_reading[reading])) for reading in sorted(by_reading)}


def initial(text: str) -> str:
    """The letter under which an index lists ``text``; ``#`` where it has none."""
    match = re.search(r"[a-zA-Z\u4e00-\u9fff]", text)
    letter = lazy_pinyin(match[0])[0][:1].upper() if match else ""
    return letter if letter.isascii() and letter.isalpha() else "#"
