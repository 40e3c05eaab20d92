"""The facts as data: tables with a dictionary, written as CSV and JSON."""
