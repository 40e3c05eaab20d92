"""How much is tried: a little in ``make test``, with other seeds every time, and much in ``make soak``."""

from __future__ import annotations

from hypothesis import settings

# On a machine that others share, how long one example takes says nothing.
settings.register_profile("few", deadline=None, derandomize=False, print_blob=True, max_examples=30)
settings.register_profile("soak", settings.get_profile("few"), max_examples=3000)
settings.load_profile("few")


def costly() -> settings:
    """A tenth of the examples, for those that look over a whole site each."""
    return settings(max_examples=settings().max_examples // 10)
