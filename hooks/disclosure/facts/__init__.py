"""What the people of the county wrote down: YAML with positions, read into one immutable ``Disclosure``."""
