"""What standards quote stands word for word in the official texts."""

from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.checks.registry import site_check
from disclosure.findings import Finding
from disclosure.text.folding import fold


@site_check
def check_quotes(analysis: Analysis) -> Iterator[Finding]:
    """Quotes that differ from the text of their document, compared as official words are."""
    texts = {name: fold(text) for name, text in analysis.disclosure.texts.items()}
    for standard in analysis.disclosure.standards.values():
        text, quote = texts.get(standard.document or ""), fold(standard.quote or "")
        if text is None or quote in text:
            continue
        same = next(length for length in range(len(quote), -1, -1) if quote[:length] in text)
        yield Finding(
            standard.where_is("quote"),
            "quote-differs",
            f"data/texts/{standard.document}.txt 里没有这句话，从“{quote[same : same + 8]}”起对不上。",
        )
