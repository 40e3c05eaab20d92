"""A sample of the mutation run: no small change of the real site goes unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.site.site import Site
from effort import costly
from mutation.mutants import mutants
from mutation.mutate import WHY, copy_project
from mutation.trial import Bench, bench, try_out

if TYPE_CHECKING:
    from mutation.mutants import Mutant


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench(copy_project(tmp_path_factory.mktemp("mutation") / "project"))


@pytest.fixture(scope="module")
def every(ready: Bench) -> list[Mutant]:
    return list(mutants(ready.root, Site(ready.root)))


def test_there_are_mutants_of_every_kind_and_enough_of_them(every: list[Mutant]) -> None:
    assert len(every) >= 600
    assert len({(mutant.path, mutant.text) for mutant in every}) == len(every)
    assert WHY.keys() <= {mutant.kind for mutant in every}


@costly()
@given(data=st.data())
def test_a_mutant_is_killed_where_it_was_made(ready: Bench, every: list[Mutant], data: st.DataObject) -> None:
    mutant = data.draw(st.sampled_from([mutant for mutant in every if not mutant.equivalent]))

    tried = try_out(ready, mutant, as_is_only=True)

    assert tried.as_is.killed, f"{mutant.kind}: {mutant.what}; told elsewhere: {tried.as_is.elsewhere}"
