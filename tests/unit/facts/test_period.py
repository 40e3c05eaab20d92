"""Periods."""

from __future__ import annotations

import pytest

from disclosure.facts.period import parse_period


@pytest.mark.parametrize(
    ("text", "shown", "slug"),
    [
        ("2021", "2021年", "2021"),
        ("2021年", "2021年", "2021"),
        ("2021年以来", "2021年以来", "since-2021"),
        ("截至目前", "截至目前", "to-date"),
        ("累计", "累计", "cumulative"),
        ("2021-2022学年", "2021-2022学年", "2021-2022"),
        ("未载明", "未载明", "unstated"),
    ],
)
def test_a_period_keeps_the_words_of_the_report(text: str, shown: str, slug: str) -> None:
    period = parse_period(text)

    assert period is not None
    assert (str(period), period.slug) == (shown, slug)


@pytest.mark.parametrize("text", ["", "21", "2021年度末", "去年", "2021-2023学年", "1821", "2021年1月"])
def test_what_is_no_period_is_none(text: str) -> None:
    assert parse_period(text) is None


def test_years_sort_before_what_has_no_year() -> None:
    texts = ["未载明", "2022", "累计", "2021年以来", "截至目前", "2021"]
    periods = [period for text in texts if (period := parse_period(text))]

    ordered = [period.text for period in sorted(periods, key=lambda period: period.order)]

    assert ordered == ["2021", "2021年以来", "2022", "截至目前", "累计", "未载明"]
