"""Binds the macros of a Markdown file to the facts they name."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from posixpath import basename, dirname

from disclosure.facts import subjects
from disclosure.facts.change import Difference
from disclosure.facts.disclosure import Disclosure, Report
from disclosure.facts.observations import Observation
from disclosure.facts.record import Record
from disclosure.facts.records import Metric
from disclosure.findings import Finding, Where, nearest
from disclosure.text.macros import BLOCKS, FIELDS, OPTIONAL, RECORDS, BlockCall, FigureCall, parse_call
from disclosure.text.markdown import Heading, Macro, Markdown
from disclosure.text.quotation import Quotation, quote


@dataclass(frozen=True, slots=True)
class Figure:
    """An inline macro bound to an observation."""

    macro: Macro
    observation: Observation
    field: str
    anchor: str
    """The id of the figure's element on its page."""
    printed: str

    @property
    def leads(self) -> bool:
        """Whether it prints what readers should see first of the observation: its value, if it has one."""
        return self.field == next(iter(self.observation.stated))

    @property
    def where(self) -> Where:
        """The place in the data of the value or change that it prints."""
        return self.observation.change_where if self.field == "change" else self.observation.where


@dataclass(frozen=True, slots=True)
class Word:
    """An inline macro that prints a metric's name or unit, or a field of a record."""

    macro: Macro
    printed: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block macro whose argument exists; within a sentence it prints nothing."""

    printed = ""
    macro: Macro
    call: BlockCall


Bound = Figure | Word | Block


@dataclass(frozen=True)
class Section:
    """A Markdown file with its macros bound."""

    markdown: Markdown
    year: str | None
    """The year of its report; ``None`` for the site's own pages."""
    name: str
    """The file's name without its suffix."""
    bound: tuple[Bound, ...]

    @cached_property
    def holes(self) -> tuple[tuple[int, int], ...]:
        """Start and end of what could not be read, and of macros that could not be bound."""
        unbound = ((macro.start, macro.end) for macro in self.markdown.macros if macro not in self.printed)
        return tuple(sorted({*self.markdown.unread, *unbound}))

    @cached_property
    def printed(self) -> Mapping[Macro, str]:
        """The text that each bound macro prints within a sentence."""
        return {bound.macro: bound.printed for bound in self.bound}

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, with figures as they are printed."""
        return tuple(
            replace(heading, text=_read(heading, self.printed)) for heading in self.markdown.headings
        )

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that it prints, in order."""
        return tuple(bound for bound in self.bound if isinstance(bound, Figure))

    @property
    def included(self) -> tuple[Block, ...]:
        """Its calls of ``{{ section … }}``, in order."""
        blocks = (bound for bound in self.bound if isinstance(bound, Block))
        return tuple(block for block in blocks if block.call.name == "section")


def bind(
    markdown: Markdown,
    *,
    year: str | None,
    disclosure: Disclosure,
    sections: Collection[str] = (),
    anchors: Counter[str] | None = None,
) -> tuple[Section, list[Finding]]:
    """The file with its macros bound, and a finding for each macro that can't be bound.

    ``sections`` are the names that ``{{ section … }}`` may use here; ``anchors`` counts those of the report's
    other files, which stand with this one on the one-page report.
    """
    binder = _Binder(disclosure, disclosure.report(year) if year else None, sections)
    binder.anchors = Counter() if anchors is None else anchors
    results = [binder.bind(macro) for macro in markdown.macros]
    bound = tuple(result for result in results if not isinstance(result, Finding))
    name = basename(markdown.path).removesuffix(".md")
    return Section(markdown, year, name, bound), [found for found in results if isinstance(found, Finding)]


def quotations(section: Section) -> Mapping[Macro, Quotation]:
    """The clause of the report around each figure of a section."""
    raw, text, spans, last = section.markdown.raw, "", {}, section.markdown.body_start
    for macro, words in section.printed.items():
        text += raw[last : macro.start] + words
        spans[macro] = (len(text) - len(words), len(text))
        last = macro.end
    text += raw[last:]
    return {figure.macro: quote(text, *spans[figure.macro]) for figure in section.figures}


