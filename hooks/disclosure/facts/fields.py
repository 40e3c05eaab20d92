"""Types of the texts in fields: how a date, an id or an address must be written."""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Annotated, LiteralString

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from disclosure.facts.period import Manner, parse_period
from disclosure.facts.text_file import INVISIBLE

KNOWN = "\0"
"""Prefix of the names of fields that the program fills in; no key of a file can begin with it."""

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"


_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    # Python would also take 20221103 and 2022-W44-4.
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        raise PydanticCustomError("bad-date", "写的是“{value}”，要写成 2022-11-03 这样", {"value": value})
    with suppress(ValueError):
        day = date.fromisoformat(value)
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
    raise PydanticCustomError("bad-date", "写的是“{value}”，没有这一天，或者年份不对", {"value": value})


def _matching(pattern: str, code: LiteralString, expected: LiteralString) -> Callable[[str], str]:
    """A validator that requires all of a text to match ``pattern``; ``expected`` ends the message."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value):
            raise PydanticCustomError(code, "写的是“{value}”，" + expected, {"value": value})
        return value

    return check


_HOST = r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_ORIGIN = rf"https?://{_HOST}(?::[0-9]{{1,5}})?"
_link = _matching(rf"{_ORIGIN}(?:[/?#]\S*)?", "bad-address", "不是以 https:// 开头的完整网址")
_BLANKS = ("{id}", "{title}", "{address}")


def _template(value: str) -> str:
    filled = value
    for blank in _BLANKS:
        filled = filled.replace(blank, "x")
    if "{" in filled or "}" in filled:
        blanks = "、".join(_BLANKS)
        raise PydanticCustomError(
            "bad-address", "写的是“{value}”，花括号里只能是 {blanks}", {"value": value, "blanks": blanks}
        )
    _link(filled)
    return value


_TELEPHONE = re.compile(
    r"(?:(?:\+86)?0\d{9,11}|\+86(?!1[3-9]\d{9})[1-9]\d{8,10}|\d{7,8}"  # an office's number
    r"|[48]00\d{7}|1\d{2,4}|9\d{4})"  # a nationwide number, or a short one such as 12345
    r"(?:(?:转|分机)\d{1,6})?"
)


def _telephone(value: str) -> str:
    numbers = re.split(
        "[、,;/]", re.sub(r"\([^()]*[\u4e00-\u9fff][^()]*\)", "", unicodedata.normalize("NFKC", value))
    )
    if not all(_TELEPHONE.fullmatch(re.sub("[ ()-]", "", number)) for number in numbers):
        message = "写的是“{value}”，不是办公电话；应当像 000-00000000，不写个人手机"
        raise PydanticCustomError("bad-contact", message, {"value": value})
    return value


def _moment(value: str) -> str:
    day, _, hour = value.partition(" ")
    _date(day)
    if hour and not re.fullmatch(r"(?:[01]\d|2[0-3]):[0-5]\d", hour):
        raise PydanticCustomError("bad-date", "写的是“{value}”，钟点应当像 09:30", {"value": value})
    return value


def _days(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[1-9]\d{0,3}", value):
        message = "写的是“{value}”，天数是 1 到 9999 的正整数"
        raise PydanticCustomError("bad-date", message, {"value": value})
    return int(value) if isinstance(value, str) else value


def _closed_period(value: str) -> str:
    period = parse_period(value)
    if not (period and period.manner is Manner.WITHIN and all(period.days.ends)):
        message = "写的是“{value}”，要写起止都明确的时期，如 2021、2021-2022学年、2021年1月至2022年10月"
        raise PydanticCustomError("bad-period", message, {"value": value})
    return value


def _visible(value: str) -> str:
    if not any(char.isalnum() for char in value) and not re.fullmatch(r"[%‰％]+", value):
        raise PydanticCustomError("too_short", "没有内容")
    if match := INVISIBLE.search(value):
        char = f"U+{ord(match[0]):04X}"
        raise PydanticCustomError("control-character", "里有看不见的字符 {char}", {"char": char})
    return value


Identifier = Annotated[str, StringConstraints(pattern=f"^{ID}$")]
"""Lower-case words joined by hyphens."""
Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_visible)]
"""A text with at least one letter or digit and no invisible character."""
Day = Annotated[date, BeforeValidator(_date)]
"""A calendar date, written 2022-11-03."""
Address = Annotated[
    str,
    AfterValidator(_matching(rf"{_ORIGIN}(?:/[^\s?#／？＃]*)?/", "bad-address", "不是以 / 结尾的完整网址")),
]
"""The full address of a directory, ending in a slash."""
Link = Annotated[str, AfterValidator(_link)]
"""A full address."""
Template = Annotated[str, AfterValidator(_template)]
"""A full address with placeholders for the id, title and address of the subject of an opinion."""
Domain = Annotated[str, AfterValidator(_matching(_HOST, "bad-address", "域名不带 http:// 和斜杠"))]
"""A host name alone."""
SiteCode = Annotated[
    str, AfterValidator(_matching("[0-9A-Za-z]{10}", "bad-code", "标识码是 10 位数字或字母"))
]
"""The ten characters that identify a government site (网站标识码)."""
Telephone = Annotated[str, AfterValidator(_telephone)]
"""Office numbers, with a remark in brackets; mobile numbers are refused, since they are personal."""
Email = Annotated[
    str,
    AfterValidator(
        _matching(
            r"[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}",
            "bad-contact",
            "不是邮箱的写法，应当像 jyj@example.gov.cn",
        )
    ),
]
"""A mail address."""
Postcode = Annotated[str, AfterValidator(_matching("[0-9]{6}", "bad-contact", "邮政编码是 6 位数字"))]
"""Six digits."""
Moment = Annotated[str, AfterValidator(_moment)]
"""A date, with the hour where it is known: 2022-11-03 or 2022-11-03 09:30."""
Days = Annotated[int, BeforeValidator(_days)]
"""A number of days."""
ClosedPeriod = Annotated[str, AfterValidator(_closed_period)]
"""A period with a first and a last day that needs no other date."""
Year = Annotated[str, AfterValidator(_matching(r"(?:19|20)\d\d", "bad-date", "年份是四位数字"))]
"""A year in four digits."""
