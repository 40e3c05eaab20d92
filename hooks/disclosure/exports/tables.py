"""The tables that are published as data, each with a dictionary of its columns."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.citation import content_hash
from disclosure.analysis.requirements import Span
from disclosure.analysis.revisions import Corrected
from disclosure.analysis.statement import CAVEAT
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Printed

Cells = dict[str, str]
"""A row: text by name of column; empty where there is no value."""


@dataclass(frozen=True)
class Table:
    """One table."""

    name: str
    """The file's name without its suffix."""
    title: str
    columns: Mapping[str, str]
    """The content of each column in Chinese, by name, in the order of printing."""
    rows: tuple[Cells, ...]


_FIGURE = {
    "report": "报告的年份",
    "figure": "数值的编号：指标.分类@时期",
    "area": "评价重点的编号",
    "name": "指标名称，含分类",
    "period": "时期，照报告",
    "period_start": "时期的第一天；没有写明的空着",
    "period_end": "时期的最后一天；没有写明的空着",
    "period_basis": "时期的依据：明示、承前、报告期、相对、未载明",
    "value": "数值，照报告印的样子",
    "number": "换算成基本单位的数，不含概数词；一段范围、三项以上的比没有一个数，空着",
    "value_min": "真实数值的下限；没有下限的空着",
    "value_max": "真实数值的上限；没有上限的空着",
    "qualifier": (
        "概数：exact 确数，above 多于，at-least 不少于，about 约为，below 不到，at-most 不超过，"
        "range 一段范围"
    ),
    "unit": "基本单位",
    "unit_implied": "报告省略单位、由本站理解的写 yes",
    "change": "增减，照报告印的样子",
    "change_number": "增减，带正负号；一段范围没有一个数，空着",
    "change_unit": "增减的单位",
    "change_beside": "同一个增减的另一种写法：写了多少又写了百分之几的，写在后面的那个数，带正负号",
    "change_beside_unit": "它的单位",
    "comparison": "与别处相比，照报告印的样子",
    "comparison_number": "比别处高多少，低的是负数；一段范围没有一个数，空着",
    "comparison_unit": "它的单位",
    "comparison_with": "与什么相比",
    "note": "说明",
    "reviewed": "复核说明：提示代码、决定和理由",
    "superseded_by": "以后哪一年的报告改了这个数",
    "hash": "校验码",
}
_VERDICT = {
    "report": "报告的年份",
    "figure": "数值的编号；报告没有给出的空着",
    "name": "指标名称，含分类",
    "standard": "标准的编号",
    "standard_name": "标准的名称",
    "requirement": "要求",
    "outcome": "结论",
    "sentence": "结论的全文，带性质和保留",
    "why": "结论的说明",
    "nature": "性质：法定要求、政策要求、规划目标、认定标准",
    "stage": "认定的进展",
    "marks": "保留：口径待确认、依据待核实",
    "document": "文件",
    "number": "文号",
    "clause": "条款",
    "quote": "条款的原话；原文没有读过的空着",
    "copy": "原文取自哪里：发文单位网站，或者全文镜像",
    "scope": "范围说明",
    "decision": "发布单位的决定",
}
_IMPLIED = {
    "report": "报告的年份",
    "figure": "由哪个数值推算",
    "name": "推算的是什么",
    "period": "推算的时期；与原数值相同的空着",
    "implied_min": "最小可能的数",
    "implied_max": "最大可能的数",
    "unit": "单位",
    "reason": "推算的根据",
    "caveat": "提醒",
    "decision": "发布单位的决定",
}
_CHANGE = {
    "report": "报告的年份",
    "figure": "数值的编号",
    "name": "指标名称，含分类",
    "value": "数值，照报告印的样子",
    "former_report": "上一时期的数值出自哪一年的报告",
    "former_figure": "上一时期的数值的编号",
    "former_value": "上一时期的数值，照报告印的样子",
    "change": "推算的增减；暂缓公开的空着",
    "caveat": "提醒",
    "decision": "发布单位的决定",
}
_REVIEW = {
    "report": "报告的年份",
    "about": "数值的编号，或者正文里的词",
    "statement": "说的是什么：verdict 对照结论，implied 推算，其余是提示代码",
    "decision": "公开、加注公开或缓公开",
    "reason": "理由",
    "office": "作出决定的单位",
    "date": "决定的日期",
    "lapsed": "缓公开已到期、恢复公开的写 yes",
}
_CORRECTION = {
    "report": "报告的年份",
    "figure": "数值的编号",
    "field": "改的是什么：value 数值，change 增减，verdict 对照结论，别的是字段的名称",
    "kind": "更正或修订",
    "old": "原来公布的",
    "new": "现在的；撤下的空着",
    "reason": "理由",
    "date": "日期",
    "approver": "批准的单位",
}


def tables(analysis: Analysis) -> tuple[Table, ...]:
    """All tables, reports newest first and rows in the order of the data."""
    reports = analysis.disclosure.reports

    def every(make: Callable[[Analysis, Report], Iterable[Cells]]) -> tuple[Cells, ...]:
        return tuple(cells for report in reports for cells in make(analysis, report))

    return (
        Table("figures", "全部数值", _FIGURE, every(_figures)),
        Table("verdicts", "标准对照", _VERDICT, every(_verdicts)),
        Table("implied", "本站推算", _IMPLIED, every(_implied)),
        Table("changes", "本站推算的增减", _CHANGE, every(_changes)),
        Table("reviews", "复核说明和决定", _REVIEW, every(_reviews)),
        Table("corrections", "更正和修订", _CORRECTION, tuple(map(_correction, analysis.corrections))),
    )


