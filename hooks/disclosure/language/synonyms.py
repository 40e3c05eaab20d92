"""Synonyms: residents' words and the words of reports for them, from ``synonyms.txt``."""

from collections.abc import Iterable, Iterator
from pathlib import Path

SAME, RELATED = " = ", " ~ "
"""The marks between the report's words and their synonyms, or merely related words."""


def groups() -> list[list[str]]:
    """The lines of the table, group by group."""
    _, *texts = Path(__file__).with_name("synonyms.txt").read_text("utf-8").split("\n\n")
    return [[line for line in group.splitlines() if not line.startswith("#")] for group in texts]


def synonyms(own: Iterable[str], site: str) -> Iterator[str]:
    """Lines of the table, reduced to words that the site has: ``医师=医生 大夫``, ``床位~住院``.

    ``own`` are the county's own lines; ``site`` is all text of the site. For each mark, a synonym appears
    in one line only, with all words that it stands for, in order of preference.
    """
    lines = [*(line for group in groups() for line in group), *own]
    for mark in (SAME, RELATED):
        found: dict[str, dict[str, None]] = {}
        for line in lines:
            proper, marked, others = line.partition(mark)
            ours = [word for word in proper.split() if word in site] if marked else []
            for word in others.split() if ours else ():
                found.setdefault(word, {}).update(dict.fromkeys(ours))
        meaning: dict[tuple[str, ...], list[str]] = {}
        for word in sorted(found):
            meaning.setdefault(tuple(found[word]), []).append(word)
        for ours_words in sorted(meaning):
            yield f"{' '.join(ours_words)}{mark.strip()}{' '.join(meaning[ours_words])}"
