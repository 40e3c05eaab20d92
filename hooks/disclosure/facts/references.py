"""Names in one record that point at another: each must lead somewhere, and fit what it finds there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from disclosure.facts.observations import CHANGE_UNITS
from disclosure.facts.quantity import QuantityError, parse_quantity
from disclosure.facts.relation import UNSTATED_OPERAND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from disclosure.facts.files import DataFiles
    from disclosure.facts.records import Metric, Scheme, Source
    from disclosure.facts.standard import Standard
    from disclosure.findings import Where


def check_source(files: DataFiles, source: str | None, where: Where, sources: Mapping[str, Source]) -> None:
    """A cited document must be listed."""
    files.expect(source, sources, where, "unknown-source", f"没有“{source}”这份文件。")


def check_metric(files: DataFiles, metric: Metric, metrics: Mapping[str, Metric], points: set[str]) -> None:
    """A metric's relations must name metrics, its points those of a scheme."""
    for point in metric.points:
        where = metric.where_is("points")
        files.expect(point, points, where, "unknown-point", f"评价方案里没有“{point}”这个评价要点。")
    for relation in metric.relations:
        if relation.fault:
            files.find(relation.where, "bad-relation", f"“{metric.name}”的数量关系：{relation.fault}。")
        for operand in relation.of:
            if operand != UNSTATED_OPERAND:
                _check_operand(files, operand, relation.where, metrics)


def _check_operand(files: DataFiles, operand: str, where: Where, metrics: Mapping[str, Metric]) -> None:
    identifier, _, category = operand.partition(".")
    if not files.expect(identifier, metrics, where, "unknown-metric", f"指标 {identifier} 没有定义。"):
        return
    if category and identifier in metrics:
        categories = metrics[identifier].categories
        message = f"“{metrics[identifier].name}”没有“{category}”这个分类。"
        files.expect(category, categories, where, "unknown-category", message)


def check_standard(
    files: DataFiles, standard: Standard, metrics: Mapping[str, Metric], sources: Mapping[str, Source]
) -> None:
    """A standard must name a metric and a document that exist, and a value of the metric's kind."""
    check_source(files, standard.document, standard.where_is("document"), sources)
    where = standard.where_is("metric")
    if not files.expect(
        standard.metric, metrics, where, "unknown-metric", f"指标 {standard.metric} 没有定义。"
    ):
        return
    metric = metrics.get(standard.metric or "")
    if standard.category and metric:
        message = f"“{metric.name}”没有“{standard.category}”这个分类。"
        where = standard.where_is("category")
        files.expect(standard.category, metric.categories, where, "unknown-category", message)
    if fault := _incomplete(standard):
        files.find(standard.where, "bad-standard", f"“{standard.name}”：{fault}。")
    if standard.value:
        _check_limit(files, standard, standard.value, metric)


def _incomplete(standard: Standard) -> str | None:
    """What a standard lacks to say what it means, as a Chinese clause."""
    if not standard.metric and not (standard.subject and standard.set_aside):
        return "没有写 metric 的，要写 subject（说的是什么）和 set_aside（为什么不对照）"
    if bool(standard.requires) != bool(standard.value):
        return "requires 和 value 要么都写，要么都不写"
    required = standard.requires or standard.wording
    if required and not standard.nature:
        return "有要求的标准要写 nature（性质）"
    if not required and not standard.scope:
        return "没有查到标准的，要在 scope 里写明查过什么"
    if standard.valid_from and standard.valid_until and standard.valid_from > standard.valid_until:
        return "valid_from 比 valid_until 晚"
    return None


def _check_limit(files: DataFiles, standard: Standard, value: str, metric: Metric | None) -> None:
    where = standard.where_is("value")
    try:
        limit = parse_quantity(value)
    except QuantityError as error:
        files.find(where, "bad-quantity", f"{error}。")
        return
    if limit.bound.value != "exact":
        files.find(where, "bad-quantity", f"标准值“{value}”里不要写“约”“以上”之类的词，用 requires 表示。")
    elif metric and standard.field == "value" and limit.unit != (metric.unit or ""):
        message = f"“{metric.name}”的单位是“{metric.unit or '（无单位）'}”，标准值写的是“{value}”。"
        files.find(where, "unit-mismatch", message)
    elif metric and standard.field == "change" and limit.unit not in CHANGE_UNITS | {metric.unit}:
        message = f"增减的标准值应当以 %、个百分点或“{metric.unit}”为单位，写的是“{value}”。"
        files.find(where, "unit-mismatch", message)


def points_of(schemes: Mapping[str, Scheme]) -> set[str]:
    """The points of all schemes."""
    return {point for scheme in schemes.values() for area in scheme.areas.values() for point in area.points}
