"""The data of the search: entries, facts and tables, made from the rendered words."""
