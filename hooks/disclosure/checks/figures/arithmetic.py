"""What a report says of one figure by way of others must follow from those."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal, localcontext

from disclosure.analysis import intervals
from disclosure.analysis.analysis import Analysis
from disclosure.analysis.claims import Agreement, Claim
from disclosure.analysis.requirements import Span, meets
from disclosure.checks.doubts import Doubt, about
from disclosure.checks.registry import VALUES, report_check
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.quantity import Interval
from disclosure.facts.records import Standard


@report_check("数值是否前后一致", VALUES)
def check_claims(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Every claim that contradicts the figures it is made of: in its last digit only, or in earnest."""
    disclosure, standards = analysis.disclosure, _standards(analysis.disclosure)
    for claim in analysis.claims[report.year]:
        if claim.absurd and claim.implied:
            implied = claim.implied
            yield about(
                claim.observation,
                "claim-contradicted",
                f"“{label(disclosure, claim.observation)}”写的是{implied.reason}，由此推算"
                f"{implied.period or ''}{implied.name}是 {implied.shown}，不可能。",
                claim.observation.change_where,
            )
        elif claim.agreement is Agreement.CONTRADICTS and claim.computed is not None:
            turned = _turned(claim, claim.computed, standards)
            small = not turned and _last_digit(claim, claim.computed)
            code = "claim-last-digit" if small else "claim-contradicted"
            where = claim.observation.where if claim.relation else claim.observation.change_where
            yield about(claim.observation, code, _message(disclosure, claim, turned), where)


def _standards(disclosure: Disclosure) -> Mapping[tuple[str, str], list[Standard]]:
    found: dict[tuple[str, str], list[Standard]] = {}
    for standard in disclosure.standards.values():
        if standard.metric and standard.requires and not standard.set_aside:
            found.setdefault((standard.metric, standard.field), []).append(standard)
    return found


def _turned(
    claim: Claim, computed: Interval, standards: Mapping[tuple[str, str], list[Standard]]
) -> str | None:
    """What the contradiction turns round: the sign, or a verdict."""
    stated = intervals.sign(claim.span)
    if not claim.relation and stated is not None and intervals.sign(computed) not in {stated, None}:
        return "增减的方向相反" if stated else "与“持平”不符"
    for standard in standards.get((claim.observation.metric, claim.field), ()):
        if standard.category not in {None, claim.observation.category} or standard.limit is None:
            continue
        if claim.field == "change":
            span = Span.of_change(claim.observation.change) if claim.observation.change else Span(None, None)
        else:
            span = Span.of(claim.observation.value)
        verdicts = [
            meets(item, standard.requires or "", standard.limit.value)
            for item in (span, Span.of_interval(computed))
        ]
        if None not in verdicts and verdicts[0] != verdicts[1]:
            return f"与“{standard.name}”对照的结论相反"
    return None


def _unit_of_last_place(claim: Claim) -> Decimal:
    quantity = claim.stated
    return Decimal(1).scaleb(quantity.scale - quantity.decimals) if quantity else Decimal(1)


def _last_digit(claim: Claim, computed: Interval) -> bool:
    return intervals.gap(claim.span, computed) <= _unit_of_last_place(claim)


def _truncated(claim: Claim, computed: Interval) -> bool:
    """Whether the printed number is the computed one cut off instead of rounded."""
    quantity = claim.stated
    if quantity is None:
        return False
    step = _unit_of_last_place(claim)
    if not claim.relation and intervals.sign(claim.span) == -1:  # a fall is printed without its sign
        computed = intervals.negate(computed)
    low, high = quantity.value, quantity.value + step
    return (
        computed.low is not None
        and computed.high is not None
        and low <= computed.high
        and computed.low < high
    )


def _step_shown(claim: Claim) -> Decimal:
    """One unit in the last place of the claim, or of an operand in the same unit that is printed finer."""
    stated = claim.stated
    printed = [item.quantity for item in claim.operands if item.quantity]
    alike = [item for item in printed if stated and item.unit == stated.unit]
    return min(
        [_unit_of_last_place(claim), *(Decimal(1).scaleb(item.scale - item.decimals) for item in alike)]
    )


def _message(disclosure: Disclosure, claim: Claim, turned: str | None) -> str:
    computed, step = claim.computed or intervals.EVERYTHING, _step_shown(claim)
    name = label(disclosure, claim.observation)
    stated = claim.observation.value if claim.relation else claim.observation.change
    given = "、".join(
        f"{item.period or ''}{'年' if item.period else ''}{item.name} {item.printed}"
        for item in claim.operands
    )
    if claim.relation and claim.relation.kind == "part":
        return f"“{name}”是{given}的一部分，写的“{stated}”却比它大。"
    unit = (claim.stated.unit if claim.stated else claim.observation.unit) or ""
    parts = [f"“{name}”写的{claim.name}是“{stated}”，按{given}推算应为 {_shown(computed, step)}{unit}"]
    apart = intervals.gap(claim.span, computed)
    parts.append(f"相差 {_plain(apart, step)}{'个百分点' if unit == '%' else unit}")
    if turned:
        parts.append(turned)
    elif _truncated(claim, computed):
        parts.append("看来是截断，不是四舍五入")
    return "，".join(parts) + "。"


def _shown(interval: Interval, step: Decimal) -> str:
    if interval.low is None or interval.high is None:
        end = interval.low if interval.high is None else interval.high
        return (
            "任何数"
            if end is None
            else f"{'不少于' if interval.high is None else '不超过'} {_plain(end, step)}"
        )
    low, high = _plain(interval.low, step), _plain(interval.high, step)
    return low if low == high else f"{low}～{high}"


def _plain(number: Decimal, step: Decimal) -> str:
    """``number`` to one place beyond ``step``, so that a small difference does not vanish."""
    with localcontext(prec=50):
        return f"{number.quantize(step / 10, ROUND_HALF_UP).normalize():f}"
