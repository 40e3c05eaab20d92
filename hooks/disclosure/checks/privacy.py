"""Nothing private is published: telephone and identity numbers, accounts, home addresses, names."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.findings import Where

_HAN = "[\u4e00-\u9fff]"
_PRIVATE = (
    (
        "身份证号码",
        re.compile(
            r"(?<![0-9A-Za-z])[1-9]\d{5} ?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[0-9Xx]"
            r"(?![0-9A-Za-z])"
        ),
    ),
    ("手机号码", re.compile(r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d([- ]?)\d{4}\1\d{4}(?![\d元万亿])")),
    ("电子邮箱", re.compile(r"[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")),
    (
        "社交账号",
        re.compile(r"(?:微信|QQ)(?:号码|账号|号)?(?:是|为|:)? ?[A-Za-z0-9][A-Za-z0-9_-]{4,}", re.IGNORECASE),
    ),
    (
        "住址",
        re.compile(
            rf"{_HAN}{{1,8}}(?:小区|花园|家园|公寓|新村|村|苑)\d+(?:号楼|栋|幢|单元|组)|[路街巷弄]\d+号\d+室"
            r"|\d+(?:号楼|栋|幢)(?:\d+单元|\d+室)"
        ),
    ),
    (
        "姓名",
        re.compile(
            rf"(?:家长|学生|同学|老师|教师){_HAN}某某?|我叫{_HAN}{{2,3}}(?!{_HAN})|姓名:{_HAN}{{2,3}}"
            rf"|班(?!全体|所有|的|有){_HAN}{{2,3}}同学"
        ),
    ),
)


def private(text: str, where: Where) -> Iterator[Finding]:
    """What in ``text`` tells who somebody is or where they live; the finding does not repeat it."""
    for name, pattern in _PRIVATE:
        for match in pattern.finditer(unicodedata.normalize("NFKC", text)):
            shown = f"{match[0][:2]}……{match[0][-1:]}"
            yield Finding(where, "private", f"这里像是{name}（{shown}），不能公开。")
