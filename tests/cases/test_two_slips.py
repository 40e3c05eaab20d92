"""Two slips at once: both are told, and nothing that neither of them gives alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import project
from disclosure.findings import errors, origin
from disclosure.site.site import Site
from effort import costly

if TYPE_CHECKING:
    from disclosure.findings import Finding

RENDERER = project.renderer()
SLIPS: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("slips.yml").read_text("utf-8"))


@dataclass(frozen=True)
class Told:
    """What the checks tell of the county."""

    found: tuple[Finding, ...]
    causes: tuple[Finding, ...]
    """Errors that others may follow from, those included that follow from something else."""

    @property
    def places(self) -> set[str]:
        """Place and code of each, but for what is only told of checks that could not be made."""
        return {
            f"{item.where} {item.code}"
            for item in self.found
            if item.code not in {"not-checked", "register-behind"}
        }


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration county, in which slips are made and mended."""
    return project.make(tmp_path_factory.mktemp("county"), "demo-county")


def _told(root: Path, *slips: str) -> Told:
    former: dict[Path, bytes | None] = {}
    for slip in map(SLIPS.__getitem__, slips):
        path = root / slip["file"]
        content = path.read_bytes() if path.exists() else None
        former.setdefault(path, content)
        path.write_bytes(_spoilt((content or b"").decode(), slip))
    try:
        made = Site(root)
        made.render(RENDERER)
        found = tuple(made.review())
        return Told(found, tuple(item for item in errors(made._found) if item.about))  # noqa: SLF001
    finally:
        for path, content in former.items():
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content)


def _spoilt(text: str, slip: dict[str, str]) -> bytes:
    match slip:
        case {"replace": old, "with": new}:
            assert old in text, old
            return text.replace(old, new, 1).encode()
        case {"append": words} | {"write": words}:
            return f"{text}{words}".encode()
        case {"encode": encoding}:
            return text.encode(encoding)
    raise AssertionError(slip)


_alone = cache(_told)


def test_a_misspelt_macro_hides_no_mobile_number_and_advises_to_delete_no_review(county: Path) -> None:
    both = _told(county, "macro-misspelt", "opinion-with-a-mobile-number")

    codes = {item.code for item in both.found}
    assert {"macro-name", "private", "not-checked"} <= codes
    assert "review-unused" not in codes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("words-mistyped", "exemption-in-other-words"),
        ("words-mistyped", "review-of-a-misspelt-statement"),
        ("relation-to-a-misspelt-metric", "correction-removed"),
        ("macro-misspelt", "review-of-a-misspelt-statement"),
        ("ledger-problem-misquoted", "review-of-a-misspelt-statement"),
        ("number-typed-by-hand", "exemption-in-other-words"),
    ],
)
def test_what_has_nothing_to_do_with_a_slip_is_told_beside_it(one: str, other: str, county: Path) -> None:
    codes = {item.code for item in _told(county, one, other).found}

    assert {SLIPS[one]["code"], SLIPS[other]["code"]} <= codes


@pytest.mark.parametrize("slip", ["publisher-with-a-mobile-number", "figure-typed-by-hand", "words-mistyped"])
def test_a_slip_accuses_nothing_else(slip: str, county: Path) -> None:
    found = errors(_told(county, slip).found)

    assert [item.code for item in found] == [SLIPS[slip]["code"]]


@costly()
@given(pair=st.sampled_from(list(combinations(SLIPS, 2))))
def test_of_two_slips_both_are_told_and_nothing_else(pair: tuple[str, str], county: Path) -> None:
    assert faults(county, *pair) == []


def faults(root: Path, one: str, other: str) -> list[str]:
    """What two slips together do not tell as they do alone, unless it says that it follows from the other."""
    first, second, both = _alone(root, one), _alone(root, other), _told(root, one, other)
    for name, alone in ((one, first), (other, second)):
        codes = {item.code for item in alone.found if item not in _alone(root).found}
        assert SLIPS[name]["code"] in codes, name
    hidden = [
        f"hidden: {item}"
        for own, beside in ((first, second), (second, first))
        for item in own.found
        if f"{item.where} {item.code}" in own.places - both.places and origin(item, beside.causes) is item
    ]
    fresh = both.places - first.places - second.places
    return [*hidden, *(f"false: {item}" for item in both.found if f"{item.where} {item.code}" in fresh)]
