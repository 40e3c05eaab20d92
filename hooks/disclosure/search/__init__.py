"""What is searched and answered: entries, facts and tables, made from the finished words."""
