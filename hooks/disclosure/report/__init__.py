"""Words bound to facts: the book of all sections, with their addresses."""
