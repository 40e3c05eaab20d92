"""Chinese as people type it: pronunciation, traditional characters, stop words and synonyms."""
