"""The rectification ledger: problems with their measures, owners, due dates, acceptance and state."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from disclosure.facts.fields import Day, Days, Identifier, Text, Year
from disclosure.facts.quantity import Quantity, quantity_in
from disclosure.facts.record import KnownId, Record, named
from disclosure.facts.records import Requires

State = Literal["未公布", "未启动", "推进中", "长期坚持", "已完成待核销", "已销号"]
STATES: tuple[State, ...] = ("未公布", "未启动", "推进中", "长期坚持", "已完成待核销", "已销号")
"""In the order of progress."""
CLOSED: frozenset[str] = frozenset({"已销号"})
DONE: frozenset[str] = frozenset({"已完成待核销", "已销号"})
UNDER_WAY: frozenset[str] = frozenset({"推进中", "长期坚持", *DONE})


class Quoted(Record):
    """Words quoted from the report of the ledger's own year or from an earlier one."""

    report: Year | None = None
    """哪一年的报告；不写就是这份台账所在的年份"""

    def quotes(self, year: str) -> bool:
        """Whether the words are from the report of ``year``, the ledger's own year."""
        return self.report in {None, year}


class Problem(Quoted):
    """A problem in the words of a report, or of a document from elsewhere."""

    heading: Identifier | None = None
    """报告自己承认的问题：标题的编号"""
    text: Text
    """问题，照原文"""
    document: Text | None = None
    """指出问题的文件在 sources.yml 中的编号；报告承认的问题写 null"""


class Rewording(Problem):
    """The same problem in the words of a later report or document, and why it is the same."""

    note: Text
    """为什么是同一个问题"""


class Measure(Quoted):
    """A measure in the words of the report's plans, or one decided later."""

    heading: Identifier | None = None
    """报告里的打算：标题的编号"""
    text: Text
    """措施，照原文"""


class Acceptance(Record):
    """The condition that shows that the problem is solved: a figure, or a deliverable."""

    metric: Identifier | None = None
    """用哪个指标验收"""
    category: Identifier | None = None
    """指标的分类"""
    requires: Requires | None = None
    """怎样才算达到"""
    value: Text | None = None
    """验收的数值"""
    deliverable: Text | None = None
    """不用数值验收的，要拿出什么"""

    @property
    def limit(self) -> Quantity | None:
        """The threshold; ``None`` if there is none or it can't be read."""
        return quantity_in(self.value)


class Evidence(Record):
    """Evidence: a document, or a figure of a report."""

    document: Text | None = None
    """文件在 sources.yml 中的编号"""
    figure: Text | None = None
    """数值的编号，写法与宏相同：指标.分类@时期"""


class DueChange(Record):
    """A due date that was postponed, brought forward or withdrawn, with a reason for readers."""

    old: Day
    """原来的期限"""
    new: Day | None
    """改成的期限；不再定期限的写 null"""
    reason: Text
    """理由"""


class AcceptanceChange(Record):
    """A changed acceptance: the old one, the new one, and why."""

    old: Acceptance
    """原来怎样验收"""
    new: Acceptance | None
    """改成怎样验收；撤下了、还没有新的写 null"""
    reason: Text
    """理由"""


class Step(Record):
    """One entry of an item's history."""

    date: Day
    """日期"""
    state: State
    """状态"""
    note: Text | None = None
    """说明"""
    due: DueChange | None = None
    """期限在这一天改了的：原来的、改成的和理由"""
    acceptance: AcceptanceChange | None = None
    """验收办法在这一天改了的：原来的、改成的和理由"""


class LedgerItem(Record):
    """One problem and its rectification."""

    id: KnownId = ""
    source: Text
    """问题从哪里来：自查、群众意见，或者指出问题的那一类文件，如 审计报告"""
    area: Identifier
    """评价重点的编号"""
    problem: Problem
    """问题"""
    reworded: tuple[Rewording, ...] = ()
    """以后的报告或者文件换了说法的，旧的在前"""
    cause: Text | None = None
    """原因，公布了才填"""
    measures: tuple[Measure, ...] = ()
    """措施"""
    owner: Identifier | None = None
    """牵头单位在 bodies.yml 中的编号"""
    partners: tuple[Identifier, ...] = ()
    """配合单位在 bodies.yml 中的编号"""
    due: Day | None = None
    """完成期限"""
    acceptance: Acceptance | None = None
    """怎样验收"""
    evidence: tuple[Evidence, ...] = ()
    """佐证"""
    verified_by: Identifier | None = None
    """核销单位在 bodies.yml 中的编号"""
    history: Annotated[tuple[Step, ...], Field(min_length=1)]
    """每次变动，旧的在前"""

    @property
    def state(self) -> State:
        """Its latest state."""
        return self.history[-1].state

    @property
    def wordings(self) -> tuple[Problem, ...]:
        """The problem in all its wordings, oldest first."""
        return (self.problem, *self.reworded)

    @property
    def words(self) -> str:
        """The latest wording of the problem."""
        return self.wordings[-1].text

    @property
    def due_changes(self) -> tuple[tuple[date, DueChange], ...]:
        """The changes of its due date, each with the date of the step."""
        return tuple((step.date, step.due) for step in self.history if step.due)

    @property
    def acceptance_changes(self) -> tuple[tuple[date, AcceptanceChange], ...]:
        """The changes of its acceptance, each with the date of the step."""
        return tuple((step.date, step.acceptance) for step in self.history if step.acceptance)

    @property
    def acceptances(self) -> tuple[Acceptance, ...]:
        """Its acceptances: the current one, then the old and new ones of its changes."""
        changes = [change for _, change in self.acceptance_changes]
        parts = (self.acceptance, *(part for change in changes for part in (change.old, change.new)))
        return tuple(part for part in parts if part)

    @property
    def open(self) -> bool:
        """Whether it is not yet closed."""
        return self.state not in CLOSED

    @property
    def own_verifier(self) -> str | None:
        """The role (牵头 or 配合) of the verifying body in this item; ``None`` if it has none."""
        verifier = self.verified_by or ""
        return "牵头" if verifier == self.owner else "配合" if verifier in self.partners else None


class Ledger(Record):
    """The contents of ``ledger.yml``."""

    title: Text
    """台账的名称"""
    document: Text | None = None
    """公布台账的文件在 sources.yml 中的编号"""
    as_of: Day
    """台账更新到哪一天"""
    stale_after: Days = 180
    """多少天没有变动就提醒"""
    items: Annotated[dict[Identifier, LedgerItem], Field(min_length=1), AfterValidator(named)]
    """各项问题，各有编号；没有销号的，下一年沿用同一个编号"""
