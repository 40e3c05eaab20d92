"""Passages: the headings of a report about its problems and plans, each with the words below it.

``report.yml`` says in ``sections`` which files, or which headings, they are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.facts.records import SectionRecord
from disclosure.findings import Where
from disclosure.report.binding import Section
from disclosure.report.source_text import below
from disclosure.text.markdown import Heading


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading about problems, plans or both, with the words below it."""

    section: Section
    heading: Heading
    kind: str
    """问题, 打算 or 问题和打算."""
    text: str
    """The words of the heading and, after an empty line, those below it, figures as they are printed."""
    first: bool
    """Whether it is the heading of the whole part."""
    leads: bool
    """Whether it only leads to the headings below it: it is that of the whole part, or has no words."""

    @property
    def where(self) -> Where:
        """The place of its heading."""
        return self.section.markdown.where(self.heading.offset)


def passages(section: Section, records: Iterable[SectionRecord]) -> Iterator[Passage]:
    """The passages of a section, in the order of reading."""
    own = [record for record in records if record.file == section.name]
    headings = section.headings
    owners = [_owner(headings, place, own) for place in range(len(headings))]
    ends = [*(heading.offset for heading in headings), len(section.markdown.raw)][1:]
    for place, (heading, owner, end) in enumerate(zip(headings, owners, ends, strict=True)):
        if owner is None:
            continue
        text = below(section, heading, end)
        first, bare = owner not in owners[:place], not text.partition("\n")[2].strip()
        others = owners[place + 1 : place + 2] == [owner] and headings[place + 1].level > heading.level
        yield Passage(section, heading, owner.kind, text, first=first, leads=others and (first or bare))


def _owner(headings: tuple[Heading, ...], place: int, records: list[SectionRecord]) -> SectionRecord | None:
    """The record that a heading belongs to: that of the nearest heading above it, else that of the file."""
    level = headings[place].level + 1
    for heading in headings[place::-1]:
        if heading.level < level:
            level = heading.level
            if found := next((one for one in records if one.heading == heading.anchor), None):
                return found
    return next((one for one in records if one.heading is None), None)
