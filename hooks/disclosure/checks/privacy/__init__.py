"""Words that identify a person or a home."""
