"""The list of checks with what each needs; doubts, which some of them yield."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.facts.records import About
from disclosure.findings import Finding, Where
from disclosure.register.register import Register


@dataclass(frozen=True)
class Doubt:
    """A finding about a figure, or words of the official text, that may be correct as the report states it.

    It is dropped once ``reviewed`` of the figure (or, for words, of ``report.yml``) names its code and a
    reason, which readers see.
    """

    finding: Finding
    subject: Observation | str
    """The figure, or the words."""
    heading: str | None = None
    """Doubts about words below one heading become one finding at the first, which lists all their words."""


def about(observation: Observation, code: str, message: str, where: Where | None = None) -> Doubt:
    """A doubt about a figure, at the place of its value unless ``where`` gives another."""
    return Doubt(Finding(where or observation.where, code, message), observation)


OfAnalysis = Callable[[Analysis, Report], Iterable[Finding | Doubt]]
OfRegister = Callable[[Register, Report], Iterable[Finding | Doubt]]
OfSite = Callable[[Analysis], Iterable[Finding]]

REPORT = "data/{year}/report.yml"
"""Every check of a report needs it."""
VALUES = "data/{year}/values.yml"
INDEX = "*/{year}/index.md*"
"""The page that composes a report, with all macros in it."""
WORDS = "*/{year}/*.md*"
"""All words of a report, with all macros in them."""
PROBLEMS: About = "问题"
PLANS: About = "打算"
"""The words of the files with its passages about problems or plans, as ``report.yml`` lists them."""
READABLE = "*/{year}/*.md"
"""The Markdown files of a report: they must be readable, but macros may be unbound."""
LEDGER = "data/{year}/ledger.yml"
OPINIONS = "data/{year}/opinions.yml"
CORRECTIONS = "data/{year}/corrections.yml"
ALL_DATES = frozenset({"data/*/report.yml", "data/*/corrections.yml"})
"""The files that ``Report.as_of``, the latest date of all reports, depends on."""


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """A check of one report."""

    run: OfRegister
    title: str
    """What it checks, a phrase that follows 没有检查."""
    needs: tuple[str, ...]
    """Subjects, with ``{year}`` for the report's; an error about one of them skips the check."""

    def subjects(self, report: Report) -> frozenset[str]:
        """What must be readable for this report."""
        named = {need.format(year=report.year) for need in (REPORT, *self.needs)} - {PROBLEMS, PLANS}
        files = {file for about in (PROBLEMS, PLANS) if about in self.needs for file in report.files(about)}
        return frozenset(named | {f"*/{report.year}/{file}.md*" for file in files})


REPORT_CHECKS: list[ReportCheck] = []
SITE_CHECKS: list[OfSite] = []


def report_check(title: str = "", *needs: str) -> Callable[[OfAnalysis], OfAnalysis]:
    """Registers a check of one report, which is skipped if one of its ``needs`` could not be read."""

    def listed(run: OfAnalysis) -> OfAnalysis:
        register_check(title, *needs)(lambda register, report: run(register.analysis, report))
        return run

    return listed


def register_check(title: str = "", *needs: str) -> Callable[[OfRegister], OfRegister]:
    """Registers a check that also needs the register, with what was published of the report."""

    def listed(run: OfRegister) -> OfRegister:
        REPORT_CHECKS.append(ReportCheck(run, title, needs))
        return run

    return listed


def site_check(run: OfSite) -> OfSite:
    """Registers a check of the whole site."""
    SITE_CHECKS.append(run)
    return run
