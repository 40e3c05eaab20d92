"""Charts as pictures of tables: what is drawn, on what scale, and the sentence that says the same."""
