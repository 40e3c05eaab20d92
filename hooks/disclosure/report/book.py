"""The book: the facts, and the sections of the reports with macros bound to facts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from posixpath import basename, dirname

from disclosure.facts.disclosure import Disclosure, Named, Report, label
from disclosure.facts.observations import Observation
from disclosure.facts.opinions import Opinion, Withdrawal
from disclosure.facts.records import ABOUT, About, Area, Metric
from disclosure.report import addresses
from disclosure.report.binding import Figure, Section, quotations
from disclosure.report.passages import Passage, passages
from disclosure.report.source_text import source_words
from disclosure.text.official_words import Words
from disclosure.text.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place of a report where a figure is printed."""

    figure: Figure
    section: Section
    quotation: Quotation

    @property
    def clause(self) -> tuple[str, str]:
        """The section and the words of the clause."""
        quotation = self.quotation
        return self.section.markdown.path, f"{quotation.before}{quotation.figure}{quotation.after}"

    @property
    def target(self) -> str:
        """The address of the figure in its section."""
        return f"{section_address(self.section)}#{self.figure.anchor}"


Feedback = tuple[str, "Opinion | Withdrawal"]
"""The year of a report, and a published opinion (意见) or the record of a withdrawn one."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of an opinion, with its address."""

    title: str
    target: str


