"""Stop words: words that add nothing to a question, from ``stop_words.txt``."""

from pathlib import Path


def stop_words() -> list[str]:
    """The words, sorted."""
    lines = Path(__file__).with_name("stop_words.txt").read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
