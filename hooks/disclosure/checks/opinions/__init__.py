"""Checks of published opinions, consultations and the offices that they name."""
