"""Writes a whole synthetic project that our hooks build: reports of many years, all of the same size.

A year has a page for the whole report, eight focus areas, problems and next steps, and a page for each
metric. Metrics and areas are the year's own, so that the site grows only in the number of its pages.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from bench.figures import METRICS, figures, table_id
from bench.ledgers import BODIES, ledger
from bench.wording import Words, area_prose, heading, joined, paragraph, plain

if TYPE_CHECKING:
    from pathlib import Path

AREAS = {
    "leadership": "坚持党的领导",
    "funding": "加强教育保障",
    "development": "促进全面发展",
    "reform": "深化教育改革",
    "teachers": "建强教师队伍",
    "equity": "促进教育公平",
    "safety": "筑牢校园安全",
    "management": "强化办学管理",
}
_NUMBERS = "一二三四五六七八"
_YEAR_PAGES = 7 + len(AREAS) + METRICS
_SITE_PAGES = 16
"""Home, one page about the site, and those that there is one of, less the first year's comparison."""
_LAST_YEAR = 2030


@dataclass(frozen=True, slots=True)
class Year:
    """One report: its Markdown files by name, its official text, metrics by area, values, ledger."""

    files: dict[str, str]
    official: str
    metrics: dict[str, str]
    values: str
    ledger: str


def years_for(pages: int) -> int:
    """How many reports come nearest to a site of ``pages``."""
    return max(1, round((pages - _SITE_PAGES) / _YEAR_PAGES))


def pages_of(years: int) -> int:
    """The pages of a site with so many reports."""
    return _SITE_PAGES + years * _YEAR_PAGES


def write_project(root: Path, project: Path, *, pages: int, seed: int = 2022) -> int:
    """Writes the site into ``root``, to be built by the hooks of ``project``; returns its pages."""
    years = years_for(pages)
    random = Random(seed)  # noqa: S311 - the same site each time is the point
    root.mkdir(parents=True)
    shutil.copyfile(project / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(project / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    written = range(_LAST_YEAR - years + 1, _LAST_YEAR + 1)
    schemes = (_scheme(number, succeeds=number > written[0]) for number in written)
    _write(root / "data" / "areas.yml", "schemes:\n" + "".join(schemes))
    for name, text in _SITE_FILES.items():
        _write(root / name, text)
    for number in written:
        _write_year(root, number, _year(random, number))
    return pages_of(years)


def _write_year(root: Path, number: int, year: Year) -> None:
    for area, text in year.metrics.items():
        _write(root / "data" / "metrics" / f"{area}.yml", text)
    for name, text in year.files.items():
        _write(root / "docs" / str(number) / f"{name}.md", text)
    _write(root / "data" / str(number) / "report.yml", _record(number))
    _write(root / "data" / str(number) / "values.yml", year.values)
    _write(root / "data" / str(number) / "ledger.yml", year.ledger)
    _write(root / "data" / str(number) / "source.txt", year.official)


def _year(random: Random, number: int) -> Year:
    parts, metrics, values = {}, {}, []
    for place, (name, title) in enumerate(AREAS.items()):
        area, ordinal = f"{name}-{number}", _NUMBERS[place]
        stated = figures(random, area, number, every=place % 2 == 0)
        title_line = heading(1, f"（{ordinal}）{title}。", area)
        blocks = Words(f"\n\n{{{{ table {table_id(area)} }}}}\n\n{{{{ figures {area} }}}}", "")
        parts[area] = joined([title_line, area_prose(random, [item.clause for item in stated])]) + blocks
        metrics[area] = "".join(item.definition for item in stated)
        values += [item.values for item in stated]
    parts["problems"] = _numbered(random, "三、存在主要问题", "problem")
    parts["next-steps"] = _numbered(random, "四、下一步工作打算", "next-step")
    index = _index(random, number, parts)
    words = {"index": index, **parts}
    files = {name: f"---\ntitle: {name}\n---\n\n{part.typed}\n" for name, part in words.items()}
    long = ledger(number, parts["problems"].typed, list(metrics))
    return Year(files, index.official, metrics, "".join(values), long)


def _index(random: Random, number: int, parts: dict[str, Words]) -> Words:
    sections = [Words(f"{{{{ section {name} }}}}", part.official) for name, part in parts.items()]
    opening = [
        heading(1, _title(number), "report"),
        plain("市政府教育督导室："),
        heading(2, "一、自查基本情况", "opening"),
        plain(paragraph(random, 200)),
        heading(2, "二、主要做法及成效", "achievements"),
    ]
    return joined([*opening, *sections, plain("某县人民政府办公室"), plain(f"{number}年11月2日")])


def _numbered(random: Random, title: str, slug: str) -> Words:
    items = [heading(1, title, f"{slug}s")]
    for place, ordinal in enumerate(_NUMBERS[:4], 1):
        items.append(heading(2, f"（{ordinal}）{paragraph(random, 10)}", f"{slug}-{place}"))
        items.append(plain(paragraph(random, 150)))
    return joined(items)


def _title(number: int) -> str:
    return f"某县人民政府办公室关于{number - 1}年以来履行教育职责自查自评的报告"


def _scheme(number: int, *, succeeds: bool) -> str:
    listed = [
        f"      {name}-{number}: {{number: （{ordinal}）, title: {title}, short: {title[-4:]}"
        f"{f', succeeds: [{name}-{number - 1}]' if succeeds else ''}}}\n"
        for ordinal, (name, title) in zip(_NUMBERS, AREAS.items(), strict=True)
    ]
    return f"""\
  scheme-{number}:
    name: {number}年评价方案
    document: evaluation-scheme
    areas:
{"".join(listed)}"""


def _record(number: int) -> str:
    return f"""\
title: {_title(number)}
name: {number}年报告（反映{number - 1}年以来情况）
scheme: scheme-{number}
issuer: 某县人民政府办公室
addressee: 市政府教育督导室
written: {number}-11-02
published: {number}-11-03
"""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


_SITE_FILES = {
    "data/publisher.yml": "name: 某县人民政府\nplace: 某县\nsite_title: 某县履行教育职责自查自评公开\n"
    "address: https://www.example.gov.cn/jyzp/\n",
    "data/sources.yml": "evaluation-scheme: {title: 对区县人民政府履行教育职责评价方案的通知}\n",
    "data/standards.yml": "{}\n",
    "data/bodies.yml": BODIES,
    "data/glossary.yml": "self-assessment: {term: 自查自评, explanation: 自己检查评价。, basis: 本站说明}\n",
    "docs/index.md": "# 某县履行教育职责自查自评公开 {#home}\n\n这里可以读到历年的自查自评报告。\n",
    "docs/about.md": "# 怎样读这些数字 {#about}\n\n报告没有写的，本站写“报告未载明”。\n",
}
