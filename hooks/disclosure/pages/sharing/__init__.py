"""Share pictures: what they say, and how they are drawn."""
