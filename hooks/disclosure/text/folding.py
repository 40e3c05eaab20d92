"""Folding: two official texts are the same if they are equal after NFKC and without white space.

Each character is folded by itself, so that each place in the folded text leads to a place in the original.
"""

import unicodedata
from functools import cache


@cache
def _folded(char: str) -> str:
    return "".join(unicodedata.normalize("NFKC", char).split())


def fold(text: str) -> str:
    """``text`` in NFKC, without white space."""
    return "".join(map(_folded, text))


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index in ``text`` that it came from."""
    places = [index for index, char in enumerate(text) for _ in _folded(char)]
    return fold(text), places
