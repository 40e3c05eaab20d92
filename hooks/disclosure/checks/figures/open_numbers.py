"""Every number of the official prose has data behind it, or a reason why it is no figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.analysis.number_account import Account, Numeral
    from disclosure.facts.disclosure import Report
    from disclosure.facts.observations import Observation

_LEAST_WORDS = 2
_NAMES = frozenset({"专名", "序数"})
_STATISTIC = re.compile(r"[0-9０-９][万亿]?[余多]?(?:[%％元人个所次项名套间台件份]|平方米|个百分点)")
LONGEST_EXEMPTION = 24
"""Characters: enough for a number and the words around it, too few to hide a sentence."""


def check_numerals(report: Report, account: Account) -> Iterator[Finding]:
    """Open numbers, figures that leave a part of their number outside, and exemptions that exempt nothing."""
    for numeral in account.open:
        yield _open(numeral, report)
    for cut in account.cut:
        text = cut.words.text
        figure, whole = text[cut.start : cut.end], text[cut.begin : cut.stop]
        message = f"数值是“{figure}”，原文紧挨着还有别的字，连起来是“{whole}”。"
        where = cut.words.where(cut.begin if cut.begin < cut.start else cut.end)
        yield Finding(where, "figure-cut-short", message)
    used = {id(numeral.exemption) for numeral in account.numerals if numeral.exemption}
    for exemption in report.record.exempt:
        where = exemption.where_is("words")
        if len(exemption.words) > LONGEST_EXEMPTION:
            yield Finding(
                where, "bad-exemption", f"“{exemption.words[:12]}……”太长，不超过 {LONGEST_EXEMPTION} 个字。"
            )
        elif len(re.findall(r"[^\W\d_〇零一二两三四五六七八九十百千万亿]", exemption.words)) < _LEAST_WORDS:
            message = f"“{exemption.words}”只有数字，别处同样的数字也会被放过；把前后的字一起写上。"
            yield Finding(where, "bad-exemption", message)
        elif exemption.kind in _NAMES and _STATISTIC.search(exemption.words):
            message = (
                f"“{exemption.words}”是数字带单位，不像{exemption.kind}；是统计数字的请录入 values.yml。"
            )
            yield Finding(where, "bad-exemption", message)
        elif id(exemption) not in used:
            message = f"正文里的“{exemption.words}”没有要说明的数字，或者正文里没有这几个字。"
            yield Finding(where, "bad-exemption", message)


def _open(numeral: Numeral, report: Report) -> Finding:
    number = numeral.number
    before, shown, after = numeral.context
    message = f"“{before}{shown}{after}”里的“{shown}”没有对应的数据，也没有说明为什么不是统计数字。"
    near = next((item for item in report.observations if number.value in _numbers(item)), None)
    guess = f"{{{{ {near.reference} }}}}（{near.value}）" if near and number.value is not None else None
    return Finding(numeral.words.where(number.start), "open-number", message, guess)


def _numbers(observation: Observation) -> tuple[object, ...]:
    return observation.value.number, observation.value.value
