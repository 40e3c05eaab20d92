"""Checks for words that identify a person or a home."""
