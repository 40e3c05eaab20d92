"""Markdown as text: front matter, macros with their places, headings, sentences, and the official words."""
