"""Checks of ledgers: complete, true to the report, carried on from year to year."""
