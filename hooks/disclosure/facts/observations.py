"""Observations: what one report says of a metric for a period, read from ``values.yml``."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Metrics
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from disclosure.facts import subjects
from disclosure.facts.change import PER_CENT, Change, Comparison, parse_change, parse_comparison
from disclosure.facts.day_words import UNDATED, Origin, ReportDates
from disclosure.facts.document import Mapping, Node, Scalar, Sequence
from disclosure.facts.figure_name import FigureName
from disclosure.facts.period import Basis, Manner, Period, parse_period
from disclosure.facts.quantity import Quantity, QuantityError, parse_quantity
from disclosure.facts.records import Metric, ObservationRecord, Review
from disclosure.facts.validation import bad_id, record
from disclosure.findings import Finding, Where, nearest

P = TypeVar("P")
Printed = Quantity | Change | Comparison
_ALL = 100
"""The whole, in percent."""
STATED = ("value", "change", "comparison")
"""The fields of an observation of which it has at least one."""
CHANGE_UNITS = frozenset({*PER_CENT, "个百分点", "百分点"})
"""Units of a change, besides the metric's own unit."""
_MISSING_DATES: Metrics[Origin, str] = {
    "written": "从成文日期算起，report.yml 没有写 written；报告没有成文日期的，时期写“未载明”。",
    "covers": "从报告反映的时期算起，report.yml 的 covers 要写一年以内的时期；没有写明的，时期写“未载明”。",
}
_FIELDS = frozenset(
    name for name, field in ObservationRecord.model_fields.items() if not field.validation_alias
)


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure of one report."""

    metric: str
    category: str | None
    period: Period
    basis: Basis
    value: Quantity | None
    """``None`` where the report states no level, only a change or a comparison."""
    change: Change | None
    comparison: Comparison | None
    implied_unit: str | None
    """The unit that the site assumes where the report prints none."""
    note: str | None
    year: str
    """The report's year, which is the observation's vintage."""
    where: Where
    """The place in the data of the value, or without one of its change or comparison."""
    change_where: Where
    """The place of the change, or ``where`` if there is none."""
    reviewed: Metrics[str, Review] = field(compare=False)
    """Reviews of the statements that the site adds to it, by subject."""

    @property
    def key(self) -> tuple[str, str | None, str]:
        """Metric, category and the period's days: the same in every report that states it."""
        return self.metric, self.category, self.period.slug

    @property
    def reference(self) -> str:
        """The name in macros and ``published.json``: ``guidance-visits@2021年以来``."""
        return str(FigureName(self.metric, self.category, self.period.text))

    @property
    def anchor(self) -> str:
        """The lasting name, unique within a report: ``per-pupil-spending.primary@2021``."""
        return str(FigureName(*self.key))

    @property
    def stated(self) -> Metrics[str, Printed]:
        """What macros print of it, by field, what readers should see first at the beginning.

        A value that is a change's latter level (从31.1%降至22.5%) is printed with the change.
        """
        reached = bool(self.change and self.change.levels and self.value is self.change.levels[1])
        found = {
            "value": None if reached else self.value,
            "change": self.change,
            "comparison": self.comparison,
        }
        return {field: printed for field, printed in found.items() if printed}

    def of(self, field: str) -> Printed | None:
        """What it has in a field: ``value``, ``change`` or ``comparison``."""
        printed: Printed | None = getattr(self, field)
        return printed

    @property
    def shown(self) -> Printed:
        """What readers see as the figure: its value, or without one its change or comparison."""
        return self.value or next(iter(self.stated.values()))

    @property
    def unit(self) -> str | None:
        """The unit of the figure, printed or implied."""
        return self.shown.unit or self.implied_unit


