"""Published content must stay the same, or a correction must explain the change."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from disclosure.analysis.revisions import Restated, restatements
from disclosure.analysis.verdicts import HELD_BACK
from disclosure.checks.registry import ALL_DATES, CORRECTIONS, register_check
from disclosure.facts import subjects
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.figure_name import split_name
from disclosure.facts.period import parse_period
from disclosure.facts.published import OFFICIAL, TEXT, Entry, Key, correctable, named
from disclosure.facts.records import Correction
from disclosure.findings import Finding, Where, nearest, where_true
from disclosure.register.register import Register
from disclosure.text.folding import fold


@register_check("更正和公布以后的改动", CORRECTIONS)
def check_corrections(register: Register, report: Report) -> Iterator[Finding]:
    """Changes without a correction, corrections that do not fit, and restatements without a correction."""
    disclosure = register.analysis.disclosure
    was, now = register.published(report), register.present(report)
    chains = register.corrections(report)
    restated: dict[Key, Restated] = {
        (found.now.reference, found.field): found for found in restatements(disclosure, report)
    }
    for key, corrections in chains.items():
        first, last = corrections[0], corrections[-1]
        yield from (
            Finding(same.where_is("new"), "bad-correction", "旧值和新值相同，没有更正什么。")
            for same in corrections
            if fold(same.old) == fold(same.new or "")
        )
        if first.field == "verdict" and not first.standard:
            yield Finding(first.where, "bad-correction", "改的是对照结论时，要用 standard 写明标准的编号。")
        elif last.field == "verdict" and last.new is None:
            yield Finding(
                last.where_is("new"),
                "bad-correction",
                "对照结论不能撤下，只能改；标准不再适用的，写 valid_until 或 set_aside。",
            )
        elif key == TEXT:
            where, words = last.where_is("new"), fold(last.new or "")
            yield from where_true(
                (not words, Finding(where, "bad-correction", "改的是正文时，new 要写现在的那几个字。")),
                (
                    words not in fold(report.official),
                    Finding(where, "bad-correction", f"官方原文里没有“{last.new}”。"),
                ),
            )
        elif not correctable(key) or (
            key not in now and (last.new is not None or not _possible(disclosure, now, last))
        ):
            yield Finding(
                last.where_is("figure"),
                "bad-correction",
                f"没有{named(key)}，或者它不能用更正来改。",
                nearest(last.figure, {about for about, _ in now if correctable((about, ""))}),
                because=_needed(report, key),
            )
        else:
            yield from (
                replace(finding, because=finding.because | _needed(report, key))
                for finding in _linked(corrections, now.get(key), was.get(key), restated.get(key))
            )
    yield from _unexplained(register, report)
    for key, restatement in restated.items():
        if key not in chains:
            former, printed = restatement.printed
            yield Finding(
                restatement.now.change_where if restatement.field == "change" else restatement.now.where,
                "restated",
                f"“{label(disclosure, restatement.now)}”{restatement.now.period}在 "
                f"{restatement.former.year} 年报告里是 {former}，这份报告写的是 {printed}，没有说明。",
            )


def _possible(disclosure: Disclosure, now: Mapping[Key, Entry], correction: Correction) -> bool:
    """Whether the withdrawn figure or field could exist: metric, category and period are valid."""
    name = correction.name
    metric = disclosure.metrics.get(name.metric)
    figure = metric and name.category in (metric.categories or {None}) and parse_period(name.period)
    return bool(figure) or any(about == correction.figure for about, _ in now)


def _linked(
    corrections: tuple[Correction, ...],
    current: Entry | None,
    former: Entry | None,
    restated: Restated | None,
) -> Iterator[Finding]:
    """Each correction must continue the previous one, and the last must lead to the current content."""
    for earlier, later in pairwise(corrections):
        if later.old not in _published_after(earlier):
            yield Finding(
                later.where_is("old"),
                "bad-correction",
                f"这次更正的旧值是“{later.old}”，上一次改成的是“{earlier.new}”，接不上。",
            )
    first, last = corrections[0], corrections[-1]
    shown = current.content if current else None
    is_now = f"现在的数据是“{shown}”" if shown else "现在没有这个数值"
    if shown not in _published_after(last):
        yield Finding(
            last.where_is("new"),
            "bad-correction",
            f"更正写的新值是“{last.new or '撤下'}”，{is_now}。",
            because=ALL_DATES if HELD_BACK in (shown or "") else frozenset(),
        )
    known = {first.old, *(correction.new for correction in corrections)}
    if former and former.content not in known:
        yield Finding(
            first.where_is("old"), "bad-correction", f"登记的公布值是“{former.content}”，更正里没有写到它。"
        )
    if restated and restated.printed[0] not in known:
        yield Finding(
            first.where_is("old"),
            "bad-correction",
            f"{restated.former.year} 年报告公布的是“{restated.printed[0]}”，更正里没有写到它。",
        )


def _published_after(correction: Correction) -> set[str | None]:
    """The contents allowed after a correction; one that held an outcome back also allows the old outcome."""
    return {correction.new, correction.old if HELD_BACK in (correction.new or "") else correction.new}


def _unexplained(register: Register, report: Report) -> Iterator[Finding]:
    """Published entries that changed or are gone without a correction."""
    changed: dict[Where, list[tuple[str, set[str]]]] = {}  # by place: one standard is about many figures
    for former, now in register.unexplained(report):
        message = (
            "官方原文公布以后改了，更正没有写全改动的地方。"
            if former.key == OFFICIAL
            else f"{named(former.key)}公布的是“{former.content}”，现在是“{now.content}”。"
            if now
            else f"{named(former.key)}（{former.content}）已经公布，现在没有了。"
        )
        found = changed.setdefault((now or former).where, [])
        found.append((message, _needed(report, former.key, now)))
    for where, found in changed.items():
        more = f"另有 {len(found) - 1} 处受同样的影响。" if len(found) > 1 else ""
        yield Finding(
            where,
            "unexplained-change",
            f"{found[0][0]}{more}",
            because={subject for _, needed in found for subject in needed},
        )


def _needed(report: Report, key: Key, now: Entry | None = None) -> set[str]:
    """The subjects that must be readable before an entry may be called gone, or changed to ``now``."""
    files = {TEXT: f"*/{report.year}/*.md*", OFFICIAL: f"data/{report.year}/source.txt"}
    if key in files or key[0].startswith("corrections/"):
        return {files.get(key, f"data/{report.year}/corrections.yml")}
    about, standard = key[0], subjects.record("data/standards.yml", key[1].removeprefix("verdict "))
    if now and not key[1].startswith("verdict "):
        # A value that differs from the official text already has a finding.
        return {f"data/{about}.yml", subjects.official(now.where.whole_line)}
    kind, _, name = about.rpartition("/")
    values = subjects.values(split_name(name).metric, report.year)
    # A definition is registered only while something refers to it.
    referring = {report.ledger_path, f"data/{report.year}/values.yml*", "data/metrics/*"} if kind else ()
    return {
        *values,
        *referring,
        *(ALL_DATES if now and HELD_BACK in now.content else ()),
        subjects.METRIC_FILES,
        f"data/{kind or about}.yml",
        "data/standards.yml",
        standard,
    }
