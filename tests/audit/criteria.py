"""The success criteria of WCAG 2.2, and how each is looked after: ``criteria.yml`` as records.

``python tests/audit/criteria.py`` prints the lists of the statement page.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

PRINCIPLES = {"1": "可感知", "2": "可操作", "3": "可理解", "4": "兼容"}
"""The first digit of a criterion's number, and its principle."""
TESTED, REVIEWED, ABSENT, MISSED = "已测", "目视检查", "不适用", "未达到"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One success criterion."""

    number: str
    level: str
    """A, AA or AAA."""
    name: str
    """What it asks for, in our own few words."""
    result: str
    why: str
    """Of what does not apply, and of what is missed."""
    tests: tuple[str, ...]
    """The functions that decide it."""

    @property
    def line(self) -> str:
        """Its line on the statement page."""
        why = f"，{self.why}" if self.why else ""
        return f"- {self.number}（{self.level} 级）{self.name}：**{self.result}**{why}"


def criteria() -> list[Criterion]:
    """All of them, in the order of their numbers."""
    data = yaml.safe_load((Path(__file__).parent / "criteria.yml").read_text("utf-8"))
    return [
        Criterion(
            number=str(number),
            level=item["level"],
            name=item["name"],
            result=item["result"],
            why=item.get("why", ""),
            tests=tuple(data["tests"][name] for name in item.get("tests", ())),
        )
        for number, item in data["criteria"].items()
    ]


def statement() -> Iterator[str]:
    """The lines of the statement page's lists."""
    for digit, principle in PRINCIPLES.items():
        yield from (f"### {principle} {{#principle-{digit}}}", "")
        yield from (item.line for item in criteria() if item.number.startswith(f"{digit}."))
        yield ""


if __name__ == "__main__":
    print("\n".join(statement()))
