"""The files that a browser fetches to search: tables with terms and own pages, and one for each report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from disclosure.facts.numerals import DIGITS
from disclosure.language import pinyin
from disclosure.language.everyday import everyday
from disclosure.language.traditional import variants
from disclosure.search.entries import Sentences, of_report, of_site
from disclosure.search.facts import figures, metrics, unstated
from disclosure.search.guides import contact, guides
from disclosure.search.scripts import dialog, worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from disclosure.pages.book import Book
    from disclosure.pages.heads import Head

SITE = "search/site.json"
WORKER, DIALOG = "search/worker.js", "search/dialog.js"


def year_file(year: str) -> str:
    """The name of a year's file, before its content gives it another."""
    return f"search/{year}.json"


def search_files(
    book: Book,
    heads: Mapping[str, Head],
    sentences: Sentences,
    *,
    named: Callable[[str, str], str],
) -> dict[str, str]:
    """Name → content of every file; ``named`` gives the published address of a name with its content."""
    made: dict[str, str] = {WORKER: worker(), DIALOG: dialog()}
    years, texts = [], []
    for report in book.reports:
        entries = tuple(of_report(book, report, sentences))
        content = {
            "year": report.year,
            "name": f"{report.year}年报告",
            "entries": [entry.cells for entry in entries],
            "metrics": metrics(book, report),
            "figures": list(figures(book, report, entries, sentences)),
            "unstated": list(unstated(book, report)),
        }
        made[year_file(report.year)] = text = _json(content)
        years.append([report.year, f"{report.year}年报告", named(year_file(report.year), text)])
        texts.append(text)
    general = tuple(of_site(book, heads.values(), sentences))
    texts += [text for entry in general for text in entry.texts]
    site = _site(book, texts) | {"guides": list(guides(book, heads, sentences)), "years": years}
    made[SITE] = _json(site | {"entries": [entry.cells for entry in general]})
    return made


def _site(book: Book, texts: list[str]) -> dict[str, object]:
    whole = "".join(texts)
    return {
        "characters": pinyin.runs(),
        "readings": pinyin.exceptions(texts),
        "variants": variants(sorted(set(whole) | set(DIGITS))),
        "everyday": {word: list(ours) for word, ours in everyday(_synonyms(book), whole).items()},
        "terms": [term.term for term in book.disclosure.terms.values()],
        "contact": contact(book),
        "places": [book.disclosure.publisher.place, book.disclosure.publisher.place.rstrip("县区市")],
    }


def _synonyms(book: Book) -> Iterable[str]:
    """The glossary's everyday words, in the manner of ``language.everyday``."""
    for term in book.disclosure.terms.values():
        spoken = " ".join(word for word in term.synonyms if word != term.term)
        if spoken and " " not in term.term:
            yield f"{term.term} = {spoken}"


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
