"""The search page; without scripts, an index of all figures and terms by pinyin initial."""

from collections.abc import Mapping
from itertools import groupby

from disclosure.analysis.analysis import Analysis
from disclosure.facts.records import Metric, Term
from disclosure.language.pinyin import initial
from disclosure.pages.page import Page, PageMeta
from disclosure.report import addresses


def _index(analysis: Analysis) -> Mapping[str, object]:
    """Metrics and terms by pinyin initial; those without one (``#``) come last."""
    disclosure = analysis.disclosure
    named: list[tuple[str, Metric | None, Term | None]] = [
        *((metric.name, metric, None) for metric in disclosure.metrics.values()),
        *((term.term, None, term) for term in disclosure.terms.values()),
    ]
    named.sort(key=lambda entry: (initial(entry[0]) == "#", initial(entry[0]), entry[0]))
    by_letter = groupby(named, lambda entry: initial(entry[0]))
    return {"letters": [(letter, list(entries)) for letter, entries in by_letter]}


PAGE = Page(
    PageMeta(
        addresses.SEARCH,
        "搜索",
        "search",
        "在报告各节、全部数值和名词解释中查找。",
        column="信息公开目录",
    ),
    "search.html",
    _index,
)
