"""Checks of published opinions and of consultations."""
