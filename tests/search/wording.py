"""Whether a text says what is wanted: folded alike, and figures only as whole figures."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WHITE = re.compile(r"\s+")


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Without the differences that no reader sees: width, case, white space."""
    return _WHITE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def alternatives(wanted: str) -> list[list[str]]:
    """``a&b|c`` → either a and b, or c."""
    return [choice.split("&") for choice in wanted.split("|")] if wanted else []


def says(text: str, part: str) -> bool:
    """Whether ``text`` contains ``part``, where 16个 does not contain 6个, nor 148.5% 48.5%."""
    before = r"(?<![\d.])" if part[:1].isdigit() else ""
    after = r"(?!\.?\d)" if part[-1:].isdigit() else ""
    return re.search(f"{before}{re.escape(folded(part))}{after}", folded(text)) is not None


def holds(text: str, wanted: str) -> bool:
    """Whether ``text`` says all parts of one of the alternatives of ``wanted``."""
    return any(all(says(text, part) for part in parts) for parts in alternatives(wanted))
