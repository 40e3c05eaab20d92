"""Share pictures: their words, and how they are drawn."""
