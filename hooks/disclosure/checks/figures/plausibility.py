"""Doubts about figures that are well formed but look wrong beside others."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.claims import Claim, before
from disclosure.checks.registry import VALUES, Doubt, about, report_check
from disclosure.facts.bounds import Bound
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.observations import Observation
from disclosure.text.folding import fold

_WHOLE = Decimal(100)
_RUN = 3
"""This many rates of 100% in a row are doubtful."""
JUMP = 50
"""A ratio of two values of one metric that suggests 万 for 亿, or 0.95 for 95%."""
_WIDE_JUMP = 1000
"""The same ratio between categories, which differ more by nature."""


@report_check("数值有没有可疑的地方", VALUES)
def check_neighbours(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """All doubts about the figures of one report."""
    disclosure = analysis.disclosure
    for observations in report.by_metric.values():
        yield from _same_value(disclosure, observations)
        yield from _categories_apart(disclosure, observations)
    yield from _stated_twice(disclosure, report)
    for observation in report.observations:
        yield from _rate(disclosure, observation)
        yield from _jump(disclosure, observation)
    for observations in analysis.book.printed(report.year).values():
        yield from _hundreds(disclosure, observations)
    yield from _counts(disclosure, analysis.claims[report.year])


def _same_value(disclosure: Disclosure, observations: Iterable[Observation]) -> Iterator[Doubt]:
    """Two categories with the same value and different changes: probably a line copied twice."""
    first: dict[tuple[str, str], Observation] = {}
    for observation in observations:
        if observation.category is None or observation.change is None or observation.value is None:
            continue
        other = first.setdefault((observation.period.slug, str(observation.value)), observation)
        if other.change != observation.change:
            yield about(
                observation,
                "same-value",
                f"“{label(disclosure, observation)}”与“{label(disclosure, other)}”同是 {observation.value}，"
                f"增减却不同（{observation.change}，{other.change}）。",
            )


def _stated_twice(disclosure: Disclosure, report: Report) -> Iterator[Doubt]:
    """Two metrics of the same name with different values for the same period."""
    first: dict[tuple[str, str], Observation] = {}
    for observation in report.observations:
        if observation.value is None:
            continue
        other = first.setdefault((fold(label(disclosure, observation)), observation.period.slug), observation)
        same = _ends(other) == _ends(observation) and other.unit == observation.unit
        if other.metric != observation.metric and not same:
            yield about(
                observation,
                "stated-twice",
                f"“{label(disclosure, observation)}”在同一份报告里写了两次，"
                f"{other.value} 和 {observation.value} 不相等。",
            )


def _rate(disclosure: Disclosure, observation: Observation) -> Iterator[Doubt]:
    """Negative values, rates over 100%, and changes in a unit that is unusual for the figure."""
    name, metric = label(disclosure, observation), disclosure.metrics[observation.metric]
    low, high = _ends(observation)
    if metric.measures not in {"change", "index"} and low < 0:
        yield about(observation, "negative-value", f"“{name}”写的是 {observation.value}，是负数。")
    if metric.measures == "rate" and observation.unit == "%" and high > _WHOLE:
        yield about(
            observation, "rate-over-100", f"“{name}”是比率，写的是 {observation.value}，超过了 100%。"
        )
    change = observation.change
    growth = metric.measures == "change" and observation.value is None  # it is in per cent itself
    if change is None or change.magnitude is None or growth:
        return
    percent = change.magnitude.unit == "%"
    if metric.unit == "%" and percent:
        yield about(
            observation,
            "percent-or-point",
            f"“{name}”本身是百分数，增减写的是“{change}”：是百分之几，还是几个百分点？",
            observation.change_where,
        )
    elif metric.unit != "%" and change.magnitude.unit.endswith("百分点"):
        yield about(
            observation,
            "percent-or-point",
            f"“{name}”不是百分数，增减却写“{change}”。",
            observation.change_where,
        )


def _jump(disclosure: Disclosure, observation: Observation) -> Iterator[Doubt]:
    """A value many times that of the previous period, in this report or an earlier one."""
    other = before(disclosure, observation)
    if other and _apart(observation, other, JUMP):
        yield about(
            observation,
            "scale-jump",
            f"“{label(disclosure, observation)}”{other.period}是 {other.value}，"
            f"{observation.period}是 {observation.value}，差了许多倍。",
        )


def _categories_apart(disclosure: Disclosure, observations: Iterable[Observation]) -> Iterator[Doubt]:
    by_period: dict[str, list[Observation]] = {}
    for observation in observations:
        by_period.setdefault(observation.period.slug, []).append(observation)
    for figures in by_period.values():
        valued = [observation for observation in figures if observation.value]
        for low, high in pairwise(
            sorted(valued, key=lambda observation: (_ends(observation)[1], observation.anchor))
        ):
            if _apart(high, low, _WIDE_JUMP):
                yield about(
                    high,
                    "scale-jump",
                    f"“{label(disclosure, high)}”是 {high.value}，"
                    f"“{label(disclosure, low)}”是 {low.value}，差了许多倍。",
                )


def _apart(one: Observation, other: Observation, times: int) -> bool:
    low, high = sorted(abs(_ends(figure)[1]) for figure in (one, other))
    return bool(low) and high >= low * times


def _ends(observation: Observation) -> tuple[Decimal, Decimal]:
    """The ends of its value; zero, which is doubtful in no way, where it has none."""
    return observation.value.ends if observation.value else (Decimal(0), Decimal(0))


def _hundreds(disclosure: Disclosure, observations: Iterable[Observation]) -> Iterator[Doubt]:
    """Consecutive rates in the prose that are all exactly 100%."""
    rates = (
        observation
        for observation in observations
        if disclosure.metrics[observation.metric].measures in {"rate", "share"}
    )
    for full, run in groupby(rates, key=_is_whole):
        figures = list(dict.fromkeys(run))
        if full and len(figures) >= _RUN:
            names = "、".join(label(disclosure, observation) for observation in figures)
            yield about(figures[0], "hundred-run", f"接连 {len(figures)} 个比率都是 100%：{names}。")


def _is_whole(rate: Observation) -> bool:
    value = rate.value
    return value is not None and (rate.unit, value.bound, value.value) == ("%", Bound.EXACT, _WHOLE)


def _counts(disclosure: Disclosure, claims: Iterable[Claim]) -> Iterator[Doubt]:
    """A rate and a count that no whole number of things can reconcile."""
    for claim in claims:
        implied = claim.implied
        if claim.relation and implied and not implied.possible:
            yield about(
                claim.observation,
                "rate-and-count",
                f"“{label(disclosure, claim.observation)}”是 {claim.observation.value}："
                f"没有哪个“{implied.name}”的整数能与{implied.reason}相合。",
            )
