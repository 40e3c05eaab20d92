"""Checks of pages and of the finished site: fidelity, links, composition."""
