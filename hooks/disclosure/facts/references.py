"""Checks references between records: each name must exist and fit."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from disclosure.facts import subjects
from disclosure.facts.bounds import Bound
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.figure_name import split_name
from disclosure.facts.files import DataFiles
from disclosure.facts.ledger import Acceptance
from disclosure.facts.observations import CHANGE_UNITS
from disclosure.facts.quantity import QuantityError, parse_quantity
from disclosure.facts.record import Record
from disclosure.facts.records import UNSTATED_OPERAND, Body, Metric, Relation, Source, Standard
from disclosure.findings import Where, first_fault

_LISTED = {
    "sources": ("unknown-source", "没有“{}”这份文件。", "data/sources.yml"),
    "bodies": ("unknown-body", "bodies.yml 里没有“{}”这个单位。", "data/bodies.yml"),
    "metrics": ("unknown-metric", "指标 {} 没有定义。", subjects.METRIC_FILES),
}
"""What a record may refer to, by field of ``Disclosure``: code, message, and the file that defines it."""


_SHORTEST_QUOTE = 8
"""Characters. A shorter quote could be found in any text."""


def check_references(files: DataFiles, facts: Disclosure) -> None:
    """Adds a finding for every reference to a name that doesn't exist or doesn't fit."""
    check = _References(files, facts)
    for source in facts.sources.values():
        check.field(source, "body", "bodies")
    for scheme in facts.schemes.values():
        check.field(scheme, "document", "sources")
    check.bodies()
    for metric in facts.metrics.values():
        check.metric(metric)
    for standard in facts.standards.values():
        with files.losing(subjects.record("data/standards.yml", standard.id)):
            check.standard(standard)
    check.succession()
    for report in facts.reports:
        check.ledger(report)


@dataclass(frozen=True, slots=True)
class _References:
    """The checks; each adds its findings to ``files``."""

    files: DataFiles
    facts: Disclosure

    def listed(self, name: str | None, where: Where, kind: str) -> bool:
        """Whether a name may be used; ``kind`` is the field of ``Disclosure`` that lists such names."""
        code, message, path = _LISTED[kind]
        known = getattr(self.facts, kind)
        return self.files.expect(name, known, where, code, message.format(name), defined_in=path)

    def field(self, record: Record, field: str, kind: str) -> bool:
        """Whether the name in a field of a record may be used."""
        return self.listed(getattr(record, field), record.where_is(field), kind)

    def once(self, names: Iterable[str | None], where: Where, what: str) -> None:
        """Names must not be listed twice."""
        for name, times in Counter(filter(None, names)).items():
            if times > 1:
                self.files.find(where, "listed-twice", f"{what}里，“{name}”写了 {times} 次。")

    def category(self, category: str | None, metric: Metric, where: Where) -> None:
        """A category, where one is named, must be one of the metric's."""
        message = f"“{metric.name}”没有“{category}”这个分类。"
        self.files.expect(category, metric.categories, where, "unknown-category", message)

    def bodies(self) -> None:
        """No two bodies may have the same name."""
        named: dict[str, Body] = {}
        for body in self.facts.bodies.values():
            if (first := named.setdefault(body.name, body)) is not body:
                message = f"“{body.name}”已在第 {first.where.line} 行写过，编号是 {first.id}。"
                self.files.find(body.where_is("name"), "listed-twice", message)

    def ledger(self, report: Report) -> None:
        """Every name in a ledger must exist."""
        if report.ledger is None:
            return
        items = report.ledger.items.values()
        for cited in (report.ledger, *(part for item in items for part in (*item.wordings, *item.evidence))):
            self.field(cited, "document", "sources")
        for item in items:
            message = f"这份报告的评价方案里没有“{item.area}”这个评价重点。"
            self.files.expect(item.area, report.scheme.areas, item.where_is("area"), "unknown-area", message)
            for field in ("owner", "verified_by"):
                self.field(item, field, "bodies")
            for partner in item.partners:
                self.listed(partner, item.where_is("partners"), "bodies")
            self.once((item.owner, *item.partners), item.where_is("partners"), "牵头和配合单位")
            with self.files.losing(subjects.term(item.id, "acceptance")):
                for acceptance in item.acceptances:
                    self.acceptance(acceptance)

    def acceptance(self, acceptance: Acceptance) -> None:
        """An acceptance needs a metric with a threshold, or a deliverable."""
        if not self.field(acceptance, "metric", "metrics"):
            return
        metric, fault = self.facts.metrics.get(acceptance.metric or ""), "bad-acceptance"
        if metric is None:
            spare = [name for name in ("category", "requires", "value") if getattr(acceptance, name)]
            if not acceptance.deliverable:
                message = "验收要写 metric、requires、value，或者 deliverable，或者都写。"
                self.files.find(acceptance.where, fault, message)
            elif spare:
                message = f"写了 {'、'.join(spare)}，没有写用哪个指标（metric）。"
                self.files.find(acceptance.where_is(spare[0]), fault, message)
            return
        where = acceptance.where_is("category")
        if bool(metric.categories) != bool(acceptance.category):
            names = (
                f"要写分类（category）：{'、'.join(metric.categories)}" if metric.categories else "不能写分类"
            )
            self.files.find(where, "unknown-category", f"“{metric.name}”{names}。")
        else:
            self.category(acceptance.category, metric, where)
        if acceptance.requires and acceptance.value:
            self.limit(acceptance.value, acceptance.where_is("value"), metric)
        else:
            self.files.find(acceptance.where, fault, "用指标验收的，要写 requires 和 value。")

    def metric(self, metric: Metric) -> None:
        """A metric's relations must refer to metrics, its points to those of a scheme."""
        self.field(metric, "source", "sources")
        self.field(metric, "body", "bodies")
        for category in metric.category_aliases:
            self.category(category, metric, metric.where_is("category_aliases"))
        schemes = self.facts.schemes.values()
        points = {point for scheme in schemes for area in scheme.areas.values() for point in area.points}
        for point in metric.points:
            message = f"评价方案里没有“{point}”这个评价要点。"
            self.files.expect(point, points, metric.where_is("points"), "unknown-point", message)
        for relation in metric.relations:
            known = len(self.files.findings)
            with self.files.losing(subjects.record(metric.where.path, metric.id)):
                named = [operand for operand in relation.of if operand != UNSTATED_OPERAND]
                for operand in named:
                    self.operand(metric, operand, relation.where)
                fault = relation.fault
                if not fault and len(self.files.findings) == known:
                    fault = _unfit(metric, relation, named, self.facts.metrics)
                if fault:
                    self.files.find(relation.where, "bad-relation", f"“{metric.name}”的数量关系：{fault}。")

    def operand(self, metric: Metric, operand: str, where: Where) -> None:
        """An operand must exist; it names a category unless both metrics have the same ones."""
        name = split_name(operand)
        if not self.listed(name.metric, where, "metrics"):
            return
        found = self.facts.metrics[name.metric]
        self.category(name.category, found, where)
        if not name.category and set(found.categories) - set(metric.categories):
            names = "、".join(f"{found.id}.{category}" for category in found.categories)
            message = f"“{found.name}”有分类，应当写成其中之一：{names}。"
            self.files.find(where, "unknown-category", message)

    def standard(self, standard: Standard) -> None:
        """A standard must refer to an existing metric and document, and its value must fit the metric."""
        self.field(standard, "document", "sources")
        if not self.field(standard, "metric", "metrics"):
            return
        metric = self.facts.metrics.get(standard.metric or "")
        if metric:
            self.category(standard.category, metric, standard.where_is("category"))
        quoted = "quote" if standard.quote else "primary_text"
        for fault, where in (
            (_incomplete(standard), standard.where),
            (_unproven(standard, self.facts.sources), standard.where_is(quoted)),
        ):
            if fault:
                self.files.find(where, "bad-standard", f"“{standard.name}”：{fault}。")
        if standard.value:
            self.limit(standard.value, standard.where_is("value"), metric, field=standard.field)

    def limit(self, value: str, where: Where, metric: Metric | None, *, field: str = "value") -> None:
        """A threshold must be exact, in the metric's unit or, for a change, in a unit of changes."""
        try:
            limit = parse_quantity(value)
        except QuantityError as error:
            self.files.find(where, "bad-quantity", f"{error}。")
            return
        unit = (metric.unit if metric else None) or ""
        message = f"“{metric.name}”的单位是“{unit or '（无单位）'}”，这里写的是“{value}”。" if metric else ""
        if field == "change":
            message = f"增减的标准值应当以 %、个百分点或“{unit}”为单位，写的是“{value}”。"
        if limit.bound is not Bound.EXACT:
            message = f"“{value}”里不要写“约”“以上”之类的词，用 requires 表示。"
            self.files.find(where, "bad-quantity", message)
        elif limit.value is None:
            self.files.find(where, "bad-quantity", f"“{value}”不是一个数，不能用来对照。")
        elif metric and limit.unit != unit and not (field == "change" and limit.unit in CHANGE_UNITS):
            self.files.find(where, "unit-mismatch", message)

    def succession(self) -> None:
        """An area may only succeed areas of other schemes, and no scheme first used by a later report."""
        # Reports are listed newest first, so the oldest report of each scheme is kept.
        since = {report.scheme.id: report.year for report in self.facts.reports}
        for name, scheme in self.facts.schemes.items():
            before = {
                area
                for other, former in self.facts.schemes.items()
                if other != name and since.get(other, "") <= since.get(name, "9999")
                for area in former.areas
            }
            for area in scheme.areas.values():
                where = area.where_is("succeeds")
                self.once(area.succeeds, where, f"“{area.id}”接续的评价重点")
                for succeeded in area.succeeds:
                    message = f"以前的评价方案里没有“{succeeded}”这个评价重点。"
                    self.files.expect(succeeded, before, where, "unknown-area", message)


