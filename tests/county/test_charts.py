"""What the shipped county's charts say."""

from __future__ import annotations

from pathlib import Path

from drawn import told


def test_titles_and_sentences_are_as_they_were_reviewed(real_site: Path) -> None:
    assert told(real_site) == Path(__file__).with_name("charts.txt").read_text("utf-8")