def _plain(number: Decimal | None) -> str:
    """A number in machine-readable form; empty for an open end."""
    return "" if number is None else f"{number:f}"


def _number(printed: Printed | None) -> str:
    """The one number that a figure prints, in machine-readable form; empty where there is none."""
    return "" if printed is None else _plain(printed.value)


def _figures(analysis: Analysis, report: Report) -> Iterable[Cells]:
    for observation in report.observations:
        value, change, comparison = observation.value, observation.change, observation.comparison
        beside = replace(change, magnitude=change.beside) if change and change.beside else None
        span = Span.of(value) if value else Span(None, None)
        statement = analysis.figures[observation]
        yield {
            "report": report.year,
            "figure": observation.reference,
            "area": analysis.disclosure.metrics[observation.metric].area,
            "name": statement.name,
            "period": str(observation.period),
            "period_start": str(observation.period.days.first or ""),
            "period_end": str(observation.period.days.last or ""),
            "period_basis": observation.basis.value,
            "value": str(value or ""),
            "number": _number(value),
            "value_min": _plain(span.low),
            "value_max": _plain(span.high),
            "qualifier": value.bound.value if value else "",
            "unit": (observation.unit if value else None) or "",
            "unit_implied": "yes" if observation.implied_unit else "",
            "change": str(change or ""),
            "change_number": _number(change),
            "change_unit": (change and change.unit) or "",
            "change_beside": _number(beside),
            "change_beside_unit": (beside and beside.unit) or "",
            "comparison": str(comparison or ""),
            "comparison_number": _number(comparison),
            "comparison_unit": (comparison and comparison.unit) or "",
            "comparison_with": comparison.other if comparison else "",
            "note": observation.note or "",
            "reviewed": "；".join(
                f"{code}：{decision.review.decision}，{decision.review.reason}"
                for code, decision in sorted(statement.decisions.items())
            ),
            "superseded_by": statement.superseded_by.year if statement.superseded_by else "",
            "hash": content_hash(report, observation),
        }


def _verdicts(analysis: Analysis, report: Report) -> Iterable[Cells]:
    for verdict in analysis.verdicts[report.year]:
        standard = verdict.standard
        source = analysis.disclosure.sources.get(standard.document or "")
        yield {
            "report": report.year,
            "figure": verdict.observation.reference if verdict.observation else "",
            "name": verdict.name,
            "standard": standard.id,
            "standard_name": standard.name,
            "requirement": standard.requirement or "",
            "outcome": verdict.outcome.value if verdict.outcome else verdict.sentence,
            "sentence": verdict.sentence,
            "why": verdict.why,
            "nature": standard.nature or "",
            "stage": standard.stage or "",
            "marks": "；".join(verdict.marks),
            "document": source.title if source else "",
            "number": (source.number if source else None) or "",
            "clause": standard.clause or "",
            "quote": standard.quote or "",
            "copy": f"{source.text.kind}：{source.text.origin}" if source and source.text else "",
            "scope": standard.scope or "",
            "decision": verdict.decision.text if verdict.decision else "",
        }


def _implied(analysis: Analysis, report: Report) -> Iterable[Cells]:
    for statement in analysis.arithmetic[report.year]:
        if implied := statement.implied:
            yield {
                "report": report.year,
                "figure": statement.observation.reference,
                "name": implied.name,
                "period": implied.period.text if implied.period else "",
                "implied_min": _plain(implied.low),
                "implied_max": _plain(implied.high),
                "unit": implied.unit or "",
                "reason": implied.reason,
                "caveat": CAVEAT,
                "decision": statement.decision.text if statement.decision else "",
            }


def _changes(analysis: Analysis, report: Report) -> Iterable[Cells]:
    for statement in analysis.computed_changes[report.year]:
        yield {
            "report": report.year,
            "figure": statement.observation.reference,
            "name": statement.name,
            "value": statement.value,
            "former_report": statement.former.year,
            "former_figure": statement.former.reference,
            "former_value": str(statement.former.value),
            "change": statement.change,
            "caveat": CAVEAT,
            "decision": statement.decision.text if statement.decision else "",
        }


def _reviews(analysis: Analysis, report: Report) -> Iterable[Cells]:
    figures = (
        (observation.reference, analysis.figures[observation].decisions)
        for observation in report.observations
    )
    rows = [
        (about, code, decision)
        for about, decisions in figures
        for code, decision in sorted(decisions.items())
    ]
    texts = zip(report.record.reviewed, analysis.text_decisions[report.year], strict=True)
    rows += [(review.words, review.code, decision) for review, decision in texts]
    for about, statement, decision in rows:
        yield {
            "report": report.year,
            "about": about,
            "statement": statement,
            "decision": decision.review.decision,
            "reason": decision.review.reason,
            "office": decision.review.office or "",
            "date": str(decision.review.date or ""),
            "lapsed": "yes" if decision.lapsed else "",
        }


def _correction(corrected: Corrected) -> Cells:
    correction = corrected.correction
    return {
        "report": corrected.year,
        "figure": correction.figure,
        "field": correction.key[1],
        "kind": correction.kind,
        "old": correction.old,
        "new": correction.new or "",
        "reason": correction.reason,
        "date": str(correction.date),
        "approver": correction.approver,
    }