def _unfit(
    metric: Metric, relation: Relation, named: Sequence[str], metrics: Mapping[str, Metric]
) -> str | None:
    """Why the metrics don't fit the relation, as a Chinese clause; ``None`` if they fit."""
    units = [metrics[split_name(operand).metric].unit for operand in named]
    units += [relation.unit] if relation.unstated else []
    alike = {metric.unit, *units} if relation.kind in {"total", "difference", "part"} else set(units)
    names = "、".join(sorted(unit or "无单位" for unit in alike))
    base_unit = (relation.unit or "").removesuffix("个百分点")
    faults = {
        "不能与自己相关，也不能把同一个指标写两次": metric.id in named or len({*named}) < len(named),
        "unit 写基本单位，不带万、亿": relation.unstated and re.search("[百千万亿]", base_unit),
        f"单位不同（{names}），不能这样相关": relation.kind != "per" and len(alike) > 1,
        "占比的单位应当是 %": relation.kind == "share" and metric.unit != "%",
    }
    return first_fault(faults)


def _incomplete(standard: Standard) -> str | None:
    """Which fields a standard lacks or contradicts, as a Chinese clause; ``None`` if it is complete."""
    required = standard.requires or standard.wording
    explained = standard.subject and standard.set_aside
    first, last = standard.valid_from, standard.valid_until
    faults = {
        "没有写 metric 的，要写 subject（说的是什么）和 set_aside（为什么不对照）": not (
            standard.metric or explained
        ),
        "requires 和 value 要么都写，要么都不写": bool(standard.requires) != bool(standard.value),
        "有要求的标准要写 nature（性质）": required and not standard.nature,
        "没有查到标准的，要在 scope 里写明查过什么": not required and not standard.scope,
        "valid_from 比 valid_until 晚": first and last and first > last,
    }
    return first_fault(faults)


def _unproven(standard: Standard, sources: Mapping[str, Source]) -> str | None:
    """What evidence is missing that a standard's text was read, as a Chinese clause, or ``None``."""
    source = sources.get(standard.document or "")
    file = f"data/texts/{standard.document}.txt"
    faults = {
        "primary_text 写“已读”的，要在 quote 里抄条款的原话": (
            standard.primary_text == "已读" and not standard.quote
        ),
        "quote 太短，要抄整句": standard.quote and len(standard.quote) < _SHORTEST_QUOTE,
        "写了 quote 的，要写 document（出自哪份文件）": standard.quote and not standard.document,
        f"要有 {file}（全文），并在 sources.yml 里用 text 写明取自哪里": (
            standard.quote and source and not source.text
        ),
    }
    return first_fault(faults)
