"""What standards quote stands word for word in the official texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.findings import Finding
from disclosure.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.facts.disclosure import Disclosure


def check_quotes(disclosure: Disclosure) -> Iterator[Finding]:
    """Quotes that differ from the text of their document, compared as official words are."""
    texts = {name: fold(text) for name, text in disclosure.texts.items()}
    for standard in disclosure.standards.values():
        text, quote = texts.get(standard.document or ""), fold(standard.quote or "")
        if text is None or quote in text:
            continue
        same = next(length for length in range(len(quote), -1, -1) if quote[:length] in text)
        message = f"data/texts/{standard.document}.txt 里没有这句话，从“{quote[same : same + 8]}”起对不上。"
        yield Finding(standard.where_is("quote"), "quote-differs", message)
