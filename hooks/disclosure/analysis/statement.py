"""What may be said of a figure, of a verdict, and of the result of arithmetic.

This is decided here and nowhere else: pages, charts, exports, search and share cards print statements. A
result that is held back for now (缓公开) is not in its statement at all, so that no output can reveal it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from disclosure.analysis.claims import Agreement, Claim, Implied
from disclosure.analysis.decisions import Decision, decide
from disclosure.analysis.intervals import EVERYTHING
from disclosure.analysis.requirements import Outcome
from disclosure.analysis.revisions import Corrected, superseding
from disclosure.analysis.verdicts import HELD_BACK, compared, judge, marks, wording
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.observations import Observation
from disclosure.facts.records import Standard

CAVEAT = "本站推算，非统计数据"
"""Printed beside every implied value."""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement that the site may make."""

    observation: Observation | None
    """The figure that it is about; ``None`` where no report gives one."""
    name: str
    """The name of the metric with its category."""
    sentence: str
    """The sentence that the site adds; empty where it adds nothing."""
    decision: Decision | None = None
    """The decision about it. Readers see it even while the result is held back."""
    marks: tuple[str, ...] = ()
    """The reservations printed beside it: 依据待核实, 口径待确认."""

    @property
    def value(self) -> str:
        """The figure as the report prints it; empty without one."""
        return str(self.observation.shown) if self.observation else ""

    @property
    def period(self) -> str:
        """The period of the figure; empty without one."""
        return self.observation.period.label if self.observation else ""

    @property
    def deferred(self) -> bool:
        """Whether it is held back for now."""
        return bool(self.decision and self.decision.deferred)


@dataclass(frozen=True, kw_only=True)
class VerdictStatement(Statement):
    """The result of applying a standard to a figure."""

    standard: Standard
    outcome: Outcome | None
    """``None`` while it is held back; the sentence then says so."""
    why: str
    """The reason of an outcome that is neither met nor missed."""

    @property
    def explained(self) -> str:
        """The sentence with its reason."""
        return f"{self.sentence}：{self.why.removesuffix('。')}" if self.why else self.sentence

    @property
    def missed(self) -> bool:
        """Whether it says that the standard is missed."""
        return self.outcome is Outcome.MISSED

    def anchor(self, year: str) -> str:
        """The id of the row of the standards page that begins with it, in the list of one report."""
        figure = f"-{self.observation.anchor.replace('@', '-')}" if self.observation else ""
        return f"verdict-{self.standard.id}-{year}{figure}"


@dataclass(frozen=True, kw_only=True)
class ChangeStatement(Statement):
    """A change that no report states, from two values that reports state."""

    observation: Observation
    former: Observation
    """The same figure a period earlier."""
    change: str
    """The change in words: 增加0.33亿元; empty while it is held back."""
    parts: tuple[str, str, str]
    """The sentence before its result, the result, and what follows."""

    @property
    def shown(self) -> bool:
        """Whether readers see the change."""
        return bool(self.change)


@dataclass(frozen=True, kw_only=True)
class FigureStatement(Statement):
    """A figure with everything that is shown beside it."""

    observation: Observation
    superseded_by: Observation | None
    """The value of a later report for the same figure and period."""
    corrections: tuple[Corrected, ...]
    """Newest first."""
    decisions: Mapping[str, Decision]
    """By subject: ``verdict``, ``implied``, or the code of a notice."""
    verdicts: tuple[VerdictStatement, ...]
    change: ChangeStatement | None
    """The change that the site computes where the report states none."""
    unstated_change: bool
    """Whether readers would ask for its change, and nothing says it: that of a like figure is stated."""

    @property
    def changes(self) -> bool:
        """Whether a change stands beside its value, stated or computed."""
        return bool(self.change or (self.observation.value and self.observation.change))

    @property
    def concerns(self) -> tuple[VerdictStatement, ...]:
        """The verdicts shown first beside it: missed ones, and those held back whatever their outcome."""
        return tuple(verdict for verdict in self.verdicts if verdict.missed or verdict.deferred)


@dataclass(frozen=True, kw_only=True)
class ArithmeticStatement(Statement):
    """Whether a figure agrees with others, or which value they imply for a figure that no report gives."""

    observation: Observation
    parts: tuple[str, str, str]
    """The sentence before its result, the result, and what follows."""
    implied: Implied | None
    """The implied value; its interval is ``EVERYTHING`` while it is held back or if it is impossible."""

    @property
    def shown(self) -> bool:
        """Whether readers see the implied value."""
        return self.implied is not None and self.implied.interval != EVERYTHING


def verdict_statements(disclosure: Disclosure, report: Report) -> Iterator[VerdictStatement]:
    """The verdicts on the figures of a report, in the order of the register and of the figures."""
    for standard, observation in compared(disclosure, report):
        decision = decide(observation.reviewed.get("verdict") if observation else None, report.as_of)
        held_back = decision and decision.deferred
        outcome, why = (None, None) if held_back else judge(standard, observation, report)
        yield VerdictStatement(
            observation=observation,
            name=label(disclosure, observation) if observation else standard.subject or "",
            sentence=wording(standard, outcome) if outcome else HELD_BACK,
            decision=decision,
            marks=marks(standard),
            standard=standard,
            outcome=outcome,
            why=why or "",
        )


