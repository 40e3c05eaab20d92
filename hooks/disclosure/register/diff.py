"""The comparison of what was registered with what the data say now."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from disclosure.facts.published import Entry, Key


@dataclass(frozen=True, slots=True)
class Difference:
    """One field whose content changed; ``None`` on the side that lacks the field."""

    key: Key
    former: Entry | None
    now: Entry | None

    @property
    def lost(self) -> tuple[Any, ...]:
        """The former elements that a list no longer has; for other contents, the former content."""
        now = _elements(self.now)
        return tuple(
            element for element in _elements(self.former) if not any(same(element, other) for other in now)
        )

    @property
    def added(self) -> tuple[Any, ...]:
        """The elements that a list did not have before."""
        former = _elements(self.former)
        return tuple(
            element for element in _elements(self.now) if not any(same(other, element) for other in former)
        )

    @property
    def rewritten(self) -> tuple[int, Any] | None:
        """Index and content of the first former element that changed or is gone; more may follow."""
        now = iter(_elements(self.now))
        return next(
            (
                (place, element)
                for place, element in enumerate(_elements(self.former))
                if not same(element, next(now, None))
            ),
            None,
        )


def diff(former: Iterable[Entry], now: Iterable[Entry]) -> tuple[Difference, ...]:
    """All changes, in the order of ``former``; then those that add a field."""
    was, is_now = ({entry.key: entry for entry in entries} for entries in (former, now))
    found = (Difference(key, was.get(key), is_now.get(key)) for key in {**was, **is_now})
    return tuple(
        change
        for change in found
        if not (change.former and change.now and same(change.former.content, change.now.content))
    )


def same(former: Any, now: Any) -> bool:
    """Whether two contents are equal; the former may be given as its digest."""
    return bool(former == now or former == digest(now))


def digest(content: Any) -> str:
    """The first twelve digits of the SHA-256 of a text, a mapping or the elements of a list."""
    texts = (
        part if isinstance(part, str) else json.dumps(part, ensure_ascii=False, sort_keys=True)
        for part in (content if isinstance(content, list) else [content])
    )
    return sha256("\0".join(texts).encode(errors="surrogatepass")).hexdigest()[:12]


def _elements(entry: Entry | None) -> list[Any]:
    if entry is None:
        return []
    return entry.content if isinstance(entry.content, list) else [entry.content]
