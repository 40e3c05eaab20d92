"""Bar charts: categories side by side, changes in both directions, figures beside a standard."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclosure.analysis.statement import VerdictStatement
from disclosure.charts import summaries
from disclosure.charts.chart import Chart, Mark, Table
from disclosure.charts.scale import ROOM, Scale
from disclosure.charts.summaries import LabelledMark
from disclosure.facts.bounds import Bound
from disclosure.facts.records import Metric


@dataclass(frozen=True, slots=True)
class Extent:
    """A part of a bar, in percent of the width."""

    start: Decimal
    length: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its words."""

    label: str
    mark: Mark
    sure: Extent | None
    """The part up to which the number certainly reaches."""
    open: Extent | None
    """The part beyond, which the number may reach."""
    limit: Decimal | None = None
    """The position of the standard's line."""
    note: str = ""
    """The text beside the number: a change, or the requirement of the standard."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars on one scale, from zero."""

    template = "charts/bars.html"
    wide = False
    scale: Scale
    bars: tuple[Bar, ...]

    @property
    def open_ends(self) -> str:
        """How a number is drawn that the print leaves open."""
        ends = [mark.said.high if mark.rising else mark.said.low for mark in self.marks]
        return f"画竖纹的一段{'（没有写到多少为止的，一样宽，只为画图）' if None in ends else ''}"

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The numbers that the picture shows."""
        return tuple(bar.mark for bar in self.bars)

    @property
    def axis(self) -> str:
        """A sentence that explains the scale."""
        return f"横条从 0 画起{'，0 的左边是下降' if self.scale.low else ''}。"


def ranked(metric: Metric, labelled: Sequence[LabelledMark], *, kind: str, about: str, noun: str) -> Chart:
    """Values side by side, each with its change where the report states one."""
    scale = Scale.of(entry.mark for entry in labelled)
    bars = tuple(
        bar(entry.label, entry.mark, scale, note=str(entry.mark.observation.change or ""))
        for entry in labelled
    )
    columns = (noun.removeprefix("个"), "数值", "增减")
    rows = [(entry.label, entry.mark, entry.mark.stated_change) for entry in labelled]
    used = 3 if any(entry.mark.stated_change for entry in labelled) else 2
    return Chart(
        id=f"chart-{metric.id}-{kind}",
        title=f"{metric.name}（{about}）",
        summary=summaries.ranking(labelled, metric.measures, noun),
        picture=Bars(scale, bars),
        table=Table(columns[:used], tuple(row[:used] for row in rows)),
    )


def changing(metric: Metric, labelled: Sequence[LabelledMark], *, about: str, noun: str) -> Chart:
    """Changes: rises to the right of zero, falls to the left."""
    scale = Scale.of(entry.mark for entry in labelled)
    return Chart(
        id=f"chart-{metric.id}-changes",
        title=f"{metric.name}的增减（{about}）",
        summary=summaries.changes(labelled, noun),
        picture=Bars(scale, tuple(bar(entry.label, entry.mark, scale) for entry in labelled)),
        table=Table(
            (noun.removeprefix("个"), "增减"), tuple((entry.label, entry.mark) for entry in labelled)
        ),
    )


def judged(
    metric: Metric,
    groups: Sequence[tuple[Sequence[LabelledMark], VerdictStatement]],
    *,
    field: str,
    notes: Sequence[str] = (),
) -> Chart:
    """Figures with the line of a standard, whether a higher or a lower number is better."""
    drawn: dict[
        object, tuple[LabelledMark, list[VerdictStatement]]
    ] = {}  # two standards may require the same
    for entry, verdict in ((entry, verdict) for labelled, verdict in groups for entry in labelled):
        key = (entry.label, entry.mark.printed, verdict.standard.requirement)
        drawn.setdefault(key, (entry, []))[1].append(verdict)
    pairs = [(entry, verdicts[0]) for entry, verdicts in drawn.values()]
    limits = [verdict.standard.limit.value if verdict.standard.limit else None for _, verdict in pairs]
    scale = Scale.of((entry.mark for entry, _ in pairs), (limit for limit in limits if limit is not None))
    required = [verdict.standard.requirement or "" for _, verdict in pairs]
    shared = len(set(required)) == 1
    bars = tuple(
        bar(entry.label, entry.mark, scale, limit=limit, note="" if shared else f"标准：{words}")
        for (entry, _), limit, words in zip(pairs, limits, required, strict=True)
    )
    noun = "分类" if metric.categories else "时期"
    rows = tuple(
        (entry.label, entry.mark, words, "；".join(verdict.sentence for verdict in verdicts))
        for (entry, verdicts), words in zip(drawn.values(), required, strict=True)
    )
    return Chart(
        id=f"chart-{metric.id}-standard{'-change' if field == 'change' else ''}",
        title=f"{metric.name}{'的增减' if field == 'change' else ''}与标准对照",
        summary=summaries.judgements(groups, f"个{noun}"),
        picture=Bars(scale, bars),
        table=Table((noun, "增减" if field == "change" else "数值", "标准", "结论"), rows),
        notes=(f"粗竖线是标准{'：' + required[0] if shared else ''}。", *notes),
    )


def bar(label: str, mark: Mark, scale: Scale, *, limit: Decimal | None = None, note: str = "") -> Bar:
    """The bar of a mark: plain for the certain part, hatched for the part that the print leaves open."""
    sure, unsure = _extents(mark, scale)
    return Bar(label, mark, sure, unsure, None if limit is None else scale.at(limit), note)


def _extents(mark: Mark, scale: Scale) -> tuple[Extent | None, Extent | None]:
    """The certain and the open part of a bar, in either direction.

    An end that the print leaves open is drawn ``ROOM`` wide; so is 约 to both sides.
    """
    rising = mark.rising
    outward = ROOM if rising else -ROOM
    near, far = (scale.at(end) for end in (mark.ends if rising else mark.ends[::-1]))
    sure, possible = (mark.said.low, mark.said.high) if rising else (mark.said.high, mark.said.low)
    if mark.bound is Bound.ABOUT:
        inner = max(scale.zero, near - outward) if rising else min(scale.zero, near - outward)
    else:
        inner = scale.zero if sure is None else scale.at(sure)
    outer = far + outward if possible is None else scale.at(possible)
    return _between(scale.zero, inner), _between(inner, outer)


def _between(one: Decimal, other: Decimal) -> Extent | None:
    return Extent(min(one, other), abs(other - one)) if one != other else None
