"""What makes two official texts the same: NFKC folding without any white space.

Each character folds by itself, so that a place in the folded text leads back to the place it came from.
"""

import unicodedata
from functools import cache


@cache
def _folded(char: str) -> str:
    return "".join(unicodedata.normalize("NFKC", char).split())


def fold(text: str) -> str:
    """``text`` in compatibility form, without white space."""
    return "".join(map(_folded, text))


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the index in ``text`` that it came from."""
    places = [index for index, char in enumerate(text) for _ in _folded(char)]
    return fold(text), places
