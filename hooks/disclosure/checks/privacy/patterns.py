"""Finds private words: numbers, accounts, plates, home addresses, classes of children, names.

The patterns know the form of words, not their meaning: they find names only where a name is usually
given. Words that they must not match are listed in their tests.
"""

import re
import unicodedata
from collections.abc import Iterator

from disclosure.checks.privacy.surnames import FULL, NAME, SURNAME
from disclosure.findings import Finding, Where

_HAN = "[\u4e00-\u9fff]"
_NUMBER = "[0-9一二三四五六七八九十百零〇]+"
_SPELT = str.maketrans("零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789")
"""Digits written out in Chinese, one character each."""
_DIGITS = (
    (
        "身份证号码",
        (
            r"(?<![0-9A-Za-z])[1-9]\d{5} ?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[0-9Xx]"
            r"(?![0-9A-Za-z])"
        ),
    ),
    ("手机号码", r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d([- ]?)\d{4}\1\d{4}(?![\d元万亿])"),
)
"""Kinds of numbers, in digits or written out. Compiled only when texts are searched: few sites have any."""
_CLASS = (
    r"(?:[一二三四五六七八九1-9]年级|[初高][一二三1-3](?:年级)?|(?:19|20)\d\d级|[一二三四五六七八九1-9大中小](?=\())"
    rf"\(?{_NUMBER}\)?班"
)
_TITLE = (
    "(?:老师|同学|校长|园长|主任|科长|局长|股长|站长|所长|处长|书记|镇长|乡长|县长|同志|先生|女士|医生|警官)"
    "(?![期远效处录])"  # 高校长期, 文书记录
)
_SAYS = "反映|来信|来电|投诉|举报|建议|希望|要求|询问|咨询|提出|认为|表示|称|说"
"""Verbs after the name of a person who gives an opinion; some are ambiguous: 高中希望 names nobody."""
_PRIVATE = (
    ("电子邮箱", r"[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"),
    (
        "社交账号",
        r"(?i)(?:微信|QQ)(?:号码|账号|号)?(?:是|为|:)? ?[A-Za-z0-9][A-Za-z0-9_-]{4,}",
    ),
    (
        "车牌号码",
        (
            r"(?i)[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·.-]?"
            r"(?=[A-Z0-9]*\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警挂](?![A-Z0-9])"
        ),
    ),
    (
        "住址",
        (
            rf"{_HAN}{{1,8}}(?:小区|花园|家园|公寓|新村|村|苑){_NUMBER}(?:号楼|栋|幢|单元|组|社|号)(?:{_NUMBER}单元)?(?:{_NUMBER}(?:室|号)?)?"
            rf"|[路街巷弄道]{_NUMBER}号(?:附{_NUMBER}号)?(?:{_NUMBER}室|{_NUMBER}-{_NUMBER}|的?(?:居民|住户|业主|人家))"
            rf"|{_NUMBER}(?:号楼|栋|幢)(?:{_NUMBER}单元|{_NUMBER}室)|{_NUMBER}单元{_NUMBER}|{_NUMBER}号附{_NUMBER}号"
            rf"|(?:住|家在){_HAN}{{0,14}}?[路街巷弄道村镇]{_NUMBER}号|门牌(?:号码?)?(?:是|为|:)?{_NUMBER}"
            r"|(?<![\d-])\d{1,2}-\d{1,2}-\d{3,4}(?![\d-])"
        ),
    ),
    (
        "班级",
        rf"{_CLASS}(?:的|某)*(?:一[名位个]|某)?(?:学生|同学|家长|孩子|老师|班主任|{NAME})",
    ),
    (
        "姓名",
        (
            rf"(?:家长|学生|同学|老师|教师){_HAN}某某?|我叫{_HAN}{{2,3}}(?!{_HAN})|姓名:{_HAN}{{2,3}}"
            rf"|班(?!全体|所有|的|有){_HAN}{{2,3}}同学|(?:联系人|经办人|承办人|负责人):{NAME}"
            rf"|{SURNAME}(?:某某?|{_TITLE})"
            rf"|(?:市民|居民|村民|网友|业主|(?<!全体)(?:教师|家长|学生)){FULL}(?=同志|先生|女士|{_SAYS}|[,。;:、]|的(?:妈妈|爸爸|母亲|父亲|家长|爷爷|奶奶)|$)"
            rf"|(?:^|(?<=[,。;:、])){FULL}(?=同志|先生|女士|反映|来信|来电|投诉)"
            rf"|本人\({FULL}\)"
        ),
    ),
)
_BODY = "局委办科室处股所站部厅院校学园会组队府中心司馆队街镇乡村班线"
"""Last characters of names of bodies."""


def private(text: str, where: Where) -> Iterator[Finding]:
    """Findings for words of ``text`` that identify a person or a home; they do not repeat the words."""
    folded = unicodedata.normalize("NFKC", text)
    covered: list[range] = []
    for name, pattern in (*_DIGITS, *_PRIVATE):
        for read in dict.fromkeys(
            (folded, folded.translate(_SPELT)) if (name, pattern) in _DIGITS else (folded,)
        ):
            for match in re.finditer(pattern, read):
                run = range(*match.span())
                if not any(run.start < other.stop and other.start < run.stop for other in covered):
                    covered.append(run)
                    yield _finding(name, folded[run.start : run.stop], where)


def private_office(text: str, where: Where) -> Iterator[Finding]:
    """Findings of ``private``, and of a person's name in place of an office's name or after it."""
    found = list(private(text, where))
    yield from found
    for piece in re.split(r"[(),、，/:;\s]+", unicodedata.normalize("NFKC", text)) if not found else ():
        if piece and piece[-1] not in _BODY and (match := re.search(f"(?:^|(?<=[{_BODY}])){NAME}$", piece)):
            yield _finding("姓名", match[0], where)


_SHORT = 3
"""Characters. Of words up to this length only the first character is shown."""


def _finding(name: str, words: str, where: Where) -> Finding:
    shown = f"{words[:2]}……{words[-1]}" if len(words) > _SHORT else f"{words[0]}……"
    return Finding(where, "private", f"这里像是{name}（{shown}），不能公开。")
