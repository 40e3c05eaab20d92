"""The numbers that are no figures by a rule of the written language: dates, document numbers, titles.

What is true of one report only is no rule; its ``report.yml`` exempts that, with a reason.
"""

import re
from bisect import bisect_right

from disclosure.facts.records import ExemptionKind

_DIGIT = "[0-9０-９]"
_YEAR = rf"(?:19|20|１９|２０){_DIGIT}{{2}}"
_DASH = "[-—－–~～至到]"
_ENDS_A_YEAR = "(?:年(?![轻级])|学年|[）)》”])"
_DATE = re.compile(
    rf"(?<!{_DIGIT}){_YEAR}(?=年(?![轻级]))"
    rf"|(?<!{_DIGIT}){_YEAR}(?={_DASH}+{_YEAR}{_ENDS_A_YEAR})"
    rf"|(?<={_DASH}){_YEAR}(?={_ENDS_A_YEAR})"
    rf"|(?<=日[至到—－-]){_DIGIT}{{1,2}}(?=日)|(?<=年){_DIGIT}{{1,2}}(?=月)"
    rf"|(?<!{_DIGIT}){_DIGIT}{{1,2}}(?=月(?!个))|(?<=月){_DIGIT}{{1,2}}(?=日)"
    r"|[〇零一二三四五六七八九]{4}(?=年)|(?<=年)[一二三四五六七八九十]{1,3}(?=月)"
    r"|(?<=月)[一二三四五六七八九十]{1,3}(?=日)"
)
RULES: tuple[tuple[ExemptionKind, re.Pattern[str]], ...] = (
    ("文号", re.compile(r"[〔\[［（(](?:19|20)\d\d[〕\]］）)](?:第)?\d+号")),
    ("名称或引文", re.compile(r"《[^《》\n]*》")),
    ("日期", _DATE),
    ("序数", re.compile(r"第[0-9０-９〇零一二两三四五六七八九十百千]+(?!\n)")),
    (
        "结构",
        re.compile(
            r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、"
            r"|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d))",
            re.MULTILINE,
        ),
    ),
    ("非确数", re.compile(r"[数几][十百千万亿]+|过半|半数|(?<=[上下每同任某另首])一(?=[\u4e00-\u9fff])")),
    ("专名", re.compile(r"九年(?=义务教育|一贯)|(?<=学前)三年(?=[教毛入行])")),
)
"""Each rule with the kind of exemption that it gives."""
_QUOTED = re.compile(r"“[^“”\n]{1,20}”")
_LONGEST = 200
"""Characters. No exempt span is longer, so the search stays linear."""


class Exempt:
    """The exempt spans of one text."""

    def __init__(self, text: str) -> None:
        self.spans = sorted(
            (match.start(), match.end(), kind) for kind, rule in RULES for match in rule.finditer(text)
        )
        self.quoted = [match.span() for match in _QUOTED.finditer(text)]

    def at(self, start: int, end: int, digits: str) -> ExemptionKind | None:
        """The kind of exemption of the number ``digits`` at ``start`` to ``end``, or ``None``."""
        place = bisect_right(self.spans, (start, 10**9, ""))
        for begin, stop, kind in reversed(self.spans[:place]):
            if end <= stop:
                return kind
            if start - begin > _LONGEST:
                break
        index = bisect_right(self.quoted, (start, 10**9)) - 1
        wording = not re.match(_DIGIT, digits) and (len(digits) == 1 or not re.search("[百千万亿]", digits))
        if wording and index >= 0 and end <= self.quoted[index][1]:
            return "名称或引文"
        return None