def read_observations(
    node: Node, *, year: str, metrics: Metrics[str, Metric], dates: ReportDates = UNDATED
) -> tuple[tuple[Observation, ...], list[Finding]]:
    """All observations of a report in the order of the file, and the findings about them."""
    path, findings = node.where.path, list[Finding]()
    observations: dict[str, Observation] = {}
    if not isinstance(node, Mapping):
        return (), [Finding(node.where, "wrong-shape", "这里应当是“指标编号: 数值”。", about={path})]
    for key, child in node.entries:
        metric = metrics.get(key.text)
        if metric is None:
            found = (bad_id(key) or [_unknown(key, metrics)])[0]
            # Without a guess, any metric without a value here may be the one that was meant.
            meant = subjects.record(path, found.guess) if found.guess else path
            findings.append(replace(found, about={meant}))
            continue
        for category, entry in _entries(child, metric):
            read = (
                [entry] if isinstance(entry, Finding) else _observation(entry, metric, category, year, dates)
            )
            if isinstance(read, Observation):
                first = observations.setdefault(read.anchor, read)
                message = f"“{metric.name}”同一时期的数值在第 {first.where.line} 行已经填过。"
                again = Finding(read.where, "duplicate-observation", message)
                read = [] if first is read else [again]
            lost = {subjects.record(path, metric.id)}
            findings += (replace(finding, about=finding.about | lost) for finding in read)
    return tuple(observations.values()), findings


def _unknown(key: Scalar, metrics: Metrics[str, Metric]) -> Finding:
    message, because = f"指标 {key.text} 没有定义。", frozenset({key.text, subjects.METRIC_FILES})
    return Finding(key.where, "unknown-metric", message, nearest(key.text, metrics), because=because)


def _entries(node: Node, metric: Metric) -> Iterator[tuple[str | None, Mapping | Finding]]:
    """The entries below a metric with their categories: a single one, a list, or one for each category."""
    if isinstance(node, Sequence):
        for child in node.items:
            yield from _entries(child, metric)
    elif not isinstance(node, Mapping):
        yield None, Finding(node.where, "wrong-shape", "这里应当写 period 和 value。")
    elif not metric.categories:
        yield None, node
    elif found := next((key for key, _ in node.entries if key.text in STATED), None):
        message = f"这个指标有分类，数值要写在分类之下：{'、'.join(metric.categories)}。"
        yield None, Finding(found.where, "unknown-category", message)
    else:
        shared = tuple((key, child) for key, child in node.entries if key.text in _FIELDS)
        for key, child in node.entries:
            if key.text not in _FIELDS:
                yield key.text, _category(key, child, metric, shared)


def _category(
    key: Scalar, node: Node, metric: Metric, shared: tuple[tuple[Scalar, Node], ...]
) -> Mapping | Finding:
    if key.text not in metric.categories:
        names = set(metric.categories) | (_FIELDS if isinstance(node, Scalar) else set())
        message = f"“{metric.name}”没有“{key.text}”这个分类。"
        return Finding(key.where, "unknown-category", message, nearest(key.text, names))
    if not isinstance(node, Mapping):
        return Finding(node.where, "wrong-shape", "分类之下应当写 value。")
    inherited = tuple(entry for entry in shared if node.get(entry[0].text) is None)
    return Mapping(node.entries + inherited, node.where)


