"""What the scanner and the parsers make of real reports: counted by form, and drawn for a hand reading."""
