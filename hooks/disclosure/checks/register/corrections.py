"""What was published stays, or says why it changed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from disclosure.analysis import revisions as history
from disclosure.checks.register.reports import remembers
from disclosure.facts.figure_name import split_name
from disclosure.facts.labels import label
from disclosure.facts.lock import field_name
from disclosure.facts.period import parse_period
from disclosure.findings import Finding, Where, nearest
from disclosure.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from disclosure.facts.correction import Correction
    from disclosure.facts.disclosure import Disclosure, Report
    from disclosure.facts.lock import Locked
    from disclosure.facts.observations import Observation
    from disclosure.text.official_words import Words

Key = tuple[str, str]


def check_corrections(
    disclosure: Disclosure,
    report: Report,
    words: Mapping[str, Words] | None,
) -> Iterator[Finding]:
    """Changes since publication without a correction, corrections that do not fit, silent restatements."""
    found = list(_corrections(disclosure, report, words))
    yield from found
    if not found:  # else the corrections themselves want mending first
        yield from _missing(disclosure, report)


def _corrections(
    disclosure: Disclosure,
    report: Report,
    words: Mapping[str, Words] | None,
) -> Iterator[Finding]:
    now = {item.key: item for item in history.published(disclosure, report, words)}
    entries = report.lock.entries if report.lock else ()
    was = {item.key: item for item in entries if not (item.sealed or _doubtful(item, disclosure))}
    if words is None:  # what could not be read has a finding of its own
        was.pop(("正文", "text"), None)
    chains = {item.key: history.chain(report.corrections, item.key) for item in report.corrections}
    restated = dict(_restatements(disclosure, report))
    for key, corrections in chains.items():
        if corrections[0].field == "verdict" and not corrections[0].standard:
            message = "改的是对照结论时，要用 standard 写明标准的编号。"
            yield Finding(corrections[0].where, "bad-correction", message)
            continue
        if corrections[-1].field == "verdict" and corrections[-1].new is None:
            message = "对照结论不能撤下，只能改；标准不再适用的，写 valid_until 或 set_aside。"
            yield Finding(corrections[-1].where_is("new"), "bad-correction", message)
            continue
        if key[1] == "text":
            yield from _reworded(corrections, report)
            continue
        yield from _linked(corrections, now.get(key), was.get(key), restated.get(key))
        if key not in now and (corrections[-1].new is not None or not _possible(disclosure, corrections[-1])):
            guess = nearest(corrections[-1].figure, {figure for figure, _ in now})
            message = f"没有“{corrections[-1].figure}”{field_name(key[1])}。"
            yield Finding(corrections[-1].where_is("figure"), "bad-correction", message, guess)
    if report.lock:
        yield from _silent(report, now, was, chains)
    for key, (item, former) in restated.items():
        if key not in chains:
            was_said, is_said = _said(former, key[1]), _said(item, key[1])
            message = (
                f"“{label(disclosure, item)}”{item.period}在 {former.year} 年报告里是 {was_said}，"
                f"这份报告写的是 {is_said}，没有说明。"
            )
            yield Finding(item.change_where if key[1] == "change" else item.where, "restated", message)


def _said(observation: Observation, field: str) -> str:
    if field == "change":
        return str(observation.change or "没有写增减")
    return history.printed_value(observation)


def _missing(disclosure: Disclosure, report: Report) -> Iterator[Finding]:
    """A lock that is not there yet, or that must have been lost."""
    if report.lock is not None:
        return
    where = Where(f"data/{report.year}/figures.lock")
    others = (other for other in disclosure.reports if other.lock)
    known = any(other.year > report.year or remembers(other, report.year) for other in others)
    if known or any(item.kind == "更正" or item.new is None for item in report.corrections):
        message = "登记簿不见了：这份报告公布以后有过更正，或者别的年份的登记簿里写着它已经公布。"
        yield Finding(where, "lock-edited", message)
    else:
        yield Finding(where, "lock-missing", f"{report.year} 年报告的数值还没有登记。")


def _reworded(corrections: Iterable[Correction], report: Report) -> Iterator[Finding]:
    """Official words that were changed after publication must read as the last correction says."""
    for correction in corrections:
        if correction.new and fold(correction.new) not in fold(report.official):
            message = f"官方原文里没有“{correction.new}”。"
            yield Finding(correction.where_is("new"), "bad-correction", message)


def _doubtful(entry: Locked, disclosure: Disclosure) -> bool:
    """Whether it is about something that could not be read, of which nothing can be said."""
    kind, _, standard = entry.field.partition(" ")
    names = {split_name(entry.figure).metric, standard if kind == "verdict" else ""}
    return bool(disclosure.uncertain & names)


def _possible(disclosure: Disclosure, correction: Correction) -> bool:
    """Whether there could be such a figure, though it was withdrawn."""
    name = correction.name
    metric = disclosure.metrics.get(name.metric)
    known = metric is not None and name.category in (metric.categories or {None})
    return known and parse_period(name.period) is not None


def _stale(key: Key, report: Report, was: Mapping[Key, Locked]) -> bool:
    """Whether every correction of the text was registered before the text changed once more."""
    lines = [f"correction {number}" for number, one in enumerate(report.corrections, 1) if one.key == key]
    return key[1] == "text" and all((key[0], line) in was for line in lines)


def _silent(
    report: Report,
    now: Mapping[Key, Locked],
    was: Mapping[Key, Locked],
    chains: Mapping[Key, tuple[Correction, ...]],
) -> Iterator[Finding]:
    """What readers saw and no longer see, without a word."""
    changed: dict[Where, list[str]] = {}  # one standard speaks of many figures
    for key, former in was.items():
        current = now.get(key)
        if (key in chains and not _stale(key, report, was)) or (
            current and current.printed == former.printed
        ):
            continue
        thing = f"“{key[0]}”{field_name(key[1])}"
        if current is None:
            message = f"{thing}（{former.printed}）已经公布，现在没有了。"
            changed.setdefault(former.where, []).append(message)
        else:
            message = f"{thing}公布的是“{former.printed}”，现在是“{current.printed}”。"
            changed.setdefault(current.where, []).append(message)
    for where, (first, *others) in changed.items():
        more = f"另有 {len(others)} 个数值受同样的影响。" if others else ""
        yield Finding(where, "unexplained-change", f"{first}{more}")


def _linked(
    corrections: tuple[Correction, ...],
    current: Locked | None,
    former: Locked | None,
    restated: tuple[Observation, Observation] | None,
) -> Iterator[Finding]:
    """Each correction goes on from the one before; the last leads to what is published now."""
    for earlier, later in pairwise(corrections):
        if earlier.new != later.old:
            message = f"这次更正的旧值是“{later.old}”，上一次改成的是“{earlier.new}”，接不上。"
            yield Finding(later.where_is("old"), "bad-correction", message)
    first, last = corrections[0], corrections[-1]
    shown = current.printed if current else None
    if last.new != shown and (current or last.new is None):
        is_now = f"现在的数据是“{shown}”" if shown else "现在没有这个数值"
        message = f"更正写的新值是“{last.new or '撤下'}”，{is_now}。"
        yield Finding(last.where_is("new"), "bad-correction", message)
    known = {first.old, *(item.new for item in corrections)}
    if former and former.printed not in known:
        message = f"登记的公布值是“{former.printed}”，更正里没有写到它。"
        yield Finding(first.where_is("old"), "bad-correction", message)
    if restated and (said := _said(restated[1], first.field)) not in known:
        message = f"{restated[1].year} 年报告公布的是“{said}”，更正里没有写到它。"
        yield Finding(first.where_is("old"), "bad-correction", message)
    if first.old == first.new:
        yield Finding(first.where_is("new"), "bad-correction", "旧值和新值相同，没有更正什么。")


def _restatements(
    disclosure: Disclosure, report: Report
) -> Iterator[tuple[Key, tuple[Observation, Observation]]]:
    """Figures for which an earlier report gave another value or change for the same period."""
    for item in report.observations:
        former = history.preceding(disclosure, item)
        if former and history.printed_value(former) != history.printed_value(item):
            yield (item.reference, "value"), (item, former)
        if former and former.change and item.change and former.change != item.change:
            yield (item.reference, "change"), (item, former)
