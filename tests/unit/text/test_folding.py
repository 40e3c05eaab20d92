"""Folding of official texts."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from disclosure.text.folding import fold, fold_with_places


def test_punctuation_width_and_white_space_do_not_count() -> None:
    assert fold("（一）坚持，\u2002 同心\n") == fold("(一)坚持,同心")


def test_words_count() -> None:
    assert fold("教育费附加") != fold("教育附加费")


@given(st.text(max_size=80))
def test_each_folded_character_leads_back_to_where_it_came_from(text: str) -> None:
    folded, places = fold_with_places(text)

    assert folded == fold(text)
    assert len(places) == len(folded)
    assert all(
        char in "".join(unicodedata.normalize("NFKC", text[at]).split())
        for char, at in zip(folded, places, strict=True)
    )
