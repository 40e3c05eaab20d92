"""Conclusions from facts and words: intervals, claims, verdicts, statements, decisions, revisions."""
