"""Every small change of the real site that must not pass unseen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from disclosure.facts.bounds import Bound
from disclosure.facts.published import CHAIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from disclosure.facts.observations import Observation
    from disclosure.facts.records import Standard
    from disclosure.findings import Where
    from disclosure.site.site import Site

YEAR = "2022"
VALUES, PUBLISHED, STANDARDS = (
    f"data/{YEAR}/values.yml",
    f"data/{YEAR}/published.json",
    "data/standards.yml",
)
PROSE_STEP = 20
"""One character of the prose in so many is changed."""
_NEXT = str.maketrans("0123456789一二三四五六七八九十两", "1234567890二三四五六七八九十一三")
_UNITS = {
    "%": "个百分点",
    "个百分点": "%",
    "元": "次",
    "个": "项",
    "项": "个",
    "次": "个",
    "人次": "人",
    "人": "人次",
    "所": "个",
    "场次": "次",
    "套": "台",
    "间": "所",
    "年": "月",
    "平方米": "米",
}
_SCALES = {"万": "亿", "亿": "万"}
_TURNS = {"增长": "下降", "下降": "增长"}


@dataclass(frozen=True)
class Mutant:
    """One file with one change."""

    kind: str
    path: str
    text: str
    """The whole of the changed file."""
    what: str
    """What was changed, from and to."""
    places: frozenset[tuple[str, int]]
    """Files and lines of which one must be named."""
    equivalent: str | None = field(default=None)
    """Why the change changes nothing, where it changes nothing."""


def mutants(root: Path, site: Site) -> Iterator[Mutant]:
    """Every mutant of the project at ``root``, in a fixed order."""
    maker = _Maker(root, site)
    yield from maker.digits()
    yield from maker.exempt_digits()
    yield from maker.typed()
    yield from maker.deleted_duplicated_moved()
    yield from maker.signs_units_scales_bounds()
    yield from maker.standards()
    yield from maker.doubts()
    yield from maker.beside()
    yield from maker.prose()
    yield from maker.register()


class _Maker:
    def __init__(self, root: Path, site: Site) -> None:
        self.root = root
        self.book, self.accounts = site.book, site.analysis.accounts
        (self.report,) = site.book.reports
        self.texts: dict[str, str] = {}

    def text(self, path: str) -> str:
        if path not in self.texts:
            self.texts[path] = (self.root / path).read_text("utf-8")
        return self.texts[path]

    def offset(self, where: Where) -> int:
        lines = self.text(where.path).split("\n")
        return sum(len(line) + 1 for line in lines[: where.line - 1]) + where.column - 1

    def change(self, kind: str, where: Where, old: str, new: str, *also: tuple[str, int]) -> Mutant:
        """``old`` at ``where`` becomes ``new``."""
        text, at = self.text(where.path), self.offset(where)
        assert text.startswith(old, at), f"{where}: {old!r} is not there"
        places = frozenset({(where.path, where.line), *also})
        return Mutant(kind, where.path, f"{text[:at]}{new}{text[at + len(old) :]}", f"{old} → {new}", places)

    def printed(self) -> Iterator[tuple[Observation, str, Where]]:
        """Every printed value and change with its place."""
        for item in self.report.observations:
            yield item, str(item.value), item.where
            if item.change:
                yield item, str(item.change), item.change_where

    def digits(self) -> Iterator[Mutant]:
        for item, printed, where in self.printed():
            for at, char in enumerate(printed):
                if (new := char.translate(_NEXT)) != char:
                    changed = f"{printed[:at]}{new}{printed[at + 1 :]}"
                    yield self.change(
                        f"digit of {'a change' if item.where != where else 'a value'}",
                        where,
                        printed,
                        changed,
                    )

    def exempt_digits(self) -> Iterator[Mutant]:
        for numeral in self.accounts[YEAR].exempt:
            for shift, char in enumerate(numeral.number.text):
                where = numeral.words.where(numeral.number.start + shift)
                yield self.change("digit of an exempt number", where, char, char.translate(_NEXT))

    def typed(self) -> Iterator[Mutant]:
        for section in self.book.sections.values():
            if section.year != YEAR:
                continue
            for figure in section.figures:
                macro = figure.macro
                # A figure that stands nowhere else is told where its value stands.
                places = {(macro.where.path, macro.where.line), (figure.where.path, figure.where.line)}
                raw = section.markdown.raw
                text = f"{raw[: macro.start]}{figure.printed}{raw[macro.end :]}"
                yield Mutant(
                    "macro typed out",
                    macro.where.path,
                    text,
                    f"{{{{{macro.text}}}}} → {figure.printed}",
                    frozenset(places),
                )

    def macro_places(self, metric: str) -> set[tuple[str, int]]:
        return {
            (place.figure.macro.where.path, place.figure.macro.where.line)
            for place in self.book.occurrences.get(metric, ())
        }

    def deleted_duplicated_moved(self) -> Iterator[Mutant]:
        lines = self.text(VALUES).split("\n")
        entries = [(number, line) for number, line in enumerate(lines, 1) if re.search(r"\bvalue: ", line)]
        names = {item.where.line: item.metric for item in self.report.observations}
        for number, line in entries:
            defined = self.book.disclosure.metrics[names[number]].where
            told = {(defined.path, defined.line), *self.macro_places(names[number])}
            places = frozenset({(VALUES, number), *told})
            gone = "\n".join([*lines[: number - 1], *lines[number:]])
            yield Mutant("observation deleted", VALUES, gone, line.strip(), places)
            twice = "\n".join([*lines[:number], line, *lines[number:]])
            yield Mutant("observation twice", VALUES, twice, line.strip(), frozenset({(VALUES, number + 1)}))
        plain = [
            (number, *line.split(": {", 1)) for number, line in entries if re.match(r"[a-z-]+: \{", line)
        ]
        for (one, name, body), (other, last, rest) in zip(plain, [*plain[1:], plain[0]], strict=True):
            moved = list(lines)
            moved[one - 1], moved[other - 1] = f"{last}: {{{body}", f"{name}: {{{rest}"
            yield Mutant(
                "observations changed places",
                VALUES,
                "\n".join(moved),
                f"{name} ↔ {last}",
                frozenset({(VALUES, one), (VALUES, other)}),
                "两条的内容完全一样，换位不改变任何东西" if body == rest else None,
            )

    def signs_units_scales_bounds(self) -> Iterator[Mutant]:
        for item, printed, where in self.printed():
            changed = item.change if where != item.where else None
            quantity = changed.magnitude if changed else item.value
            turned = [printed.replace(old, new) for old, new in _TURNS.items() if printed.startswith(old)]
            if not changed:
                turned = [re.sub(r"(?=[\d三])", "-", printed, count=1)]
            scaled = [printed.replace(old, new) for old, new in _SCALES.items() if old in printed]
            for kind, others in (("sign turned", turned), ("scale", scaled)):
                for other in others:
                    yield self.change(kind, where, printed, other)
            if quantity is not None and (unit := _UNITS.get(quantity.unit)):
                yield self.change("unit", where, printed, printed.replace(quantity.unit, unit))
            if quantity is not None and quantity.bound is not Bound.EXACT:
                yield self.change("bound removed", where, printed, re.sub("余|约|左右|以上", "", printed))

    def standards(self) -> Iterator[Mutant]:
        for standard in self.book.disclosure.standards.values():
            if standard.limit is None:
                continue
            where, limit = standard.where_is("value"), standard.limit
            if limit.number is None:
                continue
            step, digits = limit.step.scaleb(-limit.scale), f"{limit.number:f}"
            line = self.text(STANDARDS).split("\n")[where.line - 1]
            for moved in (limit.number + step, limit.number - step):
                text = self.text(STANDARDS).split("\n")
                text[where.line - 1] = line.replace(digits, f"{moved:f}")
                what = f"{standard.id}: {digits} → {moved:f}"
                places = self.corrected(standard) | {(STANDARDS, where.line)}
                yield Mutant("standard moved by one unit", STANDARDS, "\n".join(text), what, places)

    def doubts(self) -> Iterator[Mutant]:
        """A basis that nobody read is said to have been read; a caution goes."""
        lines = self.text(STANDARDS).split("\n")
        for standard in self.book.disclosure.standards.values():
            told = self.corrected(standard) | {(STANDARDS, standard.where_is("value").line)}
            for name, new in (("primary_text", "  primary_text: 已读"), ("caution", "")):
                where = standard.places.get(name)
                if where is None or standard.nature is None or "已读" in lines[where.line - 1]:
                    continue
                text = "\n".join([*lines[: where.line - 1], new, *lines[where.line :]])
                yield Mutant(
                    "doubt dropped",
                    STANDARDS,
                    text,
                    f"{standard.id}: {name}",
                    told | {(STANDARDS, where.line)},
                )

    def corrected(self, standard: Standard) -> frozenset[tuple[str, int]]:
        """Where the verdicts of a standard were corrected: the corrections then lead to something else."""
        corrections = (one for report in self.book.reports for one in report.corrections)
        return frozenset(
            (one.where.path, one.where_is("new").line) for one in corrections if one.standard == standard.id
        )

    def beside(self) -> Iterator[Mutant]:
        """A digit typed right before or behind a figure."""
        for section in self.book.sections.values():
            for figure in section.figures if section.year == YEAR else ():
                macro, raw = figure.macro, section.markdown.raw
                places = {(macro.where.path, macro.where.line), (figure.where.path, figure.where.line)}
                behind = "9" if figure.printed[-1].isdigit() else "多"
                for at, typed in ((macro.start, "9"), (macro.end, behind)):
                    text = f"{raw[:at]}{typed}{raw[at:]}"
                    what = f"{typed} beside {{{{{macro.text}}}}}"
                    yield Mutant("typed beside a figure", macro.where.path, text, what, frozenset(places))

    def prose(self) -> Iterator[Mutant]:
        for path, section in self.book.sections.items():
            if section.year != YEAR:
                continue
            markdown = section.markdown
            macros = [(macro.start, macro.end) for macro in markdown.macros]
            free = [
                at
                for at in range(markdown.body_start, len(markdown.raw))
                if re.match(r"[\u4e00-\u9fff，。；、]", markdown.raw[at])
                and not any(start <= at < end for start, end in macros)
            ]
            for at in free[::PROSE_STEP]:
                where = markdown.where(at)
                old = markdown.raw[at]
                yield self.change("character of the prose", where, old, "某" if old != "某" else "其")
            assert path.startswith(YEAR)

    def register(self) -> Iterator[Mutant]:
        """A character of each line of the register, and each line of it."""
        for path in (PUBLISHED, CHAIN):
            lines = self.text(path).split("\n")
            for number, line in enumerate(lines[:-1], 1):
                at = line.find('": "') + len('": "')
                new = "7" if line[at : at + 1] != "7" else "8"
                edited = "\n".join(
                    [*lines[: number - 1], f"{line[:at]}{new}{line[at + 1 :]}", *lines[number:]]
                )
                places = frozenset({(path, 1), (path, number)})
                yield Mutant("register edited", path, edited, line, places)
                gone = "\n".join([*lines[: number - 1], *lines[number:]])
                yield Mutant("line of the register deleted", path, gone, line, places)
