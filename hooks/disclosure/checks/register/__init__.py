"""Checks of published content: nothing changes or vanishes without a correction."""
