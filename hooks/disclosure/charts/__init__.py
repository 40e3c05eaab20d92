"""Charts as pictures of tables: which ones a metric has, their scales, and their summaries."""
