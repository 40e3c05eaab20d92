"""From Markdown to the body of a page: macros, sentences, templates, unsafe HTML."""
