"""Traditional characters for the simplified ones of a text: the only module that uses OpenCC."""

from collections.abc import Collection
from functools import cache

import opencc

_FIRST, _LAST = 0x4E00, 0x9FFF


def variants(characters: Collection[str]) -> str:
    """Pairs of a traditional character and its simplified form in ``characters``: ``視视率率…``.

    Only characters that are used in Hong Kong and Taiwan (Big5) and are not in ``characters`` themselves.
    """
    known = frozenset(characters)
    return "".join(
        f"{char}{simple}" for char, simple in _simplified() if simple in known and char not in known
    )


@cache
def _simplified() -> tuple[tuple[str, str], ...]:
    """Every character of Big5 that has a different simplified form, with that form."""
    everything = map(chr, range(_FIRST, _LAST + 1))
    characters = [char for char in everything if char.encode("big5hkscs", "ignore")]
    # One character a line, so that OpenCC converts no phrases.
    simple = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return tuple((char, short) for char, short in zip(characters, simple, strict=True) if char != short)
