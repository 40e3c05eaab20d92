"""What a report says of one figure by way of others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis.analysis import Analysis
from disclosure.analysis.claims import Agreement, Claim, claims
from disclosure.checks.figures.arithmetic import check_claims
from disclosure.facts.change import parse_change
from disclosure.facts.loading import load
from disclosure.facts.period import parse_period
from disclosure.facts.quantity import parse_quantity
from disclosure.facts.records import Metric, Relation, Standard
from disclosure.findings import Where
from disclosure.report.book import Book
from project import SITES

if TYPE_CHECKING:
    from disclosure.facts.observations import Observation

MINIMAL, _ = load(SITES / "minimal")
(REPORT,) = MINIMAL.reports
VALUE, CHANGE = Where("values.yml", 1, 1), Where("values.yml", 1, 9)
NAMES = {"spending": "支出", "pupils": "学生", "schools": "学校", "stated": "写的数"}


@dataclass(frozen=True)
class Reckoned:
    """What the claims of a report and their check come to."""

    claims: tuple[Claim, ...]
    told: tuple[tuple[str, Where, str], ...]
    """Code, place and message of each finding."""

    @property
    def codes(self) -> list[str]:
        return [code for code, _, _ in self.told]

    @property
    def message(self) -> str:
        ((_, _, message),) = self.told
        return message


def _reckon(*figures: str, relation: Relation | None = None, standard: Standard | None = None) -> Reckoned:
    """Reckons a report of figures written ``metric period value [change]``; ``stated`` has the relation."""
    observations = tuple(_observation(*figure.split()) for figure in figures)
    metrics = {
        item.metric: Metric(
            name=NAMES[item.metric],
            measures="count",
            unit=item.value.unit or None,
            better="neither",
            definition="说明",
            definition_basis="本站说明",
            relations=(relation,) if relation and item.metric == "stated" else (),
        )
        for item in observations
    }
    report = replace(REPORT, observations=observations)
    standards = {"standard": standard} if standard else {}
    disclosure = replace(MINIMAL, metrics=metrics, standards=standards, reports=(report,))
    made = tuple(claims(disclosure, report))
    findings = [doubt.finding for doubt in check_claims(Analysis(Book(disclosure, {})), report)]
    return Reckoned(made, tuple((item.code, item.where, item.message) for item in findings))


def _observation(metric: str, period: str, value: str, change: str | None = None) -> Observation:
    return replace(
        REPORT.observations[0],
        metric=metric,
        category=None,
        period=parse_period(period) or pytest.fail(period),
        value=parse_quantity(value),
        change=parse_change(change) if change else None,
        where=VALUE,
        change_where=CHANGE,
    )


def _grown(base: str, change: str = "增长5.91%") -> Reckoned:
    return _reckon(f"spending 2020 {base}", f"spending 2021 14662元 {change}")


# A change and its base


@pytest.mark.parametrize("base", ["13843元", "13844元", "13845元"])
def test_a_growth_agrees_with_the_bases_that_the_rounding_allows(base: str) -> None:
    reckoned = _grown(base)

    assert [claim.agreement for claim in reckoned.claims] == [Agreement.AGREES]
    assert reckoned.told == ()


@pytest.mark.parametrize(
    ("base", "computed", "apart"),
    [
        ("13842元", "5.917～5.931%", "相差 0.002个百分点"),
        ("13846元", "5.886～5.901%", "相差 0.004个百分点"),
    ],
)
def test_a_growth_contradicts_the_bases_beside_them_by_its_last_digit(
    base: str, computed: str, apart: str
) -> None:
    reckoned = _grown(base)

    assert reckoned.codes == ["claim-last-digit"]
    for words in ("“支出”", "“增长5.91%”", f"2020年支出 {base}", computed, apart):
        assert words in reckoned.message


def test_a_base_that_is_not_reported_is_implied() -> None:
    (claim,) = _reckon("spending 2021 14662元 增长5.91%").claims

    assert claim.agreement is Agreement.UNCHECKED
    assert claim.implied is not None
    assert (str(claim.implied.period), claim.implied.shown) == ("2020年", "13843元至13845元之间")


@pytest.mark.parametrize(
    ("period", "former"),
    [("2021年1-9月", "2020年前三季度"), ("2021年末", "2020年底"), ("2021-2022学年", "2020—2021学年")],
)
def test_the_base_of_a_change_is_the_same_part_of_the_year_before(period: str, former: str) -> None:
    claim, _ = _reckon(f"spending {period} 110元 增长10%", f"spending {former} 100元 增长1%").claims

    assert claim.agreement is Agreement.AGREES


def test_a_contradiction_stands_where_the_change_does() -> None:
    ((_, where, _),) = _grown("20000元").told

    assert where == CHANGE


@pytest.mark.parametrize(
    ("base", "change", "code"),
    [
        ("13844元", "增长5.91%", None),
        ("13844元", "增长5.9%", None),
        ("13844元", "增长6%", None),
        ("13844元", "增长5%", "claim-last-digit"),
        ("13844元", "增长5.92%", None),
        ("13844元", "增长5.93%", "claim-last-digit"),
        ("13844元", "增长5.89%", "claim-last-digit"),
        ("13844元", "增长5.95%", "claim-contradicted"),
        ("13844元", "增长59.1%", "claim-contradicted"),
        ("13844元", "增长5余%", None),
        ("13844元", "增长6余%", "claim-last-digit"),
        ("13844元", "增长约50%", None),
        ("13844元", "增长不足6%", None),
        ("13844元", "增长818元", None),
        ("13844元", "增长800元", "claim-contradicted"),
        ("14662元", "持平", None),
        ("13844元", "持平", "claim-contradicted"),
        ("15000元", "下降2.25%", None),
        ("15000元", "下降2.3%", None),
        ("15000元", "下降2.4%", "claim-last-digit"),
        ("15000元", "下降2%—3%", None),
        ("15000元", "下降4%—6%", "claim-contradicted"),
        ("15000元", "减少300余元", None),
        ("15000元", "减少400余元", "claim-contradicted"),
        ("13000—14000元", "增长5%—6%", None),
        ("1000—2000元", "增长5%—6%", "claim-contradicted"),
        ("约13844元", "增长59.1%", None),
        ("13844余元", "增长5.91%", None),
        ("13844余元", "增长9%", "claim-contradicted"),
        ("0元", "增长5.91%", None),
    ],
)
def test_a_change_is_recomputed_from_its_base(base: str, change: str, code: str | None) -> None:
    assert _grown(base, change).codes == ([code] if code else [])


@pytest.mark.parametrize(
    ("base", "change"),
    [("13844元", "下降5.91%"), ("15000元", "增长2.25%"), ("13844元", "下降0.01%")],
)
def test_a_change_of_the_wrong_sign_is_no_slip_of_a_digit(base: str, change: str) -> None:
    reckoned = _grown(base, change)

    assert reckoned.codes == ["claim-contradicted"]
    assert "增减的方向相反" in reckoned.message


@pytest.mark.parametrize(
    ("value", "change", "cut"),
    [
        ("317人", "增长5.6%", True),  # 5.66…
        ("317人", "增长5.8%", False),
        ("317人", "增长5%", True),
        ("317人", "增长7%", False),
        ("283人", "下降5.6%", True),
        ("283人", "下降5.8%", False),
    ],
)
def test_a_number_cut_off_instead_of_rounded_is_named_so(value: str, change: str, *, cut: bool) -> None:
    reckoned = _reckon("pupils 2020 300人", f"pupils 2021 {value} {change}")

    assert reckoned.codes == ["claim-last-digit"]
    assert ("看来是截断，不是四舍五入" in reckoned.message) == cut


@pytest.mark.parametrize(
    ("change", "code"), [("提高4个百分点", None), ("提高9个百分点", "claim-contradicted")]
)
def test_points_are_the_difference_of_two_percentages(change: str, code: str | None) -> None:
    reckoned = _reckon("spending 2020 92%", f"spending 2021 96% {change}")

    assert reckoned.codes == ([code] if code else [])


def test_points_of_a_sum_of_money_imply_nothing() -> None:
    (claim,) = _reckon("spending 2021 14662元 增长5.91个百分点").claims

    assert claim.implied is None


def test_points_of_a_sum_of_money_are_not_compared_with_a_sum_of_money() -> None:
    assert _grown("13844元", "增长5.91个百分点").codes == []


def test_a_value_that_is_anything_implies_nothing() -> None:
    (claim,) = _reckon("spending 2021 约14662元 增长5.91%").claims

    assert claim.implied is None


# Rounding, as properties

people = st.integers(1, 10**7)


def _change(base: int, value: int, shift: Decimal = Decimal(0)) -> str:
    exact = (Decimal(value) - base) / base * 100
    rounded = abs(exact).quantize(Decimal("0.01"), ROUND_HALF_UP) + shift
    return f"{'增长' if value >= base else '下降'}{rounded}%"


@given(base=people, value=people)
def test_a_change_of_two_whole_numbers_rounded_half_up_never_contradicts(base: int, value: int) -> None:
    reckoned = _reckon(f"pupils 2020 {base}人", f"pupils 2021 {value}人 {_change(base, value)}")

    assert [claim.agreement for claim in reckoned.claims] == [Agreement.AGREES]


@given(base=people, value=people)
def test_nor_does_one_of_two_rounded_numbers(base: int, value: int) -> None:
    reckoned = _reckon(f"spending 2020 {base}元", f"spending 2021 {value}元 {_change(base, value)}")

    assert reckoned.codes == []


@given(base=people, value=people)
def test_three_units_in_its_last_place_always_contradict(base: int, value: int) -> None:
    change = _change(base, value, Decimal("0.03"))

    reckoned = _reckon(f"pupils 2020 {base}人", f"pupils 2021 {value}人 {change}")

    assert reckoned.codes == ["claim-contradicted"]


@given(base=people, more=st.integers(1, 10**7))
def test_one_unit_in_its_last_place_is_at_most_a_slip_of_a_digit(base: int, more: int) -> None:
    change = _change(base, base + more, Decimal("0.01"))

    reckoned = _reckon(f"pupils 2020 {base}人", f"pupils 2021 {base + more}人 {change}")

    assert set(reckoned.codes) <= {"claim-last-digit"}


@given(schools=st.integers(1, 10**4), each=st.integers(1, 10**3))
def test_whole_numbers_that_divide_evenly_agree(schools: int, each: int) -> None:
    reckoned = _reckon(
        f"pupils 2021 {schools * each}人",
        f"schools 2021 {schools}所",
        f"stated 2021 {each}人",
        relation=Relation(kind="per", of=("pupils", "schools")),
    )

    assert reckoned.codes == []


@given(part=st.integers(0, 10**5), rest=st.integers(0, 10**5))
def test_a_share_rounded_half_up_never_contradicts(part: int, rest: int) -> None:
    whole = part + rest + 1
    share = (Decimal(part) / whole * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)

    reckoned = _reckon(
        f"schools 2021 {part}所",
        f"pupils 2021 {whole}所",
        f"stated 2021 {share}%",
        relation=Relation(kind="share", of=("schools", "pupils")),
    )

    assert reckoned.codes == []


# Declared relations


@pytest.mark.parametrize(
    ("kind", "one", "other", "stated", "code"),
    [
        ("share", "12所", "34所", "35.3%", None),
        ("share", "12所", "34所", "35%", None),
        ("share", "12所", "34所", "35.2%", "claim-last-digit"),
        ("share", "12所", "34所", "36%", "claim-last-digit"),
        ("share", "12所", "34所", "53%", "claim-contradicted"),
        ("share", "12余所", "34所", "36%", None),
        ("share", "12余所", "34所", "30%", "claim-contradicted"),
        ("share", "约12所", "34所", "90%", None),
        ("total", "12所", "34所", "46所", None),
        ("total", "12所", "34所", "47所", "claim-last-digit"),
        ("total", "12所", "34所", "48所", "claim-contradicted"),
        ("total", "1.2万元", "3.4万元", "4.7万元", None),
        ("total", "1.2万元", "3.4万元", "4.9万元", "claim-contradicted"),
        ("total", "12余所", "34所", "50所", "claim-contradicted"),
        ("total", "10余所", "34所", "50所", None),
        ("total", "逾12所", "34所", "50所", None),
        ("total", "10—20所", "34所", "50所", None),
        ("total", "10—15所", "34所", "52所", "claim-contradicted"),
        ("total", "12余所", "34所", "40所", "claim-contradicted"),
        ("difference", "34所", "12所", "22所", None),
        ("difference", "34所", "12所", "20所", "claim-contradicted"),
        ("per", "100人", "8所", "12.5人", None),
        ("per", "100人", "8所", "12.4人", "claim-last-digit"),
        ("per", "100人", "8所", "13.5人", "claim-contradicted"),
        ("part", "34所", None, "12所", None),
        ("part", "34所", None, "34所", None),
        ("part", "34所", None, "36所", "claim-contradicted"),
        ("part", "逾34所", None, "90所", None),
        ("part", "34余所", None, "90所", "claim-contradicted"),
        ("part", "30余所", None, "36所", None),
        ("part", "34所", None, "12余所", None),
    ],
)
def test_a_relation_is_recomputed_from_its_operands(
    kind: str, one: str, other: str | None, stated: str, code: str | None
) -> None:
    figures = [f"pupils 2021 {one}", f"stated 2021 {stated}", *([f"schools 2021 {other}"] if other else [])]
    relation = Relation(kind=kind, of=("pupils", "schools") if other else ("pupils",))

    assert _reckon(*figures, relation=relation).codes == ([code] if code else [])


def test_a_contradicted_relation_names_operands_value_and_difference() -> None:
    relation = Relation(kind="share", of=("pupils", "schools"))

    ((_, where, message),) = _reckon(
        "pupils 2021 12所", "schools 2021 34所", "stated 2021 53%", relation=relation
    ).told

    assert where == VALUE
    for words in ("“写的数”", "占比", "“53%”", "学生 12所", "学校 34所", "35.3%", "相差 17.2个百分点"):
        assert words in message


def test_a_contradicted_total_is_told_to_the_place_of_its_operands() -> None:
    relation = Relation(kind="total", of=("pupils", "schools"))

    message = _reckon(
        "pupils 2021 9800元", "schools 2021 12600元", "stated 2021 4200万元", relation=relation
    ).message

    assert "推算应为 22399～22401元" in message


def test_a_part_greater_than_the_whole_is_told_as_such() -> None:
    relation = Relation(kind="part", of=("pupils",))

    message = _reckon("pupils 2021 9800元", "stated 2021 4200万元", relation=relation).message

    assert "应为" not in message


def test_an_operand_of_another_period_is_not_used() -> None:
    relation = Relation(kind="share", of=("pupils", "schools"))

    (claim,) = _reckon("pupils 2020 12所", "schools 2021 34所", "stated 2021 53%", relation=relation).claims

    assert claim.agreement is Agreement.UNCHECKED


@pytest.mark.parametrize(
    ("kind", "of", "known", "stated", "shown"),
    [
        ("share", ("pupils", "未载明"), "3人", "12%", "24人至26人之间"),
        ("share", ("未载明", "pupils"), "200人", "12%", "23人至25人之间"),
        ("per", ("pupils", "未载明"), "120人", "40人", "3人"),
        ("total", ("pupils", "未载明"), "120人", "200人", "80人"),
        ("difference", ("未载明", "pupils"), "120人", "80人", "200人"),
        ("difference", ("pupils", "未载明"), "120人", "80人", "40人"),
    ],
)
def test_one_operand_that_is_not_reported_is_implied(
    kind: str, of: tuple[str, str], known: str, stated: str, shown: str
) -> None:
    relation = Relation(kind=kind, of=of, unstated="别的", unit="人")

    (claim,) = _reckon(f"pupils 2021 {known}", f"stated 2021 {stated}", relation=relation).claims

    assert claim.agreement is Agreement.UNCHECKED
    assert claim.implied is not None
    assert (claim.implied.name, claim.implied.shown) == ("别的", shown)


# Verdicts that turn on a digit


@pytest.mark.parametrize(
    ("limit", "code"),
    [("35.2%", "claim-contradicted"), ("35.25%", "claim-contradicted"), ("40%", "claim-last-digit")],
)
def test_a_last_digit_that_turns_a_verdict_contradicts_in_earnest(limit: str, code: str) -> None:
    standard = Standard(name="上限", metric="stated", requires="不超过", value=limit, nature="规划目标")

    reckoned = _reckon(
        "pupils 2021 12所",
        "schools 2021 34所",
        "stated 2021 35.2%",
        relation=Relation(kind="share", of=("pupils", "schools")),
        standard=standard,
    )

    assert reckoned.codes == [code]
    assert ("与“上限”对照的结论相反" in reckoned.message) == (code == "claim-contradicted")


def test_a_change_that_turns_a_verdict_contradicts_in_earnest() -> None:
    standard = Standard(
        name="增长", metric="pupils", field="change", requires="不低于", value="5.7%", nature="规划目标"
    )

    reckoned = _reckon("pupils 2020 300人", "pupils 2021 317人 增长5.7%", standard=standard)
    turned = _reckon("pupils 2020 300人", "pupils 2021 317人 增长5.8%", standard=standard)

    assert reckoned.codes == []
    assert turned.codes == ["claim-contradicted"]


# A change of two sizes, of another base, and from one level to another


@pytest.mark.parametrize(
    ("value", "change", "codes"),
    [
        ("200600万元", "增加619万元，增长0.31%", []),
        ("200600万元", "增长0.31%，增加619万元", []),
        ("200600万元", "增加619万元，增长3.1%", ["claim-contradicted"]),
        ("200600万元", "增加619万元，增长0.32%", ["claim-last-digit"]),
        ("1500人", "减少500人，下降25%", []),
        ("1500人", "减少500人，下降33%", ["claim-contradicted"]),
        ("1500人", "增加500人，增长0.5倍", []),
        ("1500人", "增加500人，增长5倍", ["claim-contradicted"]),
        ("1500余人", "增加500人，增长50%", []),
    ],
)
def test_two_sizes_of_one_change_are_checked_against_each_other(
    value: str, change: str, codes: list[str]
) -> None:
    assert _reckon(f"pupils 2021 {value} {change}").codes == codes


def test_of_two_sizes_the_one_in_the_figures_own_unit_implies_the_base() -> None:
    reckoned = _reckon("pupils 2021 1500人 减少500人，下降25%")

    assert [claim.implied.shown for claim in reckoned.claims if claim.implied] == ["2000人"]


@given(st.integers(2, 10**6), st.integers(2, 10**6))
def test_true_sizes_of_one_change_never_contradict(base: int, value: int) -> None:
    if base == value:
        return
    word, other = ("增加", "增长") if value > base else ("减少", "下降")
    share = (Decimal(abs(value - base)) * 100 / base).quantize(Decimal("0.01"), ROUND_HALF_UP)

    assert _reckon(f"pupils 2021 {value}人 {word}{abs(value - base)}人，{other}{share}%").codes == []


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ("较2019年增长50%", []),
        ("较2019年增长5%", ["claim-contradicted"]),
        ("比上年增长25%", []),
        ("环比增长90%", []),
        ("年均增长90%", []),
        ("从1200人增加到1500人", []),
        ("从1100人增加到1500人", ["claim-contradicted"]),
        ("由2019年的1000人增加到1500人", []),
        ("翻两番", ["claim-contradicted"]),
    ],
)
def test_a_change_is_checked_against_the_base_that_it_names(change: str, codes: list[str]) -> None:
    figures = "pupils 2019 1000人", "pupils 2020 1200人", f"pupils 2021 1500人 {change}"

    assert _reckon(*figures).codes == codes


def test_no_base_is_implied_that_the_report_does_not_name() -> None:
    assert [
        claim.implied
        for change in ("环比增长5%", "年均增长5%", "从1200人增加到1500人", "增长5%左右")
        for claim in _reckon(f"pupils 2021 1500人 {change}").claims
    ] == [None]
