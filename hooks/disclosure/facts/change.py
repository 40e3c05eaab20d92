"""Changes as a report prints them: a word and a quantity."""

import re
from dataclasses import dataclass
from decimal import Decimal

from disclosure.facts.quantity import Interval, Quantity, QuantityError, parse_quantity

_RISES = ("增长", "上升", "提高", "增加", "提升")
_FALLS = ("下降", "减少", "降低", "下滑")
_LEVEL = "持平"
_CHANGE = re.compile(rf"(?P<word>{'|'.join(_RISES + _FALLS)})(?P<filler>了?)(?P<rest>.+)")


@dataclass(frozen=True, slots=True)
class Change:
    """A printed change: its word (增长, 下降 …) and magnitude; the sign is computed."""

    word: str
    filler: str
    """了, where the report writes 增长了."""
    magnitude: Quantity | None
    """``None`` for 持平."""

    def __str__(self) -> str:
        return f"{self.word}{self.filler}{self.magnitude or ''}"

    @property
    def sign(self) -> int:
        """1 for a rise, -1 for a fall, 0 for 持平."""
        return 0 if self.magnitude is None else 1 if self.word in _RISES else -1

    @property
    def value(self) -> Decimal:
        """The signed change: -0.65 of 下降0.65个百分点."""
        return Decimal(0) if self.magnitude is None else self.magnitude.value * self.sign

    @property
    def interval(self) -> Interval:
        """The signed changes that the printed one can stand for."""
        if self.magnitude is None:
            return Interval(Decimal(0), Decimal(0))
        size = self.magnitude.interval
        if self.sign > 0:
            return size
        return Interval(None if size.high is None else -size.high, None if size.low is None else -size.low)

    @property
    def plain(self) -> str:
        """The signed change in machine-readable form."""
        return format(self.value, "f")


def parse_change(text: str) -> Change:
    """The change that ``text`` prints. Raises ``QuantityError`` as ``parse_quantity`` does."""
    if text == _LEVEL:
        return Change(_LEVEL, "", None)
    match = _CHANGE.fullmatch(text)
    if match is None:
        raise QuantityError(f"“{text}”不是增减的写法，应当像 增长7.19%")
    magnitude = parse_quantity(match["rest"])
    if magnitude.number < 0:
        raise QuantityError(f"“{text}”里词语和负号重复")
    return Change(match["word"], match["filler"], magnitude)
