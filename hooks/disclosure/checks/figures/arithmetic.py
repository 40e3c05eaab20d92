"""Claims must agree with the figures that they can be recomputed from."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal, localcontext

from disclosure.analysis import intervals
from disclosure.analysis.analysis import Analysis
from disclosure.analysis.claims import Agreement, Claim
from disclosure.analysis.requirements import Span, meets
from disclosure.checks.registry import VALUES, Doubt, about, report_check
from disclosure.facts.bounds import Interval
from disclosure.facts.disclosure import Disclosure, Report, label
from disclosure.facts.quantity import Quantity
from disclosure.facts.records import Standard


@report_check("数值是否前后一致", VALUES)
def check_claims(analysis: Analysis, report: Report) -> Iterator[Doubt]:
    """Every claim that contradicts its operands, by its last digit only or by more."""
    disclosure = analysis.disclosure
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
            turned = _turned(disclosure, claim, claim.computed)
            small = not turned and intervals.gap(claim.span, claim.computed) <= _last_place(claim.stated)
            yield about(
                claim.observation,
                "claim-last-digit" if small else "claim-contradicted",
                _message(disclosure, claim, turned),
                claim.observation.where if claim.relation else claim.observation.change_where,
            )


def _turned(disclosure: Disclosure, claim: Claim, computed: Interval) -> str | None:
    """The statement that the contradiction reverses, as a Chinese clause: a sign, or a verdict."""
    stated = intervals.sign(claim.span)
    if not claim.relation and stated is not None and intervals.sign(computed) not in {stated, None}:
        return "增减的方向相反" if stated else "与“持平”不符"
    sign = -1 if not claim.relation and stated == -1 else 1
    printed = Span.of(claim.stated, sign) if claim.stated else Span(Decimal(0), Decimal(0))
    spans = printed, Span(computed.low, computed.high)
    for standard in disclosure.standards.values():
        if _applies(standard, claim) and standard.requires and standard.limit:
            verdicts = [meets(span, standard.requires, standard.limit.value) for span in spans]
            if None not in verdicts and verdicts[0] != verdicts[1]:
                return f"与“{standard.name}”对照的结论相反"
    return None


def _applies(standard: Standard, claim: Claim) -> bool:
    """Whether a standard applies to the claim's figure."""
    same = (standard.metric, standard.field) == (claim.observation.metric, claim.field)
    limit, stated = standard.limit, claim.stated
    # Of two sizes of a change only one is in the unit of the limit; a limit of zero is zero in any.
    alike = claim.relation or not (limit and limit.value and stated) or limit.unit == stated.unit
    return (
        bool(alike and same)
        and not standard.set_aside
        and standard.category in {None, claim.observation.category}
    )


def _last_place(quantity: Quantity | None) -> Decimal:
    """One unit in the last printed place: 0.01 for 3.20; 1 for 持平, which prints no number."""
    return quantity.step if quantity else Decimal(1)


def _truncated(claim: Claim, computed: Interval) -> bool:
    """Whether the printed number is the computed one, truncated instead of rounded."""
    quantity = claim.stated
    if quantity is None:
        return False
    if not claim.relation and intervals.sign(claim.span) == -1:  # a decrease is printed without a sign
        computed = -computed
    low, high = quantity.ends[0], quantity.ends[1] + quantity.step
    return (
        computed.low is not None
        and computed.high is not None
        and low <= computed.high
        and computed.low < high
    )


def _step_shown(claim: Claim) -> Decimal:
    """One unit in the last place of the claim, or of a more precise operand in the same unit."""
    stated, operands = claim.stated, [operand.observation for operand in claim.operands]
    values = [one.value for one in operands if one and one.value]
    alike = [value for value in values if stated and value.unit == stated.unit]
    return min(map(_last_place, (stated, *alike)))


def _message(disclosure: Disclosure, claim: Claim, turned: str | None) -> str:
    computed, step = claim.computed or intervals.EVERYTHING, _step_shown(claim)
    name = label(disclosure, claim.observation)
    stated = claim.observation.value if claim.relation else claim.observation.change
    given = "、".join(operand.given for operand in claim.operands)
    if claim.relation and claim.relation.kind == "part":
        return f"“{name}”是{given}的一部分，写的“{stated}”却比它大。"
    unit = (claim.stated.unit if claim.stated else claim.observation.unit) or ""
    apart = _plain(intervals.gap(claim.span, computed), step)
    cause = turned or ("看来是截断，不是四舍五入" if _truncated(claim, computed) else None)
    return (
        f"“{name}”写的{claim.name}是“{stated}”，按{given}推算应为 {_shown(computed, step)}{unit}，"
        f"相差 {apart}{'个百分点' if unit == '%' else unit}{f'，{cause}' if cause else ''}。"
    )


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
    """``number`` to one place more than ``step``, so that a small difference is visible."""
    with localcontext(prec=50):
        return f"{number.quantize(step / 10, ROUND_HALF_UP).normalize():f}"
