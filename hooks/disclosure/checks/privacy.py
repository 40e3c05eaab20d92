"""Nothing private is published: telephone and identity numbers, home addresses, names of children."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from disclosure.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from disclosure.findings import Where

_PRIVATE = (
    ("身份证号码", re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])")),
    ("手机号码", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    ("住址", re.compile(r"[\u4e00-\u9fff0-9]{1,12}(?:小区|村)?\d+(?:号楼|栋|幢|单元|组)\d*")),
    ("姓名", re.compile(r"(?:我叫|我是|姓名[是为：:]|家长|学生|老师)[\u4e00-\u9fff]某(?:某)?")),
)


def private(text: str, where: Where) -> Iterator[Finding]:
    """What in ``text`` tells who somebody is or where they live."""
    for name, pattern in _PRIVATE:
        for match in pattern.finditer(text):
            shown = f"{match[0][:2]}……{match[0][-1:]}"
            yield Finding(where, "private", f"这里像是{name}（{shown}），不能公开。")
