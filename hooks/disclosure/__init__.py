"""Turns a county's facts (YAML) and words (Markdown) into the pages of a public-disclosure site.

Takes text and returns text: nothing in here knows the program that hosts it. ``publication`` is the
front door; ``hooks/README.md`` shows the way of the data through the house.
"""
