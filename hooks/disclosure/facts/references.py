"""Names in one record that point at another: each must lead somewhere, and fit what it finds there."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from disclosure.facts import subjects
from disclosure.facts.body import Body
from disclosure.facts.disclosure import Report
from disclosure.facts.figure_name import split_name
from disclosure.facts.files import DataFiles
from disclosure.facts.ledger import Acceptance
from disclosure.facts.observations import CHANGE_UNITS
from disclosure.facts.quantity import Bound, QuantityError, parse_quantity
from disclosure.facts.records import Metric, Scheme, Source
from disclosure.facts.relation import UNSTATED_OPERAND, Relation
from disclosure.facts.standard import Standard
from disclosure.findings import Where


def check_source(files: DataFiles, source: str | None, where: Where, sources: Mapping[str, Source]) -> None:
    """A cited document must be listed."""
    files.expect(
        source, sources, where, "unknown-source", f"没有“{source}”这份文件。", defined_in="data/sources.yml"
    )


def check_body(files: DataFiles, body: str | None, where: Where, bodies: Mapping[str, Body]) -> None:
    """A named department, township or school must be listed."""
    files.expect(
        body,
        bodies,
        where,
        "unknown-body",
        f"bodies.yml 里没有“{body}”这个单位。",
        defined_in="data/bodies.yml",
    )


def check_bodies(files: DataFiles, bodies: Mapping[str, Body]) -> None:
    """A body stands under one id."""
    named: dict[str, Body] = {}
    for body in bodies.values():
        first = named.setdefault(body.name, body)
        if first is not body:
            files.find(
                body.where_is("name"),
                "listed-twice",
                f"“{body.name}”已在第 {first.where.line} 行写过，编号是 {first.id}。",
            )


def check_ledger_names(
    files: DataFiles,
    report: Report,
    metrics: Mapping[str, Metric],
    sources: Mapping[str, Source],
    bodies: Mapping[str, Body],
) -> None:
    """Whatever a ledger names must exist."""
    if report.ledger is None:
        return
    check_source(files, report.ledger.document, report.ledger.where_is("document"), sources)
    for item in report.ledger.items.values():
        files.expect(
            item.area,
            report.scheme.areas,
            item.where_is("area"),
            "unknown-area",
            f"这份报告的评价方案里没有“{item.area}”这个评价重点。",
        )
        for field in ("owner", "verified_by"):
            check_body(files, getattr(item, field), item.where_is(field), bodies)
        for partner in item.partners:
            check_body(files, partner, item.where_is("partners"), bodies)
        owner = (item.owner,) if item.owner else ()
        check_once(files, (*owner, *item.partners), item.where_is("partners"), "牵头和配合单位")
        for saying in item.sayings:
            check_source(files, saying.document, saying.where_is("document"), sources)
        for evidence in item.evidence:
            check_source(files, evidence.document, evidence.where_is("document"), sources)
        with files.losing(subjects.term(item.id, "acceptance")):
            for acceptance in item.acceptances:
                _check_acceptance(files, acceptance, metrics)


def _check_metric(files: DataFiles, name: str | None, where: Where, metrics: Mapping[str, Metric]) -> bool:
    return files.expect(
        name, metrics, where, "unknown-metric", f"指标 {name} 没有定义。", defined_in=subjects.METRIC_FILES
    )


def _check_acceptance(files: DataFiles, acceptance: Acceptance, metrics: Mapping[str, Metric]) -> None:
    if not _check_metric(files, acceptance.metric, acceptance.where_is("metric"), metrics):
        return
    metric = metrics.get(acceptance.metric or "")
    if metric is None:
        spare = [name for name in ("category", "requires", "value") if getattr(acceptance, name)]
        if not acceptance.deliverable:
            files.find(
                acceptance.where,
                "bad-acceptance",
                "验收要写 metric、requires、value，或者 deliverable，或者都写。",
            )
        elif spare and acceptance.metric is None:
            files.find(
                acceptance.where_is(spare[0]),
                "bad-acceptance",
                f"写了 {'、'.join(spare)}，没有写用哪个指标（metric）。",
            )
        return
    if bool(metric.categories) != bool(acceptance.category):
        names = f"要写分类（category）：{'、'.join(metric.categories)}" if metric.categories else "不能写分类"
        files.find(acceptance.where_is("category"), "unknown-category", f"“{metric.name}”{names}。")
    elif acceptance.category:
        message = f"“{metric.name}”没有“{acceptance.category}”这个分类。"
        where = acceptance.where_is("category")
        files.expect(acceptance.category, metric.categories, where, "unknown-category", message)
    if not (acceptance.requires and acceptance.value):
        files.find(acceptance.where, "bad-acceptance", "用指标验收的，要写 requires 和 value。")
    else:
        check_limit(files, acceptance.value, acceptance.where_is("value"), metric)


def check_metric(files: DataFiles, metric: Metric, metrics: Mapping[str, Metric], points: set[str]) -> None:
    """A metric's relations must name metrics, its points those of a scheme."""
    for point in metric.points:
        where = metric.where_is("points")
        files.expect(point, points, where, "unknown-point", f"评价方案里没有“{point}”这个评价要点。")
    for relation in metric.relations:
        known = len(files.findings)
        with files.losing(subjects.record(metric.where.path, metric.id)):
            for operand in relation.of:
                if operand != UNSTATED_OPERAND:
                    _check_operand(files, metric, operand, relation.where, metrics)
            unfit = _unfit(metric, relation, metrics) if len(files.findings) == known else None
            if fault := relation.fault or unfit:
                files.find(relation.where, "bad-relation", f"“{metric.name}”的数量关系：{fault}。")