def _read(heading: Heading, printed: Mapping[Macro, str]) -> str:
    text, end = heading.text, heading.offset + len(heading.text) + heading.level
    for macro, words in printed.items():
        if heading.offset <= macro.start <= end:
            text = text.replace(f"{{{{{macro.text}}}}}", words, 1)
    return text


class _Binder:
    """Binds the macros of one file, and gives each figure an anchor."""

    def __init__(self, disclosure: Disclosure, report: Report | None, sections: Collection[str]) -> None:
        self.disclosure = disclosure
        self.report = report or next(iter(disclosure.reports), None)
        self.official = report is not None
        self.year = report.year if report else "*"
        self.sections = sections
        self.anchors: Counter[str] = Counter()

    def bind(self, macro: Macro) -> Bound | Finding:
        """The bound macro, or a finding."""
        call = parse_call(macro.text)
        if call is None:
            text = macro.text.strip()
            message = f"“{text}”不是宏的写法。" if text else "大括号里是空的。"
            if text in BLOCKS:
                message = f"{text} 后面缺少编号（{BLOCKS[text]}）。"
            return self.find(macro, "macro-syntax", message)
        if isinstance(call, BlockCall):
            return self.block(macro, call)
        if call.metric in RECORDS and call.metric not in self.disclosure.metrics:
            return self.word(macro, call)
        return self.figure(macro, call)

    def block(self, macro: Macro, call: BlockCall) -> Block | Finding:
        if not macro.alone:
            return self.find(macro, "macro-misplaced", f"{{{{ {call.name} … }}}} 要独占一行，顶格写。")
        kinds: Mapping[str, tuple[str, Iterable[str]]] = {
            **dict.fromkeys(("figures", "verdicts"), ("个评价重点", self.disclosure.areas)),
            **dict.fromkeys(("table", "chart"), ("个指标", self.disclosure.metrics)),
            "section": ("一节", self.sections),
            "needs": ("个可以没有的页面", () if self.official else OPTIONAL),
        }
        kind, names = kinds[call.name]
        if call.argument not in names:
            message = f"没有“{call.argument}”这{kind}。"
            beside = f"{dirname(macro.where.path)}/{call.argument}.md"
            report = f"data/{basename(dirname(beside))}/report.yml"
            defined_in = "data/areas.yml", subjects.METRIC_FILES, beside, report
            return self.unknown(macro, call.argument, names, message, *defined_in)
        return Block(macro, call)

    def word(self, macro: Macro, call: FigureCall) -> Word | Finding:
        """A field of the newest report or of the publisher."""
        if self.official or self.report is None:
            return self.find(macro, "macro-misplaced", "这个宏只能写在本站自己的页面上，报告的正文里不能写。")
        record: Record = self.report.record if call.metric == "report" else self.disclosure.publisher
        contents = {name: getattr(record, name) for name in type(record).model_fields}
        contents |= {"year": self.report.year} if call.metric == "report" else {}
        printable = {
            name: str(content) for name, content in contents.items() if isinstance(content, str | date)
        }
        if call.category in printable and call.field == "value":
            return Word(macro, printable[call.category])
        wanted = f"{call.metric}.{call.category or '项目'}"
        message = f"“{wanted}”不是{RECORDS[call.metric]}里能印的一项。"
        if call.category in contents and contents[call.category] is None:
            message = f"{RECORDS[call.metric]}没有填写 {call.category}。"
        guess = None if call.category in contents else nearest(call.category or "", printable)
        return self.find(macro, "macro-field", message, guess, because={record.where.path})

    def figure(self, macro: Macro, call: FigureCall) -> Figure | Word | Finding:
        metrics = self.disclosure.metrics
        metric = metrics.get(call.metric)
        if metric is None and call.field not in FIELDS:
            message = f"“{macro.text.strip()}”不是宏的写法；能独占一行的宏有 {'、'.join(BLOCKS)}。"
            return self.find(macro, "macro-syntax", message, nearest(call.metric, BLOCKS))
        if metric is None:
            message = f"没有“{call.metric}”这个指标。"
            return self.unknown(macro, call.metric, metrics, message, subjects.METRIC_FILES)
        if call.field not in FIELDS:
            message, guess = f"没有“{call.field}”，只能写 {'、'.join(FIELDS)}。", nearest(call.field, FIELDS)
            return self.find(macro, "macro-field", message, guess, metric=call.metric)
        if call.field == "name":
            return Word(macro, metric.name)
        observation = self.observation(macro, metric, call)
        if isinstance(observation, Finding):
            return observation
        if call.field == "unit":
            return Word(macro, observation.unit or "")
        printed = observation.of(call.field)
        if printed is None:
            message = f"“{metric.name}”的这个数值没有填写 {call.field}。"
            stated = next(iter(observation.stated))
            guess = f"{{{{ {call.metric} {stated} }}}}" if call.field == "value" else None
            return self.find(macro, "macro-field", message, guess, metric=call.metric)
        words = printed.text if isinstance(printed, Difference) else str(printed)
        return Figure(macro, observation, call.field, self.anchor(observation, call.field), words)

    def observation(self, macro: Macro, metric: Metric, call: FigureCall) -> Observation | Finding:
        given = self.report.by_metric.get(call.metric, ()) if self.report else ()
        periods = {found.period.text: found for found in given if found.category == call.category}
        code, guess = "macro-category", None
        if metric.categories and call.category is None:
            names = "、".join(f"{call.metric}.{name}" for name in metric.categories)
            message = f"这个指标有分类，应当写成其中之一：{names}。"
        elif call.category is not None and call.category not in metric.categories:
            message = f"“{metric.name}”没有“{call.category}”这个分类。"
            guess = nearest(call.category, metric.categories)
        elif not periods:
            year = self.report.year if self.report else ""
            code, message = "macro-name", f"“{metric.name}”在 data/{year}/values.yml 中没有数值。"
        elif call.period in periods or (call.period is None and len(periods) == 1):
            return periods[call.period or next(iter(periods))]
        else:
            choices = "、".join(f"@{period}" for period in periods)
            fault = f"没有“{call.period}”这个时期" if call.period else "这个指标有几个时期，要写明是哪一个"
            code, message = "macro-period", f"{fault}：{choices}。"
            guess = nearest(call.period, periods) if call.period else None
        return self.find(macro, code, message, guess, metric=call.metric)

    def anchor(self, observation: Observation, field: str) -> str:
        name = f"figure-{observation.anchor.replace('@', '-')}{'' if field == 'value' else f'-{field}'}"
        self.anchors[name] += 1
        return name if self.anchors[name] == 1 else f"{name}-{self.anchors[name]}"

    def unknown(
        self, macro: Macro, name: str, names: Iterable[str], message: str, *defined_in: str
    ) -> Finding:
        guess, because = nearest(name, names), {name, *defined_in}
        return self.find(macro, "macro-name", message, guess, metric=guess, because=because)

    def find(  # noqa: PLR0913 - the fields of a finding
        self,
        macro: Macro,
        code: str,
        message: str,
        guess: str | None = None,
        *,
        metric: str | None = None,
        because: AbstractSet[str] = frozenset(),
    ) -> Finding:
        """A finding that leaves a hole in the words of the file, which may have been about ``metric``.

        By default it depends on that metric's values being readable.
        """
        about = {subjects.words(macro.where.path), *([subjects.printed(metric)] if metric else ())}
        if metric and not because:
            because = subjects.values(metric, self.year)
        return Finding(macro.where, code, message, guess, about, because)