@dataclass(frozen=True)
class Book:
    """Facts and sections. Immutable; values derived from both are computed once."""

    disclosure: Disclosure
    sections: Mapping[str, Section]
    """The section of every Markdown file, by its path below ``docs`` (``2022/funding.md``)."""
    docs: str = "docs"
    """The directory of the Markdown files, relative to the project's root."""

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports that have an index, and therefore a page, newest first."""
        return tuple(
            report for report in self.disclosure.reports if f"{report.year}/index.md" in self.sections
        )

    @cached_property
    def occurrences(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """The places where the reports state each metric: newest report first, then in reading order."""
        found: dict[str, list[Occurrence]] = {}
        for report in self.reports:
            for section in self.composed(report.year):
                quoted = quotations(section)
                for figure in section.figures:
                    occurrence = Occurrence(figure, section, quoted[figure.macro])
                    found.setdefault(figure.observation.metric, []).append(occurrence)
        return {metric: tuple(places) for metric, places in found.items()}

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, Words]]:
        """The source text of every report, by year and section, with ``HOLE`` for what could not be read."""
        return {
            report.year: {section.name: source_words(section) for section in self._read(report.year)}
            for report in self.disclosure.reports
        }

    @cached_property
    def _passages(self) -> Mapping[str, Mapping[str, Passage]]:
        return {
            report.year: {
                passage.heading.anchor: passage
                for section in self.own(report.year)
                if _beside_index(section)
                for passage in passages(section, report.record.sections)
            }
            for report in self.disclosure.reports
        }

    def passages(self, year: str, about: About | None = None) -> Mapping[str, Passage]:
        """A report's passages about problems, plans, or either, by anchor, in the order of reading."""
        found = self._passages.get(year, {})
        return {anchor: one for anchor, one in found.items() if about in one.kind} if about else found

    def stated(self, year: str, about: About | None = None) -> Mapping[str, Passage]:
        """The same without headings that only lead to others."""
        found = self.passages(year, about).items()
        return {anchor: passage for anchor, passage in found if not passage.leads}

    def passage_address(self, year: str, anchor: str) -> str:
        """The address of a passage on the page of its section."""
        return f"{section_address(self.passages(year)[anchor].section)}#{anchor}"

    @property
    def covered(self) -> tuple[About, ...]:
        """What at least one report has passages about."""
        return tuple(about for about in ABOUT if any(self.passages(one.year, about) for one in self.reports))

    def stand_in(self, report: Report) -> str | None:
        """The title of the page that stands in for a ledger; ``None`` if the report admits no problems."""
        if not self.passages(report.year, "问题"):
            return None
        return "问题与措施对照" if self.passages(report.year, "打算") else "承认的问题"

    def ledger_title(self, report: Report) -> str | None:
        """The title of a report's ledger or of the page that stands in for it, if it has either."""
        if report.ledger:
            return report.ledger.title
        stand_in = self.stand_in(report)
        return f"{stand_in}（整改台账尚未公布）" if stand_in else None

    @cached_property
    def by_reference(self) -> Mapping[str, Observation]:
        """The newest report's observation of each figure, by its reference."""
        return {
            observation.reference: observation
            for report in reversed(self.reports)
            for observation in report.observations
        }

    @cached_property
    def opinions(self) -> tuple[tuple[str, Opinion], ...]:
        """Published opinions with the year of their report, newest first."""
        found = [(report.year, opinion) for report in self.reports for opinion in report.public_opinions]
        return tuple(sorted(found, key=lambda pair: pair[1].received, reverse=True))

    @cached_property
    def withdrawn(self) -> tuple[tuple[str, Withdrawal], ...]:
        """Withdrawn opinions with the year of their report, newest first."""
        found = [(report.year, gone) for report in self.reports for gone in report.withdrawn_opinions]
        return tuple(sorted(found, key=lambda pair: pair[1].date, reverse=True))

    @property
    def _feedback(self) -> tuple[Feedback, ...]:
        """All published opinions, then the withdrawn ones."""
        return (*self.opinions, *self.withdrawn)

    def feedback(self, year: str, *names: str) -> tuple[Feedback, ...]:
        """Published opinions about an area, a heading or a ledger item of one year.

        A heading of the same id in another year's report is another subject.
        """
        return tuple(
            (opinion_year, opinion)
            for opinion_year, opinion in self._feedback
            if opinion_year == year
            and opinion.about in names
            and not self._figure(opinion_year, opinion.about)
        )

    def metric_feedback(self, metric: str) -> tuple[Feedback, ...]:
        """Published opinions about the figures of a metric in any report."""
        found = ((self._figure(year, opinion.about), year, opinion) for year, opinion in self._feedback)
        return tuple((year, opinion) for figure, year, opinion in found if figure and figure.metric == metric)

    def _figure(self, year: str, name: str) -> Observation | None:
        """The observation of a report that has this reference, if any."""
        report = self.disclosure.report(year)
        figures = report.observations if report else ()
        return next((figure for figure in figures if name == figure.reference), None)

    def about(self, year: str, name: str) -> Subject:
        """The subject of an opinion: a figure, a section, a heading or a ledger item."""
        if figure := self._figure(year, name):
            return Subject(self.label(figure), addresses.value(figure.anchor, year))
        report = self.disclosure.report(year)
        for part in self.parts(year):
            for heading in part.headings:
                if name in {heading.anchor, part.name}:
                    fragment = f"#{heading.anchor}" if name == heading.anchor else ""
                    return Subject(heading.text, f"{section_address(part)}{fragment}")
        ledger = report.ledger.items if report and report.ledger else {}
        text = ledger[name].words if name in ledger else name
        return Subject(text, f"{addresses.ledger(year)}#item-{name}")

    def area(self, metric: Metric) -> Area | None:
        """The area of the newest scheme that a metric belongs to: its own, or one that succeeds it.

        If several succeed it, the one whose section states its newest figure; if none does, its own.
        """
        area = self.disclosure.areas.get(metric.area)
        newest = next(iter(self.reports), None)
        if area is None or newest is None or metric.area in newest.scheme.areas:
            return area
        stated = [place.section.name for place in self.occurrences.get(metric.id, ())]
        former = next((other for other in self.reports if metric.area in other.scheme.areas), None)
        heirs = {area.id: area for area in former.counterparts(metric.area, newest)} if former else {}
        return next((heirs[name] for name in stated if name in heirs), next(iter(heirs.values()), area))

    def label(self, named: Named) -> str:
        """A figure's name with its category."""
        return label(self.disclosure, named)

    def summary(self, observations: Iterable[Observation]) -> str:
        """A short list of figures, for the description of a page: 大班额班级0个（2024年）."""
        return "；".join(
            f"{self.label(observation)}{observation.shown}（{observation.period.label}）"
            for observation in observations
        )

    def printed(self, year: str) -> dict[str, tuple[Observation, ...]]:
        """The figures that each section of a report prints, in the order of reading."""
        return {
            part.name: tuple(figure.observation for figure in part.figures if figure.leads)
            for part in self.parts(year)
        }

    def quoted(self, metric: str) -> tuple[Occurrence, ...]:
        """The clauses to quote for a metric: a change in the same clause as its value is not quoted again."""
        places = self.occurrences.get(metric, ())
        valued = {place.clause for place in places if place.figure.leads}
        return tuple(place for place in places if place.figure.leads or place.clause not in valued)

    def parts(self, year: str) -> tuple[Section, ...]:
        """The sections of a report in the order in which its index composes them."""
        return self.composed(year)[1:]

    def composed(self, year: str) -> tuple[Section, ...]:
        """The index of a report, and the sections that it composes."""
        index = self.sections.get(f"{year}/index.md")
        names = ("index", *(block.call.argument for block in index.included)) if index else ()
        return tuple(self.sections[f"{year}/{name}.md"] for name in names)

    def own(self, year: str) -> tuple[Section, ...]:
        """All sections of a report: those that it composes first."""
        rest = (section for section in self.sections.values() if section.year == year)
        return tuple({section.markdown.path: section for section in (*self.composed(year), *rest)}.values())

    def _read(self, year: str) -> tuple[Section, ...]:
        """The sections of a report; all that exist, if its index can't be read completely."""
        composed = self.composed(year)
        known = composed and not composed[0].holes
        beside = (part for part in self.own(year) if _beside_index(part))
        return composed if known else tuple(beside)

    @cached_property
    def site_sections(self) -> tuple[Section, ...]:
        """The site's own pages except home, in the order of their front matter's ``order``."""
        pages = (
            section for section in self.sections.values() if section.year is None and section.name != "index"
        )
        return tuple(
            sorted(
                pages, key=lambda section: (section.markdown.front.get("order", "~"), section.markdown.path)
            )
        )

    @property
    def how_to_give_opinions(self) -> str:
        """The address of the page ``supervision``, else of the opinion form."""
        supervision = (section for section in self.site_sections if section.name == "supervision")
        return next(map(section_address, supervision), addresses.OPINION_FORM)

    def others(self, section: Section) -> Mapping[str, Section]:
        """The sections that an index may compose, by name."""
        return {part.name: part for part in self.parts(section.year)} if section.year else {}

    def depths(self, section: Section) -> Mapping[str, int]:
        """The number of levels by which the one-page report lowers the headings of each section.

        Sections of areas are lowered by two levels if a heading (二、主要做法及成效) stands before them.
        """
        report = self.disclosure.report(section.year) if section.year else None
        areas = report.scheme.areas if report else {}
        headed = [heading.offset for heading in section.headings if heading.level > 1]
        return {
            block.call.argument: 2
            if block.call.argument in areas and headed and headed[0] < block.macro.start
            else 1
            for block in section.included
        }

    def above(self, section: Section) -> tuple[str, ...]:
        """The headings of the one-page report that a section stands below, without the report's title."""
        index, *parts = self.composed(section.year or "") or (section,)
        if section not in parts:
            return ()
        depths = self.depths(index)
        starts = {block.call.argument: block.macro.start for block in index.included}
        lines = [(heading.offset, heading.level, heading.text) for heading in index.headings]
        for part in parts:
            lines += [
                (starts[part.name], heading.level + depths[part.name], heading.text)
                for heading in part.headings
            ]
        above: list[tuple[int, str]] = []
        for start, level, text in sorted(lines, key=lambda line: line[0]):
            if start < starts[section.name]:
                above = [*(line for line in above if line[0] < level), (level, text)]
        own = min((heading.level for heading in section.headings), default=1) + depths[section.name]
        return tuple(text for level, text in above if 1 < level < own)

    def title(self, section: Section) -> str:
        """The title of a section in lists and in the browser."""
        report = self.disclosure.report(section.year) if section.year else None
        if report and section.name in report.scheme.areas:
            return report.scheme.areas[section.name].short
        if report and section.name == "index":
            return report.record.name
        headings = section.headings
        return section.markdown.front.get("title") or (headings[0].text if headings else section.name)


def _beside_index(section: Section) -> bool:
    return basename(dirname(section.markdown.path)) == section.year


def section_address(section: Section) -> str:
    """The address of a section's page."""
    year, name = section.year, section.name
    if year:
        return addresses.report(year) if name == "index" else addresses.section(year, name)
    return addresses.of_markdown(section.markdown.path.partition("/")[2])
