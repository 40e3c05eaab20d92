"""The sentence that summarises a picture, from the same marks, claiming only what they prove."""

from collections.abc import Sequence
from typing import NamedTuple

from disclosure.analysis.statement import VerdictStatement
from disclosure.charts.chart import Mark
from disclosure.facts.bounds import Bound
from disclosure.facts.change import ABOUT_LEVEL
from disclosure.facts.records import MEASURES_NAMES

SUPERLATIVES = {
    **dict.fromkeys(MEASURES_NAMES, ("最高", "最低")),
    "count": ("最多", "最少"),
    "area": ("最大", "最小"),
    "duration": ("最长", "最短"),
}
"""Words for greatest and least, by what a metric measures."""
_DIGITS = "零一两三四五六七八九十"
_LISTED = 3
"""The most entries that are listed one by one."""


class LabelledMark(NamedTuple):
    """A mark with its name in the sentence."""

    label: str
    mark: Mark


class Course(NamedTuple):
    """A line: its name, and its first and last marks, labelled with their periods."""

    label: str
    first: LabelledMark
    last: LabelledMark


def ranking(labelled: Sequence[LabelledMark], measures: str, noun: str) -> str:
    """A sentence about the greatest and least: 五个分类中，县级最高（15353元），村级最低（4610元）."""
    counted = _counted(labelled, noun)
    if all(entry.mark.alike == labelled[0].mark.alike for entry in labelled):
        return f"{counted}印的数相同，都是{labelled[0].mark.printed}。"
    ends = tuple(zip(SUPERLATIVES[measures], extremes(labelled), strict=True))
    clauses = [f"{shared(found)}{word}（{found[0].mark.printed}）" for word, found in ends if found]
    doubtful = [f"哪个{word}" for word, found in ends if not found]
    if doubtful:
        clauses.append(f"有的数不确切，不能断定{'、'.join(doubtful)}")
    return f"{counted}中，{'，'.join(clauses)}。"


def changes(labelled: Sequence[LabelledMark], noun: str) -> str:
    """A sentence about rises and falls: 五个分类都增长，村级最多（增长16.74%）."""
    rising, falling, level = (
        [entry for entry in labelled if entry.mark.change and entry.mark.change.sign == sign]
        for sign in (1, -1, 0)
    )
    parts = []
    if rising:
        parts.append(_moved(rising, "上升", extremes(rising), noun, every=len(rising) == len(labelled)))
    if falling:
        ends = extremes(falling)[::-1]
        parts.append(_moved(falling, "下降", ends, noun, every=len(falling) == len(labelled)))
    if level:
        names = (
            f"{_counted(labelled, noun)}都"
            if len(level) == len(labelled)
            else "、".join(entry.label for entry in level)
        )
        about = any(entry.mark.bound is Bound.ABOUT for entry in level)
        parts.append(f"{names}{ABOUT_LEVEL if about else '持平'}")
    return f"{'；'.join(parts)}。"


def courses(lines: Sequence[Course], gaps: Sequence[str], noun: str) -> str:
    """A sentence about first and last values: 2024年与2022年相比，从88.2%升到92.0%."""
    ends = {(line.first.label, line.last.label) for line in lines}
    dated = len(ends) > 1
    first, last = next(iter(ends))
    lead = "" if dated else f"{last}与{first}相比，"
    listed = len(lines) <= _LISTED or dated
    courses = (_course(line, alone=len(lines) == 1, dated=dated) for line in lines)
    clauses = list(courses) if listed else _directions(lines, noun)
    missing = f"；{'、'.join(gaps)}报告未载明" if gaps else ""
    return f"{lead}{'，'.join(clauses)}{missing}。"


def judgements(groups: Sequence[tuple[Sequence[LabelledMark], VerdictStatement]], noun: str) -> str:
    """A sentence about the verdicts on each group of figures, with the marks of each verdict."""
    alone = sum(len(labelled) for labelled, _ in groups) == 1
    clauses = []
    for labelled, verdict in groups:
        listed = "、".join(f"{'' if alone else entry.label}{entry.mark.printed}" for entry in labelled)
        figures = listed if len(labelled) <= _LISTED else _counted(labelled, noun)
        clauses.append(f"{figures}，标准：{verdict.standard.requirement}，{verdict.sentence}")
    return f"{'；'.join(clauses)}。"


def _moved(
    moved: Sequence[LabelledMark],
    word: str,
    ends: Sequence[list[LabelledMark]],
    noun: str,
    *,
    every: bool,
) -> str:
    """A clause about the changes in one direction; of many, only the largest and smallest if certain."""
    words = {entry.mark.change.word for entry in moved if entry.mark.change}
    if len(moved) <= _LISTED:
        return "，".join(f"{entry.label}{entry.mark.printed}" for entry in moved)
    sentence = f"{_counted(moved, noun)}{'都' if every else ''}{words.pop() if len(words) == 1 else word}"
    most, least = ends
    if most and least and most != least:
        for end, found in (("最多", most), ("最少", least)):
            sentence += f"，{shared(found)}{end}（{found[0].mark.printed}）"
    return sentence


def _course(line: Course, *, alone: bool, dated: bool) -> str:
    label, direction = "" if alone else line.label, _direction(line)
    first, last = (f"{end.label if dated else ''}{end.mark.printed}" for end in (line.first, line.last))
    if direction == "同":
        return f"{label}数值相同，都是{line.last.mark.printed}"
    return f"{label}从{first}{direction}到{last}{'' if direction else '，不能断定升降'}"


def _directions(lines: Sequence[Course], noun: str) -> list[str]:
    words = {"升": "上升", "降": "下降", "同": "数值相同", "": "不能断定升降"}
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(_direction(line), []).append(line.label)
    if len(found) == 1:
        return [f"{_counted(lines, noun)}都{words[next(iter(found))]}"]
    return [f"{'、'.join(names)}{words[key]}" for key, names in found.items()]


def _direction(line: Course) -> str:
    """升, 降 or 同 from the first mark to the last; empty where the print leaves it open."""
    first, last = line.first.mark, line.last.mark
    if first.alike == last.alike and _surely_up_to(first, last):
        return "同"
    return "升" if _surely_up_to(first, last) else "降" if _surely_up_to(last, first) else ""


def _surely_up_to(one: Mark, other: Mark) -> bool:
    """Whether ``one`` can't be above ``other``; numbers that are printed alike count as equal."""
    if one.bound is Bound.EXACT and one.alike == other.alike:
        return True
    low, high = other.interval.low, one.interval.high
    return low is not None and high is not None and high <= low


def extremes(labelled: Sequence[LabelledMark]) -> tuple[list[LabelledMark], list[LabelledMark]]:
    """The greatest entries and the least ones; empty where the print leaves that open."""
    beside = [(entry, [other.mark for other in labelled if other is not entry]) for entry in labelled]
    return (
        [entry for entry, others in beside if all(_surely_up_to(other, entry.mark) for other in others)],
        [entry for entry, others in beside if all(_surely_up_to(entry.mark, other) for other in others)],
    )


def shared(labelled: Sequence[LabelledMark]) -> str:
    """The names of entries that are equal: 县级和村级并列."""
    *others, last = (entry.label for entry in labelled)
    return f"{'、'.join(others)}和{last}并列" if others else last


def _counted(entries: Sequence[object], noun: str) -> str:
    number = len(entries)
    return f"{_DIGITS[number] if number < len(_DIGITS) else number}{noun}"
