"""Pictures for those who share a page: what they say, and how they are drawn."""
