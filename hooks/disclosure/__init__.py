"""Turns a county's facts (YAML) and words (Markdown) into the pages of a public-disclosure site.

``site`` runs a build, and only ``hosts`` knows the program that starts it. ``hooks/README.md`` shows how the
data flow through the modules.
"""