def _unfit(metric: Metric, relation: Relation, metrics: Mapping[str, Metric]) -> str | None:
    """Why such things can't be in such a relation, as a Chinese clause."""
    named = [operand for operand in relation.of if operand != UNSTATED_OPERAND]
    if metric.id in named or len(set(named)) < len(named):
        return "不能与自己相关，也不能把同一个指标写两次"
    units = [metrics[name].unit for name in (split_name(item).metric for item in named) if name in metrics]
    if relation.unstated:
        if relation.unit and re.search("[百千万亿]", relation.unit.removesuffix("个百分点")):
            return "unit 写基本单位，不带万、亿"
        units.append(relation.unit)
    alike = {metric.unit, *units} if relation.kind in {"total", "difference", "part"} else set(units)
    if relation.kind != "per" and len(alike) > 1:
        return f"单位不同（{'、'.join(sorted(unit or '无单位' for unit in alike))}），不能这样相关"
    if relation.kind == "share" and metric.unit != "%":
        return "占比的单位应当是 %"
    return None


def _check_operand(
    files: DataFiles, metric: Metric, operand: str, where: Where, metrics: Mapping[str, Metric]
) -> None:
    identifier, category, _ = split_name(operand)
    if not _check_metric(files, identifier, where, metrics):
        return
    if not category and set(metrics[identifier].categories) - set(metric.categories):
        names = "、".join(f"{identifier}.{name}" for name in metrics[identifier].categories)
        files.find(
            where, "unknown-category", f"“{metrics[identifier].name}”有分类，应当写成其中之一：{names}。"
        )
    if category:
        categories = metrics[identifier].categories
        files.expect(
            category,
            categories,
            where,
            "unknown-category",
            f"“{metrics[identifier].name}”没有“{category}”这个分类。",
        )


def check_standard(
    files: DataFiles, standard: Standard, metrics: Mapping[str, Metric], sources: Mapping[str, Source]
) -> None:
    """A standard must name a metric and a document that exist, and a value of the metric's kind."""
    check_source(files, standard.document, standard.where_is("document"), sources)
    if not _check_metric(files, standard.metric, standard.where_is("metric"), metrics):
        return
    metric = metrics.get(standard.metric or "")
    if standard.category and metric:
        message = f"“{metric.name}”没有“{standard.category}”这个分类。"
        where = standard.where_is("category")
        files.expect(standard.category, metric.categories, where, "unknown-category", message)
    if fault := _incomplete(standard):
        files.find(standard.where, "bad-standard", f"“{standard.name}”：{fault}。")
    if fault := _unproven(standard, sources):
        field = "quote" if standard.quote else "primary_text"
        files.find(standard.where_is(field), "bad-standard", f"“{standard.name}”：{fault}。")
    if standard.value:
        check_limit(files, standard.value, standard.where_is("value"), metric, field=standard.field)


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


def _unproven(standard: Standard, sources: Mapping[str, Source]) -> str | None:
    """What is missing to show that the text of a standard was read, as a Chinese clause."""
    if not standard.quote and standard.primary_text == "已读":
        return "primary_text 写“已读”的，要在 quote 里抄条款的原话"
    if standard.quote and standard.document is None:
        return "写了 quote 的，要写 document（出自哪份文件）"
    source = sources.get(standard.document or "")
    if standard.quote and source and not source.text:
        return f"要有 data/texts/{source.id}.txt（全文），并在 sources.yml 里用 text 写明取自哪里"
    return None


def check_limit(
    files: DataFiles, value: str, where: Where, metric: Metric | None, *, field: str = "value"
) -> None:
    """A threshold must be a plain quantity in the metric's unit, or one that its change may have."""
    try:
        limit = parse_quantity(value)
    except QuantityError as error:
        files.find(where, "bad-quantity", f"{error}。")
        return
    if limit.bound is not Bound.EXACT:
        files.find(where, "bad-quantity", f"“{value}”里不要写“约”“以上”之类的词，用 requires 表示。")
    elif metric and field == "value" and limit.unit != (metric.unit or ""):
        files.find(
            where,
            "unit-mismatch",
            f"“{metric.name}”的单位是“{metric.unit or '（无单位）'}”，这里写的是“{value}”。",
        )
    elif metric and field == "change" and limit.unit not in CHANGE_UNITS | {metric.unit or ""}:
        files.find(
            where,
            "unit-mismatch",
            f"增减的标准值应当以 %、个百分点或“{metric.unit}”为单位，写的是“{value}”。",
        )


def check_succession(files: DataFiles, schemes: Mapping[str, Scheme], reports: Iterable[Report]) -> None:
    """An area may succeed areas of other schemes only, and of none that reports show to be later."""
    since: dict[str, str] = {}
    for report in reports:
        since[report.scheme.id] = min(report.year, since.get(report.scheme.id, report.year))
    for name, scheme in schemes.items():
        later = {other for other in since if name in since and since[other] > since[name]}
        others = [item for other, item in schemes.items() if other not in {name, *later}]
        before = {area for item in others for area in item.areas}
        for area in scheme.areas.values():
            where = area.where_is("succeeds")
            check_once(files, area.succeeds, where, f"“{area.id}”接续的评价重点")
            for former in area.succeeds:
                files.expect(
                    former, before, where, "unknown-area", f"以前的评价方案里没有“{former}”这个评价重点。"
                )


def check_once(files: DataFiles, names: Iterable[str], where: Where, what: str) -> None:
    """What is listed is listed once."""
    for name, times in Counter(names).items():
        if times > 1:
            files.find(where, "listed-twice", f"{what}里，“{name}”写了 {times} 次。")


def points_of(schemes: Mapping[str, Scheme]) -> set[str]:
    """The points of all schemes."""
    return {point for scheme in schemes.values() for area in scheme.areas.values() for point in area.points}