def _observation(
    node: Mapping, metric: Metric, category: str | None, year: str, dates: ReportDates
) -> Observation | list[Finding]:
    entry = record(ObservationRecord, node)
    if isinstance(entry, list):
        return entry
    given = [name for name in STATED if getattr(entry, name)]
    if not given:
        message = "缺少“value”；报告只写了增减的，写“change”。"
        return [Finding(entry.places.get("value", node.where), "missing-field", message)]
    findings: list[Finding] = []

    def parsed(name: str, parse: Callable[[str], P], code: str) -> P | None:
        try:
            return parse(text) if (text := getattr(entry, name)) is not None else None
        except QuantityError as error:
            findings.append(Finding(entry.where_is(name), code, f"{error}。"))
            return None

    change = parsed("change", partial(parse_change, implied_word=entry.implied_word), "bad-change")
    value = parsed("value", parse_quantity, "bad-quantity")
    if value is None and entry.value is None and change and change.levels:
        value = change.levels[1]
    comparison = parsed("comparison", parse_comparison, "bad-change")
    period, basis = parse_period(entry.period, dates), Basis(entry.period_basis)
    faults = [
        (
            "implied_word",
            "bad-change",
            "implied_word 是 change 省略的词，要与 change 一起写。",
            entry.implied_word and not entry.change,
        ),
        *(
            (
                name,
                "unit-mismatch",
                f"{called}“{stated}”的单位应当是 %、个百分点或“{metric.unit or '（无单位）'}”。",
                any(size.unit not in CHANGE_UNITS | {metric.unit or ""} for size in stated.sizes),
            )
            for name, called, stated in (("change", "增减", change), ("comparison", "比较", comparison))
            if stated
        ),
        (
            "change",
            "bad-change",
            f"“{change}”写的是到了多少，value 写的却是“{value}”。",
            change and change.levels and value and change.levels[1].parts != value.parts,
        ),
        *(_unit_faults(entry, value, metric) if value else ()),
    ]
    findings += [
        Finding(entry.where_is(name), code, message) for name, code, message, holds in faults if holds
    ]
    findings += _period_findings(entry, period, basis, year)
    if findings or period is None:
        return findings
    return Observation(
        metric=metric.id,
        category=category,
        period=period,
        basis=basis,
        value=value,
        change=change,
        comparison=comparison,
        implied_unit=entry.implied_unit,
        note=entry.note,
        year=year,
        where=entry.where_is(given[0]),
        change_where=entry.where_is("change" if change else given[0]),
        reviewed=MappingProxyType(entry.reviewed),
    )


def _period_findings(
    entry: ObservationRecord, period: Period | None, basis: Basis, year: str
) -> Iterator[Finding]:
    text, because = entry.period, frozenset[str]()
    if period is None:
        message = f"“{text}”不是时期的写法。"
    elif period.manner is Manner.OVER:
        message = f"“{text}”说的是增减与什么时候相比，不是数值的时期。"
    elif (period.manner is Manner.UNSTATED) != (basis is Basis.UNSTATED):
        message = "period 是“未载明”时，period_basis 也要写“未载明”，反之亦然。"
    elif period.origin and basis is not Basis.RELATIVE:
        message = f"“{text}”是哪一年，要从报告的日期算，period_basis 要写“相对”。"
    elif basis is Basis.RELATIVE and not period.origin:
        message = f"“{text}”不用从报告的日期算，period_basis 不写“相对”。"
    elif period.origin and not period.placed:
        message, because = f"“{text}”{_MISSING_DATES[period.origin]}", frozenset({f"data/{year}/report.yml"})
    else:
        return
    yield Finding(entry.where_is("period"), "bad-period", message, because=because)


def _unit_faults(
    entry: ObservationRecord, value: Quantity, metric: Metric
) -> Iterator[tuple[str, str, str, object]]:
    """Faults in the unit of a value: field, code, message, and the condition."""
    expected, found = metric.unit or "", value.unit or entry.implied_unit or ""
    wanted = f"的单位应当是“{expected}”" if expected else "不应当有单位"
    shown = f"这里是“{found}”" if found else "这里没有写；报告没有写单位的，加上 implied_unit"
    twice = bool(value.unit and entry.implied_unit)
    over = metric.measures == "share" and "%" in {value.unit, entry.implied_unit} and value.ends[1] > _ALL
    message = f"报告已写明单位“{value.unit}”，不需要 implied_unit。"
    yield "implied_unit", "unit-mismatch", message, twice
    yield "value", "unit-mismatch", f"“{metric.name}”{wanted}，{shown}。", found != expected and not twice
    yield "value", "share-over-100", f"“{metric.name}”是占比，不能超过 100%，这里是 {value}。", over
