"""Every number of the official prose needs data behind it, or a reason why it is no figure."""

import re
from collections.abc import Iterator

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.number_account import Numeral
from disclosure.checks.registry import WORDS, report_check
from disclosure.facts.disclosure import Report
from disclosure.facts.records import Exemption
from disclosure.findings import Finding

_LEAST_WORDS = 2
_STATISTIC = re.compile(r"[0-9０-９][万亿]?[余多]?(?:[%％元人个所次项名套间台件份]|平方米|个百分点)")
LONGEST_EXEMPTION = 24
"""Characters: enough for a number and the words around it, too few to cover a sentence."""


@report_check()
def check_numerals(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Numbers that nothing accounts for, and figures that print only a part of their number."""
    account = analysis.accounts[report.year]
    cuts = {(cut.words.start, at) for cut in account.cut for at in range(cut.begin, cut.stop)}
    for numeral in account.open:
        if (numeral.words.start, numeral.number.start) not in cuts:
            yield _open(numeral, report)
    for cut in account.cut:
        text = cut.words.text
        figure, complete = text[cut.start : cut.end], text[cut.begin : cut.stop]
        yield Finding(
            cut.words.where(cut.begin if cut.begin < cut.start else cut.end),
            "figure-cut-short",
            f"数值是“{figure}”，原文紧挨着还有别的字，连起来是“{complete}”。",
        )


@report_check()
def check_exemptions(_analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Exemptions that would exempt more than one number, or a figure."""
    for exemption in report.record.exempt:
        if fault := _fault(exemption):
            yield Finding(exemption.where_is("words"), "bad-exemption", fault)


@report_check("不是统计数字的说明还有没有用", WORDS)
def check_unused_exemptions(analysis: Analysis, report: Report) -> Iterator[Finding]:
    """Exemptions that exempt nothing."""
    numerals = analysis.accounts[report.year].numerals
    used = {id(numeral.exemption) for numeral in numerals if numeral.exemption}
    for exemption in report.record.exempt:
        if id(exemption) not in used and not _fault(exemption):
            yield Finding(
                exemption.where_is("words"),
                "bad-exemption",
                f"正文里的“{exemption.words}”没有要说明的数字，或者正文里没有这几个字。",
            )


def _fault(exemption: Exemption) -> str | None:
    """A fault of an exemption in itself, as a Chinese sentence, or ``None``."""
    words = exemption.words
    if len(words) > LONGEST_EXEMPTION:
        return f"“{words[:12]}……”太长，不超过 {LONGEST_EXEMPTION} 个字。"
    if len(re.findall(r"[^\W\d_〇零一二两三四五六七八九十百千万亿]", words)) < _LEAST_WORDS:
        return f"“{words}”只有数字，别处同样的数字也会被放过；把前后的字一起写上。"
    if exemption.kind in {"专名", "序数"} and _STATISTIC.search(words):
        return f"“{words}”是数字带单位，不像{exemption.kind}；是统计数字的请录入 values.yml。"
    return None


def _open(numeral: Numeral, report: Report) -> Finding:
    number = numeral.number
    before, shown, after = numeral.context
    message = f"“{before}{shown}{after}”里的“{shown}”没有对应的数据，也没有说明为什么不是统计数字。"
    near = next(
        (
            figure
            for figure in report.observations
            if figure.value and number.value in {figure.value.number, figure.value.value}
        ),
        None,
    )
    return Finding(
        numeral.words.where(number.start),
        "open-number",
        message,
        f"{{{{ {near.reference} }}}}（{near.value}）" if near and number.value is not None else None,
    )
