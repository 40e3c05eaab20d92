"""What telephones, mail addresses and postcodes look like."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from disclosure.facts.fields import Email, Postcode, Telephone


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Telephone, "000-00000000"),
        (Telephone, "0000-0000000"),
        (Telephone, "(000) 0000 0000"),
        (Telephone, "（000）00000000"),
        (Telephone, "+86 000 00000000"),
        (Telephone, "00000000"),
        (Telephone, "12345"),
        (Telephone, "400-000-0000"),
        (Telephone, "000-00000000转801"),
        (Telephone, "000-00000000、000-00000001"),
        (Telephone, "000-00000000（工作日9:00至17:00）"),
        (Email, "jyj.office@xx.example.gov.cn"),
        (Postcode, "000000"),
    ],
)
def test_what_an_office_prints_is_taken_as_it_is(kind: type[str], text: str) -> None:
    assert TypeAdapter(kind).validate_python(text) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Telephone, "13800000000"),
        (Telephone, "+86 138 0000 0000"),
        (Telephone, "000-00000000、13800000000"),
        (Telephone, "000-000"),
        (Telephone, "无"),
        (Telephone, "（工作日9:00至17:00）"),
        (Email, "demo@example"),
        (Email, "demo example.gov.cn"),
        (Email, "demo＠example.gov.cn"),
        (Postcode, "00000"),
        (Postcode, "000 000"),
    ],
)
def test_what_leads_nowhere_or_to_a_person_is_refused(kind: type[str], text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)
