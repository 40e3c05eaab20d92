"""The table of data files agrees with what is made of them."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from disclosure.facts.disclosure import Report
from disclosure.facts.kinds import READ, REPORT_PARTS, SITE
from disclosure.facts.schema import schemas


def test_every_optional_file_of_a_year_is_a_field_of_its_report() -> None:
    assert set(REPORT_PARTS) <= {field.name for field in fields(Report)}


@pytest.mark.parametrize("name", [*SITE, *REPORT_PARTS, "metrics", "report", "values"])
def test_every_data_file_has_a_schema(name: str) -> None:
    assert f"{name}.json" in schemas()


@pytest.mark.parametrize("name", ["bodies.yml", "metrics/funding.yml", "2022/ledger.yml", "2022/source.txt"])
def test_a_file_that_is_read_is_no_stray(name: str) -> None:
    assert any(re.fullmatch(pattern, name) for pattern in READ)


@pytest.mark.parametrize("name", ["body.yml", "metrics/a/b.yml", "ledger.yml", "2022/ledger.yaml"])
def test_any_other_file_is_a_stray(name: str) -> None:
    assert not any(re.fullmatch(pattern, name) for pattern in READ)
