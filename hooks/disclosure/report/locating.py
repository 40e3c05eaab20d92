"""Places in the Markdown files of what is found on a finished page."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from disclosure.findings import Where
from disclosure.report.book import Book, section_address


class Locator:
    """Finds places in the Markdown of a book; asked again for the same text, it gives the next place."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._asked: Counter[tuple[str, str]] = Counter()

    def locate(self, address: str, text: str) -> Where:
        """The place in Markdown of ``text`` on a page; the page itself if there is none."""
        sections = self.book.sections.values()
        section = next((item for item in sections if section_address(item) == address), None)
        if section is None:
            return Where(f"site/{address}")
        parts = [item.markdown for item in (section, *self.book.others(section).values())]
        for needle, ahead in _needles(text):
            found = [
                part.where(match.start() + ahead)
                for part in parts
                for match in re.finditer(re.escape(needle), part.raw)
                if match.start() >= part.body_start
            ]
            if found:
                self._asked[address, text] += 1
                return found[min(self._asked[address, text], len(found)) - 1]
        return parts[0].where(parts[0].body_start)


def _needles(text: str) -> Iterator[tuple[str, int]]:
    """What to look for in the raw text, the likeliest first, and where in it the text begins."""
    fragment = text[text.rfind("#") :] if "#" in text else ""
    for opening in ("](", '="', "='", "]: ", "<", "{"):
        yield f"{opening}{text}", len(opening)
    yield from ((needle, 0) for needle in (text, fragment, posixpath.basename(text)) if needle)
