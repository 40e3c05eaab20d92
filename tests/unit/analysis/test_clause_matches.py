"""Problems and next steps clause by clause: nothing is left out, and nothing is linked that nobody linked."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from disclosure.analysis.clause_matches import rows
from disclosure.facts.loading import load
from disclosure.facts.opinions import Match, Unmatched
from project import SITES

MINIMAL, _ = load(SITES / "minimal")
(REPORT,) = MINIMAL.reports
CLAUSES = ("校舍破旧", "操场太小", "灯光昏暗", "食堂拥挤", "因为资金紧张")
PASSAGE = f"（一）校园设施。\n\n{'，'.join(CLAUSES)}。"
places = st.integers(0, len(CLAUSES) - 1)


def _run(first: int, last: int) -> str:
    return "，".join(CLAUSES[first : last + 1])


runs = st.tuples(places, places).map(sorted)


@given(
    matched=st.lists(st.tuples(runs, st.sampled_from(["step-1", "step-2"])), max_size=3),
    said=st.lists(st.tuples(places, st.sampled_from(["问题", "原因", "情况"])), max_size=4),
)
def test_every_clause_is_in_one_row_with_all_its_links_and_no_other(matched, said) -> None:
    matches = tuple(
        Match(problem="a", problem_words=_run(*run), next_step=step, next_step_words=f"{step}{number}")
        for number, (run, step) in enumerate(matched)
    )
    unmatched = tuple(Unmatched(heading="a", words=CLAUSES[at], says=says) for at, says in said)
    record = REPORT.record.model_copy(update={"matches": matches, "unmatched": unmatched})

    found = rows(replace(REPORT, record=record), "a", PASSAGE)

    assert "，".join(row.words for row in found) == "，".join(CLAUSES)
    for row in found:
        for clause in row.words.split("，"):
            at = CLAUSES.index(clause)
            linked = {
                (match.next_step, match.next_step_words)
                for match, (run, _) in zip(matches, matched, strict=True)
                if run[0] <= at <= run[1]
            }
            assert set(row.others) == linked
            last = next((says for place, says in reversed(said) if place == at), None)
            assert row.says == ("问题" if linked else last)


def test_another_heading_has_nothing_to_do_with_it() -> None:
    match = Match(problem="b", problem_words="校舍破旧", next_step="step-1", next_step_words="修")
    unmatched = Unmatched(heading="b", words="操场太小", says="问题")
    record = REPORT.record.model_copy(update={"matches": (match,), "unmatched": (unmatched,)})

    (row,) = rows(replace(REPORT, record=record), "a", PASSAGE)

    assert (row.says, row.others) == (None, ())


def test_a_heading_is_a_row_only_where_a_match_rests_on_it() -> None:
    match = Match(problem="a", problem_words="校园设施", next_step="step-1", next_step_words="修校园")
    record = REPORT.record.model_copy(update={"matches": (match,)})

    first, *_ = rows(replace(REPORT, record=record), "a", PASSAGE)

    assert (first.words, first.others) == ("（一）校园设施", (("step-1", "修校园"),))


def test_a_heading_of_problems_and_plans_has_both_with_their_counterparts() -> None:
    match = Match(problem="a", problem_words="校舍破旧", next_step="a", next_step_words="下一步修校舍")
    record = REPORT.record.model_copy(update={"matches": (match,)})

    found = rows(replace(REPORT, record=record), "a", "（一）校舍。\n\n校舍破旧，下一步修校舍。")

    assert [(row.words, row.says, row.others) for row in found] == [
        ("校舍破旧", "问题", (("a", "下一步修校舍"),)),
        ("下一步修校舍", "打算", (("a", "校舍破旧"),)),
    ]
