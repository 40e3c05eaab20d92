"""What follows from the facts: intervals, implied values, verdicts, decisions, what became of a value."""
