"""Line ends within a paragraph: a blank between Latin words, nothing beside a Chinese character."""

import re
from itertools import pairwise

_LINE_END = r"[ \t]*\n[ \t]*"
_BESIDE_CHINESE = re.compile(rf"(?<=[^\x00-\x7f]){_LINE_END}|{_LINE_END}(?=[^\x00-\x7f])")


def unwrapped(paragraph: str) -> str:
    """A paragraph in one line."""
    return re.sub(_LINE_END, " ", _BESIDE_CHINESE.sub("", paragraph))


def unfolded(text: str, lines: list[str]) -> str:
    """``text``, which YAML folded from ``lines`` with a blank for each line end, unwrapped."""
    for before, after in pairwise(lines):
        pair = before.rstrip()[-1:], after.lstrip()[:1]
        if all(pair) and not "".join(pair).isascii():
            text = text.replace(" ".join(pair), "".join(pair))
    return text
