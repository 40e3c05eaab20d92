"""Finds the place in Markdown of something found on a finished page."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from disclosure.findings import Where
from disclosure.report.book import Book, section_address


class Locator:
    """Finds places in a book's Markdown; repeated requests for the same text return successive places."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._asked: Counter[tuple[str, str]] = Counter()

    def locate(self, address: str, text: str) -> Where:
        """The place in Markdown of ``text`` on a page; the page itself if it has no Markdown file."""
        sections = self.book.sections.values()
        section = next((section for section in sections if section_address(section) == address), None)
        if section is None:
            return Where(f"site/{address}")
        parts = [part.markdown for part in (section, *self.book.others(section).values())]
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
    """Strings to look for in the raw text, the likeliest first, each with the offset of the text in it."""
    fragment = text[text.rfind("#") :] if "#" in text else ""
    for opening in ("](", '="', "='", "]: ", "<", "{"):
        yield f"{opening}{text}", len(opening)
    yield from ((needle, 0) for needle in (text, fragment, posixpath.basename(text)) if needle)
