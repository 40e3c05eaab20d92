"""The list of checks, each with what it needs, and the doubts that some of them yield."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from disclosure.analysis.analysis import Analysis
from disclosure.facts.disclosure import Report
from disclosure.facts.observations import Observation
from disclosure.findings import Finding, Where
from disclosure.register.register import Register


@dataclass(frozen=True)
class Doubt:
    """A finding about one figure, or a word of the official text, that may be right: the report says so.

    It is dropped once the ``reviewed`` of the figure, or for words that of ``report.yml``, names its code
    and a reason, which readers see.
    """

    finding: Finding
    subject: Observation | str
    """The figure, or the words."""
    heading: str | None = None
    """Doubts about words below one heading become one finding, at the first; it ends with all their words."""

    @property
    def code(self) -> str:
        """The rule's code."""
        return self.finding.code


def about(observation: Observation, code: str, message: str, where: Where | None = None) -> Doubt:
    """A doubt about a figure, at the place of its value unless ``where`` is another."""
    return Doubt(Finding(where or observation.where, code, message), observation)


OfAnalysis = Callable[[Analysis, Report], Iterable[Finding | Doubt]]
OfRegister = Callable[[Register, Report], Iterable[Finding | Doubt]]
OfSite = Callable[[Analysis], Iterable[Finding]]

REPORT = "data/{year}/report.yml"
"""Without it there is no report; every check of one needs it."""
VALUES = "data/{year}/values.yml"
INDEX = "*/{year}/index.md*"
"""The page that composes a report, with all its macros."""
WORDS = "*/{year}/*.md*"
"""All words of a report, with all their macros."""
PROBLEMS, NEXT_STEPS = "*/{year}/problems.md*", "*/{year}/next-steps.md*"
"""The words of two sections."""
READABLE = "*/{year}/*.md"
"""That every file of the words can be read, whatever its macros name."""
LEDGER = "data/{year}/ledger.yml"
OPINIONS = "data/{year}/opinions.yml"
CORRECTIONS = "data/{year}/corrections.yml"
ALL_DATES = frozenset({"data/*/report.yml", "data/*/corrections.yml"})
"""What ``Report.as_of`` depends on: it is the latest date of all reports."""


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """A check of one report."""

    run: OfRegister
    title: str
    """What it checks, as it follows 没有检查."""
    needs: tuple[str, ...]
    """The subjects of findings without which it can say nothing, with ``{year}`` for the report's."""


REPORT_CHECKS: list[ReportCheck] = []
SITE_CHECKS: list[OfSite] = []


def report_check(title: str = "", *needs: str) -> Callable[[OfAnalysis], OfAnalysis]:
    """Lists a check that is run for each report whose ``needs`` could be read; else it is skipped."""

    def listed(run: OfAnalysis) -> OfAnalysis:
        register_check(title, *needs)(lambda register, report: run(register.analysis, report))
        return run

    return listed


def register_check(title: str = "", *needs: str) -> Callable[[OfRegister], OfRegister]:
    """Lists a check that also needs the register: what was published of the report."""

    def listed(run: OfRegister) -> OfRegister:
        REPORT_CHECKS.append(ReportCheck(run, title, needs))
        return run

    return listed


def site_check(run: OfSite) -> OfSite:
    """Lists a check that is run once."""
    SITE_CHECKS.append(run)
    return run
