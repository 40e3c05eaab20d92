"""What readers ask and a report does not say: looked for in it by a person, and told as such."""

from typing import Annotated

from pydantic import Field

from disclosure.facts.fields import Identifier, Text
from disclosure.facts.record import Record

SEE_LEDGER = "ledger"
"""Sends readers to the ledger, or to what stands in for it."""


class Unstated(Record):
    """One thing that readers ask for in vain."""

    topic: Text
    """报告没有写的是什么"""
    asked: Annotated[tuple[Text, ...], Field(min_length=1)]
    """群众怎样问"""
    says: Text | None = None
    """报告写了的相关内容，一句话"""
    see: Identifier | None = None
    """看哪里：指标的编号、评价重点的编号、正文标题的编号，或者 ledger（整改台账）"""
