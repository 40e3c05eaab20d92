"""Official prose without end, the same for the same seed, as it is typed and as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

AREA_CHARACTERS = 1000
"""Chinese characters of one focus area, its figures included."""
_FIGURES_A_PARAGRAPH = 3

_MANNERS = "扎实 全面 持续 着力 不断 切实 统筹 大力 深入 积极 稳步 有序".split()
_VERBS = "推进 完善 加强 优化 落实 健全 深化 提升 规范 保障 巩固 拓展".split()
_QUALITIES = "义务教育 学前教育 普通高中 职业教育 特殊教育 乡村学校 城区学校 全县学校".split()
_OBJECTS = (
    "优质均衡发展 教师培养机制 办学条件标准化建设 集团化办学模式 校园安全管理 课后服务供给 "
    "经费保障水平 教育评价改革 家校协同育人机制 教育资源配置 学生体质健康管理 校长教师交流轮岗"
).split()
_ENDS = "；。。"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the report: the Markdown that someone types, and the official text that it prints."""

    typed: str
    official: str

    def __add__(self, other: Words) -> Words:
        return Words(self.typed + other.typed, self.official + other.official)


def plain(text: str) -> Words:
    """Words without a figure, which are printed as typed."""
    return Words(text, text)


def joined(parts: Sequence[Words], separator: str = "\n\n") -> Words:
    """Stretches one after another, as paragraphs unless told otherwise."""
    typed, official = ([getattr(part, side) for part in parts] for side in ("typed", "official"))
    return Words(separator.join(typed), separator.join(official))


def heading(level: int, text: str, anchor: str) -> Words:
    """A heading with its explicit id; the official text prints neither marks nor id."""
    return Words(f"{'#' * level} {text} {{#{anchor}}}", text)


def paragraph(random: Random, characters: int) -> str:
    """One paragraph of clauses, at least ``characters`` long."""
    text = _sentence(random)
    while len(text) < characters:
        text += _sentence(random)
    return text.rstrip("；。") + "。"


def area_prose(random: Random, figures: Sequence[Words]) -> Words:
    """The paragraphs of a focus area, with ``figures`` strewn among them: clauses without a closing mark."""
    left = AREA_CHARACTERS - sum(len(figure.official) + 1 for figure in figures)
    stretches = []
    for place, figure in enumerate(figures):
        words = paragraph(random, left // (len(figures) - place))
        left -= len(words)
        stretches.append(plain(words) + figure + plain("。"))
    starts = range(0, len(stretches), _FIGURES_A_PARAGRAPH)
    return joined([joined(stretches[start : start + _FIGURES_A_PARAGRAPH], "") for start in starts])


def _sentence(random: Random) -> str:
    return "，".join(_clauses(random)) + random.choice(_ENDS)


def _clauses(random: Random) -> Iterator[str]:
    for _ in range(random.randint(1, 3)):
        yield "".join(random.choice(words) for words in (_MANNERS, _VERBS, _QUALITIES, _OBJECTS))
