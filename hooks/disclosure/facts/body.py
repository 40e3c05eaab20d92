"""Departments, townships and others that are named as owner or source."""

from typing import Literal

from disclosure.facts.fields import Link, Telephone, Text
from disclosure.facts.record import KnownId, Record


class Body(Record):
    """A body that reports, answers or owns something."""

    id: KnownId = ""
    name: Text
    """单位名称"""
    kind: Literal["部门", "镇街", "学校", "其他"]
    """哪一类单位"""
    duties: Text | None = None
    """在教育方面的职责，公布了才填"""
    telephone: Telephone | None = None
    """办公电话"""
    address: Link | None = None
    """单位网页的网址"""
