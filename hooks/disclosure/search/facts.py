"""The facts for instant answers: figures with their statements, and what a report leaves unstated."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Printed
from disclosure.facts.period import Manner
from disclosure.facts.quantity import Quantity
from disclosure.facts.records import SEE_LEDGER
from disclosure.report import addresses
from disclosure.report.book import section_address
from disclosure.search.entries import Entry, Sentences

Cells = dict[str, object]
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)余?多?(万|亿)?")
_SCALES = {"": 1, "万": 10_000, "亿": 100_000_000}


def _filled(cells: Cells) -> Cells:
    return {name: cell for name, cell in cells.items() if cell not in (None, "", [], {})}


def metrics(analysis: Analysis, report: Report) -> dict[str, Cells]:
    """The metrics of a report by id."""
    return {
        metric.id: _filled(
            {
                "name": metric.name,
                "words": list(metric.aliases),
                "categories": dict(metric.categories),
                "unit": metric.unit,
                "scope": metric.scope,
                "increase": "yes" if metric.measures == "change" else "",
            }
        )
        for metric in map(analysis.disclosure.metrics.__getitem__, report.by_metric)
    }


def figures(
    analysis: Analysis, report: Report, entries: Sequence[Entry], sentences: Sentences
) -> Iterator[Cells]:
    """The figures of a report in the order of its data."""
    places = _places(analysis, report, entries, sentences)
    for figure in report.observations:
        at, line = places.get(figure.reference, (addresses.value(figure.anchor, figure.year), None))
        usual = f"{entries[line[0]].page}#figure-{figure.anchor.replace('@', '-')}" if line else None
        statement, stated = analysis.figures[figure], figure.period.manner is not Manner.UNSTATED
        yield _filled(
            {
                "metric": figure.metric,
                "category": figure.category,
                "period": f"{figure.period.shown}，{figure.basis.value}" if stated else "时期报告未载明",
                "years": list(figure.period.years(figure.year)) if stated else [],
                "value": str(figure.shown),
                "number": _number(figure.shown),
                "change": str(figure.change or ""),
                "verdicts": [
                    f"{verdict.standard.name}：{verdict.sentence}" if verdict.deferred else verdict.explained
                    for verdict in statement.verdicts
                ],
                "note": figure.note,
                "later": statement.sentence,
                "slug": figure.period.slug if at == usual else "",
                "at": "" if at == usual else at,
                "line": line,
            }
        )


def _number(shown: Printed) -> str:
    """The number by which a figure is found, where the search script would read another; none of a ratio."""
    ratio = isinstance(shown, Quantity) and shown.form == "ratio"
    single = shown.value is not None and not ratio
    return shown.plain if single and shown.plain != _printed(str(shown)) else ""


def _printed(value: str) -> str:
    """The number that the search script, by the same rule, reads from a value: ``6100余万元`` → 61000000."""
    found = _NUMBER.search(value.replace(",", ""))
    if not found:
        return ""
    return format((Decimal(found[1]) * _SCALES[found[2] or ""]).normalize(), "f")


def _places(
    analysis: Analysis, report: Report, entries: Sequence[Entry], sentences: Sentences
) -> Mapping[str, tuple[str, list[int] | None]]:
    """For each figure the place where it first stands, and the sentence there (entry and line)."""
    found: dict[str, tuple[str, list[int] | None]] = {}
    lines = {
        f"{entry.page}#{anchor}": [number, place]
        for number, entry in enumerate(entries)
        for place, (anchor, _) in enumerate(entry.lines)
        if anchor.startswith("sentence-")
    }
    for section in (analysis.book.sections[f"{report.year}/index.md"], *analysis.book.parts(report.year)):
        path = section_address(section)
        holding = {
            figure: f"{path}#{sentence.anchor}"
            for sentence in sentences.get(path, ())
            for figure in sentence.figures
        }
        for figure in section.figures:
            if figure.leads:
                line = lines.get(holding.get(figure.anchor, ""))
                found.setdefault(figure.observation.reference, (f"{path}#{figure.anchor}", line))
    return found


def _target(analysis: Analysis, report: Report, name: str) -> str:
    """The address to which readers are referred: the ledger, a metric, or an area, heading or item."""
    if name == SEE_LEDGER:
        return addresses.LEDGER if report is analysis.book.reports[0] else addresses.ledger(report.year)
    return (
        addresses.metric(name) if name in report.by_metric else analysis.book.about(report.year, name).target
    )


def unstated(analysis: Analysis, report: Report) -> Iterator[Cells]:
    """Questions that readers would ask and the report does not answer."""
    for gap in report.record.unstated:
        at = _target(analysis, report, gap.see) if gap.see else ""
        yield _filled({"topic": gap.topic, "asked": list(gap.asked), "says": gap.says, "at": at})
