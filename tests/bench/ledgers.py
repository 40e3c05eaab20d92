"""A synthetic ledger a year: the problems of the report, and as many others as make it a long one."""

from __future__ import annotations

import re

ITEMS = 40
BODIES = """\
bureau: {name: 某县教育局, kind: 部门}
office: {name: 某县人民政府教育督导室, kind: 部门}
"""


def ledger(number: int, problems: str, areas: list[str]) -> str:
    """The text of ``ledger.yml``; ``problems`` is the Markdown that the report's own problems stand in."""
    own = re.findall(r"^## (.+) \{#(problem-\d+)\}$", problems, re.MULTILINE)
    items = [_item(place, number, areas, text, anchor) for place, (text, anchor) in enumerate(own, 1)]
    items += [
        _item(place, number, areas, f"群众反映的第{place}项问题", None)
        for place in range(len(own) + 1, ITEMS + 1)
    ]
    return f"title: {number}年整改台账\nas_of: {number}-12-31\nitems:\n{''.join(items)}"


def _item(place: int, number: int, areas: list[str], text: str, anchor: str | None) -> str:
    heading = f"heading: {anchor}, " if anchor else ""
    return f"""\
  item-{number}-{place}:
    source: {"自查" if anchor else "群众意见"}
    area: {areas[place % len(areas)]}
    problem: {{{heading}text: "{text}"}}
    cause: 编制和经费有限。
    measures: [{{text: 统筹安排，逐步解决。}}]
    owner: bureau
    due: {number}-12-01
    acceptance: {{deliverable: 完成验收}}
    evidence: [{{document: evaluation-scheme}}]
    verified_by: office
    history:
      - {{date: {number}-11-05, state: 推进中}}
      - {{date: {number}-11-30, state: 已销号, note: 经核查已经解决。}}
"""
