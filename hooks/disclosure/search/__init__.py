"""What is searched and answered: entries, facts and tables, made from the finished words while the site is built."""
