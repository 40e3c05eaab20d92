"""Figures beside each other that look wrong though each is well formed: for someone to look at."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.claims import Claim
from disclosure.analysis.operands import before
from disclosure.checks.doubts import Doubt, about
from disclosure.checks.registry import VALUES, report_check
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.observations import Observation
from disclosure.facts.quantity import Bound
from disclosure.text.folding import fold

_WHOLE = Decimal(100)
_RUN = 3
"""So many rates of 100% in a row want a second look."""
JUMP = 50
"""Two values of one metric so many times apart smell of 万 and 亿, or of 0.95 and 95%."""
_WIDE_JUMP = 1000
"""The same between categories, which differ more by nature."""


@report_check("数值有没有可疑的地方", VALUES)
def check_neighbours(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """All doubts about the figures of one report."""
    disclosure = analysis.disclosure
    for observations in report.by_metric.values():
        yield from _same_value(disclosure, observations)
        yield from _categories_apart(disclosure, observations)
    yield from _stated_twice(disclosure, report)
    for item in report.observations:
        yield from _rate(disclosure, item)
        yield from _jump(disclosure, item)
    for observations in analysis.book.printed(report.year).values():
        yield from _hundreds(disclosure, observations)
    yield from _counts(disclosure, analysis.claims[report.year])


def _same_value(disclosure: Disclosure, observations: Iterable[Observation]) -> Iterator[Doubt]:
    """Two categories with the same value and different changes: a line copied twice."""
    first: dict[tuple[str, str], Observation] = {}
    for item in observations:
        if item.category is None or item.change is None:
            continue
        other = first.setdefault((item.period.text, str(item.value)), item)
        if other.change != item.change:
            yield about(
                item,
                "same-value",
                f"“{label(disclosure, item)}”与“{label(disclosure, other)}”同是 {item.value}，"
                f"增减却不同（{item.change}，{other.change}）。",
            )


def _stated_twice(disclosure: Disclosure, report: Report) -> Iterator[Doubt]:
    """Two metrics that bear one name and give one period different values."""
    first: dict[tuple[str, str], Observation] = {}
    for item in report.observations:
        other = first.setdefault((fold(label(disclosure, item)), item.period.text), item)
        if other.metric != item.metric and (other.value.value, other.unit) != (item.value.value, item.unit):
            yield about(
                item,
                "stated-twice",
                f"“{label(disclosure, item)}”在同一份报告里写了两次，{other.value} 和 {item.value} 不相等。",
            )


def _rate(disclosure: Disclosure, item: Observation) -> Iterator[Doubt]:
    """Negative values, rates over 100%, and changes whose unit is not the usual one of such a figure."""
    name, metric = label(disclosure, item), disclosure.metrics[item.metric]
    if metric.measures not in {"change", "index"} and item.value.value < 0:
        yield about(item, "negative-value", f"“{name}”写的是 {item.value}，是负数。")
    if metric.measures == "rate" and item.unit == "%" and item.value.value > _WHOLE:
        yield about(item, "rate-over-100", f"“{name}”是比率，写的是 {item.value}，超过了 100%。")
    change = item.change
    if change is None or change.magnitude is None:
        return
    percent = change.magnitude.unit == "%"
    if item.unit == "%" and percent:
        yield about(
            item,
            "percent-or-point",
            f"“{name}”本身是百分数，增减写的是“{change}”：是百分之几，还是几个百分点？",
            item.change_where,
        )
    elif item.unit != "%" and change.magnitude.unit.endswith("百分点"):
        yield about(item, "percent-or-point", f"“{name}”不是百分数，增减却写“{change}”。", item.change_where)


def _jump(disclosure: Disclosure, item: Observation) -> Iterator[Doubt]:
    """A value many times that of the period before, in this report or an earlier one."""
    other = before(disclosure, item)
    if other and _apart(item, other, JUMP):
        now, then = f"{item.period}是 {item.value}", f"{other.period}是 {other.value}"
        yield about(item, "scale-jump", f"“{label(disclosure, item)}”{then}，{now}，差了许多倍。")


def _categories_apart(disclosure: Disclosure, observations: Iterable[Observation]) -> Iterator[Doubt]:
    by_period: dict[str, list[Observation]] = {}
    for item in observations:
        by_period.setdefault(item.period.text, []).append(item)
    for items in by_period.values():
        least_first = sorted(items, key=lambda item: (item.value.value, item.anchor))
        for low, high in pairwise(least_first):
            if _apart(high, low, _WIDE_JUMP):
                names = label(disclosure, high), label(disclosure, low)
                yield about(
                    high,
                    "scale-jump",
                    f"“{names[0]}”是 {high.value}，“{names[1]}”是 {low.value}，差了许多倍。",
                )


def _apart(one: Observation, other: Observation, times: int) -> bool:
    low, high = sorted((abs(one.value.value), abs(other.value.value)))
    return bool(low) and high >= low * times


def _hundreds(disclosure: Disclosure, observations: Iterable[Observation]) -> Iterator[Doubt]:
    """Rates that follow each other in the prose, all of them exactly 100%."""
    rates = (item for item in observations if disclosure.metrics[item.metric].measures in {"rate", "share"})
    for full, run in groupby(rates, key=_is_whole):
        items = list(dict.fromkeys(run))
        if full and len(items) >= _RUN:
            names = "、".join(label(disclosure, item) for item in items)
            yield about(items[0], "hundred-run", f"接连 {len(items)} 个比率都是 100%：{names}。")


def _is_whole(item: Observation) -> bool:
    return item.unit == "%" and item.value.bound is Bound.EXACT and item.value.value == _WHOLE


def _counts(disclosure: Disclosure, claims: Iterable[Claim]) -> Iterator[Doubt]:
    """A rate and its count that no whole number of things reconciles."""
    for claim in claims:
        implied = claim.implied
        if claim.relation and implied and not implied.possible:
            yield about(
                claim.observation,
                "rate-and-count",
                f"“{label(disclosure, claim.observation)}”是 {claim.observation.value}："
                f"没有哪个“{implied.name}”的整数能与{implied.reason}相合。",
            )
