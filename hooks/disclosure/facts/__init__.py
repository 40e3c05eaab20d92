"""The facts that clerks enter: YAML with positions, read into one immutable ``Disclosure``."""
