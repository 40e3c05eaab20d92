"""Checks of figures: claims, plausibility, open numbers, reviews."""
