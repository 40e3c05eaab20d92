"""Checks of what was published: nothing changes or vanishes without a correction."""