def figure_statements(
    disclosure: Disclosure,
    report: Report,
    verdicts: Iterable[VerdictStatement],
    changes: Iterable[ChangeStatement],
    corrections: Iterable[Corrected],
) -> Iterator[FigureStatement]:
    """The figures of a report in the order of its data; ``verdicts`` and ``changes`` are about them."""
    computed = {change.observation.anchor: change for change in changes}
    for observation in report.observations:
        change = computed.get(observation.anchor)
        reference, later = observation.reference, superseding(disclosure, observation)
        yield FigureStatement(
            observation=observation,
            name=label(disclosure, observation),
            sentence=f"{later.year}年报告已改为{later.shown}，以后者为准。" if later else "",
            superseded_by=later,
            corrections=tuple(
                corrected
                for corrected in corrections
                if (corrected.year, corrected.correction.figure) == (report.year, reference)
            ),
            decisions={
                name: decision
                for name, review in observation.reviewed.items()
                if (decision := decide(review, report.as_of))
            },
            verdicts=tuple(verdict for verdict in verdicts if verdict.observation is observation),
            change=change,
            unstated_change=not change and _lacks_change(disclosure, observation),
        )


def _lacks_change(disclosure: Disclosure, observation: Observation) -> bool:
    """Whether a value of a year lacks the change that another figure of its metric has.

    Nobody asks for it of an increase or a rate of growth, nor of a period without one before it.
    """
    return bool(
        observation.value
        and not observation.change
        and observation.period.previous
        and disclosure.metrics[observation.metric].measures != "change"
        and any(other.change for other in disclosure.observations(observation.metric))
    )


def held_back(decision: Decision) -> tuple[str, str, str]:
    """The parts of the sentence about a result that is held back."""
    since = f"（自{decision.review.date}起，最迟到{decision.until}）。{decision.review.signed}"
    return "", "推算结果核实中", since


def arithmetic_statements(
    disclosure: Disclosure, report: Report, claims: Iterable[Claim]
) -> Iterator[ArithmeticStatement]:
    """The statements about a report's claims, in their order."""
    for claim in claims:
        decision = decide(claim.observation.reviewed.get("implied"), report.as_of)
        deferred = decision if decision and decision.deferred else None
        implied, unchecked = claim.implied, claim.agreement is Agreement.UNCHECKED
        if implied and (deferred or not unchecked or not implied.possible):
            implied = replace(implied, interval=EVERYTHING)
        name = label(disclosure, claim.observation)
        parts = _parts(claim, name, implied, deferred)
        yield ArithmeticStatement(
            observation=claim.observation,
            name=name,
            sentence="".join(parts),
            decision=decision,
            parts=parts,
            implied=implied,
        )


def _parts(
    claim: Claim, name: str, implied: Implied | None, deferred: Decision | None
) -> tuple[str, str, str]:
    """The sentence about a claim in three parts: before the result, the result, and after it."""
    if claim.agreement is not Agreement.UNCHECKED:
        stated = claim.observation.value if claim.relation else claim.observation.change
        wrong = claim.agreement is Agreement.CONTRADICTS and claim.recomputed
        rest = f"，推算应为 {claim.recomputed}。" if wrong else "。"
        return (
            f"{name}：{claim.name}“{stated}”与{'、'.join(operand.given for operand in claim.operands)}",
            claim.agreement.value,
            rest,
        )
    if deferred:
        return held_back(deferred)
    if implied and implied.interval != EVERYTHING:
        lead = f"{implied.period or ('' if claim.relation else '上一时期')}{implied.name}："
        rest = f"（{CAVEAT}）。由{implied.reason}推算；报告没有写这个数，所以不能核对。"
        return lead, implied.shown, rest
    return f"{name}：{claim.name}无法核对，要用到的数值报告未载明，或者只是概数。", "", ""


def grouped(verdicts: Iterable[VerdictStatement]) -> tuple[tuple[VerdictStatement, ...], ...]:
    """Verdicts in groups where one standard has the same result for several figures, missed ones first.

    Verdicts that are held back stand with the missed ones, whatever their outcome.
    """
    found: dict[object, list[VerdictStatement]] = {}
    for verdict in sorted(
        verdicts, key=lambda verdict: list(Outcome).index(verdict.outcome or Outcome.MISSED)
    ):
        decided = verdict.decision and verdict.decision.text
        key = (
            verdict.standard.id,
            verdict.observation and verdict.observation.year,
            verdict.outcome,
            verdict.why,
            decided,
        )
        found.setdefault(key, []).append(verdict)
    return tuple(map(tuple, found.values()))


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of verdicts; those with marks (依据待核实, 口径待确认) are counted apart."""

    all: int
    met: int
    missed: int
    """Missed, without marks."""
    deferred: int
    doubtful_misses: int
    """Missed, with marks."""
    doubtful_hits: int
    """Met, with marks."""

    @property
    def misses(self) -> int:
        """All missed ones, with and without marks."""
        return self.missed + self.doubtful_misses

    @property
    def hits(self) -> int:
        """All met ones, with and without marks."""
        return self.met + self.doubtful_hits

    @property
    def open(self) -> int:
        """Those that can't be decided or have nothing to be compared with."""
        return self.all - self.misses - self.hits - self.deferred

    @classmethod
    def of(cls, verdicts: Iterable[VerdictStatement]) -> Self:
        """The counts of ``verdicts``."""
        counted = list(verdicts)
        found = Counter((verdict.outcome, bool(verdict.marks)) for verdict in counted)
        return cls(
            all=len(counted),
            met=found[Outcome.MET, False],
            missed=found[Outcome.MISSED, False],
            deferred=sum(verdict.deferred for verdict in counted),
            doubtful_misses=found[Outcome.MISSED, True],
            doubtful_hits=found[Outcome.MET, True],
        )
