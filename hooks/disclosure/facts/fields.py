"""The kinds of text that fields hold: what a date, an id, an address must look like."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

KNOWN = "\0"
"""Begins the name of a field that the program fills; no key in a file can begin so."""

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    # Python would also take 20221103 and 2022-W44-4.
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise PydanticCustomError("bad-date", "写的是“{value}”，不是 年-月-日 的日期", {"value": value})


def _address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#@\[\]]+(?:/[^\s?#]*)?/", value):
        raise PydanticCustomError("bad-address", "写的是“{value}”，不是以 / 结尾的完整网址", {"value": value})
    return value


def _link(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s/?#@\[\]]+\S*", value):
        raise PydanticCustomError(
            "bad-address", "写的是“{value}”，不是以 https:// 开头的完整网址", {"value": value}
        )
    return value


Identifier = Annotated[str, StringConstraints(pattern=f"^{ID}$")]
"""Lower-case words joined by hyphens."""
Text = Annotated[str, StringConstraints(min_length=1)]
"""A text that says something."""
Day = Annotated[date, BeforeValidator(_date)]
"""A calendar date, written 2022-11-03."""
Address = Annotated[str, AfterValidator(_address)]
"""A whole address of a directory, ending in a slash."""
Link = Annotated[str, AfterValidator(_link)]
"""A whole address of anything."""
