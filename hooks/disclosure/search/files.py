"""The files for the search in the browser: shared tables, one for each report, and answers."""

import codecs
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.facts.numerals import DIGITS
from disclosure.language import pinyin
from disclosure.language.stop_words import stop_words
from disclosure.language.synonyms import synonyms
from disclosure.language.traditional import variants
from disclosure.pages.page import PageMeta
from disclosure.report import addresses
from disclosure.search.entries import Sentences, of_report, of_site
from disclosure.search.facts import figures, metrics, unstated
from disclosure.search.guides import contact, guides
from disclosure.search.scripts import script

SITE, VARIANTS = "search/site.json", "search/variants.json"
PAGES, ANSWERS = "search/pages.json", "search/answers.json"
WORKER, DIALOG = "search/worker.js", "search/dialog.js"
ANSWERING, SPELLING = "search/answering.js", "search/spelling.js"


def search_files(
    analysis: Analysis,
    metas: Mapping[str, PageMeta],
    sentences: Sentences,
    *,
    publish: Callable[[str, str], tuple[str, bytes]],
) -> dict[str, tuple[str, bytes]]:
    """Address and content of every file by name; ``publish`` makes both from name and text."""
    contents = {name: script(Path(name).stem) for name in (WORKER, ANSWERING, SPELLING, DIALOG)}
    years = []
    for report in analysis.book.reports:
        year = report.year
        files = {
            f"search/{year}.json": _year(analysis, report, sentences),
            f"search/{year}-unstated.json": _json(
                {"year": year, "unstated": list(unstated(analysis, report))}
            ),
        }
        contents |= files
        years.append([year, f"{year}年报告", *(publish(name, text)[0] for name, text in files.items())])
    pages = [entry.cells for entry in of_site(analysis, metas.values(), sentences)]
    contents[ANSWERS] = _json(
        {
            "guides": list(guides(analysis, metas, sentences)),
            "contact": contact(analysis),
            "required": {
                addresses.standard(standard.id): standard.requirement.removesuffix("。")
                for standard in analysis.disclosure.standards.values()
                if standard.requirement
            },
        }
    )
    texts = [*(content for name, content in contents.items() if name.endswith(".json")), _json(pages)]
    words = list(synonyms(_own_synonyms(analysis), "".join(texts)))
    contents[PAGES] = _json({"pages": pages, "related": [line for line in words if "~" in line]})
    contents[VARIANTS] = _json({"variants": variants(sorted(set("".join(texts)) | set(DIGITS)))})
    later = (ANSWERING, ANSWERS, PAGES, SPELLING, VARIANTS)
    others = {Path(name).stem: publish(name, contents[name])[0] for name in later}
    contents[SITE] = _json(
        _site(analysis, texts)
        | {"synonyms": [line for line in words if "=" in line], "years": years, "others": others}
    )
    return {name: publish(name, text) for name, text in contents.items()}


def _year(analysis: Analysis, report: Report, sentences: Sentences) -> str:
    entries = tuple(of_report(analysis, report, sentences))
    return _json(
        {
            "year": report.year,
            "entries": _columns(entry.cells for entry in entries),
            "metrics": _columns({"id": name, **cells} for name, cells in metrics(analysis, report).items()),
            "figures": _columns(figures(analysis, report, entries, sentences)),
        }
    )


def _site(analysis: Analysis, texts: list[str]) -> dict[str, object]:
    return {
        "characters": pinyin.runs(),
        "readings": pinyin.exceptions(texts),
        "stopWords": " ".join(stop_words()),
        "terms": [term.term for term in analysis.disclosure.terms.values()],
        "places": [analysis.disclosure.publisher.place, analysis.disclosure.publisher.place.rstrip("县区市")],
    }


def _own_synonyms(analysis: Analysis) -> Iterable[str]:
    """The glossary's synonyms in the format of ``language.synonyms``, and 垫中 for 垫江中学."""
    for term in analysis.disclosure.terms.values():
        spoken = " ".join(word for word in term.synonyms if word != term.term)
        if spoken and " " not in term.term:
            yield f"{term.term} ~ {spoken}"
    for metric in analysis.disclosure.metrics.values():
        for category, aliases in metric.category_aliases.items():
            yield f"{metric.categories[category]} = {' '.join(aliases)}"
    place = analysis.disclosure.publisher.place.rstrip("县区市")
    if place:
        yield f"{place}中学 ~ {place[0]}中"


def _columns(rows: Iterable[Mapping[str, object]]) -> dict[str, list[object]]:
    """A table as columns, which compress better than rows; ``None`` for a cell that a row lacks."""
    table = list(rows)
    names = dict.fromkeys(name for row in table for name in row)
    return {name: [row.get(name) for row in table] for name in names}


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def encoded(text: str) -> bytes:
    """JSON in the encoding in which it is sent: GBK, with two bytes for a Chinese character instead of three.

    After gzip that is an eighth less than UTF-8. Every browser reads GBK
    (https://encoding.spec.whatwg.org/#gbk); characters that it lacks become escapes of JSON.
    """
    return text.encode("gbk", _ESCAPING)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


_ESCAPING = "json-escape"
codecs.register_error(_ESCAPING, _escaped)
